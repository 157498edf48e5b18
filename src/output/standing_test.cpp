#include "output/standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"
#include "output/csv.h"
#include "output/filters.h"
#include "output/sample_test.h"

namespace sitrep::output {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TollStep step(std::string_view day, int64_t killed, int sources) {
  return {.published = parse_day(day),
          .minute = {},
          .value = {.low = killed, .best = killed, .high = killed, .text = {}},
          .reports = {"r1"},
          .sources = sources};
}

Incident grown() {
  Incident i = sample::incidents().front();
  i.reports = {{.id = "r1", .uri = "a.txt", .outlet = "A Post", .title = {}, .published = {}}};
  i.toll_history.killed = {step("2022-01-04", 7, 1), step("2022-01-05", 12, 2)};
  i.toll_history.killed[0].minute = 845;
  i.grade.record = {.grade = Grade::fair, .reasons = {"two independent sources"}};
  i.grade.attribution = {.grade = Grade::contested, .reasons = {"X is accused", "X denied it"}};
  return i;
}

TEST(Standing, TollThatChangedIsALineWithItsTimesAndSources) {
  SourceList sources;
  const auto lines = toll_growth(grown(), sources);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].text, "Killed: 7 (4 January 2022 14:05), 12 (5 January 2022, two sources)");
  EXPECT_THAT(lines[0].refs, SizeIs(1));
}

TEST(Standing, TollThatStayedIsNone) {
  Incident i = grown();
  i.toll_history.killed[1].value = i.toll_history.killed[0].value;
  SourceList sources;
  EXPECT_THAT(toll_growth(i, sources), IsEmpty());
}

TEST(Standing, GradesAreSaidWithTheirReasons) {
  EXPECT_EQ(grade_line(grown()),
            "Grade: fair (two independent sources); who did it: contested (X is accused; X denied "
            "it).");
  Incident nobody = grown();
  nobody.grade.attribution.grade.reset();
  EXPECT_EQ(grade_line(nobody), "Grade: fair (two independent sources).");
}

TEST(Standing, CsvHasGradesAndDeathsAtItsEnd) {
  Incident i = grown();
  i.codes.acled_fatalities = 7;
  i.codes.ucdp_deaths = {.low = 7, .best = 12, .high = 12, .text = {}};
  const std::vector<Incident> all{i};
  const std::string table = csv(all);
  EXPECT_THAT(table,
              HasSubstr("revision,corrected,rejected,grade,attribution_grade,acled_fatalities,"
                        "ucdp_best,ucdp_low,ucdp_high\r\n"));
  EXPECT_THAT(table, HasSubstr(",fair,contested,7,12,7,12\r\n"));
}

TEST(Filters, Grade) {
  FilterText typed;
  typed.grades = {"contested"};
  const auto filter = parse_filter(typed, sample::countries());
  ASSERT_TRUE(filter);
  EXPECT_THAT(filter->grades, testing::ElementsAre(Grade::contested));
  typed.grades = {"good"};
  const auto wrong = parse_filter(typed, sample::countries());
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().message, HasSubstr("is none of confirmed, fair, weak"));
}

}  // namespace
}  // namespace sitrep::output
