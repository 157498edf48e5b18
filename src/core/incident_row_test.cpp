#include "sitrep/incident_row.h"

#include <gmock/gmock.h>

#include "core/dates.h"
#include "core/incident_row_json.h"
#include "core/records_json.h"
#include "sitrep/incident_filter.h"

namespace sitrep {
namespace {

AppliedCorrection correction(CorrectionKind kind) {
  AppliedCorrection out;
  out.kind = kind;
  out.field = kind == CorrectionKind::reject ? CorrectedField::rejected : CorrectedField::killed;
  return out;
}

Incident incident() {
  Incident i;
  i.id = "i1";
  i.type = EventType::shelling;
  i.when = day_when(*make_day(2022, 1, 5), Basis::relative);
  i.where = {.name = "Ağrı \"port\"\n",
             .lat = 39,
             .lon = -43.25,
             .country = "TR",
             .admin1 = "",
             .precision = PlacePrecision::city,
             .gazetteer_id = "g42"};
  i.perpetrators.resize(2);
  i.perpetrators[0].party.name = "Velm Front";
  i.perpetrators[0].party.actor_id = "velm";
  i.perpetrators[1].party.name = "men";
  i.killed = {.low = 3, .best = 4, .high = {}, .text = "at least three"};
  i.wounded = {.low = 24, .best = {}, .high = {}, .text = "dozens"};
  i.reports = {{.id = "r1", .uri = "u1", .outlet = "The Wire", .title = "t", .published = i.when},
               {.id = "r2", .uri = "u2", .outlet = "", .title = "", .published = {}}};
  i.independent_sources = 2;
  i.grade.record.grade = Grade::fair;
  return i;
}

Incident disputed(DisagreementKind kind) {
  Incident i = incident();
  i.disagreements = {{.field = Field::killed, .kind = kind, .positions = {}}};
  return i;
}

std::string json_of(const Incident& i) {
  std::string json;
  append_json(json, i);
  return json;
}

TEST(IncidentRow, IsReadFromTheRecordAsItIsMadeFromTheIncident) {
  Incident rejected = incident();
  rejected.corrections = {correction(CorrectionKind::correct), correction(CorrectionKind::reject)};
  Incident bare;
  bare.id = "i2";
  bare.type = EventType::riot;
  RowReader reader;
  for (const Incident& i : {incident(), rejected, bare, disputed(DisagreementKind::conflict),
                            disputed(DisagreementKind::update)}) {
    const auto row = reader.read(json_of(i));
    ASSERT_TRUE(row) << json_of(i);
    EXPECT_EQ(*row, row_of(i)) << json_of(i);
    std::string slim;
    append_json(slim, *row);
    EXPECT_LT(slim.size(), json_of(i).size());
    const auto again = reader.read(slim);
    ASSERT_TRUE(again) << slim;
    EXPECT_EQ(*again, *row) << slim;
  }
  EXPECT_TRUE(row_of(rejected).rejected);
  EXPECT_TRUE(row_of(disputed(DisagreementKind::denial)).disputed);
  EXPECT_FALSE(row_of(disputed(DisagreementKind::update)).disputed) << "a toll that grew";
}

TEST(IncidentRow, WhatIsNoRecordGivesNone) {
  RowReader reader;
  for (const char* json :
       {"", "{}", "[]", "null", "{\"id\":1}", "{\"id\":\"i1\",\"type\":\"tea\"}"})
    EXPECT_FALSE(reader.read(json)) << json;
  std::string cut = json_of(incident());
  for (size_t size = 0; size + 40 < cut.size(); size += 7)
    EXPECT_FALSE(reader.read(std::string_view(cut).substr(0, size / 2)));
}

bool matches(void (*set)(IncidentFilter&), const Incident& i = incident()) {
  IncidentFilter filter;
  set(filter);
  return Matcher(filter)(row_of(i));
}

TEST(Matcher, EachPartMustHold) {
  EXPECT_TRUE(matches([](IncidentFilter&) {}));
  EXPECT_TRUE(matches([](auto& f) { f.countries = {"IQ", "tr"}; }));
  EXPECT_FALSE(matches([](auto& f) { f.countries = {"IQ"}; }));
  EXPECT_TRUE(matches([](auto& f) { f.actors = {"velm front"}; }));
  EXPECT_TRUE(matches([](auto& f) { f.actors = {"velm"}; }));
  EXPECT_FALSE(matches([](auto& f) { f.actors = {""}; })) << "nobody's id";
  EXPECT_TRUE(matches([](auto& f) { f.outlets = {"The Wire"}; }));
  EXPECT_FALSE(matches([](auto& f) { f.outlets = {"The Wir"}; }));
  EXPECT_FALSE(matches([](auto& f) { f.types = {EventType::raid}; }));
  EXPECT_TRUE(matches([](auto& f) { f.grades = {Grade::weak, Grade::fair}; }));
  EXPECT_FALSE(matches([](auto& f) { f.precisions = {PlacePrecision::country}; }));
  EXPECT_FALSE(matches([](auto& f) { f.disputed = true; }));
  EXPECT_FALSE(matches([](auto& f) { f.phase = Phase::background; }));
}

TEST(Matcher, TollsCountByTheBestNumberElseTheLeast) {
  EXPECT_TRUE(matches([](auto& f) { f.min_killed = 4; }));
  EXPECT_FALSE(matches([](auto& f) { f.min_killed = 5; }));
  Incident dozens = incident();
  dozens.killed = {.low = 24, .best = {}, .high = {}, .text = "dozens"};
  EXPECT_TRUE(matches([](auto& f) { f.min_killed = 24; }, dozens));
  dozens.killed = {};
  EXPECT_FALSE(matches([](auto& f) { f.min_killed = 0; }, dozens)) << "nothing is said";
}

TEST(Matcher, DaysAndBoxes) {
  EXPECT_TRUE(matches([](auto& f) { f.since = f.until = make_day(2022, 1, 5); }));
  EXPECT_FALSE(matches([](auto& f) { f.until = make_day(2022, 1, 4); }));
  Incident undated = incident();
  undated.when = {};
  EXPECT_FALSE(matches([](auto& f) { f.since = make_day(1900, 1, 1); }, undated));
  EXPECT_TRUE(matches([](auto& f) { f.box = {-50, 30, -40, 40}; }));
  EXPECT_FALSE(matches([](auto& f) { f.box = {-40, 30, -50, 40}; })) << "the other way round";
  EXPECT_TRUE(matches([](auto& f) { f.box = {170, 30, -43, 40}; })) << "over the antimeridian";
  Incident nowhere = incident();
  nowhere.where = {};
  EXPECT_FALSE(matches([](auto& f) { f.box = GeoBox(); }, nowhere));
}

TEST(Matcher, RejectedOnesOnlyWhereAskedFor) {
  Incident rejected = incident();
  rejected.corrections = {correction(CorrectionKind::reject)};
  EXPECT_FALSE(matches([](IncidentFilter&) {}, rejected));
  EXPECT_TRUE(matches([](auto& f) { f.rejected = Rejected::shown; }, rejected));
}

}  // namespace
}  // namespace sitrep
