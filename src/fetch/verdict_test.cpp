#include "fetch/verdict.h"

#include <gtest/gtest.h>

namespace sitrep::fetch {
namespace {

using Kind = Verdict::Kind;

Kind kind(long status, std::string body = "x", std::string location = {}) {
  Answer answer;
  answer.status = status;
  answer.body = std::move(body);
  answer.location = std::move(location);
  return verdict_of(answer).kind;
}

TEST(Verdict, ByStatus) {
  EXPECT_EQ(kind(200), Kind::good);
  EXPECT_EQ(kind(200, ""), Kind::never);
  EXPECT_EQ(kind(204, ""), Kind::never);
  EXPECT_EQ(kind(304, ""), Kind::unchanged);
  EXPECT_EQ(kind(308, "", "https://x/"), Kind::moved);
  EXPECT_EQ(kind(302, ""), Kind::never);
  EXPECT_EQ(kind(300, "x"), Kind::never);
  for (const long status : {401, 403, 404, 410, 451}) EXPECT_EQ(kind(status), Kind::never);
  for (const long status : {408, 425, 500, 502, 504, 599}) EXPECT_EQ(kind(status), Kind::later);
  for (const long status : {429, 503}) EXPECT_EQ(kind(status), Kind::hold);
}

TEST(Verdict, WithoutAWholeAnswer) {
  Answer answer;
  answer.status = 200;
  answer.failure = "Timeout was reached";
  EXPECT_EQ(verdict_of(answer).kind, Kind::hold);
  answer.for_good = true;
  EXPECT_EQ(verdict_of(answer).kind, Kind::never);
  EXPECT_EQ(verdict_of(answer).reason, "Timeout was reached");
}

}  // namespace
}  // namespace sitrep::fetch
