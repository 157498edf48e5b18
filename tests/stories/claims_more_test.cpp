// Single claims of short reports, more of them: who is meant, what is doubted, what is not so.
#include "claims.h"

namespace sitrep {
namespace {

TEST(ClaimsOf, NamedInFull) {
  expect_all({
      {"Lebanon's civil defence agency said two rescuers were wounded when a shell hit their "
       "ambulance in Tyre.",
       "wounded 2 affirmed stated <Lebanon's civil defence agency>"},
      {"Doctors Without Borders said armed men looted its clinic in Pibor on Monday.",
       "perpetrators armed men affirmed stated <Doctors Without Borders>"},
      {"According to the head of the local hospital, seven children were killed in the air strike "
       "on Zintan.",
       "killed 7 affirmed stated <the head of the local hospital>"},
      {"The Sinaloa Cartel's northern wing said it had killed the journalist in Culiacan.",
       "perpetrators Sinaloa Cartel's northern wing affirmed claimed <The Sinaloa Cartel's "
       "northern wing>"},
  });
}

TEST(ClaimsOf, ByWhoeverAnswersForIt) {
  expect_all({
      {"Gunmen killed the mayor of Tumaco, a police source who asked not to be named told Caracol "
       "radio.",
       "killed 1 affirmed stated <a police source>"},
      {"In the view of French investigators, the GRU was behind the arson attack on the warehouse.",
       "perpetrators GRU affirmed accused <French investigators>"},
      {"By the army's account, two soldiers were wounded when their patrol was ambushed near "
       "Mopti.",
       "wounded 2 affirmed stated <the army>"},
      {"The BBC quoted a security source as saying that drones had hit the airport in Khartoum.",
       "type drone_attack affirmed stated <a security source>"},
      {"The mayor put the death toll at 17 and the number of wounded at 40 after the blast in "
       "Kano.",
       "killed 17 affirmed stated <The mayor>"},
      {"This independent inquiry has concluded that the regime used chlorine in Saraqib.",
       "perpetrators regime affirmed confirmed <This independent inquiry>"},
      {"The hotel's operator said gunmen had seized three guests in Bamako.",
       "abducted 3 affirmed stated <The hotel's operator>"},
      {"Hamas issued a statement denying its responsibility for the shooting in Ramla.",
       "perpetrators Hamas denied stated <Hamas>"},
  });
}

TEST(ClaimsOf, DoubtsTheDoerNotTheDeed) {
  expect_all({
      {"A US defence official said Iran was probably behind the strike on the tanker in the Gulf "
       "of Oman.",
       "physical_targets  tanker affirmed stated <A US defence official>"},
      {"A US defence official said Iran was probably behind the strike on the tanker in the Gulf "
       "of Oman.",
       "perpetrators Iran affirmed suspected <A US defence official>"},
      {"Police are looking for a teenager suspected of involvement in the stabbing that killed a "
       "teacher in Arras on Friday.",
       "killed 1 affirmed stated <>"},
      {"Police in Oslo said a woman had hurled what looked like a grenade at the court building.",
       "perpetrators woman affirmed stated <Police>"},
      {"Police in Oslo said a woman had hurled what looked like a grenade at the court building.",
       "instruments  grenade affirmed possible <Police>"},
      {"Investigators believe a lone wolf carried out the attack that left nine people dead in "
       "Mosul.",
       "killed 9 affirmed stated <Investigators>"},
      {"Investigators believe a lone wolf carried out the attack that left nine people dead in "
       "Mosul.",
       "perpetrators lone wolf affirmed suspected <Investigators>"},
  });
}

TEST(ClaimsOf, AreLessSure) {
  expect_all({
      {"The victim appears to have been stabbed with a screwdriver, police in Leeds said.",
       "instruments  screwdriver affirmed possible <police>"},
      {"UN observers received credible allegations that militiamen had burned three villages near "
       "Djugu.",
       "perpetrators militiamen affirmed accused <>"},
      {"Although this could not be confirmed, villagers said that soldiers had shot two herders "
       "near Bor.",
       "wounded 2 affirmed unverified <villagers>"},
      {"Reports on social media, which could not be verified, said that gunmen had stormed a "
       "police station in Palma.",
       "perpetrators gunmen affirmed unverified <Reports>"},
  });
}

TEST(ClaimsOf, ThatNobodyOwnsUpTo) {
  expect_all({
      {"So far no organisation has come forward to say it planted the mine that killed four "
       "farmers near Saada.",
       "perpetrators null denied claimed <>"},
      {"None of the factions has acknowledged abducting the two engineers in Abyan.",
       "perpetrators null denied claimed <>"},
      {"Neither the army nor the rebels has admitted firing the rocket that hit the school in "
       "Goma.",
       "perpetrators rebels denied claimed <>"},
      {"The mayor said that no group had so far claimed the shooting at the tavern.",
       "perpetrators null denied claimed <The mayor>"},
  });
}

TEST(ClaimsOf, ThatAreNotAnswered) {
  expect_all({
      {"The airline refused to disclose who had hijacked the plane to Benghazi.",
       "perpetrators null affirmed declined <The airline>"},
      {"The airline refused to disclose who had hijacked the plane to Benghazi.",
       "physical_targets  plane affirmed stated <The airline>"},
      {"The company operating the port declined to say whether its guards had opened fire on the "
       "strikers.",
       "human_targets  strikers affirmed stated <The company>"},
      {"The general neither confirmed nor denied that his troops had shelled the market.",
       "physical_targets  market affirmed stated <The general>"},
  });
}

TEST(ClaimsOf, SetAgainstWhatWasSo) {
  expect_all({
      {"The army said the shell had hit an empty warehouse, not a hospital.",
       "physical_targets  hospital denied stated <The army>"},
      {"The governor said the convoy was ambushed with rifles, not mortars.",
       "instruments  mortars denied stated <The governor>"},
      {"The police chief said gunmen had killed four people, not fourteen.",
       "killed 14 denied stated <The police chief>"},
      {"Witnesses said it was soldiers, not rebels, who burned the village of Kasala.",
       "perpetrators rebels denied stated <Witnesses>"},
      {"The ministry said the blast in Sumy was caused by a drone and not by a car bomb.",
       "instruments  car bomb denied stated <The ministry>"},
      {"The bombing took place in Herat rather than in Kabul, a police officer said.",
       "where Kabul denied stated <a police officer>"},
      {"The Nigerian air force said its planes had struck a terrorist camp in Sambisa, not a "
       "village as some had claimed.",
       "physical_targets  village denied stated <The Nigerian air force>"},
  });
}

TEST(ClaimsOf, WhomSomebodySuspectsOrHolds) {
  expect_all({
      {"A bomb wounded six people in Garissa. Kenyan police suspect the group al Shabaab.",
       "perpetrators group al Shabaab affirmed suspected <Kenyan police>"},
      {"Prosecutors in Hamburg charged a 31-year-old Afghan with stabbing four people at the "
       "station.",
       "perpetrators 31-year-old Afghan affirmed accused <Prosecutors>"},
      {"The alleged gunman, Peter Kovac, shot two men outside a bar in Bratislava.",
       "perpetrators Peter Kovac affirmed accused <>"},
      {"Three men were found guilty of murdering the journalist in Bratislava.",
       "perpetrators Three men affirmed confirmed <>"},
      {"Two bases were struck by rockets. The coalition said the attacks were carried out by "
       "Iran-backed militias.",
       "perpetrators Iran-backed militias affirmed stated <The coalition>"},
      {"Turkey's interior minister said the PKK was to blame for the car bomb in Diyarbakir.",
       "perpetrators PKK affirmed accused <Turkey's interior minister>"},
  });
}

TEST(ClaimsOf, DeniedByWhoeverIsMeant) {
  expect_all({
      {"A missile hit a hotel in Kharkiv. The hotel's owner denied that the building had been hit.",
       "physical_targets  building denied stated <The hotel's owner>"},
      {"The rebels denied that they had shot down the helicopter near Rutshuru.",
       "perpetrators rebels denied stated <The rebels>"},
      {"The rebels' political wing rejected the accusation that its men had raped women in "
       "Bambari.",
       "perpetrators its men denied stated <The rebels' political wing>"},
      {"The attack left nine people dead. The armed forces denied that the military perpetrated "
       "it.",
       "perpetrators military denied stated <The armed forces>"},
      {"\"We did not shell the hospital,\" the army's spokesman, Colonel Ahmed Fadl, told Reuters.",
       "perpetrators army denied stated <Colonel Ahmed Fadl>"},
  });
}

TEST(ClaimsOf, WhatIsSaidToBeUntrue) {
  expect_all({
      {"Gunmen attacked a market in Herat on Monday and wounded three people. Information that a "
       "guard was killed is false, police said.",
       "killed 1 denied stated <police>"},
      {"Rebels attacked a convoy near Herat on Monday. The figure of thirty dead is wrong, the "
       "police said.",
       "killed 30 denied stated <the police>"},
      {"A bomb exploded at a market in Herat on Monday. Claims that rockets were used do not "
       "reflect the truth, the governor said.",
       "instruments  rockets denied stated <the governor>"},
      {"Gunmen attacked a market in Herat on Monday. Police said the claim that two guards had "
       "died was not true.",
       "killed 2 denied stated <Police>"},
  });
}

TEST(ClaimsOf, MeansThatWereNotUsed) {
  expect_all({
      {"Shells hit a market in Herat on Monday. No mortars were used, the ministry said.",
       "instruments  mortars denied stated <the ministry>"},
      {"Shells hit a market in Herat on Monday. The reports of some media about the use of mortars "
       "are a lie.",
       "instruments  mortars denied stated <>"},
  });
}

TEST(ClaimsOf, WhoWeAre) {
  expect_all({
      {"A bomb killed two guards in Herat on Monday. We had no part in the explosion, the Northern "
       "Column said in a statement.",
       "perpetrators Northern Column denied stated <the Northern Column>"},
  });
  World world;
  world.report("Free Valley Brigades (statement)", "2024-03-05",
               "A bomb killed two guards in Herat on Monday. The army accuses the Free Valley "
               "Brigades. We had no part in the explosion.");
  std::vector<std::string> lines;
  for (const Claim& claim : world.codings().at(0).events.at(0).claims)
    lines.push_back(line_of(claim));
  EXPECT_THAT(lines, testing::Contains(
                         testing::StartsWith("perpetrators Free Valley Brigades denied stated")));
}

TEST(ClaimsOf, NamesThatNobodyKnows) {
  expect_all({
      {"We, the Northern Column, take responsibility for the bombing of the bank in Herat on "
       "Monday.",
       "perpetrators Northern Column affirmed claimed <the Northern Column>"},
      {"The Northern Column, an unknown group, said on Sunday that it had attacked a bank in Herat "
       "on 2 March with a bomb.",
       "perpetrators Northern Column affirmed claimed <The Northern Column>"},
  });
}

TEST(ClaimsOf, StatementsOnADeedAreDeniedNotTheDeed) {
  for (const Claim& claim :
       event_of("The army denied the statements of the rebels on the shelling of Herat on Monday.")
           .claims)
    EXPECT_FALSE(claim.field == Field::type && claim.polarity == Polarity::denied);
}

TEST(ClaimsOf, AHabitThatIsDeniedIsNoDenialOfTheDeed) {
  for (const Claim& claim :
       event_of(
           "A bomb killed two guards in Herat on Monday. We do not plant bombs beside schools, "
           "the spokesman of the Northern Column said.")
           .claims)
    EXPECT_NE(claim.polarity, Polarity::denied) << line_of(claim);
}

TEST(ClaimsOf, OfNumbersAndCrews) {
  expect_all({
      {"The gunmen killed two guards and wounded another seven in the raid on the mine.",
       "wounded 7 affirmed stated <>"},
      {"One man was killed and six more were wounded in the shooting in Belfast.",
       "wounded 6 affirmed stated <>"},
      {"Rebel fighters have shot down an army helicopter near Rutshuru, the army said.",
       "perpetrators Rebel fighters affirmed stated <the army>"},
      {"Insurgents downed a military plane in Idlib.",
       "physical_targets  military plane affirmed stated <>"},
      {"\"I counted seven bodies,\" the priest said. Men with machetes had burst into the church "
       "at Boga.",
       "killed 7 affirmed stated <the priest>"},
  });
}

TEST(ClaimsOf, PlacesThatLookLikeOtherNames) {
  expect_all({
      {"Twelve people were abducted in Kaduna State on Saturday, police said.",
       "where Kaduna affirmed stated <police>"},
  });
}

TEST(ClaimsOf, TheEventsOwnWords) {
  expect_all({
      {"The Kremlin said it had no information about the reported kidnapping of two Russian "
       "sailors off Benin.",
       "abducted 2 affirmed unverified <The Kremlin>"},
      {"On Saturday, the group claimed two attacks in Baghdad which killed at least 28 people.",
       "killed 28 affirmed stated <>"},
      {"The front claimed credit for the destruction of an armoured vehicle in San Miguel.",
       "physical_targets  armoured vehicle affirmed stated <The front>"},
  });
}

TEST(ClaimsOf, EventsOfWhichNothingElseIsTold) {
  expect_all({
      {"Alvarez suffered no injuries. The front has not yet claimed responsibility for the attack.",
       "perpetrators front denied claimed <>"},
      {"Alvarez suffered no injuries. The front has not yet claimed responsibility for the attack.",
       "wounded 0 affirmed stated <>"},
      {"No one has admitted the attack.", "perpetrators null denied claimed <>"},
  });
}

// Who denies a deed says nothing of who died where it was done.
TEST(ClaimsOf, DeathsThatADenialOnlyMentions) {
  expect_all({
      {"The army denied attacking the clinic, in which 12 people died.",
       "killed 12 affirmed stated <>"},
      {"Israel denied bombing the school, where 15 people were killed on Monday.",
       "killed 15 affirmed stated <>"},
      {"Israel denied bombing the school, where 15 people were killed on Monday.",
       "perpetrators Israel denied stated <Israel>"},
  });
}

TEST(ClaimsOf, TwoWhoBlameEachOther) {
  expect_all({
      {"Russia and Ukraine accused each other of shelling a nuclear plant on Sunday.",
       "perpetrators Russia affirmed accused <Ukraine>"},
      {"Russia and Ukraine accused each other of shelling a nuclear plant on Sunday.",
       "perpetrators Ukraine affirmed accused <Russia>"},
      {"The army and the rebels blamed each other for the attack on the market in Goma, which "
       "killed six people on Monday.",
       "perpetrators army affirmed accused <the rebels>"},
  });
}

TEST(ClaimsOf, WhoIsAccusedDoesNotAccuse) {
  expect_all({{"Rebels accused of killing five farmers in Goma",
               "perpetrators Rebels affirmed accused <>"}});
}

TEST(ClaimsOf, WhoDeniesItWasBehindItDoesNotClaimIt) {
  const Event event = event_of(
      "Shelling killed 40 people at a market in Omdurman on Thursday. The RSF denied it was behind "
      "the bombardment.");
  for (const Claim& claim : event.claims) {
    if (claim.field == Field::perpetrators) {
      EXPECT_EQ(claim.polarity, Polarity::denied);
    }
  }
}

TEST(ClaimsOf, WhoRejectsWhatWasTold) {
  expect_all({
      {"The rebels said the army had shelled the village of Sake on Monday, but an army spokesman "
       "denied it.",
       "perpetrators army denied stated <an army spokesman>"},
      {"The Taliban said they killed 20 soldiers in Ghazni. The Afghan defence ministry rejected "
       "the claim as baseless.",
       "perpetrators Taliban denied stated <The Afghan defence ministry>"},
      {"Rebels killed six miners near Goma on Monday, a radio station said. The governor said the "
       "report was untrue.",
       "type armed_attack denied stated <The governor>"},
      {"Myanmar's military bombed a school in Sagaing on Monday. State media said the reports were "
       "fabricated.",
       "type air_strike denied stated <State media>"},
  });
}

TEST(ClaimsOf, WhoseForcesTheyAre) {
  expect_all({
      {"The strike on the aid convoy was carried out by forces of either the Asad regime or "
       "Russia.",
       "perpetrators Russia affirmed stated <>"},
      {"A bomb killed four peasants in Morazan. The army blamed the FMLN. The FMLN has rejected "
       "the charge.",
       "perpetrators FMLN denied stated <The FMLN>"},
      {"India said its forces had struck nine sites in Lahore on Monday.",
       "perpetrators India affirmed claimed <India>"},
  });
}

}  // namespace
}  // namespace sitrep
