// How two drafts go together.
#include "events/likeness.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

DayLink days_of(const Draft& a, const Draft& b) {
  static const HandMade text("gunmen fled .");
  return likeness(text.reading(), a, b).days;
}

TEST(Days, UnknownAndOneKnown) {
  EXPECT_EQ(days_of(told_in(0), told_in(0)), DayLink::unknown);
  EXPECT_EQ(days_of(on("2024-03-04"), told_in(0)), DayLink::one_known);
  EXPECT_EQ(days_of(told_in(0), on("2024-03-04")), DayLink::one_known);
}

TEST(Days, SameAndOther) {
  EXPECT_EQ(days_of(on("2024-03-04"), on("2024-03-04")), DayLink::same);
  EXPECT_EQ(days_of(on("2024-03-04"), on("2024-03-05")), DayLink::other);
  EXPECT_EQ(days_of(on("2024-03-05"), on("2024-03-04")), DayLink::other);
}

TEST(Days, HoursOfOneDay) {
  const auto link = [](PartOfDay a, PartOfDay b) {
    return days_of(on("2024-03-04", a), on("2024-03-04", b));
  };
  EXPECT_EQ(link(PartOfDay::morning, PartOfDay::night), DayLink::other_hour);
  EXPECT_EQ(link(PartOfDay::evening, PartOfDay::night), DayLink::same);
  EXPECT_EQ(link(PartOfDay::morning, PartOfDay::none), DayLink::same);
}

TEST(Days, LongApartIsMoreThanFortyDays) {
  EXPECT_EQ(days_of(on("2024-03-01"), on("2024-04-10")), DayLink::other);
  EXPECT_EQ(days_of(on("2024-03-01"), on("2024-04-11")), DayLink::long_apart);
  EXPECT_EQ(days_of(on("2024-04-11"), on("2024-03-01")), DayLink::long_apart);
  EXPECT_EQ(days_of(on("2024-03-01"), on("2019-03-01")), DayLink::long_apart);
}

TEST(Days, TheDayOfAWordOfSayingIsWeak) {
  Draft said = on("2024-03-05");
  said.tellings.front().borrowed = true;
  EXPECT_EQ(days_of(on("2024-03-04"), said), DayLink::perhaps_other);
  EXPECT_EQ(days_of(on("2024-03-05"), said), DayLink::same_roughly);
  EXPECT_EQ(days_of(on("2023-03-05"), said), DayLink::perhaps_other);
}

TEST(Days, AMonthIsSameRoughly) {
  Draft month = told_in(0);
  month.tellings.front().when = month_when(2024, 3, Basis::stated);
  EXPECT_EQ(days_of(on("2024-03-04"), month), DayLink::same_roughly);
  EXPECT_EQ(days_of(on("2024-02-28"), month), DayLink::other);
}

TEST(Days, DifferentDaysAreThoseOfTheEventsThemselves) {
  EXPECT_TRUE(different_days(on("2024-03-04"), on("2024-03-20")));
  EXPECT_FALSE(different_days(on("2024-03-04"), on("2024-03-04")));
  EXPECT_FALSE(different_days(on("2024-03-04"), told_in(0)));
  Draft died = on("2024-03-06");
  died.tellings.front().afterwards = true;
  EXPECT_FALSE(different_days(on("2024-03-04"), died));
}

PlaceLink places_of(const Where& a, const Where& b) {
  HandMade text("here and there .");
  const uint32_t x = text.place("here", a);
  const uint32_t y = text.place("there", b);
  return likeness(text.reading(), at(x), at(y)).places;
}

TEST(Places, UnknownAndOneKnown) {
  HandMade text("here and there .");
  const uint32_t x = text.place("here", town("Goma", -1.68, 29.22, "CD"));
  EXPECT_EQ(likeness(text.reading(), told_in(0), told_in(0)).places, PlaceLink::unknown);
  EXPECT_EQ(likeness(text.reading(), at(x), told_in(0)).places, PlaceLink::one_known);
}

TEST(Places, TownsByTheirDistance) {
  const Where goma = town("Goma", -1.68, 29.22, "CD");
  EXPECT_EQ(places_of(goma, goma), PlaceLink::same);
  EXPECT_EQ(places_of(goma, town("Nearby", -1.60, 29.20, "CD")), PlaceLink::near);
  EXPECT_EQ(places_of(goma, town("Further", -1.40, 29.00, "CD")), PlaceLink::about);
  EXPECT_EQ(places_of(goma, town("Bunia", 1.56, 30.25, "CD")), PlaceLink::far);
}

