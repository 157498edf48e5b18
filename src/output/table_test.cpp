#include "output/table.h"

#include <gmock/gmock.h>

#include "core/dates.h"
#include "output/sample_test.h"
#include "output/why_record.h"

namespace sitrep::output {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

using RowPtr = std::shared_ptr<const IncidentRow>;

IncidentRow row(const std::string& id) {
  IncidentRow out;
  out.id = id;
  out.type = EventType::drone_attack;
  out.when = day_when(*make_day(1970, 1, 11), Basis::stated);
  out.where.name = "Marib \"port\"";
  out.where.country = "YE";
  out.where.precision = PlacePrecision::near;
  out.tellers = {{"r1", "Post"}, {"r2", "Wire"}, {"r3", "Post"}, {"r4", ""}};
  out.actors = {{"the Houthis", "houthis"}, {"gunmen", ""}};
  out.killed = 2;
  return out;
}

TEST(Table, NamesStandOnceAndColumnsPointToThem) {
  IncidentRow other = row("i2");
  other.actors = {{"Ansar Allah", "houthis"}};
  other.where = {};
  other.when = {};
  const std::vector<RowPtr> rows = {std::make_shared<IncidentRow>(row("i1")),
                                    std::make_shared<IncidentRow>(other)};
  const std::string json = table_json(rows, "r-1", sample::countries());
  for (const char* part :
       {"{\"revision\":\"r-1\",\"count\":2,\"columns\":{\"id\":[\"i1\",\"i2\"]",
        "\"start\":[10,null]", "\"place\":[0,null]", "\"country\":[0,null]",
        "\"actors\":[[0,1],[0]]", "\"outlets\":[[0,1],[0,1]]", "\"killed\":[2,2]",
        "\"places\":[\"Marib \\\"port\\\"\"]",
        "{\"id\":\"houthis\",\"name\":\"the Houthis\"},{\"id\":null,\"name\":\"gunmen\"}",
        "\"outlets\":[\"Post\",\"Wire\"]", "\"lat\":[null,null]"})
    EXPECT_THAT(json, HasSubstr(part));
}

TEST(Table, Titles) {
  IncidentRow shot = row("i1");
  EXPECT_EQ("Drone attack near Marib \"port\", Yemen", short_title(shot, sample::countries()));
  shot.outcome = Outcome::intercepted;
  shot.where = {};
  EXPECT_EQ("Drone attack (intercepted)", short_title(shot, sample::countries()));
}

TEST(WhyRecord, ReasonsInTheirParts) {
  EXPECT_THAT(parts_of("same day +2.0, another target, seldom told -0.4, of two reports +0.0"),
              ElementsAre(Pair("same day", 2.0), Pair("another target, seldom told", -0.4),
                          Pair("of two reports", 0.0)));
  EXPECT_THAT(parts_of(""), IsEmpty());
  EXPECT_THAT(parts_of("no number"), IsEmpty());
}

}  // namespace
}  // namespace sitrep::output
