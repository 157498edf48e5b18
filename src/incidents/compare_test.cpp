#include "incidents/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Not;

const knowledge::Lexicon& lexicon() {
  static const knowledge::Lexicon out;
  return out;
}

Face face_of(const std::string& report_id, std::vector<Item> things, std::vector<Item> people) {
  Event e = event(EventType::shelling, on("2022-06-01"), marjah());
  e.physical_targets = std::move(things);
  e.human_targets = std::move(people);
  const Coding coding = report(report_id, "2022-06-02", "Shells fell in Marjah.", {e});
  return make_sketch(coding, lexicon()).faces.at(0);
}

std::vector<std::string_view> reasons_of(const Face& a, const Face& b) {
  Reasons reasons;
  compare(a, b, lexicon(), false, &reasons);
  std::vector<std::string_view> out;
  out.reserve(reasons.size());
  for (const Reason& r : reasons) out.push_back(r.name);
  return out;
}

TEST(Compare, WhatWasHitAgreesByItsNounElseByItsKind) {
  const Face bakery = face_of("r1", {thing("a bakery", "commercial")}, {});
  EXPECT_THAT(reasons_of(bakery, face_of("r2", {thing("the old bakery", "commercial")}, {})),
              Contains(weight::telling_thing.name));
  EXPECT_THAT(reasons_of(bakery, face_of("r2", {thing("a hospital", "medical")}, {})),
              Contains(weight::other_telling_thing.name));
}

Face in_the_past(const std::string& report_id, std::string_view published, When when) {
  Event e = event(EventType::shelling, when, marjah());
  e.phase = Phase::background;
  const Coding coding = report(report_id, published, "Shells fell in Marjah.", {e});
  return make_sketch(coding, lexicon()).faces.at(0);
}

TEST(Compare, WhatIsToldWithoutADayMonthsApartIsSeldomOne) {
  const Face march = in_the_past("r1", "2022-03-01", {});
  const auto to_march = [&](std::string_view published, When when = {}) {
    return reasons_of(march, in_the_past("r2", published, when));
  };
  EXPECT_THAT(to_march("2022-03-10"), AllOf(Not(Contains(weight::told_weeks_apart.name)),
                                            Not(Contains(weight::told_months_apart.name))));
  EXPECT_THAT(to_march("2022-03-20"), Contains(weight::told_weeks_apart.name));
  EXPECT_THAT(to_march("2021-12-20"), Contains(weight::told_months_apart.name));
  EXPECT_THAT(to_march("2021-12-20", on("2021-12-19")),
              Not(Contains(weight::told_months_apart.name)))
      << "a day was said";
}

TEST(Compare, PeopleAndThingsAreHeldApart) {
  const Face mourners = face_of("r1", {}, {thing("mourners", "civilian")});
  const auto reasons = reasons_of(mourners, face_of("r2", {thing("a bakery", "commercial")}, {}));
  for (const Weight& w : {weight::telling_people, weight::like_people, weight::other_people,
                          weight::telling_thing, weight::other_thing})
    EXPECT_THAT(reasons, Not(Contains(w.name)));
}

TEST(Compare, AnotherTargetWeighsMoreWhereMuchHappens) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r2", {thing("a clinic", "medical")}, {});
  const Face same = face_of("r3", {thing("a bakery", "commercial")}, {});
  const auto gap = [&](bool busy) {
    return compare(one, same, lexicon(), busy) - compare(one, other, lexicon(), busy);
  };
  EXPECT_GT(gap(true), 2 * gap(false));
}

TEST(Compare, EventsOfOneReportAreWeighedAlikeEverywhere) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r1", {thing("a clinic", "medical")}, {});
  EXPECT_EQ(compare(one, other, lexicon(), true), compare(one, other, lexicon(), false));
}

TEST(Compare, ReasonsAddUpToTheScore) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r2", {thing("a clinic", "medical")}, {});
  Reasons reasons;
  const double score = compare(one, other, lexicon(), true, &reasons);
  double sum = 0;
  for (const Reason& r : reasons) sum += r.value;
  EXPECT_NEAR(sum, score, 1e-9);
}

TEST(Compare, WhatTwoReportsAreMainlyAboutOnOneDaySpeaksForOneAffair) {
  const auto lead = [](const std::string& id, const When& when) {
    Event e = event(EventType::shelling, when, marjah());
    return make_sketch(report(id, "2022-06-02", "Shells fell in Marjah.", {e}), lexicon())
        .faces.at(0);
  };
  const Face one = lead("r1", on("2022-06-01"));
  EXPECT_THAT(reasons_of(one, lead("r2", on("2022-06-01"))), Contains(weight::both_lead.name));
  EXPECT_THAT(reasons_of(one, lead("r2", on("2022-06-02"))), Not(Contains(weight::both_lead.name)));
  EXPECT_THAT(reasons_of(one, lead("r2", When{})), Not(Contains(weight::both_lead.name)));
}

