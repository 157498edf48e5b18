#include "incidents/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/codes.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

Incident incident(EventType type, Outcome outcome = Outcome::completed) {
  Incident i;
  i.type = type;
  i.outcome = outcome;
  i.when = on("2019-03-04");
  i.where = marjah();
  i.where.country.clear();
  return i;
}

std::string said(const Incident& i) { return summary_of(i, knowledge::Lexicon()); }

TEST(Summary, WeaponsThatAreSentLead) {
  Incident i = incident(EventType::shelling);
  i.instruments = {thing("rockets", "rocket", "Grad", exactly(4))};
  i.physical_targets = {thing("an army base", "military")};
  i.killed = exactly(0);
  EXPECT_EQ(
      said(i),
      "Four Grad rockets fired at army base in Marjah on 4 March 2019; no casualties reported.");
}

TEST(Summary, WhoIsBlamedAndByWhom) {
  Incident i = incident(EventType::suicide_bombing);
  i.when = on("2019-03-04", PartOfDay::evening);
  i.human_targets = {thing("worshippers", "civilian")};
  i.perpetrators = {{by("the Taliban", "taliban").party, Status::accused, {"Police"}}};
  i.killed = at_least(12);
  i.wounded = exactly(30);
  EXPECT_EQ(said(i),
            "Suicide bombing of worshippers in Marjah on the evening of 4 March 2019; Taliban "
            "accused by Police; at "
            "least 12 killed and 30 wounded.");
}

TEST(Summary, EveryTypeAndOutcomeMakesASentence) {
  for (int t = 0; t < static_cast<int>(EventType::any); ++t) {
    for (int o = 0; o <= static_cast<int>(Outcome::planned); ++o) {
      const std::string text = said(incident(static_cast<EventType>(t), static_cast<Outcome>(o)));
      EXPECT_TRUE(text.ends_with("in Marjah on 4 March 2019.")) << text;
      EXPECT_TRUE(text[0] >= 'A' && text[0] <= 'Z') << text;
      EXPECT_EQ(text.find("  "), std::string::npos) << text;
    }
  }
}

TEST(Summary, NothingKnownIsStillASentence) { EXPECT_EQ(said(Incident{}), "Attack."); }

TEST(Codes, EveryTypeHasCodes) {
  for (int t = 0; t < static_cast<int>(EventType::any); ++t) {
    const Codes codes = codes_of(incident(static_cast<EventType>(t)));
    EXPECT_FALSE(codes.acled_event_type.empty()) << t;
    EXPECT_FALSE(codes.plover_event.empty()) << t;
    EXPECT_FALSE(codes.cameo.empty()) << t;
  }
}

TEST(Codes, WhoAgainstWhom) {
  Incident i = incident(EventType::armed_attack);
  i.perpetrators = {{by("Taliban", "taliban").party, Status::reported, {}}};
  i.human_targets = {thing("soldiers", "soldier")};
  EXPECT_EQ(codes_of(i).ucdp_type_of_violence, 0);
  i.killed = exactly(3);
  EXPECT_EQ(codes_of(i).ucdp_type_of_violence, 1);
  EXPECT_EQ(codes_of(i).acled_event_type, "Battles");
  i.human_targets = {thing("farmers", "civilian")};
  EXPECT_EQ(codes_of(i).ucdp_type_of_violence, 3);
  EXPECT_EQ(codes_of(i).acled_event_type, "Violence against civilians");
}

TEST(Codes, WhatIsAvertedIsDisrupted) {
  const Codes codes = codes_of(incident(EventType::drone_attack, Outcome::intercepted));
  EXPECT_EQ(codes.acled_event_type, "Strategic developments");
  EXPECT_EQ(codes.acled_sub_event_type, "Disrupted weapons use");
  EXPECT_EQ(codes_of(incident(EventType::shelling, Outcome::threatened)).plover_event, "THREATEN");
}

}  // namespace
}  // namespace sitrep::incidents::test
