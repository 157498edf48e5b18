#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/group.h"
#include "incidents/lineage.h"
#include "incidents/test_world.h"
#include "knowledge/small_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const knowledge::Lexicon& lexicon() {
  static const knowledge::SmallWorld world(
      knowledge::SmallWorld::Files{{"outlets.tsv",
                                    "name\taliases\tcountry\tkind\tdomain\thome\n"
                                    "Reuters\tReuters News Agency\tGB\tagency\treuters.com\t\n"
                                    "Agence France-Presse\tAFP\tFR\tagency\t\t\n"}});
  return world.lexicon();
}

// A sentence of a report with who says it; an empty name: the outlet itself.
struct Said {
  std::string sentence;
  std::string speaker;
};

Coding told(std::string id, std::string outlet, const std::vector<Said>& sentences) {
  Event e = event(EventType::bombing, on("2023-04-10"), marjah());
  std::string text = "Blast of " + id + "\n";
  for (const Said& said : sentences) {
    Claim claim;
    claim.id = "c" + std::to_string(text.size());
    claim.field = Field::type;
    claim.value = std::string("bombing");
    claim.evidence = {id, static_cast<uint32_t>(text.size()), 0, said.sentence};
    if (!said.speaker.empty()) claim.speaker = speaker(said.speaker);
    e.claims.push_back(claim);
    text += said.sentence + " ";
  }
  Coding coding = report(std::move(id), "2023-04-11", text, {e});
  coding.report.outlet = std::move(outlet);
  return coding;
}

Group grouped(const std::vector<Coding>& codings) {
  Group group;
  group.lexicon = &lexicon();
  for (const Coding& c : codings) group.members.push_back({&c, c.events.data(), 0, {}});
  find_sources(group);
  return group;
}

Coding wire() {
  return told("a", "Indus Wire", {{"A bomb went off in Marjah, police said.", "police"}});
}

TEST(Sources, ReportThatCreditsTheWireIsNoVoiceBesideIt) {
  const Group group = grouped(
      {wire(), told("b", "The Ledger",
                    {{"A device tore through the bazaar, Indus Wire reported.", "Indus Wire"},
                     {"Shops were closed for the day.", ""}})});
  EXPECT_EQ(group.sources, 1U);
  ASSERT_THAT(group.voices, SizeIs(1));
  EXPECT_EQ(group.voices[0].name, "Indus Wire");
  EXPECT_THAT(group.voices[0].reports, ElementsAre("a", "b"));
  EXPECT_THAT(group.voices[0].reasons, ElementsAre("The Ledger credits Indus Wire"));
}

TEST(Sources, OneQuotationOfTheWireInAnOwnReportLeavesItIndependent) {
  const Group group =
      grouped({wire(), told("b", "The Ledger",
                            {{"A device tore through the bazaar, our reporter saw.", ""},
                             {"Doctor Khan said that ten were treated.", "Doctor Khan"},
                             {"Two were critical, Indus Wire reported.", "Indus Wire"}})});
  EXPECT_EQ(group.sources, 2U);
  EXPECT_THAT(group.voices[0].reasons, IsEmpty());
}

TEST(Sources, ChainsAreFollowedAndAnAbsentAgencyJoinsThoseWhoCreditIt) {
  const Group group = grouped(
      {told("a", "Globe", {{"MARJAH (Reuters) - A bomb went off on Monday.", ""}}),
       told("b", "Mirror", {{"Ten are dead, a governor told Reuters.", "a governor"}}),
       told("c", "Gazette", {{"Citing Mirror, a site said that ten are dead.", "a site"}})});
  EXPECT_EQ(group.sources, 1U);
  EXPECT_EQ(group.voices[0].name, "Reuters");
  EXPECT_THAT(group.voices[0].reasons, Contains("Gazette credits Mirror"));
}

TEST(Sources, AliasesOfAnAgencyAreOne) {
  const Group group =
      grouped({told("a", "AFP", {{"A bomb went off on Monday.", ""}}),
               told("b", "Mirror", {{"Ten died, Agence France-Presse said.", ""}})});
  EXPECT_EQ(group.sources, 1U);
}

