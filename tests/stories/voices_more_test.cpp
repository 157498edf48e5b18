// Who did it where the sentence says it by the way: denials, own accounts, weapons' owners, parties
// of a fight, bystanders; and where it was not.
#include <fmt/format.h>

#include "core/text.h"
#include "stories.h"

namespace sitrep {

namespace {

using testing::UnorderedElementsAre;

// "name status" of each: of parties nobody doubts the name alone.
std::vector<std::string> doers(const Event& event) {
  std::vector<std::string> found;
  for (const Perpetrator& p : event.perpetrators) {
    const bool plain = p.status == Status::reported;
    found.push_back(plain ? p.party.name : fmt::format("{} {}", p.party.name, name(p.status)));
  }
  return found;
}

void expect_doers(const char* text, const std::vector<std::string>& wanted) {
  const std::vector<Event> events = events_of(text);
  ASSERT_EQ(events.size(), 1u) << text;
  EXPECT_THAT(doers(events.front()), testing::UnorderedElementsAreArray(wanted)) << text;
}

bool has_doer(const Event& event, const std::string& wanted) {
  return testing::Matches(testing::Contains(wanted))(doers(event));
}

bool nobody_claims(std::string_view text) {
  const Event event = event_of(text);
  return std::any_of(event.claims.begin(), event.claims.end(), [](const Claim& c) {
    return c.field == Field::perpetrators && std::get_if<std::monostate>(&c.value) &&
           c.polarity == Polarity::denied && c.certainty == Certainty::claimed;
  });
}

TEST(Blame, IsSeldomOfAnArrest) {
  const std::vector<Event> events = events_of(
      "Rockets hit a depot in Herat on Monday, killing nine people. Police arrested two men in "
      "Herat on Tuesday. The Taliban claimed responsibility.");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_THAT(doers(events[0]), UnorderedElementsAre("Taliban claimed"));
  EXPECT_EQ(events[1].type, EventType::arrest);
  EXPECT_THAT(doers(events[1]), UnorderedElementsAre("Police"));
}

TEST(Denials, WhoDeniesIsListedAsDenying) {
  expect_doers("Hamas denied any role in the bombing of a bus in Haifa that killed nine people.",
               {"Hamas denied"});
  expect_doers("The Taliban denied carrying out the bomb attack on a mosque in Herat.",
               {"Taliban denied"});
  expect_doers("The army denied responsibility for the killing of the bishop in Goma.",
               {"army denied"});
  expect_doers("Rwanda denied attacking the hospital in Goma.", {"Rwanda denied"});
  expect_doers("Damascus denied bombing the theatre in Idlib and blamed Hezbollah.",
               {"Damascus denied", "Hezbollah accused"});
  expect_doers(
      "The FARC guerrillas rejected accusations that their fighters had executed villagers in "
      "Arauca.",
      {"FARC guerrillas denied", "their fighters denied"});
  expect_doers("The army rejected accusations that its troops had shot three traders in Wau.",
               {"army denied", "its troops denied"});
}

TEST(Denials, OfWhatWasSaidRightBefore) {
  for (const char* answer : {". The army denied it.", ", but the army denied this.",
                             ", which the army denied.", ". The army denied the claim."})
    expect_doers(
        ("Residents said soldiers had shot five traders in Wau" + std::string(answer)).c_str(),
        {"soldiers", "army denied"});
  expect_doers("Residents accused soldiers of shooting five traders, which the army denied.",
               {"soldiers accused", "army denied"});
  // Another charge than that of the deed.
  expect_doers(
      "Soldiers shot five traders in Wau. The governor denied the claim that he had sold fuel.",
      {"Soldiers"});
}

TEST(Denials, WhoDismissesClaims) {
  expect_doers("The army dismissed claims that its troops had shot three traders in Wau.",
               {"army denied", "its troops denied"});
}

TEST(Denials, NobodyClaims) {
  EXPECT_TRUE(nobody_claims("No group has claimed the bus bombing in Lahore."));
  EXPECT_TRUE(
      nobody_claims("The hotel bombing, which nobody has claimed, wounded a cook in Lima."));
  EXPECT_TRUE(nobody_claims("No one has admitted the killing of the bishop in Goma."));
  EXPECT_TRUE(nobody_claims("Nobody has yet said they were behind the blast at a dam near Goma."));
  EXPECT_FALSE(nobody_claims("The PKK has claimed the bus bombing in Ankara."));
}

TEST(OwnSide, ClaimsWhatItsOwnDid) {
  expect_doers("Al-Shabaab said its fighters had attacked a base near Kismayo.",
               {"its fighters claimed", "Al-Shabaab claimed"});
  expect_doers("Our men attacked the barracks at dawn, a spokesman for the Taliban said.",
               {"Our men claimed", "Taliban claimed"});
  expect_doers("Rebel spokesman Ian Banda said the movement's fighters had shot two soldiers.",
               {"fighters claimed"});
  expect_doers("M23 rebels said they had shot 15 soldiers near Rutshuru.", {"M23 rebels claimed"});
  expect_doers("Hamas said soldiers had shot five of its fighters in Jenin.", {"soldiers"});
  expect_doers("Villagers said their sons had been shot by soldiers in Goma.", {"soldiers"});
}

TEST(Bodies, TheirFightersAreTheirs) {
  expect_doers("Fighters of the Rapid Support Forces killed six farmers in Nyala.",
               {"Fighters", "Rapid Support Forces"});
  expect_doers("A mine laid by the ELN killed a farmer in Arauca.", {"ELN"});
  expect_doers("Two planes of the Syrian Air Force bombed a village near Idlib.",
               {"Syrian Air Force"});
}

TEST(Owners, OfWeaponsAndDeeds) {
  expect_doers("A guerrilla rocket hit a school in Goma, killing nine pupils.", {"guerrilla"});
  expect_doers("Barrel bombs were dropped on Saraqib by an army helicopter.", {"army"});
  expect_doers("Government jets bombed a market in Idlib.", {"Government"});
  expect_doers("A militia ambush killed four farmers near Bunia.", {"militia"});
  expect_doers("An army helicopter was hit by gunfire near Goma.", {});
  expect_doers("An army truck hit a landmine near Goma, killing four soldiers.", {});
}

TEST(Parties, OfAFight) {
  expect_doers("Heavy fighting between soldiers and rebels left nine people dead in Goma.",
               {"soldiers", "rebels"});
  expect_doers("The army recaptured the town of Bama after clashes with Boko Haram.",
               {"army", "Boko Haram"});
  expect_doers("Two militants were killed in an exchange of fire with soldiers in Pulwama.",
               {"soldiers"});
}

TEST(Agents, BeyondAnAdverbial) {
  expect_doers("The editor was detained at the border by intelligence agents on Monday.",
               {"intelligence agents"});
  expect_doers("A tanker was boarded by armed men 40 miles off Hodeidah on Monday.", {"armed men"});
  expect_doers("The miners said two of them had been shot by security guards in Goma.",
               {"security guards"});
  expect_doers("A caller threatened to blow up the station in Lyon.", {"caller"});
}

TEST(Bystanders, HaveNotDoneIt) {
  expect_doers("Two French nurses taken hostage in Niamey were freed, the ministry said.", {});
  expect_doers("The gunman, who was wounded by police, had killed his sister in Leeds.",
               {"gunman"});
  expect_doers("The minister said the army would strike back after the massacre in Bama.", {});
  expect_doers("They surrounded the huts, the villagers said, and shot every man they met in Bama.",
               {});
  expect_doers("Soldiers fired back and killed two of the attackers in Bama.", {"Soldiers"});
  expect_doers("Police arrested a man in Leeds on suspicion of planning an attack.", {"Police"});
}

TEST(Bystanders, SayWhoOrWhatTheTargetIs) {
  expect_doers(
      "A drone strike killed Karim Haddad, who was the head of the elite Badr Corps, near "
      "Tikrit on Monday.",
      {});
  expect_doers(
      "Soldiers with the alliance against the Islamic State in Syria came under mortar "
      "fire near Hasakah on Monday.",
      {});
  expect_doers("The killing of two officers by gunmen from the Red Brigade shocked Naples.",
               {"gunmen", "Red Brigade"});
}

TEST(Bystanders, AnnounceIt) {
  for (const Event& event : events_of(
           "The attack on the camp followed an announcement by Central Command that coalition "
           "forces had destroyed several launch sites in Syria."))
    EXPECT_FALSE(has_doer(event, "Central Command"));
  expect_doers(
      "In Syria, eight rounds of indirect fire landed inside a base with members of the "
      "coalition on Monday.",
      {});
}

TEST(Whereabouts, NotWhoseItIs) {
  const auto country = [](const char* text) { return event_of(text).where.country; };
  EXPECT_EQ(country("An attack on the French embassy was foiled."), "");
  EXPECT_EQ(country("A Greek-owned tanker was hit by a drone."), "");
  EXPECT_EQ(country("Iran has denied involvement in the drone attack on the refinery."), "");
  EXPECT_EQ(country("Raiders from Chad killed eleven people in Jonglei."), "SS");
  EXPECT_EQ(country("Soldiers from the United States were wounded in a rocket attack in Iraq."),
            "IQ");
  EXPECT_EQ(country("Nigerian police arrested a man over the attack on a market."), "NG");
  EXPECT_EQ(event_of("A tanker came under drone attack in the Red Sea.").where.name, "Red Sea");
}

TEST(Days, OfWhatIsAvenged) {
  const Event event =
      event_of("The minister said the army would strike back after Sunday's massacre in Bama.");
  EXPECT_EQ(event.when.start, Day(std::chrono::year(2024) / 3 / 3));
}

// A country before what was hit, or before a protest, says where it was.
TEST(Parties, ACountryBeforeTheSiteDidNothing) {
  for (const char* text : {"Niger market bombing leaves 15 dead on Monday.",
                           "Kenya mall attack kills dozens on Monday.",
                           "Three people were hurt in a Chad protest on Monday.",
                           "The Somalia hotel bombing of Monday killed nine people."}) {
    const std::vector<Event> events = events_of(text);
    EXPECT_FALSE(events.empty()) << text;
    for (const Event& event : events) EXPECT_THAT(doers(event), testing::IsEmpty()) << text;
  }
}

}  // namespace

}  // namespace sitrep
