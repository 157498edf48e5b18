#include "intake/address.h"

#include <algorithm>

#include "core/text.h"
#include "knowledge/lexicon.h"
#include "knowledge/outlets.h"

namespace sitrep {

namespace {

bool is_scheme_char(char c) {
  return is_lower(to_lower(c)) || is_digit(c) || c == '+' || c == '-' || c == '.';
}

std::optional<std::string_view> take_scheme(std::string_view& rest) {
  const size_t colon = rest.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_lower(to_lower(rest[0]))) return {};
  const auto scheme = rest.substr(0, colon);
  if (!std::all_of(scheme.begin(), scheme.end(), is_scheme_char)) return {};
  rest.remove_prefix(colon + 1);
  return scheme;
}

// What stands behind `mark` up to the end is taken off.
std::optional<std::string_view> take_behind(std::string_view& rest, char mark) {
  const size_t at = rest.find(mark);
  if (at == std::string_view::npos) return {};
  const auto part = rest.substr(at + 1);
  rest = rest.substr(0, at);
  return part;
}

std::string joined(const AddressParts& parts) {
  std::string out;
  if (parts.scheme) out.append(*parts.scheme) += ':';
  if (parts.authority) out.append("//").append(*parts.authority);
  out += parts.path;
  if (parts.query) (out += '?') += *parts.query;
  if (parts.fragment) (out += '#') += *parts.fragment;
  return out;
}

// RFC 3986, 5.2.4: "." and ".." are walked.
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const size_t next = path.find('/', 1);
    const auto segment = path.substr(0, next);
    path = next == std::string_view::npos ? std::string_view() : path.substr(next);
    const bool last = path.empty();
    if (segment == "/..") {
      out.erase(std::min(out.rfind('/'), out.size()));
      if (last) out += '/';
    } else if (segment == "/.") {
      if (last) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

std::string merged_path(const AddressParts& base, std::string_view path) {
  if (path.starts_with('/')) return without_dots(path);
  const size_t slash = base.path.rfind('/');
  std::string whole(slash == std::string_view::npos ? "/" : base.path.substr(0, slash + 1));
  return without_dots(whole.append(path));
}

// No blanks and control characters: feeds break long links over lines.
std::string tidy(std::string_view link) {
  std::string out;
  for (const char c : trim(link)) {
    if (c == ' ') {
      out += "%20";
    } else if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

std::string canonical_authority(std::string_view scheme, std::string_view authority) {
  const size_t host_begin = authority.rfind('@') + 1;  // npos + 1 is 0
  std::string out(authority.substr(0, host_begin));
  out += lower_ascii(authority.substr(host_begin));
  const std::string_view port = scheme == "https" ? ":443" : ":80";
  if (out.ends_with(port)) out.resize(out.size() - port.size());
  if (out.ends_with(':')) out.pop_back();
  return out;
}

// Without the parameters that are no part of what is asked for; nothing where none is left.
std::optional<std::string> kept_parameters(std::string_view query, std::string_view host,
                                           const knowledge::Lexicon& lexicon) {
  std::string out;
  for (const auto parameter : split(query, '&')) {
    if (parameter.empty()) continue;
    const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
    if (lexicon.is_tracking_parameter(name, host)) continue;
    if (!out.empty()) out += '&';
    out += parameter;
  }
  if (out.empty()) return {};
  return out;
}

bool is_tracking_fragment(std::string_view fragment, std::string_view host,
                          const knowledge::Lexicon& lexicon) {
  const size_t equals = fragment.find('=');
  return fragment.empty() || fragment.starts_with(":~:") ||
         (equals != std::string_view::npos &&
          lexicon.is_tracking_parameter(lower_ascii(fragment.substr(0, equals)), host));
}

}  // namespace

AddressParts parts_of(std::string_view address) {
  AddressParts parts;
  std::string_view rest = address;
  parts.scheme = take_scheme(rest);
  parts.fragment = take_behind(rest, '#');
  parts.query = take_behind(rest, '?');
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const size_t slash = std::min(rest.find('/'), rest.size());
    parts.authority = rest.substr(0, slash);
    rest.remove_prefix(slash);
  }
  parts.path = rest;
  return parts;
}

bool is_web_address(std::string_view address) {
  const AddressParts parts = parts_of(address);
  if (!parts.scheme || !parts.authority) return false;
  const std::string scheme = lower_ascii(*parts.scheme);
  const auto host = parts.authority->substr(parts.authority->rfind('@') + 1);
  return (scheme == "http" || scheme == "https") && !host.empty() && host.front() != ':';
}

std::string resolved(std::string_view link, std::string_view base_address) {
  const std::string clean = tidy(link);
  AddressParts parts = parts_of(clean);
  if (parts.scheme || !is_web_address(base_address)) return clean;
  const AddressParts base = parts_of(base_address);
  std::string path(parts.path);
  if (!parts.authority) {
    if (path.empty() && !parts.query) parts.query = base.query;
    path = path.empty() ? std::string(base.path) : merged_path(base, path);
    parts.authority = base.authority;
  }
  parts.scheme = base.scheme;
  parts.path = path;
  return joined(parts);
}

std::string canonical_address(std::string_view address, const knowledge::Lexicon* lexicon) {
  if (!is_web_address(address)) return std::string(address);
  AddressParts parts = parts_of(address);
  const std::string scheme = lower_ascii(*parts.scheme);
  const std::string authority = canonical_authority(scheme, *parts.authority);
  parts.scheme = scheme;
  parts.authority = authority;
  if (parts.path.empty()) parts.path = "/";
  std::optional<std::string> query;
  if (lexicon != nullptr) {
    const std::string host = lower_ascii(knowledge::host_of(address));
    if (parts.query) query = kept_parameters(*parts.query, host, *lexicon);
    parts.query = query;
    if (parts.fragment && is_tracking_fragment(*parts.fragment, host, *lexicon))
      parts.fragment.reset();
  }
  return joined(parts);
}

std::string_view without_fragment(std::string_view address) {
  return address.substr(0, address.find('#'));
}

}  // namespace sitrep