Face told_in_words(const std::string& id, const std::string& text, Event e) {
  e.triggers = {{id, 0, 1, text.substr(0, 1)}};
  Coding coding = report(id, "2022-06-02", text, {std::move(e)});
  coding.sentences = {{0, static_cast<uint32_t>(text.size())}};
  return make_sketch(coding, lexicon()).faces.at(0);
}

TEST(Compare, ANameThatHardlyAnyReportHasSpeaksForOneAffair) {
  const Event e = event(EventType::shelling, on("2022-06-01"), marjah());
  const Face one = told_in_words("r1", "Shells fell on the mill of Drezkovo at noon.", e);
  EXPECT_THAT(reasons_of(one, told_in_words("r2", "A mill burns in Drezkovo, it is said.", e)),
              Contains(weight::rare_name.name));
  EXPECT_THAT(reasons_of(one, told_in_words("r2", "A mill burns in Untovo, it is said.", e)),
              Not(Contains(weight::rare_name.name)));
}

TEST(Compare, NamesOfThePlaceAndOfWhoSpeaksAreNoSeldomNames) {
  Event e = event(EventType::shelling, on("2022-06-01"), at("Drezkovo", 31.5, 64.1, "AF"));
  Claim claim;
  claim.speaker = speaker("Captain Pelmarin");
  e.claims = {claim};
  const std::string text = "It fell on Drezkovo, Captain Pelmarin said.";
  EXPECT_THAT(reasons_of(told_in_words("r1", text, e), told_in_words("r2", text, e)),
              Not(Contains(weight::rare_names.name)));
}

TEST(Compare, AnAnniversaryIsNoMisreadDay) {
  const auto face = [](const std::string& id, std::string_view day) {
    Coding coding =
        report(id, "2022-06-02", "Shells fell.", {event(EventType::shelling, on(day), marjah())});
    coding.times.push_back({{id, 0, 1, "S"}, "DATE", "2022-06-01", on("2022-06-01")});
    return make_sketch(coding, lexicon()).faces.at(0);
  };
  const Face one = face("r1", "2022-06-01");
  EXPECT_THAT(reasons_of(one, face("r2", "2022-05-25")), Contains(weight::day_in_both.name));
  EXPECT_THAT(reasons_of(one, face("r2", "2021-06-01")), Contains(weight::months_apart.name));
}

TEST(Compare, HowMuchHappensIsWeighedByTheBusyColumn) {
  EXPECT_EQ(compare(Setting{.bustle = 4}), weight::busy_place[4].busy);
  EXPECT_EQ(compare(Setting{.bustle = 4, .spread = 0, .own_names = 1}), weight::names_told[0].busy);
  EXPECT_EQ(compare(Setting{}), 0);
  EXPECT_EQ(compare(Setting{.told = 2}), weight::told_of_country[2].busy);
  EXPECT_EQ(compare(Setting{.bustle = 4, .told = 2}), weight::busy_place[4].busy);
}

TEST(Compare, AThousandTargetsAreNotAllComparedWithAThousand) {
  std::vector<Item> many(1000, thing("", "residence"));
  for (size_t i = 0; i < many.size(); ++i) many[i].description = "house" + std::to_string(i);
  EXPECT_LT(face_of("r1", many, {}).targets.size(), 100u);
}

TEST(Compare, EachInARoadOfItsOwnSpeaksAgainstOneAffair) {
  Face one = face_of("r1", {}, {});
  Face other = face_of("r2", {}, {});
  one.roads = {1, 5};
  EXPECT_THAT(reasons_of(one, other), Not(Contains(weight::other_road.name)));
  other.roads = {3};
  EXPECT_THAT(reasons_of(one, other), Contains(weight::other_road.name));
  EXPECT_THAT(reasons_of(one, other), Not(Contains(weight::same_road.name)));
}

TEST(Compare, ARoadThatBothTellSpeaksForOneAffairWhereMuchHappens) {
  Face one = face_of("r1", {}, {});
  Face other = face_of("r2", {}, {});
  const auto score = [&](bool busy) { return compare(one, other, lexicon(), busy); };
  const double quiet = score(false);
  const double busy = score(true);
  one.roads = {1, 5};
  other.roads = {3, 5};
  EXPECT_THAT(reasons_of(one, other), Not(Contains(weight::other_road.name)));
  EXPECT_EQ(score(false), quiet);
  EXPECT_GT(score(true), busy);
}

