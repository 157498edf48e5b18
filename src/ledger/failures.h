// How this room says that it can't go on; see sqlite.h.
#pragma once

#include <exception>
#include <string>

#include "sitrep/result.h"

namespace sitrep::ledger {

class Failed : public std::exception {
 public:
  explicit Failed(Error error) : error_(std::move(error)) {}
  Failed(Code code, std::string message) {
    error_.code = code, error_.message = std::move(message);
  }
  const Error& error() const { return error_; }
  const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  Error error_;
};

// A ledger that holds what no ledger would.
inline Failed damaged(const std::string& what) {
  return Failed(Code::corrupt_ledger, "the ledger is damaged: " + what);
}

}  // namespace sitrep::ledger
