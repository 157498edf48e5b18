#include "server/tokens.h"

#include <gmock/gmock.h>

#include <fstream>

#include "server/test_server.h"

namespace sitrep::server {
namespace {

using testing::HasSubstr;
using testing::Optional;

constexpr auto kToken = "correct-horse-battery";

httplib::Request with(const std::string& header, const std::string& value) {
  httplib::Request request;
  request.headers.emplace(header, value);
  return request;
}

TEST(Tokens, OfAUserByHeaderAndByCookie) {
  Tokens tokens;
  ASSERT_TRUE(tokens.add(kToken, "ann"));
  EXPECT_THAT(tokens.user_of(with("Authorization", std::string("Bearer ") + kToken)),
              Optional(std::string("ann")));
  const std::string cookie = "theme=dark; sitrep=" + Tokens::cookie_value(kToken) + "; x=1";
  EXPECT_THAT(tokens.user_of(with("Cookie", cookie)), Optional(std::string("ann")));
  EXPECT_FALSE(tokens.user_of(with("Cookie", std::string("sitrep=") + kToken)))
      << "not the token itself";
  EXPECT_FALSE(tokens.user_of(with("Authorization", "Bearer ")));
  EXPECT_FALSE(tokens.user_of(with("Authorization", std::string("Basic ") + kToken)));
  EXPECT_FALSE(tokens.user_of(httplib::Request()));
}

TEST(Tokens, ShortOnesAreRefused) {
  Tokens tokens;
  EXPECT_FALSE(tokens.add("short", ""));
  EXPECT_FALSE(tokens.add("with a blank in it....", ""));
  EXPECT_TRUE(tokens.empty());
}

TEST(Tokens, FromAFile) {
  const test::Folder folder;
  std::ofstream(folder / "tokens")
      << "# the desk\n\nann correct-horse-battery\nBob Smith  another-long-token\n"
         "nobody-in-particular\n";
  Tokens tokens;
  ASSERT_TRUE(tokens.add_file(folder / "tokens"));
  EXPECT_THAT(tokens.user_of("another-long-token"), Optional(std::string("Bob Smith")));
  EXPECT_THAT(tokens.user_of("nobody-in-particular"), Optional(std::string()));
  std::ofstream(folder / "bad") << "ann correct-horse-battery\nbob x\n";
  const auto bad = Tokens().add_file(folder / "bad");
  ASSERT_FALSE(bad);
  EXPECT_EQ(2, bad.error().record);
  EXPECT_FALSE(Tokens().add_file(folder / "none"));
}

}  // namespace
}  // namespace sitrep::server
