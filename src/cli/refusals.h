// Inputs that were refused, counted by their reason: each is named as it comes, and after many of
// them the end says what kinds they were.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sitrep/result.h"

namespace sitrep::cli {

class Refusals {
 public:
  void add(const Error& error);
  uint64_t count() const { return count_; }
  // "1,204 inputs refused: 1,190 a page without an article, 14 for other reasons"; empty where so
  // few were refused that each can be read.
  std::string described() const;

 private:
  uint64_t count_ = 0;
  std::map<std::string, uint64_t> kinds_;  // by message; the first of them only
};

}  // namespace sitrep::cli
