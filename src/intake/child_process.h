// A program of the system as a filter: bytes in, bytes out, within limits. No shell; the child has
// no descriptor of ours but its three, and nothing of our environment.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

struct ChildLimits {
  std::chrono::seconds time{60};       // then it is killed, with all that it started
  size_t output = 64u << 20;           // bytes; more of it is too_large
  size_t memory = size_t{2048} << 20;  // bytes of its address space
};

struct ChildResult {
  int status = 0;  // its exit status; 128 and the signal's number where a signal ended it
  std::string output;
};

// Where $PATH has the program; empty: it is not installed.
std::optional<std::string> find_program(std::string_view name);

// `command` begins with the program's path. Fails with unreadable where it can't be started or does
// not end in time.
Result<ChildResult> run_child(const std::vector<std::string>& command, std::string_view input,
                              const ChildLimits& limits);

}  // namespace sitrep
