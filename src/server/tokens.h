// Who may ask, where not everybody may: secrets, each of a user or of nobody in particular.
#pragma once

#include <httplib.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::server {

inline constexpr size_t kShortestToken = 16;  // bytes
inline constexpr auto kCookie = "sitrep";

class Tokens {
 public:
  // `usage` where it is too short or holds what a header can't.
  Result<void> add(std::string_view token, std::string_view user);
  // Lines of TOKEN or NAME TOKEN; empty ones and those that begin with # are passed over.
  Result<void> add_file(const std::string& path);
  bool empty() const { return all_.empty(); }

  // The user of a token, which may have no name; empty: it is none of ours.
  std::optional<std::string> user_of(std::string_view token) const;
  // Of the request's "Authorization: Bearer TOKEN", or of the cookie that a log-in set.
  std::optional<std::string> user_of(const httplib::Request& request) const;
  // What the cookie holds in place of the token.
  static std::string cookie_value(std::string_view token);

 private:
  struct Token {
    std::string digest;         // of the token
    std::string cookie_digest;  // of what its cookie holds
    std::string user;
  };
  std::vector<Token> all_;
};

}  // namespace sitrep::server