TEST(Sources, AnOutletThatIsGivenByItsAddressIsTheOneThatTextsName) {
  const Group group = grouped({told("a", "www.reuters.com", {{"A bomb went off on Monday.", ""}}),
                               told("b", "Mirror", {{"Ten died, Reuters said.", ""}})});
  EXPECT_EQ(group.sources, 1U);
}

TEST(Sources, BylineOfAnAgencyMakesItsReport) {
  Coding syndicated = told("b", "Mirror", {{"Ten people are dead in a blast.", ""}});
  syndicated.report.byline = "By Ann Lee, Reuters";
  const Group group =
      grouped({told("a", "Reuters", {{"A bomb went off on Monday.", ""}}), syndicated});
  EXPECT_EQ(group.sources, 1U);
}

TEST(Sources, TwoOfficialsQuotedByOneWireAreOneSource) {
  const Group group = grouped({told("a", "Indus Wire",
                                    {{"Ten are dead, said the governor.", "the governor"},
                                     {"Twelve are dead, said the hospital.", "the hospital"}})});
  EXPECT_EQ(group.sources, 1U);
}

TEST(Sources, OfficialsThatTwoOutletsAskedAreTwo) {
  const Group group =
      grouped({wire(), told("b", "The Ledger", {{"Ten are dead, police said.", "police"}})});
  EXPECT_EQ(group.sources, 2U);
}

TEST(Sources, NamedStationIsCreditedWithoutBeingInTheDictionary) {
  const Group group =
      grouped({told("a", "Globe",
                    {{"Ten died, local radio station Radio Khyber said.",
                      "local radio station Radio Khyber"}}),
               told("b", "Mirror", {{"Radio Khyber reported ten dead.", "Radio Khyber"}})});
  EXPECT_EQ(group.sources, 1U);
  EXPECT_EQ(group.voices[0].name, "Radio Khyber");
}

TEST(Sources, PressSecretaryIsNoOutlet) {
  const auto said = [](std::string id, std::string outlet) {
    return told(std::move(id), std::move(outlet),
                {{"Ten died, Press Secretary Ann Lee said.", "Pentagon Press Secretary Ann Lee"}});
  };
  EXPECT_EQ(grouped({said("a", "Globe"), said("b", "Mirror")}).sources, 2U);
}

TEST(Sources, CreditsAreReadFromTheSentence) {
  const Group group = grouped({wire()});
  const Outlets outlets(group);
  const auto credited = [&](std::string_view sentence) {
    return credited_in(sentence, "the ledger", outlets).value_or("none");
  };
  EXPECT_EQ(credited("Ten people died, Indus Wire reported."), "Indus Wire");
  EXPECT_EQ(credited("Ten died, according to the news agency Reuters."), "Reuters");
  EXPECT_EQ(credited("The blast was first reported by Reuters."), "Reuters");
  EXPECT_EQ(credited("The governor told the AFP news agency that ten died."), "AFP");
  EXPECT_EQ(credited("MARJAH (AFP) A bomb went off."), "AFP");
  EXPECT_EQ(credited("A car of Reuters was hit by the blast."), "none");
  EXPECT_EQ(credited("Men attacked the offices of Indus Wire."), "none");
  EXPECT_EQ(credited("Guests told staff of Reuters Hotel that they heard shots."), "none");
}

TEST(Sources, TwelveCopiesAreOneVoiceInTheRecord) {
  std::vector<Coding> codings{wire()};
  for (int i = 0; i < 12; ++i) {
    codings.push_back(told("b" + std::to_string(i), "Paper " + std::to_string(i),
                           {{"A device tore through the bazaar, Indus Wire said.", "Indus Wire"}}));
  }
  const auto incidents = incidents_of(codings);
  ASSERT_THAT(incidents, SizeIs(1));
  EXPECT_EQ(incidents[0].independent_sources, 1);
  EXPECT_EQ(incidents[0].grade.record.grade, Grade::weak);
  EXPECT_THAT(incidents[0].grade.record.reasons[0], HasSubstr("one independent source"));
}

}  // namespace
}  // namespace sitrep::incidents::test
