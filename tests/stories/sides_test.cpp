// Two sides of a story: who is named as the attacker, who rejects it, what each says became of it.
#include "claims.h"

namespace sitrep {
namespace {

TEST(Sides, TwoGroupsClaimItByName) {
  expect_all({
      {"A bomb wounded four people in Kismayo on Monday. Two groups, al-Shabaab and Islamic State, "
       "claimed it.",
       "perpetrators Islamic State affirmed claimed <Islamic State>"},
      {"A bomb wounded four people in Kismayo on Monday. Two groups, al-Shabaab and Islamic State, "
       "claimed it.",
       "perpetrators al-Shabaab affirmed claimed <al-Shabaab>"},
      {"Gunmen killed a judge in Quetta on Monday. Two groups, the Pakistani Taliban and the "
       "Baloch "
       "Liberation Army, claimed responsibility.",
       "perpetrators Baloch Liberation Army affirmed claimed <the Baloch Liberation Army>"},
  });
}

TEST(Sides, ADenialMayStandFarFromWhatItDenies) {
  expect_all({
      {"The Lord's Resistance Army denied before the elders of both districts that its men had "
       "killed six traders in Obo on Monday.",
       "perpetrators its men denied stated <The Lord's Resistance Army>"},
      {"The army denied on Tuesday in the presence of two bishops that its soldiers had burned the "
       "chapel in Bentiu.",
       "perpetrators its soldiers denied stated <The army>"},
  });
}

TEST(Sides, WhoTheAttackersAreSaidToBe) {
  expect_all({
      {"Gunmen killed six traders in Obo on Monday. The chief said the attackers were members of "
       "the Lord's Resistance Army.",
       "perpetrators Lord's Resistance Army affirmed accused <The chief>"},
      {"Gunmen killed six traders in Maroua on Monday. Residents said the gunmen belonged to Boko "
       "Haram.",
       "perpetrators Boko Haram affirmed accused <Residents>"},
      {"Gunmen killed six traders in Maroua on Monday. The mayor said the raiders were from Boko "
       "Haram.",
       "perpetrators Boko Haram affirmed accused <The mayor>"},
  });
}

TEST(Sides, ToWhomTheMenAreSaidToBelong) {
  expect_all({
      {"Some twenty armed men raided a ranch near Arauquita on Monday and shot the foreman dead. "
       "Ranchers say the men belong to the ELN.",
       "perpetrators ELN affirmed accused <Ranchers>"},
  });
}

TEST(Sides, WhoSpeaksForHimselfIsNobodyElse) {
  expect_all({
      {"A blast killed one policeman in Lodwar on Friday. The rebels say they know nothing of the "
       "blast.",
       "perpetrators rebels denied stated <The rebels>"},
      {"A blast killed two bus drivers in Lodwar on Friday. The rebels say they had no part in the "
       "blast.",
       "perpetrators rebels denied stated <The rebels>"},
  });
}

TEST(Sides, ACallerClaimsItForThem) {
  expect_all({
      {"A bomb broke the windows of a bank in Chania on Monday. A call to a radio station claimed "
       "the bomb for the Grey Masks.",
       "perpetrators Grey Masks affirmed claimed <the Grey Masks>"},
  });
}

TEST(Sides, TalesThatAreCalledFalse) {
  expect_all({
      {"A blast killed four pupils at a school in Hpapun on Monday. The mayor said some media had "
       "spread the false news that the army bombed it.",
       "perpetrators army denied stated <The mayor>"},
      {"A blast killed four people in Loikaw on Monday. The governor said that false reports of an "
       "air strike were being spread.",
       "type air_strike denied stated <The governor>"},
      {"Fabricated reports that soldiers had shot five men in Bentiu on Monday were spread by the "
       "rebels, the governor said.",
       "perpetrators soldiers denied stated <the governor>"},
  });
}

TEST(Sides, TalesThatAreWithdrawn) {
  expect_all({
      {"Soldiers attacked the palace in Niamey on Monday and killed two guards. The agency said it "
       "was rectifying news, among others its own, that the minister had died.",
       "killed 1 denied stated <The agency>"},
      {"False news about an air strike in Loikaw\n\nThere was no flight over the town on Monday. A "
       "blast of home-made mines killed four people in Loikaw on Monday.",
       "type air_strike denied stated <>"},
  });
}

TEST(Sides, WhoSignsAReportSpeaksInItOfHimself) {
  World world;
  world.report("Grey Column", "2024-03-05",
               "A bomb killed two guards at the port of Acajutla on Monday. We had no part in it.");
  std::vector<std::string> lines;
  for (const Claim& claim : world.codings().at(0).events.at(0).claims)
    lines.push_back(line_of(claim));
  EXPECT_NE(std::ranges::find(lines, "perpetrators Grey Column denied stated <>"), lines.end())
      << all_of(lines);
}

TEST(Sides, WhoIsQuotedInAReportDoesNotSpeakForIt) {
  World world;
  world.report(
      "Morning Post", "2024-03-05",
      "A bomb killed two guards at the port of Acajutla on Monday. \"We had no part in it,\" "
      "he said.");
  for (const Claim& claim : world.codings().at(0).events.at(0).claims)
    EXPECT_EQ(line_of(claim).find("Morning Post"), std::string::npos) << line_of(claim);
}

TEST(Sides, ALieToldBesideADeedDeniesNoDeed) {
  expect_all({
      {"Police said the man made false claims about his age before he shot two women in Jinja on "
       "Monday.",
       "wounded 2 affirmed stated <Police>"},
  });
}

TEST(Sides, WhoTheAttackersAreNotSaidToBe) {
  for (const char* text :
       {"Gunmen killed six traders in Obo on Monday. The chief said the attackers were not members "
        "of the Lord's Resistance Army.",
        "Gunmen killed six traders in Obo on Monday. The chief said the attackers were dressed in "
        "black."}) {
    for (const Claim& claim : event_of(text).claims)
      EXPECT_NE(line_of(claim), "perpetrators Lord's Resistance Army affirmed accused <The chief>");
  }
}

TEST(Sides, WhoIsNamedRejectsThat) {
  expect_all({
      {"Gunmen killed six traders in Maroua on Monday. The governor said the attackers were from "
       "Boko Haram. Boko Haram rejects that.",
       "perpetrators Boko Haram denied stated <Boko Haram>"},
      {"Gunmen killed a priest in Buea on Monday. Officials blamed the Oromo Liberation Army. The "
       "group said it knew nothing of the attack.",
       "perpetrators Oromo Liberation Army denied stated <the Oromo Liberation Army>"},
  });
}

TEST(Sides, ItWasTheOthersNotUs) {
  expect_all({
      {"A blast killed nine people at a clinic in Rafah on Monday. \"It was Hamas, not us,\" a "
       "spokesman for the Israeli army said.",
       "perpetrators Hamas affirmed accused <a spokesman>"},
  });
}

TEST(Sides, WhatWasFiredHit) {
  expect_all({
      {"Our rocket force launched two Zelzal rockets at the Najran barracks on Monday. The hit was "
       "accurate.",
       "outcome completed affirmed stated <>"},
      {"The rebels fired two missiles at the Sabha air base on Monday. Both reached their targets, "
       "a rebel spokesman said.",
       "outcome completed affirmed stated <a rebel spokesman>"},
      {"A drone and a rocket were launched at the Kirkuk depot on Monday. Neither missed, the "
       "group said.",
       "outcome completed affirmed stated <the group>"},
  });
}

TEST(Sides, WhatDidNotHit) {
  for (const char* text :
       {"The coalition shot down a missile over Najran on Monday before it "
        "reached its target.",
        "The rebels fired two missiles at the Sabha air base on Monday. Neither "
        "reached its target.",
        "The rebels fired two missiles at the Sabha air base on Monday to hit "
        "military targets.",
        "Workers marched in Machala on Monday for higher pay. They reached their "
        "goal, the union said."}) {
    for (const Claim& claim : event_of(text).claims) {
      const auto* ending = std::get_if<std::string>(&claim.value);
      EXPECT_FALSE(claim.field == Field::outcome && ending && *ending == "completed") << text;
    }
  }
}

TEST(Sides, ATollInMarksOfQuotation) {
  expect_all({
      {"Fourteen prisoners were killed in a riot at the prison in Machala on Monday. Rosa Paz of "
       "the Committee of Families put the dead at \"more than thirty\".",
       "killed 30 affirmed stated <Rosa Paz>"},
  });
}

TEST(Sides, ASpokesmanDeniesItForHisSide) {
  expect_all({
      {"Gunmen killed nine herders near Mopti on Monday. The governor accused Ansar Dine. \"We did "
       "not do this,\" said its spokesman, Abu Dardar.",
       "perpetrators Ansar Dine denied stated <Ansar Dine>"},
      {"Gunmen killed nine herders near Moyale on Monday. The governor accused the Oromo "
       "Liberation "
       "Army, which rejected any link.",
       "perpetrators Oromo Liberation Army denied stated <the Oromo Liberation Army>"},
  });
}

TEST(Sides, ASecondGroupIsCalledByItsName) {
  expect_all({
      {"A bomb killed a deputy in Bastia on Monday. A second group, the Red Hand, claimed "
       "responsibility.",
       "perpetrators Red Hand affirmed claimed <the Red Hand>"},
      {"A bomb killed a deputy in Bastia on Monday. The Corsican Front claimed the killing. Hours "
       "later a second group, the Red Hand, said it was behind it.",
       "perpetrators Red Hand affirmed claimed <the Red Hand>"},
  });
}

TEST(Sides, WhatWasShotDownHitByAnothersWord) {
  expect_all({
      {"The Houthis said they had hit the Najran airport with two drones on Monday. The Saudi-led "
       "coalition said both were shot down.",
       "outcome completed affirmed stated <The Houthis>"},
      {"The Saudi-led coalition said on Monday it had shot down two drones over Najran. The "
       "Houthis "
       "said they had hit the airport.",
       "outcome completed affirmed stated <The Houthis>"},
  });
}

TEST(Sides, WhatASideSaysThatItLost) {
  expect_all({
      {"The army said seven rebels were killed in the clash at Tine on Monday. The rebels said "
       "they "
       "had lost only two men.",
       "killed 2 affirmed stated <The rebels>"},
      {"The army said seven rebels were killed in the clash at Tine on Monday. The rebels put "
       "their "
       "dead at two.",
       "killed 2 affirmed stated <The rebels>"},
  });
}

TEST(Sides, TheDeedItselfIsDenied) {
  expect_all({
      {"Seven monks were killed when a bomb hit a monastery in Bago on Monday. A junta spokesman "
       "called the claim false.",
       "type bombing denied stated <A junta spokesman>"},
  });
}

TEST(Sides, WhereItIsSaidNotToHaveBeen) {
  expect_all({
      {"The attack took place in Beni and not, as first reported, in Goma, the governor said. "
       "Gunmen "
       "killed nine farmers on Monday.",
       "where Goma denied stated <the governor>"},
      {"The ambush took place in Bunia and not, as first thought, in Goma, the army said. Four "
       "soldiers were killed on Monday.",
       "where Goma denied stated <the army>"},
      {"The explosion happened in Bukavu and not, as first reported, in Goma, police said. It "
       "killed "
       "nine people on Monday.",
       "where Goma denied stated <police>"},
  });
}

TEST(Sides, WhoSpeaksOfSoManyDead) {
  expect_all({
      {"Police say eight people died in Monday's blast in Goma. The opposition speaks of 20 dead.",
       "killed 20 affirmed stated <The opposition>"},
  });
}

}  // namespace
}  // namespace sitrep
