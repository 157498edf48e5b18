#include "output/headline.h"

#include <gtest/gtest.h>

#include "output/phrase.h"
#include "output/sample_test.h"

namespace sitrep::output {
namespace {

Item item(std::string description, Quantity count = {}) {
  Item i;
  i.description = std::move(description);
  i.count = std::move(count);
  return i;
}

IncidentPerpetrator by(std::string name, Status status = Status::reported) {
  IncidentPerpetrator p;
  p.party.name = std::move(name);
  p.status = status;
  return p;
}

std::string said(const Incident& incident) { return headline(incident, sample::countries()); }

Incident of(EventType type) {
  Incident i;
  i.type = type;
  return i;
}

TEST(Phrase, Articles) {
  EXPECT_EQ("a US base", with_article("US base"));
  EXPECT_EQ("an airport", with_article("airport"));
  EXPECT_EQ("an oil field near Homs", with_article("oil field near Homs"));
  EXPECT_EQ("Silver Lantern", with_article("Silver Lantern"));
  EXPECT_EQ("Jund al-Nahr", with_article("Jund al-Nahr"));
  EXPECT_EQ("tear gas", with_article("tear gas"));
  EXPECT_EQ("mujahideen", with_article("mujahideen"));
  EXPECT_EQ("rocket launch sites", with_article("rocket launch sites"));
  EXPECT_EQ("its base", with_article("its base"));
}

TEST(Phrase, CapitalsOfHeadlinesAndBeginnings) {
  EXPECT_EQ("fuel storage tank", tidied("FUEL STORAGE TANK"));
  EXPECT_EQ("four guards", tidied("Four guards"));
  EXPECT_EQ("NATO", tidied("NATO"));
  EXPECT_EQ("officials", tidied_name("Officials"));
  EXPECT_EQ("Tripoli", tidied_name("TRIPOLI"));
  EXPECT_EQ("local residents", tidied_name("Local residents"));
  EXPECT_EQ("Security Council", tidied_name("Security Council"));
}

TEST(Noun, Counts) {
  EXPECT_EQ("two armed drones", item_noun(item("armed drone", {2, 2, 2, ""})).text);
  EXPECT_EQ("eight rounds of indirect fire", item_noun(item("indirect fire", {8, 8, 8, ""})).text);
  EXPECT_EQ("eleven fighters", item_noun(item("eleven fighters", {11, 11, 11, ""})).text);
  EXPECT_EQ("dozens of houses", item_noun(item("house", {24, {}, {}, "dozens"})).text);
  EXPECT_EQ("a Katyusha", weapon_noun(item("Katyusha")).text);
  EXPECT_EQ("the Coalition", party_noun(by("Coalition").party).text);
  EXPECT_EQ("Hezbollah", party_noun(by("Hezbollah").party).text);
}

TEST(Place, SaysNoMoreThanIsKnown) {
  const auto phrase = [](std::string name, PlacePrecision precision, std::string country) {
    Where where;
    where.name = std::move(name);
    where.precision = precision;
    where.country = std::move(country);
    return place_phrase(where, sample::countries());
  };
  EXPECT_EQ("near Marib, Yemen", phrase("Marib", PlacePrecision::near, "YE"));
  EXPECT_EQ("in Hadramawt province, Yemen", phrase("Hadramawt", PlacePrecision::admin1, "YE"));
  EXPECT_EQ("in Texas, the United States", phrase("Texas", PlacePrecision::admin1, "US"));
  EXPECT_EQ("in the United States", phrase("America", PlacePrecision::country, "US"));
  EXPECT_EQ("in Bab al-Hawa", phrase("Bab al-Hawa", PlacePrecision::unknown, ""));
  EXPECT_EQ("", phrase("", PlacePrecision::unknown, ""));
}

TEST(Headline, EveryTypeAndOutcomeIsASentence) {
  for (size_t t = 0; t < Names<EventType>::kAll.size(); ++t) {
    for (size_t o = 0; o < Names<Outcome>::kAll.size(); ++o) {
      for (int known = 0; known < 8; ++known) {
        Incident i = of(static_cast<EventType>(t));
        i.outcome = static_cast<Outcome>(o);
        if (known & 1) i.perpetrators = {by("gunmen")};
        if (known & 2) i.physical_targets = {item("convoy")};
        if (known & 4) i.instruments = {item("rocket")};
        const std::string text = said(i);
        ASSERT_GT(text.size(), 12u);
        EXPECT_TRUE(text[0] >= 'A' && text[0] <= 'Z') << text;
        EXPECT_EQ('.', text.back());
        EXPECT_EQ(std::string::npos, text.find("  ")) << text;
      }
    }
  }
}

TEST(Headline, SuspectsAreNotActors) {
  Incident i = of(EventType::shelling);
  i.perpetrators = {by("militias", Status::suspected)};
  i.physical_targets = {item("airport")};
  EXPECT_EQ("An airport was shelled.", said(i));
  i.perpetrators[0].status = Status::reported;
  EXPECT_EQ("Militias shelled an airport.", said(i));
}

TEST(Headline, VagueWordsForTheDoersStandBesideNoName) {
  Incident i = of(EventType::shelling);
  i.perpetrators = {by("men", Status::reported), by("rebels", Status::reported)};
  i.physical_targets = {item("airport")};
  EXPECT_EQ("Men shelled an airport.", said(i));
  i.perpetrators.push_back(by("Popular Front", Status::reported));
  EXPECT_EQ("The Popular Front shelled an airport.", said(i));
}

TEST(Headline, TheDeadAreToldOnce) {
  Incident i = of(EventType::armed_attack);
  i.human_targets = {item("customs guard")};
  i.human_targets[0].effect = Effect::killed;
  i.killed = {1, 1, 1, ""};
  EXPECT_EQ("A customs guard was killed.", said(i));
  i.killed = {3, 3, 3, ""};
  EXPECT_EQ("A customs guard was attacked; three people were killed.", said(i));
}

TEST(Headline, TollsAgreeInNumber) {
  Incident i = of(EventType::bombing);
  i.killed = {1, 1, 1, ""};
  i.wounded = {2, 2, 2, ""};
  EXPECT_EQ("A bomb exploded; one person was killed and two were wounded.", said(i));
  i.killed = {4, 4, std::nullopt, ""};
  EXPECT_EQ("A bomb exploded; at least four people were killed and two wounded.", said(i));
  i.killed = i.wounded = {0, 0, 0, ""};
  EXPECT_EQ("A bomb exploded.", said(i));
}

TEST(Headline, ThePlaceIsNamedOnce) {
  Incident i = of(EventType::shelling);
  i.physical_targets = {item("Green Hill base")};
  i.where.name = "Green Hill";
  i.where.country = "YE";
  i.where.precision = PlacePrecision::exact;
  EXPECT_EQ("The Green Hill base was shelled in Yemen.", said(i));
}

TEST(Headline, FullerNamesStandForShorterOnes) {
  Incident i = of(EventType::strike);
  i.physical_targets = {item("base"), item("Green Hill base"), item("same base")};
  EXPECT_EQ("The Green Hill base was struck.", said(i));
}

}  // namespace
}  // namespace sitrep::output
