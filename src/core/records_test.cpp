#include <gmock/gmock.h>

#include "core/dates.h"
#include "core/records_json.h"

namespace sitrep {
namespace {

using testing::HasSubstr;

Evidence span(uint32_t start, std::string text) {
  const auto end = static_cast<uint32_t>(start + text.size());
  return {.report = "r1", .start = start, .end = end, .text = std::move(text)};
}

Party rebels() {
  return {.name = "Velm Front", .actor_id = "velm", .kind = PartyKind::rebel, .nation = "QA"};
}

Party nobody_known() {
  Party party;
  party.name = "a man";
  return party;
}

Quantity number(std::optional<int64_t> low, std::optional<int64_t> best, std::string text) {
  return {.low = low, .best = best, .high = std::nullopt, .text = std::move(text)};
}

Item bomb() {
  Item item;
  item.kind = "bomb";
  return item;
}

Item soldiers() {
  return {.name = "",
          .description = "two \"soldiers\"\n",
          .kind = "military",
          .nation = "QA",
          .count = number(2, 2, "two"),
          .effect = Effect::killed,
          .mentions = {span(3, "soldiers")}};
}

Where place() {
  return {.name = "Ağrı",
          .lat = 39.7191,
          .lon = -43.0,
          .country = "TR",
          .admin1 = "Ağrı",
          .precision = PlacePrecision::city,
          .gazetteer_id = "g42"};
}

When day() {
  When when = day_when(*make_day(2022, 1, 5), Basis::relative);
  when.part_of_day = PartOfDay::night;
  return when;
}

Claim claim(Field field, ClaimValue value) {
  return {.id = "c1",
          .field = field,
          .value = std::move(value),
          .polarity = Polarity::denied,
          .certainty = Certainty::claimed,
          .speaker = Speaker{rebels(), "spokesperson"},
          .evidence = span(7, "said"),
          .why = "speech.tsv:4"};
}

std::vector<Claim> claims_of_all_forms() {
  return {claim(Field::type, "bombing"),
          claim(Field::outcome, "failed"),
          claim(Field::when, day()),
          claim(Field::where, place()),
          claim(Field::perpetrators, rebels()),
          claim(Field::perpetrators, std::monostate()),
          claim(Field::instruments, bomb()),
          claim(Field::physical_targets, soldiers()),
          claim(Field::human_targets, soldiers()),
          claim(Field::killed, number(1, {}, "one")),
          claim(Field::wounded, Quantity()),
          claim(Field::abducted, number({}, 0, "")),
          claim(Field::damage, "minor")};
}

template <typename Record>
void fill(Record& record) {
  record.type = EventType::bombing;
  record.phase = Phase::background;
  record.outcome = Outcome::failed;
  record.when = day();
  record.where = place();
  record.instruments = {bomb()};
  record.human_targets = {soldiers()};
  record.killed = soldiers().count;
  record.damage = Damage::major;
  record.claims = claims_of_all_forms();
  record.claims.back().speaker.reset();
}

Event event() {
  Event e;
  e.id = "e1";
  fill(e);
  e.perpetrators = {{.party = nobody_known(), .individual = true, .mentions = {span(0, "a man")}},
                    {.party = rebels(),
                     .status = Status::accused,
                     .accused_by_authorities = true,
                     .mentions = {}}};
  e.triggers = {span(1, "blast")};
  return e;
}

Report report() {
  Report r;
  r.id = "r1";
  r.uri = "a.txt";
  r.outlet = "A Post";
  r.byline = "N. Ame";
  r.text = "A blast \u00e9\t\x01.";
  r.published = day();
  r.sha256 = "ab";
  r.duplicate_of = "r0";
  return r;
}

Coding coding() {
  Coding c;
  c.report = report();
  c.sentences = {{0, 5}, {6, 9}};
  c.times = {{.span = span(2, "today"), .type = "DATE", .value = "2022-01-05", .when = day()},
             {.span = span(2, "daily"), .type = "SET", .value = "P1D", .when = {}}};
  c.places = {{.span = span(2, "here"), .where = place(), .confidence = 0.75}};
  c.actors = {{.span = span(2, "they"), .party = rebels()}};
  c.entities = {{.span = span(5, "a truck"), .kind = EntityKind::vehicle}, {}};
  c.events = {event(), Event()};
  c.knowledge_version = "beef";
  return c;
}

std::vector<Disagreement> disagreements() {
  Disagreement toll;
  toll.field = Field::killed;
  toll.kind = DisagreementKind::update;
  toll.positions = {{.value = number(3, 3, "three"), .reports = {"r1"}, .claims = {"c1"}}, {}};
  Disagreement site;
  site.field = Field::where;
  site.positions = {{.value = place(), .reports = {}, .claims = {}}};
  return {toll, site};
}

AppliedCorrection correction(CorrectedField field, FieldValue value, FieldValue replaced) {
  return {.id = 3,
          .kind = CorrectionKind::correct,
          .field = field,
          .value = std::move(value),
          .by = "ann",
          .when = "2026-11-29T02:15:00Z",
          .reason = "the \"ministry's\" list",
          .replaced = std::move(replaced)};
}

std::vector<AppliedCorrection> corrections() {
  using F = CorrectedField;
  const std::vector<IncidentPerpetrator> rebels_claim = {
      {.party = rebels(), .status = Status::claimed, .by = {"army"}}};
  const std::vector<std::string> names = {"i1", "i2"};
  std::vector<AppliedCorrection> all = {
      correction(F::type, EventType::raid, EventType::strike),
      correction(F::outcome, Outcome::foiled, Outcome::completed),
      correction(F::phase, Phase::background, Phase::news),
      correction(F::when, day(), When()),
      correction(F::where, place(), Where()),
      correction(F::perpetrators, rebels_claim, std::vector<IncidentPerpetrator>()),
      correction(F::killed, number(1, 2, "two"), Quantity()),
      correction(F::damage, Damage::minor, FieldValue()),
      correction(F::members, names, names),
      correction(F::rejected, FieldValue(), FieldValue())};
  all.back().kind = CorrectionKind::reject;
  return all;
}

Incident incident() {
  Incident i;
  i.id = "i1";
  fill(i);
  i.perpetrators = {{.party = rebels(), .status = Status::claimed, .by = {"army", "police"}}};
  i.summary = "A raid.";
  i.reports = {{.id = "r1", .uri = "a.txt", .outlet = "A Post", .title = "", .published = day()},
               {}};
  i.independent_sources = 2;
  i.sources = {{.name = "A Post", .reports = {"r1", "r2"}, .reasons = {"copies of one text"}}, {}};
  i.confidence = 0.123456789;
  i.grade.record = {.grade = Grade::fair, .reasons = {"two independent sources"}};
  i.grade.attribution = {.grade = {}, .reasons = {"nobody is named"}};
  i.toll_history.killed = {{.published = day().start,
                            .minute = 845,
                            .value = number(3, 3, "three"),
                            .reports = {"r1"},
                            .sources = 1},
                           {}};
  i.background = {"i5"};
  i.recalls = {"i6"};
  i.disagreements = disagreements();
  i.codes = {.acled_event_type = "Battles",
             .acled_sub_event_type = "Armed clash",
             .acled_fatalities = 3,
             .plover_event = "ASSAULT",
             .plover_mode = "",
             .cameo = "190",
             .ucdp_type_of_violence = 1,
             .ucdp_deaths = number(3, 4, "")};
  i.revision = 7;
  i.merged_from = {"i0"};
  i.corrections = corrections();
  i.members = {"r1/e1", "r2/e1"};
  return i;
}

template <typename Record>
std::string json(const Record& record) {
  std::string out;
  append_json(out, record);
  return out;
}

TEST(Records, CodingComesBackAsItWas) {
  const std::string text = json(coding());
  const auto back = coding_from_json(text);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(json(*back), text);
  EXPECT_TRUE(back->events[0].perpetrators[0].individual);
  EXPECT_EQ(back->report.text, coding().report.text);
}

TEST(Records, IncidentComesBackAsItWas) {
  const std::string text = json(incident());
  const auto back = incident_from_json(text);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(json(*back), text);
  EXPECT_TRUE(is_rejected(*back));
}

TEST(Records, EmptyRecordsComeBack) {
  EXPECT_EQ(json(*coding_from_json(json(Coding()))), json(Coding()));
  EXPECT_EQ(json(*incident_from_json(json(Incident()))), json(Incident()));
}

TEST(Records, UnknownMembersAreIgnored) {
  const auto back =
      coding_from_json(R"({"report":{"id":"r","later":[1]},"events":[],"more":{"a":null}})");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->report.id, "r");
}

TEST(Records, WhatIsNoRecordIsRefused) {
  for (const char* text :
       {"", "{", "[]", "7", "null", "{}", R"({"report":7,"events":[]})", "\xff\xfe",
        R"({"report":{},"events":[]})", R"({"report":{"id":"r"}})"}) {
    const auto back = coding_from_json(text);
    ASSERT_FALSE(back) << text;
    EXPECT_EQ(back.error().code, Code::malformed);
    EXPECT_FALSE(incident_from_json(text)) << text;
  }
}

TEST(Records, TheMemberThatDoesNotFitIsNamed) {
  const auto problem = [](const std::string& events) {
    const auto back = coding_from_json(R"({"report":{"id":"r"},"events":)" + events + "}");
    return back ? "none" : back.error().message;
  };
  EXPECT_THAT(problem(R"([{"type":"picnic"}])"), HasSubstr("events.type: \"picnic\""));
  EXPECT_THAT(problem(R"([{"when":{"start":"2022-02-30"}}])"),
              HasSubstr("events.when.start: not a date"));
  EXPECT_THAT(problem(R"([{"killed":{"low":"x"}}])"),
              HasSubstr("events.killed.low: not a whole number"));
  EXPECT_THAT(problem(R"([{"triggers":[{"start":-1}]}])"),
              HasSubstr("events.triggers.start: out of range"));
  EXPECT_THAT(problem(R"([{"claims":[{"field":"type","value":{}}]}])"),
              HasSubstr("events.claims.value"));
  EXPECT_THAT(problem("[7]"), HasSubstr("events: not an object"));
}

// Whatever a file is cut off at, the answer is an error and not a crash.
TEST(Records, EveryPrefixIsRefused) {
  const std::string text = json(coding());
  for (size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(coding_from_json(text.substr(0, size))) << size;
}

}  // namespace
}  // namespace sitrep
