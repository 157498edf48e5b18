// Three-line reports, the whole engine, one thing asked of it each time. DISABLED_: asked, but not
// answered rightly yet; drop the word when it is.

#include <gmock/gmock.h>

#include "small_world.h"

namespace sitrep {

namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

bool names_any(const std::vector<Item>& items, std::string_view words) {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) {
    return (item.name + " " + item.description).find(words) != std::string::npos;
  });
}

const IncidentPerpetrator* perpetrator(const Incident& incident, std::string_view words) {
  for (const auto& p : incident.perpetrators) {
    if (p.party.name.find(words) != std::string::npos) return &p;
  }
  return nullptr;
}

const Claim* claim(const Incident& incident, Field field, Polarity polarity, Certainty certainty) {
  for (const Claim& c : incident.claims) {
    if (c.field == field && c.polarity == polarity && c.certainty == certainty) return &c;
  }
  return nullptr;
}

const Disagreement* disagreement(const Incident& incident, Field field) {
  for (const auto& d : incident.disagreements) {
    if (d.field == field) return &d;
  }
  return nullptr;
}
const Disagreement* disagreement(Incident&&, Field) = delete;  // it would not outlive the call

// ---- one report, one kind of incident

TEST(Kinds, ArmedAttack) {
  World world;
  world.report("Wire", "2024-03-05", "Gunmen killed five people in Maiduguri on Monday.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::armed_attack);
  EXPECT_EQ(incident.killed.best, 5);
  EXPECT_EQ(days(incident.when), "2024-03-04");
  EXPECT_EQ(incident.where.country, "NG");
  EXPECT_NE(perpetrator(incident, "unmen"), nullptr);
}

TEST(Kinds, Kidnapping) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen kidnapped 12 schoolgirls from a dormitory in Kaduna on Sunday night.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::kidnapping);
  EXPECT_EQ(incident.abducted.best, 12);
  EXPECT_EQ(incident.when.part_of_day, PartOfDay::night);
}

TEST(Kinds, Bombing) {
  World world;
  world.report("Wire", "2024-03-05",
               "A roadside bomb killed three police officers and wounded two others in Peshawar on "
               "Tuesday, police said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::bombing);
  EXPECT_EQ(incident.killed.best, 3);
  EXPECT_EQ(incident.wounded.best, 2);
  EXPECT_TRUE(names_any(incident.instruments, "bomb"));
}

TEST(Kinds, SuicideBombing) {
  World world;
  world.report("Wire", "2024-03-05",
               "A suicide bomber blew himself up outside a bank in Kandahar on Tuesday, killing at "
               "least eight people.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::suicide_bombing);
  EXPECT_EQ(incident.killed.best, 8);
}

TEST(Kinds, Shelling) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six rockets hit an oil refinery in Baiji on Monday evening, setting a storage tank "
               "on fire.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::shelling);
  EXPECT_TRUE(names_any(incident.instruments, "rocket"));
  EXPECT_TRUE(names_any(incident.physical_targets, "refinery"));
}

TEST(Kinds, AirStrike) {
  World world;
  world.report("Wire", "2024-03-05",
               "Sudanese army warplanes bombed a market in Nyala on Monday, killing 14 civilians.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::air_strike);
  EXPECT_EQ(incident.killed.best, 14);
  EXPECT_EQ(incident.where.country, "SD");
}

TEST(Kinds, Interception) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "Air defences shot down two armed drones near Harir Air Base on Monday, an official said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::drone_attack);
  EXPECT_EQ(incident.outcome, Outcome::intercepted);
  EXPECT_EQ(incident.where.country, "IQ");
}

TEST(Kinds, Assassination) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "Gunmen on a motorcycle assassinated the mayor of Esmeraldas outside her home on Monday.");
  EXPECT_EQ(world.incident().type, EventType::assassination);
}

