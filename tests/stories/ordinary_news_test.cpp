// The day's other news: crashes, obituaries, courts, councils, sport. It tells no incident, in the
// very words in which incidents are told; and the local crime beside it does.
// Reports are of Wednesday, 6 March 2024.
#include "stories.h"

namespace sitrep {

namespace {

size_t news_in(const char* text) {
  World world;
  world.report("Local paper", "2024-03-06", text);
  const std::vector<Event>& events = world.codings().at(0).events;
  return static_cast<size_t>(
      std::ranges::count_if(events, [](const Event& e) { return e.phase == Phase::news; }));
}

void each_has(size_t wanted, const std::vector<const char*>& texts) {
  for (const char* text : texts) EXPECT_EQ(news_in(text), wanted) << text;
}

TEST(OrdinaryNews, TellsNoIncident) {
  each_has(
      0,
      {
          "A 42-year-old man died Tuesday when his pickup left Route 9 near Elmira and struck a "
          "tree, state police said. He was pronounced dead at the scene.",
          "Divers on Tuesday recovered the body of a 19-year-old swimmer who went missing in a "
          "reservoir outside Leeds at the weekend. Police said there were no suspicious "
          "circumstances.",
          "Two people were taken to hospital with minor injuries after a three-car collision on "
          "the "
          "M62 on Tuesday morning.",
          "A fire that broke out in a barn near Dubbo destroyed 400 bales of hay and damaged a "
          "tractor. Firefighters attacked the flames from two sides.",
          "Margaret Sloane, who taught generations of children at St. Anne's, died on Tuesday "
          "after "
          "a short illness. She was 88. She was preceded in death by her husband.",
          "The carrier slashed fares on its Lagos route by a third and will axe 200 jobs, it said "
          "on Tuesday.",
          "Police are offering $10,000 for information leading to the arrest and conviction of "
          "whoever defaced the monument.",
          "A judge issued an arrest warrant for the former treasurer, who is charged with fraud "
          "and "
          "has failed to appear in court twice.",
          "A toddler who wandered off from a campsite was found safe on Tuesday after a search by "
          "80 volunteers and a police dog.",
          "Police charged the driver, a 33-year-old from Reno, with driving under the influence "
          "and "
          "speeding. Nobody else was hurt.",
          "The president fired his finance minister on Tuesday after weeks of clashes over the "
          "budget.",
          "A teenager was killed when he was struck by a freight train while crossing the tracks "
          "in "
          "Fresno on Tuesday night, authorities said.",
          "An apparent gas explosion levelled a house in Katowice on Tuesday, killing a couple and "
          "injuring their son. Investigators suspect a faulty boiler.",
          "A miner was killed and two were injured when a tunnel roof collapsed at a gold mine "
          "near "
          "Welkom, the company said.",
          "At least 21 people were killed and 15 injured when a bus plunged into a gorge in "
          "Nepal's "
          "Gorkha district, police said. The driver fled the scene.",
          "The hospital placed a plaque in memory of Dr. Owen Pugh, who died in 2011. His widow "
          "cut "
          "the ribbon.",
          "A storm that struck the coast of Mozambique killed six people and destroyed hundreds of "
          "homes, officials said on Tuesday.",
          "The court of appeal upheld the four-year sentence of a nurse who stole morphine from a "
          "ward in 2019.",
          "An inquest heard that the 54-year-old roofer died from head injuries after he fell from "
          "a ladder. The coroner recorded a verdict of accidental death.",
          "The shipping company said hackers had attacked its servers and stolen the data of "
          "40,000 "
          "customers.",
          "The battle over the farm bill exploded into the open on Tuesday as senators traded fire "
          "over subsidies.",
          "Police said rumours of a stabbing at the fair were false. A girl had cut her hand on a "
          "glass, they said.",
          "City destroyed United 5-0 on Tuesday. Okafor fired in twice before the break and Silva "
          "shot home from close range.",
          "Burglaries fell by 12 percent and robberies by a fifth last year, figures released by "
          "the force showed. There were nine murders, two fewer than in 2022.",
          "A six-year-old boy was seriously injured when he was attacked by two dogs in a park in "
          "Hull on Tuesday.",
          "Cholera has killed 43 people in the camp since March, the aid group said. Four hundred "
          "others were being treated.",
          "A passenger plane made an emergency landing in Denver after a bird struck an engine. "
          "Eleven passengers were treated for minor injuries.",
          "A court in Oslo awarded custody of the twins to their aunt, ending a two-year battle.",
          "A ferry sank off Mindoro in heavy seas, and 14 people drowned. Fishermen rescued 60 "
          "others.",
          "A wildfire burned 3,000 acres in Shasta County and threatened 200 homes before crews "
          "contained it.",
          "Raiders circled the brewer after its hostile bid for Kestrel failed. Shares were "
          "hammered.",
          "A man jumped to his death from a bridge in Porto on Tuesday. Traffic was stopped for "
          "two "
          "hours.",
          "The new bridge, built after floods swept away the old one and killed nine in 2014, was "
          "opened on Tuesday by the prime minister.",
          "The union and the company struck a deal late on Tuesday, averting a strike at six "
          "plants.",
          "Two skiers were killed by an avalanche above Davos on Tuesday. A third was dug out "
          "alive "
          "with broken bones.",
          "The heat wave claimed 60 lives in Rajasthan, most of them labourers.",
          "In her new film a sniper kills a senator and is hunted by two armies. It opens on "
          "Tuesday.",
      });
}

TEST(OrdinaryNews, StandsBesideIncidents) {
  const std::vector<const char*> texts = {
      "A 26-year-old man was stabbed outside a pub in Swindon on Tuesday night and is in "
      "hospital in a stable condition.",
      "A fire that damaged the door of a mosque in Leeds early on Tuesday is being treated as "
      "arson, police said.",
      "A driver deliberately ploughed his van into shoppers in Graz on Tuesday, killing two and "
      "injuring nine, police said.",
      "Thieves smashed the window of a jeweller's in Antwerp and made off with watches worth "
      "200,000 euros.",
      "A woman found dead in her flat in Lyon on Tuesday had been strangled, prosecutors said. "
      "Her former partner is in custody.",
      "Police arrested two men in Mombasa on Tuesday and seized 12 kg of heroin.",
      "Teachers across Oklahoma walked out on Tuesday over pay, closing schools in 40 "
      "districts.",
      "Hundreds of villagers marched through Guwahati on Tuesday to protest against the dam.",
      "Gunmen kidnapped a pastor on his way home from a service in Kaduna State, his church "
      "said.",
      "A student was beaten unconscious by three men on a train in Milan, police said.",
      "A shop owner was shot and wounded when two men tried to rob his store in Gary, Indiana.",
      "A girl of 12 was hit in the eye by a pellet fired from a passing car in Tulsa, police "
      "said.",
      "Turkey's foreign minister condemned Tuesday's car bombing in Mogadishu that killed 14 "
      "people.",
      "A reporter for the daily was detained at Minsk airport on Tuesday and taken to an "
      "unknown place.",
      "Police raided the offices of the opposition party in Kampala on Tuesday and took away "
      "computers.",
      "A guard was slashed with a razor by an inmate at a jail near Lima on Tuesday.",
      "Cattle rustlers killed four herders in Marsabit before dawn, an official said.",
      "A 31-year-old man died in a police cell in Durban after officers beat him, witnesses "
      "said. Two constables were arrested.",
      "A man threw acid at his neighbour in a row over a wall in Multan.",
      "Protesters broke windows at the consulate in Barcelona and burned a flag.",
      "The former treasurer of the club was arrested on suspicion of embezzling 2 million "
      "dollars.",
      "Police are hunting a man who raped a jogger in a park in Graz on Tuesday evening.",
      "A grenade thrown into a bar in Bujumbura injured eleven people on Tuesday night.",
      "A teacher was killed by suspected militants in Narathiwat on his way to school.",
      "Three people were wounded in a drive-by shooting in Chicago's South Side late on "
      "Tuesday.",
      "Pirates boarded a tanker off Togo and took six sailors with them.",
      "A 16-year-old threatened to shoot classmates at a school in Ohio and was arrested.",
      "Rival gangs clashed in Port-au-Prince on Tuesday; seven bodies were seen in the street.",
      "An explosion at a police post in Quetta killed three officers. No group has claimed it.",
      "Someone fired eleven shots into a house in Baton Rouge where a family was asleep. Nobody "
      "was hurt.",
      "Vandals toppled the statue of a general in Bristol overnight.",
      "A man who had been held captive in a cellar for three weeks was freed by police in "
      "Naples.",
      "A stepfather was charged with beating a boy of four to death in Pretoria.",
      "A mob lynched two men accused of stealing motorcycles near Arusha.",
      "Police shot dead a man who came at them with a knife in Marseille.",
      "Armed men hijacked a truck with cigarettes on the N1 near Beaufort West.",
  };
  for (const char* text : texts) EXPECT_GE(news_in(text), 1u) << text;
}

TEST(OrdinaryNews, KnowsAnArrestThatIsOnlySought) {
  each_has(
      0,
      {
          "Police offered $5,000 on Tuesday for information leading to the arrest of the vandals.",
          "A judge issued a warrant for his arrest on Tuesday.",
          "Officials called on Tuesday for the arrest of the general.",
      });
  EXPECT_EQ(news_in("The tip led to the arrest of two men in Leeds on Tuesday."), 1u);
}

TEST(OrdinaryNews, IsNoRiotWhereACourtCharges) {
  EXPECT_EQ(news_in("Two men were charged on Tuesday in Reno with driving under the influence."),
            0u);
  EXPECT_GE(news_in("Police charged the crowd with batons in Nairobi on Tuesday."), 1u);
}

TEST(OrdinaryNews, MarchesForACause) {
  each_has(1, {
                  "Workers marched in Machala on Tuesday for higher pay.",
                  "Hundreds rallied in Quito on Tuesday against the law.",
                  "Students marched through Lagos on Tuesday, demanding his release.",
              });
  EXPECT_EQ(news_in("Some 300 people walked on Tuesday for cancer research in Hull."), 0u);
  EXPECT_EQ(news_in("Guests gathered in Leeds on Tuesday for the opening of the library."), 0u);
}

// A headline's death that the text lays to an illness.
TEST(OrdinaryNews, HasDeathsOfIllness) {
  each_has(0,
           {
               "Gaza doctor who treated thousands dies at 71\n\nThe surgeon, who operated through "
               "four wars in Gaza City, has died in Cairo after a long illness.",
               "Former army chief dies\n\nA retired commander who led peacekeepers in Lebanon in "
               "the 1980s has died in Suva after a long illness. He was 79.",
           });
}

TEST(OrdinaryNews, DISABLED_WhatTheModelTakesForAnIncident) {
  each_has(
      0,
      {
          "Opponents blasted the plan to demolish the old cinema and promised to fight it all the "
          "way. The mayor came under fire for her silence.",
          "Five officers were honoured for bravery on Tuesday, among them a constable who pulled "
          "two children from a burning car.",
          "Veterans gathered on Tuesday at the memorial to the 112 men of the town who were killed "
          "in the two world wars.",
      });
}

// Whom the police charge with batons is accused of nothing.
TEST(OrdinaryNews, HasCrowdsThatAreCharged) {
  World world;
  world.report("Local paper", "2024-03-06",
               "Riot police charged the demonstrators in Nairobi on Tuesday.");
  const std::vector<Event>& events = world.codings().at(0).events;
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].type, EventType::riot);
  EXPECT_EQ(events[0].perpetrators.size(), 1u);
}

}  // namespace

}  // namespace sitrep
