// A coder needs all models, whole.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/dates.h"
#include "knowledge/archive.h"
#include "sitrep/knowledge.h"
#include "sitrep/pipeline.h"

namespace sitrep {
namespace {

const std::string& knowledge_bytes() {
  static const std::string bytes = [] {
    std::ifstream in(SITREP_BINARY_DIR "/sitrep.knowledge", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  }();
  return bytes;
}

// The knowledge file, with what `change` makes of the model of events.
template <typename Change>
class ChangedKnowledge {
 public:
  explicit ChangedKnowledge(Change change)
      : file_(std::filesystem::temp_directory_path() /
              ("sitrep-coder-test-" + std::to_string(::getpid()))) {
    knowledge::Blocks blocks;
    const auto views = knowledge::unpack(knowledge_bytes());
    for (const auto& [name, bytes] : views.value()) {
      if (name != "m/events")
        blocks.emplace_back(name, bytes);
      else
        change(std::string(bytes), blocks);
    }
    std::ofstream(file_, std::ios::binary) << knowledge::pack(blocks);
  }
  ~ChangedKnowledge() { std::filesystem::remove(file_); }
  ChangedKnowledge(const ChangedKnowledge&) = delete;
  ChangedKnowledge& operator=(const ChangedKnowledge&) = delete;

  Code refusal() const {
    const auto opened = Knowledge::open(file_);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    const auto coder = Coder::create(*opened);
    return coder ? Code::usage : coder.error().code;
  }

 private:
  std::filesystem::path file_;
};

TEST(Coders, AKnowledgeThatIsWholeMakesOne) {
  const ChangedKnowledge same([](std::string model, knowledge::Blocks& blocks) {
    blocks.emplace_back("m/events", std::move(model));
  });
  EXPECT_EQ(same.refusal(), Code::usage);
}

TEST(Coders, WithoutAModelOfEventsThereIsNone) {
  const ChangedKnowledge without([](const std::string&, knowledge::Blocks&) {});
  EXPECT_EQ(without.refusal(), Code::bad_knowledge);
}

TEST(Coders, ADamagedModelOfEventsIsRefused) {
  const ChangedKnowledge empty(
      [](const std::string&, knowledge::Blocks& blocks) { blocks.emplace_back("m/events", ""); });
  EXPECT_EQ(empty.refusal(), Code::bad_knowledge);
  const ChangedKnowledge half([](const std::string& model, knowledge::Blocks& blocks) {
    blocks.emplace_back("m/events", model.substr(0, model.size() / 2));
  });
  EXPECT_EQ(half.refusal(), Code::bad_knowledge);
}

TEST(Coders, TheSameReportGivesTheSameCoding) {
  const Knowledge knowledge = *Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
  Coder coder = *Coder::create(knowledge);
  Report report, other;
  report.id = "r1";
  report.text = "Gunmen killed the judge Antonio Ruiz in Cali on Monday. Ruiz was shot at noon.";
  report.published = day_when(*parse_day("2024-03-05"), Basis::stated);
  other.id = "r2";
  other.text = "Rebels shelled a camp near Goma. The army answered.";
  const Coding first = coder.code(report);
  coder.code(other);
  const Coding again = coder.code(report);
  ASSERT_EQ(first.events.size(), again.events.size());
  for (size_t i = 0; i < first.events.size(); ++i) {
    EXPECT_EQ(first.events[i].triggers, again.events[i].triggers);
    ASSERT_EQ(first.events[i].claims.size(), again.events[i].claims.size());
    for (size_t k = 0; k < first.events[i].claims.size(); ++k)
      EXPECT_EQ(first.events[i].claims[k].why, again.events[i].claims[k].why);
  }
}

Coding coding_of(std::string text) {
  static const Knowledge knowledge = *Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
  static Coder coder = *Coder::create(knowledge);
  Report report;
  report.id = "r";
  report.published = day_when(*parse_day("2024-03-05"), Basis::stated);
  report.text = std::move(text);
  return coder.code(std::move(report));
}

// "Tripoli - ": a dateline that intake leaves in the text, since it knows no places.
TEST(Coders, ABareDatelineIsWhereAndNotWho) {
  for (const std::string head : {"Tripoli - ", "Tripoli, Libya - ", "Tripoli \u2013 "}) {
    const Coding coding =
        coding_of(head + "Gunmen killed two guards of a bank on Monday, police said.");
    ASSERT_EQ(coding.events.size(), 1u) << head;
    EXPECT_EQ(coding.events[0].where.country, "LY") << head;
    EXPECT_EQ(coding.events[0].perpetrators.size(), 1u) << head;
  }
}

TEST(Coders, WordsBeforeADashAreNotAlwaysADateline) {
  const Coding coding =
      coding_of("Boko Haram - which is active there - killed two farmers in Dikwa on Monday.");
  ASSERT_EQ(coding.events.size(), 1u);
  EXPECT_EQ(coding.events[0].perpetrators.size(), 1u);
}

// A name behind the full stop is of another sentence, and of another tree.
TEST(Coders, WhoIsAllegedEndsWithTheSentence) {
  const Coding coding = coding_of(
      "A guard was killed in a shootout with the suspected gunman. @Ana_Lee/Twitter Close Share "
      "Raw video. A second guard was wounded in the ambush in Leeds on Monday.");
  EXPECT_FALSE(coding.events.empty());
  for (const Event& event : coding.events) EXPECT_LE(event.perpetrators.size(), 1u);
}

std::vector<std::string> triggers_of(const Coding& coding) {
  std::vector<std::string> out;
  for (const Event& event : coding.events) {
    for (const Evidence& word : event.triggers) out.push_back(word.text);
  }
  return out;
}

TEST(Coders, OnlyWhatNamesAnEventIsItsTrigger) {
  const auto words = triggers_of(coding_of(
      "A car bomb killed three people in Kirkuk on Monday. The blast was the worst incident there "
      "in a year. Relatives of the victims blamed the government."));
  EXPECT_NE(std::ranges::find(words, "blast"), words.end());
  EXPECT_EQ(std::ranges::find(words, "victims"), words.end());
}

// "The attacks", of what two sentences told.
TEST(Coders, AWordForSeveralGoesWithWhatIsTold) {
  const auto words = triggers_of(coding_of(
      "Rebels attacked the village of Kiwanja on Monday and killed four farmers. Hundreds "
      "of families fled after the attacks, the Red Cross said."));
  EXPECT_NE(std::ranges::find(words, "attacks"), words.end());
}

TEST(Coders, WhoBlowsHimselfUpMakesASuicideBombing) {
  const Coding coding = coding_of(
      "Two explosions killed nine people at a market in Maiduguri on Monday. A man blew himself up "
      "at the gate, police said.");
  ASSERT_FALSE(coding.events.empty());
  EXPECT_EQ(coding.events[0].type, EventType::suicide_bombing);
}

TEST(Coders, AReportWithoutTextHasNoEvents) {
  const Knowledge knowledge = *Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
  Coder coder = *Coder::create(knowledge);
  EXPECT_TRUE(coder.code(Report{}).events.empty());
}

}  // namespace
}  // namespace sitrep
