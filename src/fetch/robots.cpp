#include "fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/text.h"
#include "intake/address.h"

namespace sitrep::fetch {

namespace {

constexpr size_t kLongestLine = 2048;

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

// Collects the rules of an agent and those of all, for groups may come in any order and number.
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view agent) : product_(lower_ascii(agent)) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find_first_of("\r\n"), text.size());
      if (const auto line = line_of(text.substr(0, end))) take(*line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  const RobotsGroup& chosen() const { return named_ ? of_agent_ : of_all_; }

 private:
  void take(const Line& line) {
    if (line.key == "user-agent") return take_agent(line.value);
    if (line.key == "allow" || line.key == "disallow") {
      in_agents_ = false;
      if (line.value.empty()) return;  // Disallow: nothing
      const RobotsRule rule{comparable(line.value), line.key == "allow"};
      for (RobotsGroup* group : here_) group->rules.push_back(rule);
    } else if (line.key == "crawl-delay") {
      in_agents_ = false;
      const auto delay = seconds_of(line.value);
      for (RobotsGroup* group : here_) group->crawl_delay = delay ? delay : group->crawl_delay;
    }
  }

  // Agents in a row share a group. Other lines, such as Sitemap, part none.
  void take_agent(std::string_view agent) {
    if (!in_agents_) here_.clear();
    in_agents_ = true;
    const bool by_name = product_of(agent) == product_;
    named_ = named_ || by_name;
    if (by_name) here_.insert(&of_agent_);
    if (agent == "*") here_.insert(&of_all_);
  }

  std::string product_;
  RobotsGroup of_agent_, of_all_;
  std::set<RobotsGroup*> here_;  // that the lines being read are for
  bool named_ = false;           // there is a group for this agent
  bool in_agents_ = false;       // the last line that counts named an agent
};

}  // namespace

Robots::Robots(std::string_view text, std::string_view agent) {
  text = text.substr(0, kMostRobotsBytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  RobotsReader reader(agent);
  reader.read(text);
  group_ = reader.chosen();
}

bool Robots::allows(std::string_view target) const {
  const std::string wanted = comparable(target);
  if (wanted == "/robots.txt") return true;
  const RobotsRule* best = nullptr;
  for (const RobotsRule& rule : group_.rules) {
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
