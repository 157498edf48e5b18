// Single claims of one-paragraph reports: what is said, by whom, how surely, affirmed or denied.
#include "claims.h"

namespace sitrep {
namespace {

TEST(ClaimsSaid, ByWhoeverClosesTheSentence) {
  expect_all({
      {"A bomb killed a judge in Kabul on Monday, police spokesman Khalid Zadran and a doctor at a "
       "nearby hospital said.",
       "killed 1 affirmed stated <police spokesman Khalid Zadran>"},
      {"Gunmen attacked the village of Solhan and killed 12 people, two residents and a security "
       "source told Reuters.",
       "killed 12 affirmed stated <two residents>"},
      {"Artillery hit a camp near Atma and killed a boy, the White Helmets, a rescue group, said "
       "on "
       "Sunday.",
       "killed 1 affirmed stated <the White Helmets>"},
      {"A roadside bomb killed two soldiers near Hakkari, the governor's office was quoted as "
       "saying by Anadolu.",
       "killed 2 affirmed stated <the governor's office>"},
      {"The rebels, Claire Dubois of the United Nations said, fired mortars at the camp near Goma.",
       "instruments  mortars affirmed stated <Claire Dubois>"},
  });
}

TEST(ClaimsSaid, NotByWhomTheNextClauseNames) {
  expect_all({
      {"Gunmen kidnapped a judge in Kabul on Monday, but his family says it has seen no note.",
       "human_targets  judge affirmed stated <>"},
      {"No faction has admitted firing the mortar that landed in the hospital in Taiz.",
       "instruments  mortar affirmed stated <>"},
      {"Neither Israel nor Hezbollah has said it was behind the blast that killed a sheikh in "
       "Hader.",
       "killed 1 affirmed stated <>"},
  });
}

TEST(ClaimsSaid, ByWhomAnAgencyQuotes) {
  expect_all({
      {"Israeli warplanes bombed the airport at Aleppo, SANA quoted a military source as saying.",
       "type air_strike affirmed stated <a military source>"},
      {"Israeli warplanes bombed the airport at Aleppo, according to a statement by the Syrian "
       "defence ministry.",
       "type air_strike affirmed stated <the Syrian defence ministry>"},
  });
}

TEST(ClaimsSaid, BehindThatWhereTheTreeLosesIt) {
  expect_all({
      {"Regional governor Pavel Malkov wrote on Telegram that two drones had hit the refinery in "
       "Ryazan.",
       "type drone_attack affirmed stated <Regional governor Pavel Malkov>"},
      {"The bishop of Enugu confirmed to the Fides agency that armed men had kidnapped the priest "
       "from his home.",
       "type kidnapping affirmed confirmed <The bishop of Enugu>"},
  });
}

TEST(ClaimsSaid, InHeadlinesAndLaterSentences) {
  expect_all({
      {"Gunmen killed three people in a bar in Port Harcourt - police",
       "killed 3 affirmed stated <police>"},
      {"\"Armed men kidnapped our priest from his home in Enugu. We are praying for him,\" the "
       "bishop wrote.",
       "type kidnapping affirmed stated <the bishop>"},
      {"The mayor of Kherson said the shelling killed two women. He added that a hospital was hit "
       "in the attack.",
       "physical_targets  hospital affirmed stated <The mayor of Kherson>"},
  });
}

TEST(ClaimsOfNobody, BecauseWhoSpeaksWillNotSay) {
  expect_all({
      {"Fourteen pupils were abducted in Kaduna on Monday. Police would not say who was behind the "
       "raid.",
       "perpetrators null affirmed declined <Police>"},
      {"Pressed on whether his men had shelled the university in Goma, the militia commander Abu "
       "Tariq gave no answer.",
       "perpetrators null affirmed declined <the militia commander Abu Tariq>"},
      {"Israel neither confirmed nor denied carrying out the strike in Isfahan on Monday.",
       "perpetrators null affirmed declined <Israel>"},
      {"Gunmen kidnapped two nurses in Gao on Monday. The mayor said he could not say who was "
       "holding them.",
       "perpetrators null affirmed declined <The mayor>"},
  });
}

TEST(ClaimsOfNobody, NotOfARansom) {
  const char* text =
      "Guerrillas kidnapped a police sergeant in Samar on Monday. A commander refused to say "
      "whether a ransom had been paid.";
  for (const Event& event : events_of(text)) {
    for (const Claim& claim : event.claims)
      EXPECT_NE(claim.certainty, Certainty::declined) << line_of(claim);
  }
}

TEST(ClaimsOfNobody, HavingBeenHurt) {
  expect_all({
      {"Gunmen opened fire on a police patrol near Zvecan on Monday but all officers were "
       "unharmed.",
       "wounded 0 affirmed stated <>"},
      {"A bomb went off outside the governor's office in Kano on Monday. He was unhurt, his "
       "spokesman said.",
       "wounded 0 affirmed stated <his spokesman>"},
      {"A pipe bomb was thrown at a house in Larne. A woman and two children escaped injury.",
       "wounded 0 affirmed stated <>"},
      {"Gunmen attacked a mosque in Kano on Monday. Nobody died in the attack, the governor said.",
       "killed 0 affirmed stated <the governor>"},
      {"Gunmen attacked a school in Kano on Monday. Nobody was kidnapped, the headmaster said.",
       "abducted 0 affirmed stated <the headmaster>"},
  });
}

TEST(ClaimsOfNobody, HavingBeenHurtButForSome) {
  const char* text =
      "A bomb wounded three soldiers near Kano on Monday. Two others were unharmed, the army said.";
  EXPECT_EQ(event_of(text).wounded.best, 3);
}

TEST(ClaimsSaid, HowSurelyWhereNobodyIsNamed) {
  expect_all({
      {"Rebels have allegedly kidnapped a judge near Goma on Monday.",
       "human_targets  judge affirmed unverified <>"},
      {"There were reports, which could not be checked, that soldiers had stormed the radio "
       "station "
       "in Bissau.",
       "physical_targets  radio station affirmed unverified <>"},
      {"Unconfirmed social media posts speak of an ambush on an army convoy south of Ghat.",
       "physical_targets  army convoy affirmed unverified <>"},
      {"In an apparent act of revenge, gunmen burned the suspected poacher's hut in Limpopo, South "
       "African police reported.",
       "type arson affirmed stated <South African police>"},
  });
}

TEST(ClaimsOfInstruments, ThatMayHaveBeenAnother) {
  expect_all({
      {"It may have been a landmine that killed the two beekeepers near Agdam, a prosecutor said.",
       "instruments  landmine affirmed possible <a prosecutor>"},
  });
}

TEST(ClaimsSaid, ByOneWhoIsCalledHe) {
  expect_all({
      {"The governor of North Kivu accused M23 rebels of shelling a camp west of Goma. Eleven "
       "people "
       "died, he said.",
       "killed 11 affirmed stated <The governor of North Kivu>"},
  });
}

TEST(ClaimsOfAttackers, WhoSpeakThroughAnother) {
  expect_all({
      {"\"No, we did not bomb the hospital in Loikaw,\" the army's spokesman, Colonel Thura Win, "
       "said on Monday.",
       "perpetrators army denied stated <Colonel Thura Win>"},
  });
}

TEST(ClaimsOfAttackers, WhoFightAndWhoAreBlamed) {
  expect_all({
      {"Two border guards were killed on Monday in a clash with rebels near Saravan.",
       "perpetrators rebels affirmed stated <>"},
      {"A drone hit the airport in Erbil on Monday. Officials pointed the finger at Iran-aligned "
       "militias.",
       "perpetrators Iran-aligned militias affirmed accused <Officials>"},
  });
}

TEST(ClaimsOfAttackers, WhoOwnTheVehicle) {
  expect_all({
      {"Chad has acknowledged that its helicopters mistakenly hit a fishing community on Lake "
       "Chad.",
       "perpetrators Chad affirmed confirmed <Chad>"},
      {"Russian missiles struck a hospital in Kharkiv on Monday.",
       "perpetrators Russia affirmed stated <>"},
  });
}

TEST(ClaimsOfInstruments, InTheWordsForTheEvent) {
  expect_all({
      {"Riot police used batons against students in Novi Sad on Monday.",
       "instruments  batons affirmed stated <>"},
  });
}

TEST(ClaimsOfDamage, AsVerbsTellIt) {
  expect_all({
      {"A roadside bomb hit a police van in Peshawar on Monday, but the vehicle was only slightly "
       "damaged, police said.",
       "damage minor affirmed stated <police>"},
      {"A rocket hit the refinery in Basra on Monday. The refinery was not damaged, the company "
       "said.",
       "damage none affirmed stated <the company>"},
      {"The rocket destroyed the roof of the school in Sderot on Monday.",
       "damage major affirmed stated <>"},
  });
}

TEST(ClaimsOfDamage, AsWhatBefellTheTargets) {
  expect_all({
      {"Gunmen attacked a village near Goma on Monday and burned 83 houses.",
       "damage major affirmed stated <>"},
      {"Youths set fire to a police car in Goma on Monday.", "damage minor affirmed stated <>"},
  });
}

TEST(ClaimsOfTheEvent, AreNotDeniedWithWhatCameOfIt) {
  for (const char* text :
       {"A missile landed near Erbil on Monday without causing casualties or damage, police said.",
        "A bomb went off in a market in Goma on Monday. The police denied that three people had "
        "died."}) {
    for (const Event& event : events_of(text)) {
      for (const Claim& claim : event.claims)
        EXPECT_NE(line_of(claim).substr(0, 4) + std::string(name(claim.polarity)), "typedenied")
            << text;
    }
  }
}

TEST(ClaimsOfBlame, MakeADeedOfAWord) {
  expect_all({
      {"Gunmen burned a shopping centre in Warsaw on Monday. The minister said a saboteur was "
       "probably behind the fire.",
       "perpetrators saboteur affirmed suspected <The minister>"},
      {"Ukraine's president blamed Russian forces for the strike on the railway station in Lviv.",
       "physical_targets  railway station affirmed stated <Ukraine's president>"},
  });
}

TEST(ClaimsOfTargets, ThatAnotherSentenceSaysByTheWay) {
  expect_all({
      {"Israeli jets hit a building in Nabatieh on Friday, the National News Agency said. The "
       "Israeli "
       "military said it had targeted a Hezbollah weapons store.",
       "physical_targets  Hezbollah weapons store affirmed stated <The Israeli military>"},
      {"The air force bombed a wedding hall in Kutum on Monday, a rescue group said. \"We hit a "
       "convoy of fuel trucks,\" an army officer said.",
       "physical_targets  convoy of fuel trucks affirmed stated <an army officer>"},
  });
}

TEST(ClaimsOfTargets, ThoughAVerbIsSpeltLikeThem) {
  expect_all({
      {"Russian missiles struck an apartment block in Kharkiv on Monday.",
       "physical_targets  apartment block affirmed stated <>"},
      {"The army admitted that its soldiers mistakenly hit a school near Goma.",
       "physical_targets  school affirmed confirmed <The army>"},
  });
}

TEST(ClaimsOfWhoDidIt, InAllTheUsualForms) {
  const std::string bomb = "A bomb killed nine people in Kano on Monday. ";
  for (const auto& [said, wanted] : std::vector<std::pair<std::string, const char*>>{
           {"Prosecutors attribute it to Boko Haram.",
            "perpetrators Boko Haram affirmed accused <Prosecutors>"},
           {"The army attributed the crime to Boko Haram.",
            "perpetrators Boko Haram affirmed accused <The army>"},
           {"The bombing was the work of Boko Haram, the governor said.",
            "perpetrators Boko Haram affirmed accused <the governor>"},
           {"The army held Boko Haram responsible.", "perpetrators Boko Haram affirmed accused <>"},
           {"Suspicion fell on Boko Haram.", "perpetrators Boko Haram affirmed suspected <>"},
           {"Responsibility was claimed by Boko Haram.",
            "perpetrators Boko Haram affirmed claimed <Boko Haram>"},
           {"A caller to a radio station claimed responsibility on behalf of Boko Haram.",
            "perpetrators Boko Haram affirmed claimed <A caller>"},
           {"Boko Haram denied that it was behind the attack.",
            "perpetrators Boko Haram denied stated <Boko Haram>"},
           {"The governor pointed the finger at Boko Haram.",
            "perpetrators Boko Haram affirmed accused <The governor>"}}) {
    const std::string text = bomb + said;
    expect_all({{text.c_str(), wanted}});
  }
}

TEST(ClaimsOfResponsibility, WhateverTheClaimantIsCalled) {
  const std::string bomb = "A bomb killed nine people in Kano on Monday. ";
  for (const auto& [said, wanted] : std::vector<std::pair<std::string, const char*>>{
           {"Boko Haram claimed it.", "perpetrators Boko Haram affirmed claimed <Boko Haram>"},
           {"It was claimed by Boko Haram.",
            "perpetrators Boko Haram affirmed claimed <Boko Haram>"},
           {"Nobody claimed it.", "perpetrators null denied claimed <>"},
           {"A group calling itself the Free Men of Kano claimed responsibility.",
            "perpetrators Free Men affirmed claimed <A group>"},
           {"A group called the Free Men claimed it.",
            "perpetrators Free Men affirmed claimed <A group>"},
           {"\"We take responsibility for it,\" Boko Haram said.",
            "perpetrators Boko Haram affirmed claimed <Boko Haram>"},
           {"Boko Haram published a video. In it, they claimed responsibility for the bombing.",
            "perpetrators Boko Haram affirmed claimed <Boko Haram>"}}) {
    const std::string text = bomb + said;
    expect_all({{text.c_str(), wanted}});
  }
  expect_all({
      {"We, Boko Haram, take responsibility for the bombing of the market in Kano on Monday.",
       "perpetrators Boko Haram affirmed claimed <Boko Haram>"},
      {"We, the Valley Brigade, fired rockets at the Harir base on Monday night.",
       "perpetrators Valley Brigade affirmed claimed <the Valley Brigade>"},
  });
}

TEST(ClaimsOfResponsibility, ToClaimThatItWasOtherwiseIsNone) {
  for (const Event& event : events_of("A bomb killed nine people in Kano on Monday. The ministry "
                                      "claimed it was an accident.")) {
    for (const Claim& claim : event.claims)
      EXPECT_FALSE(claim.field == Field::perpetrators && claim.certainty == Certainty::claimed);
  }
}

}  // namespace
}  // namespace sitrep