TEST(Kinds, Protest) {
  World world;
  world.report("Wire", "2024-03-05",
               "Thousands of people protested in Tbilisi on Monday against a new tax law.");
  EXPECT_EQ(world.incident().type, EventType::protest);
}

TEST(Kinds, Arrest) {
  World world;
  world.report("Wire", "2024-03-05",
               "Police in Nairobi arrested four men on Monday on suspicion of buying explosives.");
  EXPECT_EQ(world.incident().type, EventType::arrest);
}

TEST(Kinds, Arson) {
  World world;
  world.report("Wire", "2024-03-05",
               "Masked men set fire to a school in Bamenda on Monday night. Nobody was hurt.");
  EXPECT_EQ(world.incident().type, EventType::arson);
}

// ---- how surely, and who says so

TEST(Claims, ResponsibilityClaimed) {
  World world;
  world.report("Wire", "2024-03-05",
               "A car bomb exploded at a checkpoint in Mogadishu on Monday. Al-Shabaab claimed "
               "responsibility for the attack.");
  const Incident incident = world.incident();
  const auto* who = perpetrator(incident, "habaab");
  ASSERT_NE(who, nullptr);
  EXPECT_EQ(who->status, Status::claimed);
}

TEST(Claims, Accused) {
  World world;
  world.report("Wire", "2024-03-05",
               "An explosion damaged a bridge near Kherson on Monday. The regional governor blamed "
               "Russian forces for the attack.");
  const Incident incident = world.incident();
  const auto* who = perpetrator(incident, "Russia");
  ASSERT_NE(who, nullptr);
  EXPECT_EQ(who->status, Status::accused);
}

TEST(Claims, NobodyHasClaimedIt) {
  World world;
  world.report("Wire", "2024-03-05",
               "A bomb exploded at a bus station in Kampala on Monday. No group has claimed "
               "responsibility.");
  const Incident incident = world.incident();
  EXPECT_THAT(incident.perpetrators, IsEmpty());
  EXPECT_NE(claim(incident, Field::perpetrators, Polarity::denied, Certainty::claimed), nullptr);
}

TEST(Claims, MeansDenied) {
  World world;
  world.report("Wire", "2024-03-05",
               "An explosion at the port of Zuwara killed four people on Monday. The defence "
               "ministry denied that an air strike had been carried out.");
  const Incident incident = world.incident();
  const bool denied = claim(incident, Field::type, Polarity::denied, Certainty::stated) != nullptr;
  EXPECT_TRUE(denied);
  EXPECT_NE(incident.type, EventType::air_strike);
}

TEST(Claims, RefusalToAttribute) {
  World world;
  world.report("Wire", "2024-03-05",
               "Two drones struck an ammunition depot near Homs on Monday. A Pentagon spokesman "
               "declined to say who was behind the attack.");
  const Incident incident = world.incident();
  const Claim* refusal =
      claim(incident, Field::perpetrators, Polarity::affirmed, Certainty::declined);
  ASSERT_NE(refusal, nullptr);
  ASSERT_TRUE(refusal->speaker.has_value());
  EXPECT_TRUE(std::holds_alternative<std::monostate>(refusal->value));
}

TEST(Claims, EvidenceIsTheReportsOwnText) {
  World world;
  world.report("Wire", "2024-03-05",
               "Rebels attacked the town of Djibo on Monday, residents said. “We saw seven "
               "bodies,” a trader said.");
  const std::string& text = world.codings().front().report.text;
  for (const Incident& incident : world.incidents()) {
    for (const Claim& c : incident.claims) EXPECT_THAT(text, HasSubstr(c.evidence.text));
  }
}

// ---- numbers

