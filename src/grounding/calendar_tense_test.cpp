#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/dates.h"
#include "grounding/calendar.h"
#include "language/analyser.h"
#include "mentions/times.h"

namespace sitrep {
namespace {

struct Case {
  std::string_view text;
  std::string_view times;
};

// "[Friday] 2022-01-07" of each.
std::string described(const Document& document) {
  std::vector<TimeMention> times;
  find_times(document, times);
  ground_times(document, {.published = parse_day("2022-01-05"), .minute = {}}, times);
  std::string out;
  for (const TimeMention& m : times)
    out += fmt::format("{}[{}] {}", out.empty() ? "" : "; ", document.slice(m.tokens), m.value);
  return out;
}

constexpr Case kTense[] = {
    // clang-format off
    {"The president will meet the king on Friday.", "[Friday] 2022-01-07"},
    {"The president met the king on Friday.", "[Friday] 2021-12-31"},
    {"The two sides plan to sign the accord on Friday.", "[Friday] 2022-01-07"},
    {"The trial is scheduled for Monday.", "[Monday] 2022-01-10"},
    {"The trial was adjourned until Monday.", "[Monday] 2022-01-10"},
    {"He said on Friday that he would resign.", "[Friday] 2021-12-31"},
    {"On Friday, the parliament will vote.", "[Friday] 2022-01-07"},
    {"On Friday, the parliament voted.", "[Friday] 2021-12-31"},
    {"The rebels, who will disarm in March, met on Monday.",
     "[March] 2022-03; [Monday] 2022-01-03"},
    {"The deadline is Jan. 14.", "[Jan. 14] 2022-01-14"},
    {"He was killed on Jan. 14.", "[Jan. 14] 2021-01-14"},
    {"The team planned to leave Nairobi on Friday.", "[Friday] 2022-01-07"},
    {"The sale was set to close on Monday.", "[Monday] 2022-01-10"},
    {"The offer had been scheduled to expire on Friday.",
     "[Friday] 2021-12-31"},
    {"They were planning to drive south on Friday.", "[Friday] 2022-01-07"},
    {"The firm will redeem its preferred shares on Jan. 31.",
     "[Jan. 31] 2022-01-31"},
    {"Elections will be held in June.", "[June] 2022-06"},
    // clang-format on
};

std::string model(std::string_view name) {
  std::ifstream file(fmt::format("{}/models/{}.model", SITREP_SOURCE_DIR, name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(CalendarTense, FollowsTheTenseOfTaggedText) {
  const std::string blobs[] = {model("tagger"), model("lemmatiser"), model("parser")};
  auto analyser = Analyser::create({blobs[0], blobs[1], blobs[2]});
  if (!analyser) GTEST_SKIP() << "no language models";
  for (const Case& c : kTense) {
    Document document;
    analyser->analyse(c.text, document);
    EXPECT_EQ(described(document), c.times) << c.text;
  }
}

}  // namespace
}  // namespace sitrep
