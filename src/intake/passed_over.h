// What a container holds that is nothing to read, counted: one refusal a reason, not one a record.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class PassedOver {
 public:
  explicit PassedOver(std::string what) : what_(std::move(what)) {}

  void count(std::string_view kind);
  // "WHAT: 12 (404: 9, 301: 3)", the most frequent kinds first; empty: none were.
  std::optional<std::string> summary() const;

 private:
  static constexpr size_t kMostKinds = 64;  // all others are counted together
  static constexpr size_t kNamed = 6;
  std::string what_;
  std::map<std::string, int64_t, std::less<>> kinds_;
  int64_t others_ = 0;
};

}  // namespace sitrep
