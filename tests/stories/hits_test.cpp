// What befell whom and what: effects on people, tolls that agree with them, targets in plain words.
#include "fields.h"

namespace sitrep {

namespace {

TEST(Hits, WhoIsShotOrBeatenIsWounded) {
  expect_all({
      {"The bishop was stabbed by a student in Cali on Monday.", "bishop: wounded; wounded 1"},
      {"Robbers shot a taxi driver in Goma on Monday.", "taxi driver: wounded; wounded 1"},
      {"Two of its inspectors were shot by gunmen in Goma on Monday, the union said.", "wounded 2"},
      {"Gunmen killed three guards and shot the cook near Goma on Monday.",
       "guards: killed; cook: wounded; killed 3; wounded 1"},
      {"An army colonel was killed and his driver was shot in the arm in Cali on Monday.",
       "colonel: killed; driver: wounded; killed 1; wounded 1"},
      {"Students were beaten by police in Goma on Monday.", "Students: wounded"},
  });
}

TEST(Hits, WhoIsShotAndDiesIsKilled) {
  expect_all({
      {"The mayor was stabbed and died in hospital in Cali on Monday.",
       "mayor: killed; killed 1; no wounded"},
      {"A nurse was shot in Goma on Monday. She died on the way to hospital.",
       "nurse: killed; killed 1; no wounded"},
      {"Six people were shot in Goma on Monday; two died.", "people: wounded; killed 2; wounded 4"},
      {"Robbers shot three traders dead in Goma on Monday.", "traders: killed; killed 3"},
  });
}

TEST(Hits, WhoAHeadlineNamesBeforeAParticipleIsTheVictim) {
  expect_all({
      {"Teenager shot in Omaha\n\nPolice are looking for witnesses.",
       "by nobody; Teenager: wounded; wounded 1"},
      {"Man shot dead in St. Paul\n\nOfficers were called at noon.",
       "by nobody; Man: killed; killed 1"},
      {"Man stabbed to death outside pub in Leeds\n\nOfficers were called at noon.",
       "by nobody; Man: killed; killed 1"},
      {"Man shot and killed in Omaha\n\nOfficers were called at noon.",
       "by nobody; Man: killed; killed 1"},
      {"TEENAGER SHOT AT BUS STOP IN OMAHA\n\nOfficers were called at noon.",
       "by nobody; TEENAGER: unknown"},
      {"Man shot two women in Leeds\n\nOfficers were called at noon.",
       "by Man; women: wounded; wounded 2"},
  });
}

TEST(Hits, AgesCountNobody) {
  expect_all({
      {"A man stabbed customers in Hamburg on Monday. Three people aged 24, 57 and 70 were "
       "injured.",
       "wounded 3"},
      {"Two boys aged 9 and 12 were killed by a mine near Kabul on Monday.", "killed 2"},
  });
}

TEST(Hits, WhoIsOnlyAimedAtIsNotWounded) {
  expect_all({
      {"Police shot at students in Goma on Monday.", "students: unknown; no wounded"},
      {"Gunmen tried to shoot the mayor of Goma on Monday.", "mayor: unknown; no wounded"},
      {"The mayor survived an ambush near Goma on Monday.", "mayor: none; no wounded"},
      {"A missile hit a ferry near Aden on Monday; the crew were all safe.", "crew: none"},
  });
}

TEST(Hits, PronounsPointBack) {
  expect_all({
      {"Rebels dragged four farmers from a lorry near Goma on Monday and executed them.",
       "farmers: killed; killed 4"},
      {"Gunmen ambushed a convoy of nurses near Goma on Monday, and nine of them were killed.",
       "nurses: killed; killed 9"},
  });
}

TEST(Hits, TakenHostage) {
  expect_all({
      {"Inmates took five warders hostage in Cali on Monday.", "warders: abducted; abducted 5"},
      {"Rebels took 14 soldiers prisoner near Goma on Monday.", "soldiers: abducted; abducted 14"},
      {"Three engineers taken hostage in Goma last month were freed on Monday.",
       "engineers: abducted; abducted 3"},
      {"The crew of a trawler was seized by pirates off Eyl on Monday.",
       "crew: abducted; no abducted"},
  });
}

TEST(Hits, NumbersWithoutANoun) {
  expect_all({
      {"Gunmen opened fire in Goma on Monday, killing nine people and wounding at least a dozen.",
       "killed 9; wounded 12"},
      {"Dozens were wounded in clashes between farmers and herders in Goma on Monday.",
       "wounded 24+"},
      {"Rebels and soldiers fought in Goma on Monday, with dozens reported dead.", "killed 24+"},
      {"The ambush near Goma on Monday, in which a judge and two clerks died, was condemned.",
       "killed 3"},
      {"A nurse and a civilian died in an attack in Goma on Monday.", "killed 2"},
      {"A family of five was killed in an air strike in Rafah on Monday.", "killed 5"},
  });
}

TEST(Hits, AnimalsAreNoPeople) {
  expect_all({
      {"Shelling killed a girl and two camels near Goma on Monday.", "girl: killed; killed 1"},
      {"Settlers beat a boy near Hebron on Monday and killed six of his goats.",
       "boy: wounded; wounded 1; no killed 6"},
  });
}

TEST(Hits, WhatIsAttackedStandsInTheEventsOwnWords) {
  expect_all({
      {"The synagogue attack in Cali on Monday left nine people dead.", "thing synagogue"},
      {"The consulate bombing in Goma on Monday wounded a guard.", "thing consulate"},
      {"Three people were hurt in Monday's hotel siege in Goma.", "thing hotel"},
      {"Gunmen attacked a mosque in Goma on Monday. The mosque attack left nine people dead.",
       "thing mosque; killed 9"},
      {"The van attack in Cali on Monday killed ten people.", "no thing van"},
      {"A car bombing in Goma on Monday killed four people.", "no thing car"},
      {"Border clashes near Goma on Monday killed five soldiers.", "no thing Border"},
  });
}

TEST(Hits, ThingsInPlainWords) {
  expect_all({
      {"Militants planted a bomb under a judge's car in Goma on Monday.", "thing car; with bomb"},
      {"A church in Goma was vandalised by a mob on Monday.", "thing church"},
      {"One of its ambulances had been hit by a bullet in Goma on Monday, the charity said.",
       "thing ambulances"},
      {"The blast in Goma on Monday wrecked the school's second floor.", "thing school"},
      {"Militants detonated a bomb on a bus in Goma on Monday.", "thing bus; with bomb"},
      {"A helicopter was hit by a missile near Goma on Monday.",
       "thing helicopter; no with helicopter"},
  });
}

TEST(Hits, WhatIsNotAttacked) {
  expect_all({
      {"Men threw petrol bombs at a hostel in Goma on Monday.",
       "thing hostel; with petrol bombs; no thing petrol bombs"},
      {"Her car was blown up near her office in Goma on Monday.", "thing car; no thing office"},
      {"A car bomb blew up outside a court in Goma on Monday.", "thing court"},
      {"Police shot a man carrying a machete in Goma on Monday.", "man: wounded; no with machete"},
      {"Police shot a man armed with a knife in Goma on Monday.", "man: wounded; no with knife"},
      {"A man armed with a knife attacked a guard in Goma on Monday.", "with knife"},
      {"The gunman, a former soldier, killed three colleagues in Goma on Monday.",
       "colleagues: killed; no human former soldier; killed 3"},
  });
}

TEST(Hits, AnythingCanBeATool) {
  expect_all({
      {"A pensioner was smothered with a pillow in Leeds on Monday.", "with pillow"},
      {"Two men beat a student with an iron bar in Cali on Monday.", "with iron bar"},
      {"A guard was beaten to death with a brick in Goma on Monday.", "killed 1; with brick"},
      {"A student was beaten by police and left with a broken arm in Cali on Monday.",
       "no with broken arm"},
  });
}

TEST(Hits, WordsBesideNamesAreNoPartOfThem) {
  expect_all({
      {"A crowd burned alive two suspected thieves in Goma on Monday.",
       "suspected thieves: killed; no human alive; killed 2"},
      {"In Goma gunmen killed a judge on Monday.", "judge: killed; killed 1"},
      {"The general survived a bomb attack in Goma on Monday.", "general: none"},
  });
  const Event event = event_of("In Herat gunmen killed an MP on Monday.");
  ASSERT_EQ(event.perpetrators.size(), 1u);
  EXPECT_EQ(event.perpetrators.front().party.name, "gunmen");
  ASSERT_EQ(event.human_targets.size(), 1u);
  EXPECT_EQ(event.human_targets.front().name, "");
}

TEST(Hits, WhoShotHimselfIsWounded) {
  expect_all({
      {"A boy of 16 accidentally shot himself in the leg at his home in Cali on Monday.",
       "armed_attack; wounded 1; by nobody; human boy"},
      {"A teenager is recovering after shooting himself in Cali on Monday.",
       "armed_attack; wounded 1; by nobody; human teenager"},
      {"A girl fatally shot herself in Cali on Monday.",
       "armed_attack; killed 1; by nobody; human girl"},
  });
}

TEST(Hits, FatallyIsDead) {
  expect_all({
      {"Gunmen fatally shot two men in Cali on Monday.",
       "armed_attack; killed 2; by Gunmen; human men"},
      {"Police in Cali are investigating the fatal shooting of two men on Monday.",
       "armed_attack; killed 2; human men"},
      {"Six people were shot, one fatally, in Cali on Monday.",
       "armed_attack; killed 1; wounded 5; human people"},
      {"Three men were shot in Cali on Monday, two of them fatally.",
       "armed_attack; killed 2; wounded 1; human men"},
  });
}

TEST(Hits, WoundsOfThoseWhoDiedAreNoWounded) {
  expect_all({
      {"A man suffered a gunshot wound in Cali on Monday. He died in hospital.",
       "armed_attack; killed 1; human man"},
      {"Two men were found suffering from gunshot wounds in Cali on Monday. One of them died.",
       "armed_attack; killed 1; wounded 1; human men"},
  });
}

TEST(Hits, ListsAreAddedUpAndAgesAreNot) {
  expect_all({
      {"A shooting in Cali on Monday left three men and three women injured.",
       "armed_attack; wounded 6; human men; human women"},
      {"A shooting in Cali on Monday left a man dead and two women and a boy wounded.",
       "armed_attack; killed 1; wounded 3; human man; human women; human boy"},
      {"Three men, ages 15, 18 and 22, were injured in a shooting in Cali on Monday.",
       "armed_attack; wounded 3; human men"},
  });
}

TEST(Hits, WhoKillsOthersAndHimselfIsOneOfTheDead) {
  expect_all({
      {"A man killed his wife and two sons before turning the gun on himself in Cali on Monday.",
       "armed_attack; killed 4; human wife"},
      {"A gunman killed three people in Cali on Monday. The gunman was shot dead by police.",
       "armed_attack; killed 4"},
      {"Three people, including the gunman, died in a shooting in Cali on Monday.",
       "armed_attack; killed 3"},
      {"Police shot and killed the gunman in Cali on Monday.", "armed_attack; killed 1"},
  });
}

TEST(Hits, WhoBlowsHimselfUpIsAnEventByItself) {
  expect_all({
      {"A man detonated himself at a market in Cali on Monday.", "suicide_bombing; by man"},
      {"A woman blew herself up outside a school in Goma on Monday.", "suicide_bombing; by woman"},
  });
}

}  // namespace

}  // namespace sitrep
