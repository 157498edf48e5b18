// Which fillers are one and the same.
#include "events/entities_of.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

// Sizes of the groups into which all phrases fall, in text order: "2 1".
std::string groups(const HandMade& text, decltype(group_fills)* of = group_fills) {
  const Reading reading = text.reading();
  std::vector<Fill> fills;
  for (uint32_t i = 0; i < reading.mentions.phrases.size(); ++i) {
    fills.push_back(fill(i));
    fills.back().sentence = reading.document.sentence_of(reading.mentions.phrases[i].head);
  }
  std::vector<const Fill*> all;
  all.reserve(fills.size());
  for (const Fill& f : fills) all.push_back(&f);
  std::string sizes;
  for (const auto& group : of(reading, all))
    sizes += (sizes.empty() ? "" : " ") + std::to_string(group.size());
  return sizes;
}

NounPhrase fighters() {
  NounPhrase phrase = people(true);
  phrase.kind = "fighter";
  return phrase;
}

TEST(GroupFills, NothingGivesNoGroup) { EXPECT_EQ(groups(HandMade("gunmen fled .")), ""); }

TEST(GroupFills, AFamilyNameAloneIsThePersonNamedInFull) {
  HandMade text("Antonio Ruiz fled . Ruiz fell .");
  text.phrase("Antonio Ruiz", person());
  text.phrase("Ruiz", person());
  EXPECT_EQ(groups(text), "2");
}

TEST(GroupFills, ATitleBeforeAFamilyNameIsTheSamePerson) {
  HandMade text("Antonio Ruiz fled . Judge Ruiz fell .");
  text.phrase("Antonio Ruiz", person());
  text.phrase("Judge Ruiz", person());
  EXPECT_EQ(groups(text), "2");
}

TEST(GroupFills, TwoFamilyNamesAreTwo) {
  HandMade text("Antonio Ruiz and Antonio Vidal fled .");
  text.phrase("Antonio Ruiz", person());
  text.phrase("Antonio Vidal", person());
  EXPECT_EQ(groups(text), "1 1");
}

TEST(GroupFills, OneAndSeveralPeopleAreTwo) {
  HandMade text("soldiers fled . soldier fell .");
  text.phrase("soldiers", people(true));
  text.phrase("soldier", people(false));
  EXPECT_EQ(groups(text), "1 1");
}

TEST(GroupFills, OneAndSeveralThingsMayBeOne) {
  HandMade text("houses burnt . house fell .");
  NounPhrase thing;
  thing.nature = Nature::thing;
  thing.plural = true;
  text.phrase("houses", thing);
  thing.plural = false;
  text.phrase("house", thing);
  EXPECT_EQ(groups(text), "2");
}

TEST(GroupFills, CountsThatDifferAreTwo) {
  HandMade text("six soldiers fled . two soldiers fell . six soldiers rose . soldiers sat .");
  text.phrase("six soldiers", people(true, 6));
  text.phrase("two soldiers", people(true, 2));
  text.phrase("six soldiers", people(true, 6));
  text.phrase("soldiers", people(true));
  EXPECT_EQ(groups(text), "3 1");
}

TEST(GroupFills, OtherPeopleAreNotThoseBefore) {
  HandMade text("soldiers fled . other soldiers fell .");
  text.phrase("soldiers", people(true));
  NounPhrase others = people(true);
  others.additional = true;
  text.phrase("other soldiers", others);
  EXPECT_EQ(groups(text), "1 1");
}

TEST(GroupFills, FewerWordsBeforeTheNounAreTheSame) {
  HandMade text("urban guerrillas fled . guerrillas fell . urban guerrillas rose .");
  text.phrase("urban guerrillas", people(true));
  text.phrase("guerrillas", people(true));
  text.phrase("urban guerrillas", people(true));
  EXPECT_EQ(groups(text), "3");
}

TEST(GroupFills, OtherWordsBeforeTheNounAreTwo) {
  HandMade text("urban guerrillas fled . rural guerrillas rose .");
  text.phrase("urban guerrillas", people(true));
  text.phrase("rural guerrillas", people(true));
  EXPECT_EQ(groups(text), "1 1");
}

TEST(GroupFills, OneActorOfTheDictionaryIsOneWhateverTheWord) {
  HandMade text("rebels of Kivu and March Movement fled .");
  text.phrase("rebels", of_actor("m23"));
  text.phrase("March Movement", of_actor("m23"));
  EXPECT_EQ(groups(text), "2");
}

TEST(GroupFills, AnAppositionIsWhatItStandsBeside) {
  HandMade text("chief , judge , fled . judge fell .");
  const uint32_t chief = text.phrase("chief", people(false));
  const uint32_t judge = text.phrase("judge", people(false));
  text.hangs(judge, Rel::appos, chief);
  EXPECT_EQ(groups(text), "2");
  text.hangs(judge, Rel::conj, chief);
  EXPECT_EQ(groups(text), "1 1");
}

TEST(GroupFills, AGroupGrowsByWhatAnyOfItIs) {
  HandMade text("chief , judge , fled . judge fell .");
  const uint32_t chief = text.phrase("chief", people(false));
  text.hangs(text.phrase("judge", people(false)), Rel::appos, chief);
  text.phrase("judge", people(false));
  EXPECT_EQ(groups(text), "3");
}

std::string attackers(const HandMade& text) { return groups(text, group_attackers); }

TEST(GroupAttackers, WordsThatLeaveOpenWhoAreOne) {
  HandMade text("gunmen fired . two youths fled . terrorists are sought .");
  text.phrase("gunmen", fighters());
  text.phrase("two youths", people(true, 2));
  text.phrase("terrorists", fighters());
  EXPECT_EQ(groups(text), "1 1 1");
  EXPECT_EQ(attackers(text), "3");
}

TEST(GroupAttackers, SoldiersAreNoGunmen) {
  HandMade text("gunmen fired . soldiers fled .");
  text.phrase("gunmen", fighters());
  text.phrase("soldiers", people(true));
  EXPECT_EQ(attackers(text), "1 1");
}

TEST(GroupAttackers, OneIsNotSeveral) {
  HandMade text("gunmen fired . man fled .");
  text.phrase("gunmen", fighters());
  text.phrase("man", people(false));
  EXPECT_EQ(attackers(text), "1 1");
}

TEST(GroupAttackers, InOneSentenceOnlyWherePointedBack) {
  HandMade text("gunmen and robbers fired before attackers fled .");
  text.phrase("gunmen", fighters());
  text.phrase("robbers", fighters());
  EXPECT_EQ(attackers(text), "1 1");
  NounPhrase back = fighters();
  back.definite = true;
  text.phrase("attackers", back);
  EXPECT_EQ(attackers(text), "2 1");
}

}  // namespace
}  // namespace sitrep::events::test
