// Texts that speak of war and crime and tell no incident of these days: drills, fiction, figures of
// speech, misfortune, statistics, wishes, the past. Reports are of Wednesday, 6 March 2024.
#include "stories.h"

namespace sitrep {

namespace {

void expect_nothing_new(const std::vector<const char*>& texts) {
  for (const char* text : texts) {
    World world;
    world.report("Wire", "2024-03-06", text);
    for (const Event& event : world.codings().at(0).events)
      EXPECT_NE(event.phase, Phase::news) << text << "\n  " << name(event.type);
  }
}

TEST(NothingNew, IsADrill) {
  expect_nothing_new({
      "Soldiers taking part in the annual exercise stormed a mock village near Zaragoza on Tuesday "
      "and took two hostages, played by cadets. Smoke grenades exploded and blanks were fired, but "
      "nobody was hurt.",
      "Police will be trained to deal with attacks on schools. In the drill on Tuesday, officers "
      "shot dead an actor playing a gunman.",
      "A pilot was killed on Tuesday when his fighter jet crashed during an exercise near Nancy.",
  });
}

TEST(NothingNew, IsTold) {
  expect_nothing_new({
      "The novelist, whose first book told of a kidnapping in Rome, died at home on Tuesday of a "
      "heart attack. She was 84.",
      "The museum opened an exhibition on the siege of Sarajevo, in which more than 11,000 people "
      "were killed between 1992 and 1996.",
      "The singer's new single, 'Bombs over Baghdad', was released on Tuesday and has exploded in "
      "the charts.",
      "The documentary recounts the 1981 kidnapping of the general by the Red Brigades.",
      "The play, in which a shopkeeper is murdered by his wife, opens in Vienna on Tuesday.",
      "The exhibition shows weapons that were used in the battle of Stalingrad.",
      "The film, in which a shopkeeper is murdered by his wife, opens in Vienna on Tuesday.",
  });
}

TEST(NothingNew, IsSaidInFigures) {
  expect_nothing_new({
      "The striker fired a shot from 20 metres and killed the game in the final minute, as City "
      "bombarded Rovers' goal. The defence was under siege for most of the half.",
      "Shares plunged on Tuesday after the central bank dropped a bombshell, and investors fled. "
      "The attack on the currency wiped out gains.",
      "The board fired its chief executive on Tuesday and rejected a hostile bid, which it called "
      "an ambush.",
      "The candidate attacked his rival's record on Tuesday, firing a broadside at her tax plans. "
      "She hit back within hours.",
      "The home side killed off the match with two late goals after a siege of the visitors' goal "
      "on Tuesday.",
      "A hacker attack paralysed the city's servers on Tuesday, the mayor said, and the assailants "
      "demanded a ransom in bitcoin.",
      "The prosecutor was under fire on Tuesday over his handling of the case and faced a barrage "
      "of criticism.",
      "Scientists bombarded the target with protons and detected two new particles on Tuesday.",
      "The union's leader launched a blistering attack on the employers on Tuesday.",
      "The minister resigned on Tuesday, and his party accused the opposition of character "
      "assassination.",
      "Chelsea fired eight shots at goal, but Arsenal's defence held out on Tuesday.",
  });
}

TEST(NothingNew, BefellThemByNobodysHand) {
  expect_nothing_new({
      "A fire caused by a faulty heater killed three people in a flat in Tirana on Tuesday, the "
      "fire brigade said.",
      "Two people were killed when a bus collided with a lorry near Arusha on Tuesday. Six others "
      "were injured.",
      "Doctors said the virus had killed 40 people and that the outbreak had hit the port hardest.",
      "A lightning strike killed a farmer and four cows near Gulu on Tuesday.",
      "An earthquake killed at least 60 people in Herat on Tuesday and destroyed hundreds of "
      "houses.",
      "Bird flu: 30,000 hens were killed at a farm near Kecskemet on Tuesday to stop the disease "
      "from spreading.",
      "Wolves killed 23 sheep near Asiago on Tuesday night, a farmer said.",
      "Two climbers were killed by an avalanche on Mont Blanc on Tuesday; a third was injured.",
      "A boy of six drowned in a lake near Minsk on Tuesday. His sister was rescued.",
      "A gas explosion destroyed a block of flats in Lyon on Tuesday and killed four people.",
      "Fireworks injured 14 people on New Year's Eve, hospitals in Berlin said.",
      "The virus attacks the lungs and has killed nine people in the town since Sunday.",
      "The bull charged at the matador and gored him on Tuesday. He was taken to hospital.",
      "Two workers were killed on Tuesday when scaffolding collapsed at a building site in Doha.",
  });
}

TEST(NothingNew, IsWishedFearedCountedOrPast) {
  expect_nothing_new({
      "The premier escaped several ambushes during the war, his son said.",
      "The statue commemorates the 312 people who were killed in the bombing of the railway "
      "station in 1944. Schoolchildren laid flowers on Tuesday.",
      "Homicides fell by 12 percent last year, the ministry said on Tuesday. A total of 1,204 "
      "people were killed, compared with 1,370 the year before, and kidnappings fell, too.",
      "If the militants were to attack the dam, thousands could be killed, the engineers' "
      "association warned in a report on Tuesday.",
      "The army bought 40 drones on Tuesday that can strike targets 300 kilometres away. They "
      "carry two missiles each.",
      "Parliament debated a law that would make acid attacks punishable by 20 years in prison.",
      "The UN said on Tuesday that more than 9,000 civilians had been killed since the war began.",
      "Security forces are on alert against attacks before Sunday's election, the interior "
      "ministry said.",
      "The court in Lima began hearing the case of four former officers on Tuesday. They are "
      "accused of killing 12 villagers in 1985.",
      "He was four when his father was killed in the war. On Tuesday, the violinist played in the "
      "ruined church for the first time.",
      "The travel guide advises tourists not to walk alone at night, since muggings and "
      "kidnappings have been reported.",
      "The bishop asked for prayers for the victims of terrorism everywhere.",
      "Researchers say the number of attacks on aid workers doubled between 2010 and 2020.",
      "The insurgency has killed more than 40,000 people since 2009 and driven two million from "
      "their homes.",
      "The army will buy rockets that can hit targets 500 kilometres away, the minister said on "
      "Tuesday.",
      "Ten years after the attack on the mall, survivors gathered on Tuesday for a minute of "
      "silence.",
      "The tribunal will hear on Tuesday the appeal of a man convicted of bombing a bar in 1998.",
      "The embassy warned its citizens on Tuesday of possible terrorist attacks during the "
      "holidays.",
  });
}

}  // namespace

}  // namespace sitrep
