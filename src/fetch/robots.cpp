#include "fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "intake/address.h"

namespace sitrep::fetch {

namespace {

constexpr size_t kLongestLine = 4096;

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_unreserved(char c) {
  return is_lower(to_lower(c)) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

// One spelling for all ways to percent-encode the same octets (RFC 9309, 2.2.2).
std::string comparable(std::string_view path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const bool encoded = path[i] == '%' && i + 2 < path.size() && hex_value(path[i + 1]) >= 0 &&
                         hex_value(path[i + 2]) >= 0;
    char c = path[i];
    if (encoded) {
      c = static_cast<char>(hex_value(path[i + 1]) * 16 + hex_value(path[i + 2]));
      i += 2;
    }
    const bool plain = encoded ? is_unreserved(c) : (c & 0x80) == 0;
    plain ? out += c : (append_encoded(out, c), out);
  }
  return out;
}

// * stands for any characters; behind the last character of the pattern anything may follow, unless
// that is $. In steps that never go back more than to the last *.
bool matches(std::string_view pattern, std::string_view target) {
  const bool whole = pattern.ends_with('$');
  if (whole) pattern.remove_suffix(1);
  size_t p = 0;
  size_t t = 0;
  size_t star = std::string_view::npos;
  size_t from = 0;
  for (;;) {
    if (p == pattern.size() && (!whole || t == target.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = t;
    } else if (p < pattern.size() && t < target.size() && pattern[p] == target[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos && from < target.size()) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
}

struct Line {
  std::string key;
  std::string_view value;
};

std::optional<Line> line_of(std::string_view text) {
  text = text.substr(0, std::min(text.find('#'), kLongestLine));
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  return Line{lower_ascii(trim(text.substr(0, colon))), trim(text.substr(colon + 1))};
}

// "sitrep" of "Sitrep/1.0"; the agent's name ends where no token can go on.
std::string product_of(std::string_view agent) {
  size_t size = 0;
  while (size < agent.size() &&
         (is_lower(to_lower(agent[size])) || agent[size] == '-' || agent[size] == '_'))
    ++size;
  return size == 0 ? std::string(agent) : lower_ascii(agent.substr(0, size));
}

std::optional<std::chrono::milliseconds> seconds_of(std::string_view text) {
  double seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr double kDay = 86'400;
  if (read.ec != std::errc{} || !(seconds >= 0) || seconds > kDay) return {};
  return std::chrono::milliseconds(static_cast<int64_t>(seconds * 1000));
}

}  // namespace

Robots::Robots(std::string_view text, std::string_view agent) {
  text = text.substr(0, kMostRobotsBytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string product = lower_ascii(agent);
  std::vector<Rule> of_all;
  std::optional<std::chrono::milliseconds> delay_of_all;
  bool named = false;       // a group for this agent was met
  bool here_named = false;  // the group being read is for it
  bool here_all = false;
  bool in_agents = false;  // the last line named an agent
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = line_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line) continue;
    if (line->key == "user-agent") {
      if (!in_agents) here_named = here_all = false;
      in_agents = true;
      here_all = here_all || line->value == "*";
      here_named = here_named || product_of(line->value) == product;
      named = named || here_named;
      continue;
    }
    const bool allow = line->key == "allow";
    if (allow || line->key == "disallow") {
      in_agents = false;
      const Rule rule{comparable(line->value), allow};
      if (!line->value.empty() && here_named) rules_.push_back(rule);
      if (!line->value.empty() && here_all) of_all.push_back(rule);
    } else if (line->key == "crawl-delay") {
      in_agents = false;
      const auto delay = seconds_of(line->value);
      if (here_named && delay) crawl_delay_ = delay;
      if (here_all && delay) delay_of_all = delay;
    }
  }
  if (named) return;
  rules_ = std::move(of_all);
  crawl_delay_ = delay_of_all;
}

bool Robots::allows(std::string_view target) const {
  const std::string wanted = comparable(target);
  if (wanted == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!matches(rule.pattern, wanted)) continue;
    const size_t least = best == nullptr ? 0 : best->pattern.size();
    const bool longer = best == nullptr || rule.pattern.size() > least;
    if (longer || (rule.pattern.size() == least && rule.allow)) best = &rule;
  }
  return best == nullptr || best->allow;
}

std::string target_of(std::string_view address) {
  const AddressParts parts = parts_of(address);
  std::string target(parts.path.empty() ? "/" : parts.path);
  if (parts.query) (target += '?') += *parts.query;
  return target;
}

}  // namespace sitrep::fetch
