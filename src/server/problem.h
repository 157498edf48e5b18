// Why a request is not done, as HTTP says it.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "sitrep/result.h"

namespace sitrep::server {

int status_of(Code code);

struct Problem {
  int status = 500;
  std::string message;
  int retry_after = 0;  // seconds; 0: not said

  Problem(int s, std::string m, int retry = 0)
      : status(s), message(std::move(m)), retry_after(retry) {}
  Problem(const Error& error)  // NOLINT(google-explicit-constructor): the one way from there
      : status(status_of(error.code)),
        message(error.message),
        retry_after(error.code == Code::busy ? 5 : 0) {}
};

template <typename T>
using Outcome = tl::expected<T, Problem>;
using Trouble = tl::unexpected<Problem>;

inline Trouble trouble(int status, std::string message) {
  return Trouble(Problem(status, std::move(message)));
}

}  // namespace sitrep::server