TEST(Tolls, NoneIsZero) {
  World world;
  world.report("Wire", "2024-03-05",
               "Three rockets landed near the airport in Erbil on Monday. There were no casualties "
               "and no damage.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 0);
  EXPECT_EQ(incident.wounded.best, 0);
  EXPECT_EQ(incident.damage, Damage::none);
}

TEST(Tolls, AListOfTheDeadAndTheWounded) {
  World world;
  world.report(
      "Ministry", "2024-03-05",
      "A bomb went off in a bus station in Quetta on Monday. The ministry gave the figures: "
      "eleven passengers killed, twenty-six passengers injured.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 11);
  EXPECT_EQ(incident.wounded.best, 26);
}

// Who says the given field of the one incident of a report; empty: the outlet in its own voice.
std::string speaker_of(Field field, const std::string& text) {
  World world;
  world.report("Wire", "2024-03-05", text);
  const Incident incident = world.incident();
  for (const Claim& claim : incident.claims) {
    if (claim.field == field && claim.speaker) return claim.speaker->party.name;
  }
  return {};
}

TEST(Speakers, AQuotationAloneIsTheLastSpeakers) {
  EXPECT_EQ(
      speaker_of(Field::killed,
                 "Five rockets hit a base near Kirkuk on Monday.\n\n"
                 "\u201CWe heard the blasts,\u201D a police officer said. \u201CNo damage, no "
                 "casualties.\u201D"),
      "a police officer");
}

TEST(Speakers, WhatFollowsAColonIsTheSpeakers) {
  EXPECT_EQ(speaker_of(Field::killed,
                       "The interior minister, Ana Ruiz, said:\n\n"
                       "I condemn this crime. A car bomb killed six people in Quetta on Monday."),
            "Ana Ruiz");
}

TEST(Speakers, TheVerbOfSayingMayCloseTheSentence) {
  EXPECT_EQ(speaker_of(Field::killed,
                       "A car bomb killed six people in Quetta on Monday and destroyed two shops, "
                       "army spokesman Tomas Reyl told reporters."),
            "army spokesman Tomas Reyl");
}

TEST(Speakers, TheOutletSpeaksAgainBehindAQuotation) {
  EXPECT_EQ(speaker_of(Field::killed,
                       "\u201CIt was loud,\u201D a resident said. A car bomb killed six people in "
                       "Quetta on Monday."),
            "");
}

// "The rebels" are of the group that was named before, which is an inference and says so; "gunmen"
// are of none.
TEST(Parties, MembersAreOfTheGroupNamedBefore) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "The army has fought the M23 around Sake since January. On Monday the rebels shelled "
      "a camp near Sake, killing four people.");
  const auto by = world.incident().perpetrators;
  const auto m23 = std::find_if(by.begin(), by.end(), [](const IncidentPerpetrator& p) {
    return p.party.name.find("M23") != std::string::npos;
  });
  ASSERT_NE(m23, by.end());
  EXPECT_EQ(m23->status, Status::suspected);
}

TEST(Parties, WhoClaimsAnAttackIsHeldToHaveDoneIt) {
  for (const char* claim : {"Islamic State later claimed the twin bombing.",
                            "The bombing was the third claimed by Islamic State this year; the "
                            "bombing claimed by Islamic State hit a market."}) {
    World world;
    world.report("Wire", "2024-03-05",
                 std::string("A car bomb killed six people in Quetta on Monday. ") + claim);
    const auto by = world.incident().perpetrators;
    const bool claimed = std::any_of(by.begin(), by.end(), [](const IncidentPerpetrator& p) {
      return p.party.actor_id == "islamic-state" && p.status == Status::claimed;
    });
    EXPECT_TRUE(claimed) << claim;
  }
}

TEST(Parties, GunmenAreOfNoGroup) {
  World world;
  world.report("Wire", "2024-03-05",
               "The army has fought the M23 around Sake since January. On Monday gunmen attacked a "
               "camp near Sake, killing four people.");
  for (const IncidentPerpetrator& p : world.incident().perpetrators)
    EXPECT_EQ(p.party.name.find("M23"), std::string::npos);
}

