// Who did it, who says so, and how surely.
#include "stories.h"

namespace sitrep {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;

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

}  // namespace

TEST(Claims, ClosingAttributionHoldsForAllOfTheSentence) {
  for (const char* text :
       {"Jihadists ambushed a supply convoy in northern Benin on Monday, leaving three gendarmes "
        "dead, the interior ministry said.",
        "Gunmen on motorcycles killed nine farmers near Djibo on Sunday, the interior ministry "
        "told "
        "AFP, adding that a market was burned."}) {
    const Event event = event_of(text);
    for (const Claim& claim : event.claims) {
      if (claim.field != Field::type) continue;
      ASSERT_TRUE(claim.speaker.has_value()) << text;
      EXPECT_EQ(claim.speaker->party.name, "the interior ministry") << text;
    }
  }
}

TEST(Claims, WhoDeniesAPartIsNamed) {
  World world;
  world.report("Wire", "2024-03-05",
               "Shells killed four people at a market in Taiz on Monday. The Southern Front denied "
               "any responsibility for the shelling.");
  EXPECT_NE(claim(world.incident(), Field::perpetrators, Polarity::denied, Certainty::stated),
            nullptr);
}

TEST(Claims, ADeniedAttackIsAnEventThatSomebodyTold) {
  const Event event = event_of(
      "The Malian army denied on Monday that its soldiers had executed villagers in Mondoro.");
  for (const Claim& claim : event.claims) {
    if (claim.field != Field::type) continue;
    EXPECT_EQ(claim.polarity, Polarity::denied);
  }
}

TEST(Claims, WhoIsChargedIsAccused) {
  const Event event =
      event_of("A man of 25 was charged on Monday with killing two women in Leeds.");
  ASSERT_FALSE(event.perpetrators.empty());
  EXPECT_EQ(event.perpetrators.front().status, Status::accused);
}

}  // namespace sitrep
