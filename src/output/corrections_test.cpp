#include "output/corrections.h"

#include <gmock/gmock.h>

#include "core/dates.h"
#include "output/brief.h"
#include "output/brief_html.h"
#include "output/brief_markdown.h"
#include "output/csv.h"
#include "output/filters.h"
#include "output/geojson.h"
#include "output/sample_test.h"
#include "output/why.h"

namespace sitrep::output {
namespace {

using testing::HasSubstr;
using testing::Not;

AppliedCorrection made(CorrectionKind kind, CorrectedField field, FieldValue value,
                       FieldValue replaced = {}) {
  return {.id = 4,
          .kind = kind,
          .field = field,
          .value = std::move(value),
          .by = "ann",
          .when = "2026-11-29T02:15:00Z",
          .reason = "the ministry's <list>",
          .replaced = std::move(replaced)};
}

Quantity exactly(int64_t n) { return {n, n, n, ""}; }

AppliedCorrection nine_killed() {
  return made(CorrectionKind::correct, CorrectedField::killed, exactly(9), exactly(8));
}

Incident corrected_bomb() {
  Incident bomb = sample::incidents()[1];
  bomb.killed = exactly(9);
  bomb.corrections = {nine_killed()};
  return bomb;
}

std::string text(CorrectedField field, FieldValue value, FieldValue replaced) {
  return correction_text(
      made(CorrectionKind::correct, field, std::move(value), std::move(replaced)),
      sample::countries());
}

TEST(CorrectionText, SaysWhatInPlaceOfWhatWhoWhenAndWhy) {
  EXPECT_EQ(correction_text(nine_killed(), sample::countries()),
            "Killed: nine, in place of eight (ann, 29 November 2026: the ministry's <list>)");
}

TEST(CorrectionText, OfEveryField) {
  using F = CorrectedField;
  const When day = day_when(*make_day(2023, 3, 2), Basis::stated);
  When night = day;
  night.part_of_day = PartOfDay::night;
  Where aden;
  aden.name = "Aden";
  aden.country = "YE";
  aden.precision = PlacePrecision::city;
  aden.lat = 12.8, aden.lon = 45;
  IncidentPerpetrator gang;
  gang.party.name = "a gang";
  gang.status = Status::suspected;
  const std::vector<IncidentPerpetrator> gangs = {gang};
  const std::vector<IncidentPerpetrator> nobody;
  EXPECT_THAT(text(F::type, EventType::drone_attack, EventType::raid),
              HasSubstr("Type: drone attack, in place of raid"));
  EXPECT_THAT(text(F::outcome, Outcome::foiled, Outcome::completed), HasSubstr("Outcome: foiled"));
  EXPECT_THAT(text(F::phase, Phase::background, Phase::news),
              HasSubstr("Phase: background, in place of new"));
  EXPECT_THAT(text(F::when, night, When()),
              HasSubstr("Date: 2 March 2023 at night, in place of unknown"));
  EXPECT_THAT(text(F::where, aden, Where()), HasSubstr("Aden, Yemen (12.800, 45.000)"));
  EXPECT_THAT(text(F::perpetrators, gangs, nobody),
              HasSubstr("Responsible: a gang (suspected), in place of nobody"));
  EXPECT_THAT(text(F::damage, Damage::minor, FieldValue()),
              HasSubstr("Damage: minor, in place of unknown"));
}

TEST(CorrectionText, OfTheIncidentItself) {
  const auto whole = [](CorrectionKind kind, std::vector<std::string> value,
                        std::vector<std::string> replaced) {
    return correction_text(
        made(kind, CorrectedField::members, std::move(value), std::move(replaced)),
        sample::countries());
  };
  EXPECT_THAT(whole(CorrectionKind::merge, {"i2", "i3"}, {"i1", "i2", "i3"}),
              HasSubstr("Merged with i2, i3 (ann"));
  EXPECT_THAT(whole(CorrectionKind::split, {"r1/e1"}, {"i1"}),
              HasSubstr("Split: r1/e1 taken out of i1 (ann"));
  EXPECT_THAT(whole(CorrectionKind::reject, {}, {}), HasSubstr("Rejected as no incident (ann"));
}

TEST(CorrectionText, StandsInShowWhyListAndBrief) {
  const Incident bomb = corrected_bomb();
  const auto codings = sample::codings();
  const auto countries = sample::countries();
  const std::string sentence = "Killed: nine, in place of eight (ann, 29 November 2026";
  EXPECT_THAT(show_text(bomb, codings, countries, {}), HasSubstr("Corrected\n  " + sentence));
  EXPECT_THAT(why_text(bomb, Field::killed, codings, countries, {}),
              HasSubstr("Killed\n  Corrected. " + sentence));
  EXPECT_THAT(why_text(bomb, Field::damage, codings, countries, {}), Not(HasSubstr("Corrected")));
  EXPECT_THAT(list_text({&bomb, 1}, countries, {}), HasSubstr(" Corrected."));
  const Brief brief = compose_brief({&bomb, 1}, codings, countries);
  EXPECT_THAT(brief.in_brief.at(0).text, HasSubstr(" Corrected."));
  EXPECT_THAT(markdown(brief), HasSubstr("Corrected:\n\n- " + sentence));
  EXPECT_THAT(html(brief), HasSubstr("<h5>Corrected</h5>\n<ul>\n<li>" + sentence));
  EXPECT_THAT(html(brief), Not(HasSubstr("<list>"))) << "markup of a reason stays text";
}

TEST(CorrectionText, WhyTellsOfMergesWhereNoFieldIsAskedFor) {
  Incident bomb = sample::incidents()[1];
  bomb.corrections = {
      made(CorrectionKind::merge, CorrectedField::members, std::vector<std::string>{"i2"})};
  EXPECT_THAT(why_text(bomb, {}, sample::codings(), sample::countries(), {}),
              HasSubstr("By people\n  Corrected. Merged with i2"));
}

TEST(CorrectionText, ARejectedIncidentIsMarkedWhereItIsListed) {
  Incident bomb = sample::incidents()[1];
  bomb.corrections = {made(CorrectionKind::reject, CorrectedField::rejected, {})};
  EXPECT_THAT(list_text({&bomb, 1}, sample::countries(), {}), HasSubstr(" Rejected."));
  EXPECT_THAT(geojson({&bomb, 1}), HasSubstr("\"rejected\":true"));
  EXPECT_THAT(csv({&bomb, 1}), HasSubstr(",,yes,"));
}

TEST(CorrectionText, ExportsNameTheCorrectedFields) {
  Incident bomb = corrected_bomb();
  bomb.corrections.push_back(
      made(CorrectionKind::correct, CorrectedField::type, EventType::bombing, EventType::raid));
  EXPECT_EQ(corrected_fields(bomb), "killed; type");
  EXPECT_THAT(csv({&bomb, 1}), HasSubstr(",killed; type,,"));
  EXPECT_THAT(geojson({&bomb, 1}), HasSubstr("\"corrected\":true"));
}

Correction logged(int64_t number, CorrectionKind kind) {
  Correction out;
  out.number = number;
  out.kind = kind;
  out.incident = "i1";
  out.field = CorrectedField::killed;
  out.signature = {"ann\x1b[31m", "2026-11-29T02:15:00Z", "the ministry's list"};
  return out;
}

TEST(Log, TellsWhatWasTakenBackAndLost) {
  Correction first = logged(1, CorrectionKind::correct);
  first.value = exactly(9);
  first.replaced = exactly(8);
  first.undone_by = 2;
  Correction second = logged(2, CorrectionKind::undo);
  second.undoes = 1;
  second.signature.reason.clear();
  const std::vector<Correction> log = {first, second};
  EXPECT_EQ(log_text(log, sample::countries(), {}),
            "   1  2026-11-29T02:15:00Z  ann [31m  i1  Killed: nine, in place of eight\n"
            "      because: the ministry's list\n"
            "      taken back by 2\n"
            "   2  2026-11-29T02:15:00Z  ann [31m  i1  Takes back 1\n");
  Correction lost = logged(3, CorrectionKind::reject);
  lost.lost = {"r1/e1"};
  EXPECT_THAT(log_text({&lost, 1}, sample::countries(), {}),
              HasSubstr("      lost: no report tells of r1/e1 any longer\n"));
  EXPECT_EQ(log_line(second, sample::countries()), "2: Takes back 1");
  const std::string json = log_json(log);
  EXPECT_THAT(json, HasSubstr("\"undoes\":null,\"undone_by\":2,\"lost\":[]}\n{\"id\":2,"));
  EXPECT_THAT(log_json({&lost, 1}), HasSubstr("\"lost\":[\"r1/e1\"]"));
  EXPECT_THAT(json, HasSubstr("\"reason\":null"));
}

TEST(RecodeText, ALineForEachReportAndIncident) {
  RecodeSummary all;
  all.coded = 3;
  EXPECT_EQ(recode_text(all), "");
  EXPECT_EQ(recode_counts(all), "3 reports coded again, 0 coded otherwise");
  all.reports = {"r1"};
  all.changed = {"i1"};
  all.merged = {{"i2", {"i1"}}};
  all.split = {{"i1", {"i8", "i9"}}};
  all.retired = {"i3"};
  all.arisen = {"i9"};
  EXPECT_EQ(recode_text(all),
            "report   r1\nchanged  i1\nmerged   i2 into i1\nsplit    i1, parts in i8, i9\n"
            "retired  i3\nnew      i9\n");
  EXPECT_THAT(recode_counts(all), HasSubstr("1 coded otherwise; 1 incident changed, 1 merged"));
}

TEST(Filters, RejectedOnesOnlyWhereAskedFor) {
  FilterText typed;
  EXPECT_EQ(parse_filter(typed, sample::countries())->rejected, Rejected::hidden);
  typed.rejected = true;
  EXPECT_EQ(parse_filter(typed, sample::countries())->rejected, Rejected::shown);
}

}  // namespace
}  // namespace sitrep::output