TEST(Places, ATownLiesWithinItsCountry) {
  const Where goma = town("Goma", -1.68, 29.22, "CD");
  const Where country = area("DR Congo", "CD", PlacePrecision::country);
  EXPECT_EQ(places_of(goma, country), PlaceLink::within);
  EXPECT_EQ(places_of(country, goma), PlaceLink::within);
  EXPECT_EQ(places_of(goma, area("Rwanda", "RW", PlacePrecision::country)),
            PlaceLink::other_country);
}

TEST(Places, ATownLiesWithinItsDivisionAlone) {
  Where goma = town("Goma", -1.68, 29.22, "CD");
  goma.admin1 = "Nord-Kivu";
  EXPECT_EQ(places_of(goma, area("Nord-Kivu", "CD", PlacePrecision::admin1)), PlaceLink::within);
  Where ituri = area("Ituri", "CD", PlacePrecision::admin1);
  ituri.admin1 = "Ituri";
  EXPECT_EQ(places_of(goma, ituri), PlaceLink::unclear);
  EXPECT_EQ(places_of(ituri, area("Anbar", "IQ", PlacePrecision::admin1)),
            PlaceLink::other_country);
}

TEST(Places, DifferentPlacesAreThoseThatCannotBeOne) {
  HandMade text("here and there and yonder .");
  const uint32_t goma = text.place("here", town("Goma", -1.68, 29.22, "CD"));
  const uint32_t near = text.place("there", town("Nearby", -1.60, 29.20, "CD"));
  const uint32_t far = text.place("yonder", town("Bunia", 1.56, 30.25, "CD"));
  EXPECT_FALSE(different_places(text.reading(), at(goma), at(near)));
  EXPECT_TRUE(different_places(text.reading(), at(goma), at(far)));
  EXPECT_FALSE(different_places(text.reading(), at(goma), told_in(0)));
}

Draft aimed_at(uint32_t phrase, bool human) {
  Draft draft = told_in(0);
  draft.targets.push_back(fill(phrase, human));
  return draft;
}

TargetLink targets_of(const NounPhrase& a, const NounPhrase& b, const std::string& words_a,
                      const std::string& words_b, bool human = true) {
  HandMade text(words_a + " fled . " + words_b + " fled .");
  const uint32_t x = text.phrase(words_a, a);
  const uint32_t y = text.phrase(words_b, b);
  return likeness(text.reading(), aimed_at(x, human), aimed_at(y, human)).targets;
}

TEST(Targets, TwoPersonsHaveOtherNames) {
  EXPECT_EQ(targets_of(person(), person(), "Antonio Ruiz", "Elena Ortiz"), TargetLink::other_name);
  EXPECT_EQ(targets_of(person(), person(), "Antonio Ruiz", "Ruiz"), TargetLink::same_name);
}

TEST(Targets, NounsAndTheWordsBeforeThem) {
  EXPECT_EQ(targets_of(people(true), people(true), "soldiers", "nurses"), TargetLink::other);
  EXPECT_EQ(targets_of(people(true), people(true), "soldiers", "soldiers"), TargetLink::same_noun);
  EXPECT_EQ(targets_of({}, {}, "military hospital", "military hospital", false),
            TargetLink::same_words);
  EXPECT_EQ(targets_of({}, {}, "the military hospital", "a private hospital", false),
            TargetLink::other);
  EXPECT_EQ(targets_of({}, {}, "a military hospital", "the hospital", false),
            TargetLink::same_noun);
}

bool other_victims(const NounPhrase& a, const NounPhrase& b, bool learnt) {
  HandMade text("Ana Ruiz fled . Luis Parra fled .");
  Draft first = aimed_at(text.phrase("Ana Ruiz", a), true);
  Draft second = aimed_at(text.phrase("Luis Parra", b), true);
  second.targets.front().learnt = learnt;
  return different_victims(text.reading(), first, second);
}

TEST(Targets, OtherVictimsAreTwoPersonsByName) {
  NounPhrase named;
  named.person = named.named = true;
  NounPhrase unnamed = named;
  unnamed.named = false;
  EXPECT_TRUE(other_victims(named, named, false));
  EXPECT_FALSE(other_victims(named, named, true));  // the model alone sees one of them
  EXPECT_FALSE(other_victims(named, unnamed, false));
}

TEST(Targets, PeopleAndThingsAreOfOtherSorts) {
  HandMade text("guards and bank .");
  const uint32_t guards = text.phrase("guards", people(true));
  const uint32_t bank = text.phrase("bank");
  const auto link = likeness(text.reading(), aimed_at(guards, true), aimed_at(bank, false)).targets;
  EXPECT_EQ(link, TargetLink::other_sort);
}

