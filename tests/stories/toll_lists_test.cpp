// How many a headline or a list tells of, and of whom.
#include "fields.h"

namespace sitrep {

namespace {

struct Said {
  const char* text;
  std::optional<int64_t> killed, wounded;
};

constexpr std::string_view kBelow = "\n\nPolice asked for witnesses on Sunday, a spokeswoman said.";

// The largest numbers that the events of one report give.
Said read(const std::string& text) {
  Said said{text.c_str(), {}, {}};
  for (const Event& event : events_of(text)) {
    said.killed = std::max(said.killed, event.killed.best);
    said.wounded = std::max(said.wounded, event.wounded.best);
  }
  return said;
}

void expect(const std::vector<Said>& cases, std::string_view below) {
  for (const Said& wanted : cases) {
    const Said found = read(wanted.text + std::string(below));
    EXPECT_EQ(found.killed, wanted.killed) << wanted.text;
    EXPECT_EQ(found.wounded, wanted.wounded) << wanted.text;
  }
}

constexpr std::nullopt_t kUntold = std::nullopt;

TEST(TollLists, Headlines) {
  expect({{"Three people shot in downtown Elko, one dead", 1, 2},
          {"4 shot, 1 dead in Elko bar shooting", 1, 3},
          {"2 dead, 3 injured in Elko shooting", 2, 3},
          {"Teen killed, 2 others wounded in drive-by shooting", 1, 2},
          {"Woman killed, man wounded in Elko shooting", 1, 1},
          {"Police officer, two others killed in Elko shooting", 3, kUntold},
          {"3 members of family fatally shot; suspect killed", 4, kUntold},
          {"Man, woman found shot to death in Elko home", 2, kUntold},
          {"Woman, 1-year-old boy wounded in shooting", kUntold, 2},
          {"Girl, 7, grazed by bullet; man shot in leg", kUntold, 2},
          {"Sheriff's deputy dies after off-duty shooting", 1, kUntold}},
         kBelow);
}

TEST(TollLists, AgesAndRanksCountNobody) {
  expect({{"A man, 30, and his daughter, 4, were killed in a shooting on Sunday.", 2, kUntold},
          {"Two teenagers, one 16 and the other 17, were injured on Sunday in a shooting.", kUntold,
           2},
          {"A 19-year-old was killed and two 18-year-olds were wounded by gunmen on Sunday.", 1, 2},
          {"Gunmen shot four men on Sunday. Three were treated. The fourth man died.", 1, 3}},
         "");
}

TEST(TollLists, WhoeverIsJoinedIsHurtHimself) {
  expect(
      {{"Four people were killed and another critically injured in a shooting on Sunday.", 4, 1},
       {"A man died and three others, including two children, were wounded by gunmen on Sunday.", 1,
        3},
       {"Four people were killed and at least 10 others were wounded by gunmen on Sunday.", 4, 10},
       {"A girl and 23-year-old woman wounded by gunmen on Sunday have left the hospital.", kUntold,
        2},
       {"A grandfather, his daughter and six grandchildren died on Sunday in a shooting.", 8,
        kUntold},
       {"A woman in her 50s and a girl died on Sunday in a shooting, police said.", 2, kUntold},
       {"Police said three men, a woman and a child were killed by gunmen on Sunday.", 5, kUntold}},
      "");
}

TEST(TollLists, WhoIsOnlyNamedIsNoOtherOne) {
  expect({{"Two brothers, 19-year-old Juan and 22-year-old Luis, were shot to death on Sunday.", 2,
           kUntold},
          {"Carpenter's mother, Catherine L. Bell, was injured in the shooting on Sunday.", kUntold,
           1},
          {"Gunmen killed a taxi driver and his passenger, a midwife, on Sunday.", 2, kUntold}},
         "");
}

TEST(TollLists, NamesThatEndInSAreOne) {
  expect({{"Mr. Rooks was shot on Sunday. Rooks was pronounced dead at the scene.", 1, kUntold}},
         "");
}

TEST(TollLists, CountersOfPicturesCountNobody) {
  expect({{"A woman was fatally shot on Sunday. Image 7 of 14 A teen died after being shot in the "
           "head at a party on Sunday.",
           1, kUntold}},
         "");
}

TEST(TollLists, WhoHasTheNameOfARifleIsNoRifle) {
  expect({{"Police gave a name. Kevin Barrett was shot on Sunday.", kUntold, 1},
          {"Police gave a name. Barrett, 38, was shot on Sunday.", kUntold, 1}},
         "");
}

TEST(TollLists, WordsThatSayHowMany) {
  expect({{"Police are investigating a double homicide in Oakland on Sunday.", 2, kUntold},
          {"A couple was killed by gunmen in Oakland on Sunday.", 2, kUntold},
          {"Between 10 and 15 people were killed by gunmen on Sunday.", 15, kUntold},
          {"A blast on Sunday took a heavy toll. Two people were hurt.", kUntold, 2},
          {"The toll of Sunday's blast rose to 64.", 64, kUntold},
          {"Some 30 people were killed or wounded by a bomb on Sunday.", kUntold, kUntold}},
         "");
}

TEST(TollLists, TakenToHospitalIsNotTakenFromLife) {
  expect({{"A man was shot on Sunday. He was taken to a hospital with life-threatening injuries.",
           kUntold, 1},
          {"Two men were shot on Sunday. Both victims were taken to the hospital with "
           "non-life-threatening wounds.",
           kUntold, 2},
          {"A shooting on Sunday sent three people to the hospital.", kUntold, 3},
          {"One person was killed and four hospitalized after a shooting on Sunday.", 1, 4}},
         "");
}

TEST(TollLists, WhoWasShotBesideTheDeadLives) {
  expect(
      {{"Six people were shot on Sunday night in Central City, leaving one man dead.", 1, 5},
       {"Four people were shot on Sunday. Officers found that one woman was injured.", kUntold, 4}},
      "");
}

TEST(TollLists, WhoDiedOfHisOwnHandCounts) {
  expect({{"A man who killed four people on Sunday died of a self-inflicted gunshot wound.", 5,
           kUntold}},
         "");
}

TEST(TollLists, AnAgeIsNoToll) {
  EXPECT_EQ(event_of("A doctor has died at 71 in a bombing in Gaza City on Monday.").killed.best,
            1);
}

TEST(TollLists, AnArrestTakesNobodysWounds) {
  const auto events = events_of(
      "Officers were called to Clifton Avenue after gunfire erupted on Sunday. Police said Lewis "
      "has been arrested before. Raymond West, Brian Dear and Mark Parson were also struck by "
      "bullets.");
  for (const Event& event : events)
    EXPECT_EQ(event.wounded.known(), event.type != EventType::arrest) << name(event.type);
}

TEST(TollLists, WhoWasArrestedAndHurtIsOfTheArrest) {
  const Event arrest =
      event_of("Police arrested five protesters on Sunday. Two of them were injured.");
  EXPECT_EQ(arrest.type, EventType::arrest);
  EXPECT_EQ(arrest.wounded.best, 2);
}

TEST(TollLists, WhoIsIncludedFaredLikeTheOthers) {
  struct Included {
    const char* text;
    const char* who;
    const char* effect;
  };
  const Included cases[] = {
      {"The attack in Herat killed 14, including five children, and wounded 32 others.", "children",
       "killed"},
      {"The attack wounded 12 people, including two soldiers, and killed three.", "soldiers",
       "wounded"},
      {"At least 20 people were killed, among them six women, and 40 were injured in the blast.",
       "women", "killed"},
      {"Fourteen people were wounded, two of them nurses, and three were killed in the blast.",
       "nurses", "wounded"},
      {"The strike killed nine people, including three children and a nurse.", "nurse", "killed"}};
  for (const Included& c : cases) EXPECT_TRUE(befell(event_of(c.text), c.who, c.effect)) << c.text;
}

TEST(TollLists, DeathsAndWoundsInOtherWords) {
  expect({{"Doctors pronounced the girl dead on arrival after the shooting.", 1, kUntold},
          {"Officers found a man with multiple gunshot wounds. He did not survive.", 1, kUntold},
          {"Officers found a man with multiple gunshot wounds. He could not be saved.", 1, kUntold},
          {"A woman is expected to live after being shot in Oakland on Sunday.", kUntold, 1},
          {"After being stabbed in Leeds, two men drove themselves to a hospital.", kUntold, 2},
          {"The blast in Herat put 12 people in hospital.", kUntold, 12},
          {"A bomb went off under an army truck on Friday. Two men, it said, were lightly wounded.",
           kUntold, 2},
          {"Activists hurled fireworks at police on Sunday. Doctors put the number of injured "
           "demonstrators at 70.",
           kUntold, 70}},
         "");
}

TEST(TollLists, ListsBeforeDead) {
  expect({{"Fighters stormed a hotel in Mogadishu on Friday; the army ended the siege with nine "
           "civilians and three soldiers dead.",
           12, kUntold}},
         "");
}

TEST(TollLists, WhoIsInHospitalBesideTheDead) {
  expect(
      {{"A shooting in Cali on Monday left one person dead and another in critical condition.", 1,
        1},
       {"A man is dead and two women are in hospital after a shooting in Cali on Monday.", 1, 2}},
      "");
}

TEST(TollLists, AnAgeBehindANameIsNoNumber) {
  expect({{"Ana Perez, 21, Killed In Austin Shooting; 3 Others Wounded", 1, 3},
          {"Ana Perez, 21, killed, 3 others wounded in Austin shooting", 1, 3}},
         kBelow);
}

TEST(TollLists, WordsBeforeOtherNounsAreNoTolls) {
  expect({{"A man was wounded in a shooting in Cali on Monday. One witness, who owns a body shop, "
           "called the police.",
           kUntold, 1}},
         "");
}

TEST(TollLists, WhoTurnsTheGunOnHimselfIsNoneOfTheShot) {
  expect(
      {{"A man shot his girlfriend and her mother before turning the gun on himself in Cali on "
        "Monday, police said.",
        1, 2},
       {"Boy, 2, shoots himself in head\n\nA man was arrested on Sunday after his 2-year-old son "
        "found a gun in Elko and fatally shot himself in the head.",
        1, kUntold}},
      "");
}

TEST(TollLists, TakenAlongWithOthers) {
  expect_all({
      {"Gunmen kidnapped a nun in Port-au-Prince on Sunday along with eight others.",
       "kidnapping; abducted 9; human nun"},
      {"Two teachers were killed together with their driver in Goma on Monday.",
       "killed 3; human driver"},
  });
}

TEST(TollLists, WhoWasShotWasPronouncedDead) {
  expect({{"A boy mistook his friend for a deer and shot him near Cali on Monday. The boy who was "
           "shot was pronounced dead at the scene.",
           1, kUntold}},
         "");
}

TEST(TollLists, WhoIsShotAtAPlaceIsHit) {
  expect({{"Five people were shot at a party in Elko on Saturday.", kUntold, 5},
          {"Two men were shot at the same bar in Elko on Saturday.", kUntold, 2},
          {"Police officers were shot at in Elko on Saturday.", kUntold, kUntold},
          {"Gunmen shot at a patrol in Elko on Saturday.", kUntold, kUntold}},
         "");
}

TEST(TollLists, LifeThreateningWithoutAHyphenTakesNobodys) {
  expect({{"The boy was shot on Saturday. He was rushed to Elko General and taken to Reno this "
           "morning with non life threatening injuries.",
           kUntold, 1}},
         "");
}

TEST(TollLists, AnimalsAreNobody) {
  expect({{"Villagers shot and killed two wolves near Elko on Saturday, police said.", kUntold,
           kUntold},
          {"Gunmen shot dead three dogs and wounded a farmer in Elko on Saturday.", kUntold, 1},
          {"Poachers shot dead two elephants and a ranger near Elko on Saturday.", 1, kUntold}},
         "");
}

TEST(TollLists, PeopleFoundShot) {
  EXPECT_EQ(events_of("Police found a man shot to death in his home in Akron on Sunday.").size(),
            1U);
}

}  // namespace

}  // namespace sitrep
