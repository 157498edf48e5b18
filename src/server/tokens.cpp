#include "server/tokens.h"

#include <algorithm>
#include <fstream>

#include "core/sha256.h"
#include "core/text.h"

namespace sitrep::server {

namespace {

bool is_plain(char c) { return c > ' ' && c < 0x7f && c != ';' && c != ',' && c != '"'; }

std::string cookie_of(const httplib::Request& request) {
  const std::string header = request.get_header_value("Cookie");
  for (const std::string_view pair : split(header, ';')) {
    const std::string_view each = trim(pair);
    const size_t equals = each.find('=');
    if (each.substr(0, equals) == kCookie && equals != each.npos)
      return std::string(each.substr(equals + 1));
  }
  return {};
}

}  // namespace

// Digests are compared, so that the time of comparing tells nothing of the token.
std::string Tokens::cookie_value(std::string_view token) {
  return Sha256().add("sitrep cookie\n").add(token).hex();
}

Result<void> Tokens::add(std::string_view token, std::string_view user) {
  if (token.size() < kShortestToken || !std::ranges::all_of(token, is_plain)) {
    return fail(Code::usage, "a token has at least " + std::to_string(kShortestToken) +
                                 " letters, digits or signs, and no blanks");
  }
  all_.push_back({sha256_hex(token), sha256_hex(cookie_value(token)), std::string(user)});
  return {};
}

Result<void> Tokens::add_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) return fail(Code::unreadable, "the tokens can't be read", path);
  int64_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::string_view text = trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    const size_t blank = text.find_last_of(" \t");
    const bool named = blank != text.npos;
    const auto added = add(named ? text.substr(blank + 1) : text,
                           named ? trim(text.substr(0, blank)) : std::string_view());
    if (!added) return fail(Code::usage, added.error().message, path, number);
  }
  if (all_.empty()) return fail(Code::usage, "there is no token in it", path);
  return {};
}

std::optional<std::string> Tokens::user_of(std::string_view token) const {
  const auto found = std::ranges::find(all_, sha256_hex(token), &Token::digest);
  return found == all_.end() ? std::nullopt : std::optional(found->user);
}

std::optional<std::string> Tokens::user_of(const httplib::Request& request) const {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string given = request.get_header_value("Authorization");
  if (given.starts_with(kBearer)) return user_of(std::string_view(given).substr(kBearer.size()));
  const std::string digest = sha256_hex(cookie_of(request));
  const auto found = std::ranges::find(all_, digest, &Token::cookie_digest);
  return found == all_.end() ? std::nullopt : std::optional(found->user);
}

}  // namespace sitrep::server