TEST(Targets, OnePersonInCommonIsEnough) {
  HandMade text("Antonio Ruiz and Elena Ortiz fled . Ortiz fell .");
  const uint32_t ruiz = text.phrase("Antonio Ruiz", person());
  const uint32_t ortiz = text.phrase("Elena Ortiz", person());
  const uint32_t again = text.phrase("Ortiz", person());
  Draft both = aimed_at(ruiz, true);
  both.targets.push_back(fill(ortiz, true));
  EXPECT_EQ(likeness(text.reading(), both, aimed_at(again, true)).targets, TargetLink::same_name);
}

TEST(Parties, WhoActsInOneIsHitInTheOther) {
  HandMade text("Hamas and Israel .");
  const uint32_t hamas = text.phrase("Hamas", of_actor("hamas"));
  const uint32_t israel = text.phrase("Israel", of_actor("il", "IL"));
  Draft attack = aimed_at(israel, true);
  attack.perpetrators.push_back(fill(hamas));
  Draft answer = aimed_at(hamas, true);
  answer.perpetrators.push_back(fill(israel));
  EXPECT_TRUE(likeness(text.reading(), attack, answer).turned);
  EXPECT_TRUE(likeness(text.reading(), answer, attack).turned);
  EXPECT_FALSE(likeness(text.reading(), attack, attack).turned);
}

TEST(Parties, BodiesOfOneStateAreOneSide) {
  HandMade text("Navy and Army and Hamas .");
  const uint32_t navy = text.phrase("Navy", of_actor("il-navy", "IL"));
  const uint32_t army = text.phrase("Army", of_actor("il-army", "IL"));
  const uint32_t hamas = text.phrase("Hamas", of_actor("hamas"));
  const auto link = [&](uint32_t a, uint32_t b) {
    Draft x = told_in(0), y = told_in(0);
    x.perpetrators.push_back(fill(a));
    y.perpetrators.push_back(fill(b));
    return likeness(text.reading(), x, y).parties;
  };
  EXPECT_EQ(link(navy, navy), PartyLink::same);
  EXPECT_EQ(link(navy, army), PartyLink::same_nation);
  EXPECT_EQ(link(navy, hamas), PartyLink::other);
}

TEST(Tolls, SameFewerAndMore) {
  static const HandMade text("gunmen fled .");
  const auto link = [](Toll a, Toll b) {
    Draft x = told_in(0), y = told_in(0);
    x.tolls.push_back(std::move(a));
    y.tolls.push_back(std::move(b));
    return likeness(text.reading(), x, y).tolls;
  };
  EXPECT_EQ(link(toll(Effect::killed, 5), toll(Effect::killed, 5)), TollLink::same);
  EXPECT_EQ(link(toll(Effect::killed, 5), toll(Effect::killed, 3)), TollLink::fewer);
  EXPECT_EQ(link(toll(Effect::killed, 5), toll(Effect::killed, 8)), TollLink::more);
  EXPECT_EQ(link(toll(Effect::killed, 5), toll(Effect::wounded, 5)), TollLink::other_effect);
}

TEST(Types, OneEventIsToldAsSeveral) {
  EXPECT_TRUE(same_family(EventType::shelling, EventType::air_strike));
  EXPECT_TRUE(same_family(EventType::strike, EventType::armed_attack));
  EXPECT_TRUE(same_family(EventType::any, EventType::protest));
  EXPECT_FALSE(same_family(EventType::kidnapping, EventType::shelling));
  EXPECT_FALSE(same_family(EventType::protest, EventType::bombing));
}

TEST(ToldApart, AWordOfOrderLiesBetween) {
  HandMade text("attack after shelling . raid and battle .");
  EXPECT_TRUE(told_apart(text.reading(), told_in(0, 0), told_in(0, 2)));
  EXPECT_FALSE(told_apart(text.reading(), told_in(1, 4), told_in(1, 6)));
  EXPECT_FALSE(told_apart(text.reading(), told_in(0, 0), told_in(1, 4)));
}

TEST(ToldApart, TheDeadOfAnAttackAreNot) {
  HandMade text("killed after attack .");
  Draft dead = told_in(0, 0);
  dead.effect_only = true;
  dead.tolls.push_back(toll(Effect::killed, 3));
  EXPECT_FALSE(told_apart(text.reading(), dead, told_in(0, 2)));
}

TEST(Linked, OneHangsOnTheOthersWord) {
  Draft owner = told_in(0, 5);
  Draft hangs = told_in(0, 2);
  EXPECT_FALSE(linked(owner, hangs));
  hangs.under = 5;
  EXPECT_TRUE(linked(owner, hangs));
  EXPECT_TRUE(linked(hangs, owner));
}

}  // namespace
}  // namespace sitrep::events::test