// What spares the words of two reports may not cost a pair that they would have joined.
TEST(Compare, WhatStaysBelowTheThresholdWhateverTheWordsSayIsNotNear) {
  Event e = event(EventType::shelling, on("2022-06-01"), marjah());
  const std::string text =
      "Shells fell on Citadel Road in Marjah, the deputy of Pelmarin and the mill of Untovo said.";
  const Face one = told_in_words("r1", text, e);
  for (const std::string_view day : {"2022-06-01", "2022-06-02", "2022-06-20", "2023-09-01"}) {
    e.when = on(day);
    const Face other = told_in_words("r2", text, e);
    for (const bool busy : {false, true}) {
      const double whole = compare(one, other, lexicon(), busy);
      const auto near = compare_if_near(one, other, lexicon(), busy);
      if (near) {
        EXPECT_EQ(*near, whole) << day;
      } else {
        EXPECT_LT(whole, weight::kThreshold) << day;
      }
    }
  }
}

// A report whose events each have a sentence of their own that says where it was, but for the last
// of them where `told_again`: that has two. The last is of the type given.
std::vector<Face> day_of(size_t events, bool told_again = false,
                         EventType last = EventType::shelling) {
  constexpr std::string_view kSentence = "Shells hit a house in Marjah. ";
  Coding coding = report("r1", "2022-06-02", {}, std::vector<Event>(events));
  const auto evidence = [&] {
    const auto start = static_cast<uint32_t>(coding.report.text.size());
    coding.report.text += kSentence;
    coding.sentences.emplace_back(start, static_cast<uint32_t>(coding.report.text.size() - 1));
    return Evidence{"r1", start, start + 6, "Shells"};
  };
  for (Event& e : coding.events) {
    e.type = EventType::shelling;
    e.when = on("2022-06-01");
    e.where = marjah();
    e.triggers = {evidence()};
    e.claims[0].field = Field::where;
    e.claims[0].evidence = e.triggers[0];
  }
  coding.events.back().type = last;
  if (told_again) coding.events.back().triggers.push_back(evidence());
  return make_sketch(coding, lexicon()).faces;
}

TEST(Compare, WhatAListTellsInASentenceEachIsApart) {
  const auto list = day_of(3);
  EXPECT_THAT(reasons_of(list[0], list[1]), Contains(weight::items_of_a_list.name));
  EXPECT_LT(compare(list[0], list[1], lexicon(), false), weight::kTogether);
}

TEST(Compare, AnArrestThatIsRecalledIsNotForTheDeedThatIsNews) {
  auto faces = day_of(2, false, EventType::arrest);
  faces.front().soft = true;  // no day was said
  EXPECT_GE(compare(faces.front(), faces.back(), lexicon(), false), weight::kTogether);
  faces.back().phase = Phase::background;
  EXPECT_THAT(reasons_of(faces.front(), faces.back()), Contains(weight::arrest_before.name));
  EXPECT_LT(compare(faces.front(), faces.back(), lexicon(), false), weight::kTogether);
}

// In a day's list an arrest is another case, not the end of one that the list tells of elsewhere.
TEST(Compare, AnArrestInAListIsNotForWhatElseIsInIt) {
  const auto in_list = day_of(3, false, EventType::arrest);
  const auto in_story = day_of(2, false, EventType::arrest);
  for (const auto* told : {&in_list, &in_story})
    EXPECT_THAT(reasons_of(told->front(), told->back()), Contains(weight::arrest_for_it.name));
  EXPECT_LT(compare(in_list.front(), in_list.back(), lexicon(), false), weight::kTogether);
  EXPECT_GE(compare(in_story.front(), in_story.back(), lexicon(), false), weight::kTogether);
}

TEST(Compare, AStoryOfTwoOrOneThatComesBackToAnEventIsNoList) {
  const auto two = day_of(2);
  EXPECT_THAT(reasons_of(two[0], two[1]), Not(Contains(weight::items_of_a_list.name)));
  const auto story = day_of(3, true);
  EXPECT_THAT(reasons_of(story[0], story[1]), Not(Contains(weight::items_of_a_list.name)));
}

Face of_type(const std::string& report_id, EventType type) {
  Face face = face_of(report_id, {}, {});
  face.type = type;
  return face;
}

TEST(Compare, AnArrestIsNoOtherReportsDeedButASeizedShipMayBeAHijackedOne) {
  const Face hijacking = of_type("r1", EventType::hijacking);
  EXPECT_TRUE(comparable(hijacking, of_type("r2", EventType::seizure)));
  EXPECT_FALSE(comparable(hijacking, of_type("r2", EventType::arrest)));
  EXPECT_FALSE(comparable(of_type("r1", EventType::bombing), of_type("r2", EventType::seizure)));
}

}  // namespace
}  // namespace sitrep::incidents::test