TEST(Tolls, WhoWasShotAndDidNotDieIsWounded) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six people were shot outside a bar in Quetta on Monday night. One man was killed, "
               "police said.");
  EXPECT_EQ(world.incident().killed.best, 1);
  EXPECT_EQ(world.incident().wounded.best, 5);
}

TEST(Tolls, AStatedNumberOfWoundedOutranksThatOfThoseShot) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six people were shot outside a bar in Quetta on Monday night. Three people were "
               "wounded, police said.");
  EXPECT_EQ(world.incident().wounded.best, 3);
}

TEST(Tolls, AnAgeCountsNobody) {
  for (const char* age : {"14-year-old", "14- year-old"}) {
    World world;
    world.report("Wire", "2023-05-03",
                 std::string(age) +
                     " Amal Saleh was killed on Tuesday night when a mortar shell hit her "
                     "family's house in Taiz, a doctor said.");
    EXPECT_EQ(world.incident().killed.best, 1) << age;
  }
}

TEST(Tolls, ATollBehindAnEventIsItsOwn) {
  World world;
  world.report(
      "Flash", "2024-03-07",
      "BEIRUT, MARCH 7 (FLASH) - THREE BLASTS HIT THE CENTRAL BANK IN BEIRUT LATE ON THURSDAY, "
      "POLICE SAID.\n\nAT LEAST TWO CLERKS WERE KILLED AND FIVE INJURED, A HOSPITAL DIRECTOR "
      "SAID.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::bombing);
  EXPECT_EQ(incident.killed.best, 2);
  EXPECT_EQ(incident.wounded.best, 5);
}

TEST(Identity, WhatCameOfItIsNoOtherEvent) {
  World world;
  world.report("Wire", "2024-03-05",
               "Ten mortar shells were fired at a power station near Basra on Monday. Three fell "
               "inside it, setting fire to a store room and wounding two engineers.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::shelling);
  EXPECT_EQ(incident.wounded.best, 2);
}

TEST(Tolls, AtLeastLeavesTheTopOpen) {
  World world;
  world.report("Wire", "2024-03-05",
               "A bomb killed at least nine people at a market in Toumour on Monday.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.low, 9);
  EXPECT_EQ(incident.killed.high, std::nullopt);
}

TEST(Tolls, LaterTollReplacesTheEarlier) {
  World world;
  world.report("Wire", "2024-03-05",
               "A car bomb killed seven people at a market in Quetta on Tuesday, police said.");
  world.report(
      "Paper", "2024-03-06",
      "The death toll from Tuesday's car bomb at a market in Quetta has risen to 11, police said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 11);
  const auto* change = disagreement(incident, Field::killed);
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->kind, DisagreementKind::update);
}

TEST(Tolls, SameDayTollsAreInConflictOrUpdated) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five soldiers at a checkpoint in Menaka on Monday, the army said.");
  world.report("Paper", "2024-03-05",
               "Gunmen killed nine soldiers at a checkpoint in Menaka on Monday, residents said.");
  const Incident incident = world.incident();
  const auto* two = disagreement(incident, Field::killed);
  ASSERT_NE(two, nullptr);
  EXPECT_THAT(two->positions, SizeIs(2));
}

// ---- one or two, new or old

TEST(Identity, TwoReportsOfOneAttack) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five people at a wedding in Zaria on Monday, police said.");
  world.report("Paper", "2024-03-05",
               "Five wedding guests were shot dead in Zaria on Monday, according to the police.");
  const Incident incident = world.incident();
  EXPECT_THAT(incident.reports, SizeIs(2));
  EXPECT_EQ(incident.independent_sources, 2);
}

TEST(Identity, ACopyIsNoSecondSource) {
  const char* text =
      "Gunmen killed five people at a wedding in Zaria on Monday, police said. The attackers fled "
      "on motorcycles after "
      "the shooting, which began shortly before midnight and lasted for a quarter of an hour.";
  World world;
  world.report("Wire", "2024-03-05", text).report("Paper", "2024-03-05", text);
  const Incident incident = world.incident();
  EXPECT_THAT(incident.reports, SizeIs(2));
  EXPECT_EQ(incident.independent_sources, 1);
}

TEST(Identity, AHabitIsNoIncident) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "A bomb killed four people in Peshawar on Monday. The city lies near the border, where "
      "gunmen of the Pakistani Taliban have raided convoys and checkpoints for many years.");
  EXPECT_THAT(world.incidents(), SizeIs(1));
}

