// Which words tell an incident, of which kind, and which only speak like it: idioms of local news,
// deaths that nobody meant, captives, plans, bodies.
#include "stories.h"

namespace sitrep {

namespace {

struct Kind {
  const char* text;
  const char* type;          // of the one event
  const char* outcome = "";  // empty: completed
};

void expect_kinds(const std::vector<Kind>& kinds) {
  for (const Kind& kind : kinds) {
    const std::vector<Event> events = events_of(kind.text);
    ASSERT_EQ(events.size(), 1u) << kind.text;
    EXPECT_EQ(name(events.front().type), kind.type) << kind.text;
    const std::string_view outcome = *kind.outcome ? kind.outcome : "completed";
    EXPECT_EQ(name(events.front().outcome), outcome) << kind.text;
  }
}

void expect_none(const std::vector<const char*>& texts) {
  for (const char* text : texts) EXPECT_TRUE(events_of(text).empty()) << text;
}

TEST(MoreKinds, IdiomsOfGunsAndBlades) {
  expect_kinds({
      {"Attackers sprayed a bar with bullets in Guayaquil on Sunday.", "armed_attack"},
      {"The home of a town clerk in Cali was riddled with bullets on Monday.", "armed_attack"},
      {"A sniper picked off two soldiers at a checkpoint near Sloviansk.", "armed_attack"},
      {"Two fishermen had their throats slit by insurgents near Palma.", "armed_attack"},
      {"Gunmen emptied their magazines into the car of a prosecutor in Manta.", "armed_attack"},
      {"A warden of the reserve was hit when poachers fired several shots at him.", "armed_attack"},
      {"Militiamen dragged four men from a bus near Bria and executed them.", "armed_attack"},
      {"Two relief trucks were fired on near Kadugli, the agency said.", "armed_attack"},
  });
}

TEST(MoreKinds, IdiomsOfBlasts) {
  expect_kinds({
      {"A car bomb tore through a market in Baghdad.", "bombing"},
      {"A bomb explodes outside a court in Mosul.", "bombing"},
      {"An armoured car hit an improvised explosive device near Djibo.", "bombing"},
      {"Robbers blew open a safe in Gouda with dynamite on Sunday.", "bombing"},
      {"A post office in Izmir was the target of a grenade on Friday.", "bombing"},
      {"A depot at Feodosia was on fire on Monday after a rocket attack.", "shelling"},
  });
}

TEST(MoreKinds, CrowdsThievesAndSaboteurs) {
  expect_kinds({
      {"The convoy of a minister was stoned by protesters in Baghdad.", "riot"},
      {"Gunmen looted a grain warehouse in El Fasher.", "robbery"},
      {"Saboteurs derailed a goods train near Bryansk.", "strike"},
      {"Pirates seized a trawler off Puntland.", "hijacking"},
      {"Masked men burst into a clinic in Mocoa and took two nurses away at gunpoint.",
       "kidnapping"},
      {"Herders attacked the village of Bokkos, burning houses and killing dozens of residents.",
       "armed_attack"},
      {"Chlorine gas was dropped on Saraqib by a helicopter.", "chemical_attack"},
  });
}

TEST(MoreKinds, NobodyMeantIt) {
  expect_none({
      "Twelve people died in a stampede at a temple in Hathras.",
      "Six people died in a fire at a hotel in Baku.",
      "Lightning killed a farmer in Odisha on Monday.",
      "A leopard attacked and killed a herder near Nanyuki.",
      "Cholera has killed 30 people in Malawi.",
      "A boiler exploded at a textile mill in Surat, killing five.",
      "An explosion at a fireworks factory in Tultepec killed eight.",
      "A gas leak caused an explosion which killed three people in Lyon.",
      "Fifteen people were killed when a building collapsed in Mumbai.",
      "A bus plunged into a ravine in Peru, killing 24.",
  });
}

TEST(MoreKinds, NobodyMeantItButSomebodyDidThis) {
  expect_kinds({
      {"Five soldiers died in a crash after gunmen opened fire on their truck near Gao.",
       "armed_attack"},
      {"Tigers fighters attacked a police post in Jaffna, killing two officers.", "armed_attack"},
      {"A gas pipeline was blown up by rebels near Arauca.", "bombing"},
      {"Three people were killed by mortar fire in Donetsk.", "shelling"},
  });
}

TEST(MoreKinds, FiguresOfSpeech) {
  expect_none({
      "A court in Sanaa sentenced 17 people to death on Monday.",
      "The wedding was hijacked by a drunk uncle.",
      "The actor shot his new film in Morocco.",
      "The minister launched an attack on his critics in the press.",
      "The company came under fire from investors over its budget.",
      "India test-fired a missile on Monday.",
      "The novel tells of a bomb attack on a Paris cafe.",
      "Army engineers blew up an unexploded wartime bomb in Munich.",
  });
}

TEST(MoreKinds, Captives) {
  expect_kinds({
      {"Troops freed eleven hostages from a camp in the Sambisa forest.", "kidnapping"},
      {"The kidnappers released a German nurse on Friday.", "kidnapping"},
      {"Nine women are still being held by their abductors.", "kidnapping"},
      {"Gangs are demanding a ransom for twelve pupils seized from Kuriga.", "kidnapping"},
      {"Rebels led off all the young men of the village of Komanda.", "kidnapping"},
  });
  const Event freed = event_of("Troops freed eleven hostages from a camp in the Sambisa forest.");
  EXPECT_EQ(freed.abducted.best, 11);
  EXPECT_TRUE(freed.perpetrators.empty());
  expect_none({"The company released its results on Monday.",
               "The court released three prisoners in Cairo.",
               "The minister escaped criticism over the bridge."});
}

TEST(MoreKinds, PlansThreatsAndStrikesToCome) {
  expect_kinds({
      {"Police thwarted a plan to attack a Christmas market in Bremen.", "strike", "foiled"},
      {"Rebels planned to blow up the bridge at Goma, the army said.", "bombing", "planned"},
      {"The judge has received death threats from the ELN.", "assassination", "threatened"},
      {"The airline's pilots will walk out on Friday, their union said.", "work_stoppage",
       "planned"},
      {"The miners' strike at Marikana entered its third week.", "work_stoppage"},
      {"A rocket was knocked down over Eilat.", "shelling", "intercepted"},
  });
}

TEST(MoreKinds, Bodies) {
  const Event dumped = event_of("Five bullet-riddled bodies were found near Turbat on Sunday.");
  EXPECT_EQ(name(dumped.type), "armed_attack");
  EXPECT_EQ(dumped.killed.best, 5);
  expect_kinds({
      {"Three men were found with their hands tied and shot near Uruapan.", "armed_attack"},
      {"A decapitated body was found in Veracruz.", "armed_attack"},
  });
}

TEST(MoreKinds, CourtsLookBack) {
  const Event thrown =
      event_of("The youths who threw petrol bombs at a hostel in Rostock were jailed on Monday.");
  EXPECT_EQ(thrown.phase, Phase::background);
}

}  // namespace

}  // namespace sitrep
