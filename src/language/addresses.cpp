#include "language/addresses.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr auto kDomains = std::to_array<std::string_view>(
    {"com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "tv", "me",
     "co",  "us",  "uk",  "il",  "ir",  "iq",  "ru",  "ua",   "fr",  "de", "eu", "ca",
     "au",  "cn",  "in",  "jp",  "tr",  "ly",  "sy",  "lb",   "ps",  "sa", "ae", "qa",
     "ye",  "eg",  "br",  "mx",  "nl",  "ch",  "be",  "se",   "no"});

constexpr size_t kLongest = 2000;

bool starts(std::string_view text, std::string_view lower) {
  return text.size() > lower.size() && contains_ignoring_case(text.substr(0, lower.size()), lower);
}

bool has_scheme(std::string_view chunk) {
  return starts(chunk, "http://") || starts(chunk, "https://") || starts(chunk, "www.") ||
         starts(chunk, "ftp://") || starts(chunk, "mailto:");
}

bool in_address(char c) {
  return !is_ascii_space(c) && c != '"' && c != '<' && c != '>' && c != '|' && c != '^' &&
         c != '`' && c != '{' && c != '}' && (c & 0x80) == 0;
}

size_t without_closing(std::string_view address) {
  size_t n = address.size();
  while (n > 0) {
    const char c = address[n - 1];
    const bool bracket = c == ')' && address.substr(0, n).find('(') == std::string_view::npos;
    if (std::string_view(".,;:!?'*]").find(c) == std::string_view::npos && !bracket) break;
    --n;
  }
  return n;
}

size_t whole_length(std::string_view chunk) {
  const auto end = std::find_if_not(chunk.begin(), chunk.end(), in_address);
  return without_closing(chunk.substr(0, static_cast<size_t>(end - chunk.begin())));
}

bool name_char(char c) { return is_digit(c) || is_lower(c) || is_upper(c) || c == '-' || c == '_'; }

size_t name_end(std::string_view text, size_t i) {
  while (i < text.size() && name_char(text[i])) ++i;
  return i;
}

bool is_domain(std::string_view label) {
  return std::any_of(kDomains.begin(), kDomains.end(), [&](std::string_view d) {
    return d.size() == label.size() && contains_ignoring_case(label, d);
  });
}

// "name.name.com" at `from`, with the path behind it; 0: none.
size_t host_end(std::string_view text, size_t from) {
  size_t i = name_end(text, from);
  size_t label = from, labels = 1;
  while (i < text.size() && text[i] == '.' && name_end(text, i + 1) > i + 1) {
    label = i + 1;
    i = name_end(text, label);
    ++labels;
  }
  return labels > 1 && is_domain(text.substr(label, i - label)) ? i : 0;
}

size_t mail_length(std::string_view chunk) {
  const size_t at = chunk.find('@');
  if (at == std::string_view::npos || at == 0) return 0;
  for (size_t i = 0; i < at; ++i) {
    if (!name_char(chunk[i]) && chunk[i] != '.' && chunk[i] != '+') return 0;
  }
  size_t i = name_end(chunk, at + 1);
  while (i < chunk.size() && chunk[i] == '.' && name_end(chunk, i + 1) > i + 1)
    i = name_end(chunk, i + 1);
  return i > at + 1 ? i : 0;
}

size_t site_length(std::string_view chunk) {
  const size_t end = host_end(chunk, 0);
  if (end == 0) return 0;
  // "him.In Kirkuk": a missing space, not a site.
  const size_t dot = chunk.substr(0, end).rfind('.');
  if (is_upper(chunk[dot + 1]) && is_lower(chunk[dot - 1])) return 0;
  const bool path = end < chunk.size() && chunk[end] == '/';
  return path ? whole_length(chunk) : end;
}

}  // namespace

size_t address_length(std::string_view chunk) {
  if (chunk.empty()) return 0;
  chunk = chunk.substr(0, kLongest);
  if (has_scheme(chunk)) return whole_length(chunk);
  if (chunk[0] == '@') {
    const size_t end = name_end(chunk, 1);
    return end > 1 ? end : 0;
  }
  const size_t mail = mail_length(chunk);
  return mail > 0 ? mail : site_length(chunk);
}

}  // namespace sitrep