TEST(Identity, TwoPlacesAreTwoAttacks) {
  World world;
  world.report("Wire", "2024-03-05", "Gunmen killed five people in Maiduguri on Monday.");
  world.report("Paper", "2024-03-05", "Gunmen killed five people in Sokoto on Monday.");
  EXPECT_THAT(world.incidents(), SizeIs(2));
}

TEST(Identity, TwoDaysAreTwoAttacks) {
  World world;
  world.report("Wire", "2024-03-05", "A roadside bomb killed two soldiers near Kidal on Monday.");
  world.report("Wire", "2024-03-12", "A roadside bomb killed two soldiers near Kidal on Monday.");
  EXPECT_THAT(world.incidents(), SizeIs(2));
}

TEST(Identity, AnyOrderEndsTheSame) {
  const char* first =
      "Mortar shells hit a hospital in El Fasher on Monday, killing three patients.";
  const char* second =
      "At least three people died when a hospital in El Fasher was shelled on Monday.";
  World one, other;
  one.report("Wire", "2024-03-05", first).report("Paper", "2024-03-05", second);
  other.report("Paper", "2024-03-05", second).report("Wire", "2024-03-05", first);
  ASSERT_THAT(one.incidents(), SizeIs(other.incidents().size()));
  EXPECT_EQ(one.incidents().front().killed.best, other.incidents().front().killed.best);
  EXPECT_EQ(days(one.incidents().front().when), days(other.incidents().front().when));
}

TEST(Phases, AnEarlierAttackIsBackground) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five people in Maiduguri on Monday. In June 2021, a suicide bomber "
               "killed 20 people in the same city.");
  ASSERT_THAT(world.incidents(Phase::news), SizeIs(1));
  ASSERT_THAT(world.incidents(Phase::background), SizeIs(1));
  const Incident old = world.incidents(Phase::background).front();
  EXPECT_EQ(days(old.when), "2021-06-01/2021-06-30");
  EXPECT_EQ(old.killed.best, 20);
}

// ---- odd texts

TEST(Texts, AllCapitals) {
  World world;
  world.report("Wire", "2024-03-05",
               "GUNMEN KIDNAPPED FOUR ENGINEERS NEAR THE TOWN OF TUMACO IN COLOMBIA ON MONDAY, "
               "POLICE SAID.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::kidnapping);
  EXPECT_EQ(incident.abducted.best, 4);
  EXPECT_EQ(incident.where.country, "CO");
  EXPECT_EQ(days(incident.when), "2024-03-04");
}

TEST(Texts, Empty) {
  World world;
  world.report("Wire", "2024-03-05", "").report("Wire", "2024-03-05", "   \n");
  EXPECT_THAT(world.incidents(), IsEmpty());
  EXPECT_EQ(world.codings().size() + world.refusals().size(), 2);
}

TEST(Texts, NoIncidentInIt) {
  World world;
  world.report("Wire", "2024-03-05",
               "The finance minister died of a heart attack on Monday. Shares were under fire in "
               "Frankfurt and the strikers scored twice.");
  EXPECT_THAT(world.incidents(), IsEmpty());
}

TEST(Texts, WithoutDateAWeekdayIsNoDay) {
  World world;
  world.report("Wire", "", "Gunmen killed five people in Maiduguri on Monday.");
  EXPECT_EQ(days(world.incident().when), "unknown");
}

}  // namespace

}  // namespace sitrep
