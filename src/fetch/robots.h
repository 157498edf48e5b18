// robots.txt as RFC 9309 has it: groups by user agent, the longest rule that matches, * and $.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::fetch {

inline constexpr size_t kMostRobotsBytes = 512 * 1024;  // the RFC asks for 500 KiB at least

struct RobotsRule {
  std::string pattern;
  bool allow = false;
};

struct RobotsGroup {
  std::vector<RobotsRule> rules;
  std::optional<std::chrono::milliseconds> crawl_delay;
};

class Robots {
 public:
  // The rules for `agent`, a product token such as "sitrep"; of all agents (*) where none are for
  // it by name. What is behind kMostRobotsBytes is not looked at. Any bytes are some rules.
  Robots(std::string_view text, std::string_view agent);

  // `target`: path and query of an address, as "/a?b"; with or without percent-encoding.
  bool allows(std::string_view target) const;

  // How long to wait between two requests. Not in the RFC, but widely meant.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return group_.crawl_delay; }

 private:
  RobotsGroup group_;
};

// Path and query of an address, "/" where it has none.
std::string target_of(std::string_view address);

}  // namespace sitrep::fetch
