#include "made_corpus/corpus.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/coding_check.h"
#include "core/records_json.h"

namespace sitrep::made {
namespace {

constexpr size_t kReports = 1500;

struct Made {
  std::vector<Story> stories;
  std::vector<Coding> codings;
};

const World& world() {
  static const std::string source = SITREP_SOURCE_DIR;
  static const World made =
      make_world({source + "/benchmarks/made_corpus/tables", source + "/models/gazetteer.tsv.gz",
                  source + "/dictionaries"},
                 1)
          .value();
  return made;
}

const Phrases& phrases() {
  static const Phrases read =
      Phrases::open(std::string(SITREP_SOURCE_DIR) + "/benchmarks/made_corpus/tables").value();
  return read;
}

Made make(uint64_t seed, size_t reports) {
  Corpus corpus(world(), phrases(), seed);
  Made made;
  for (size_t i = 0; i < reports; ++i) {
    made.stories.push_back(corpus.next());
    made.codings.push_back(code(made.stories.back(), "m" + std::to_string(i)));
  }
  return made;
}

const Made& corpus() {
  static const Made made = make(1, kReports);
  return made;
}

TEST(MadeCorpus, EveryCodingHoldsTogetherAndIsReadBack) {
  for (const Coding& coding : corpus().codings) {
    ASSERT_EQ(problem_in(coding), "") << coding.report.text;
    std::string json;
    append_json(json, coding);
    const auto back = coding_from_json(json);
    ASSERT_TRUE(back) << back.error().message;
    std::string again;
    append_json(again, *back);
    ASSERT_EQ(json, again);
  }
}

TEST(MadeCorpus, EveryEventIsOfAnIncidentAndHasEvidence) {
  for (size_t i = 0; i < kReports; ++i) {
    const auto& told = corpus().stories[i].events;
    ASSERT_EQ(told.size(), corpus().codings[i].events.size());
    for (size_t e = 0; e < told.size(); ++e) {
      EXPECT_FALSE(told[e].truth->id.empty());
      EXPECT_FALSE(corpus().codings[i].events[e].claims.empty()) << corpus().codings[i].report.text;
    }
  }
}

TEST(MadeCorpus, OneSeedGivesOneStreamWhateverItsLength) {
  const Made shorter = make(1, 300);
  for (size_t i = 0; i < shorter.codings.size(); ++i)
    ASSERT_EQ(shorter.codings[i].report.text, corpus().codings[i].report.text);
  EXPECT_NE(make(2, 1).codings[0].report.text, corpus().codings[0].report.text);
}

TEST(MadeCorpus, ReportsComeInTheOrderOfTheirPublicationAndAfterTheFact) {
  Minute last = 0;
  for (const Story& story : corpus().stories) {
    EXPECT_GE(story.minute, last);
    for (const Told& told : story.events) EXPECT_GT(story.minute, told.truth->minute);
    last = story.minute;
  }
}

TEST(MadeCorpus, HoldsCopiesRoundUpsAndErrors) {
  std::map<std::string, size_t> leads;
  std::set<std::string> incidents;
  size_t copies = 0, round_ups = 0, wrong_types = 0, events = 0;
  for (const Story& story : corpus().stories) {
    copies += leads[story.sentences[0].text]++ > 0;
    round_ups += story.events.size() >= 3;
    for (const Told& told : story.events) {
      incidents.insert(told.truth->id);
      wrong_types += told.version.type != told.truth->type;
      ++events;
    }
  }
  EXPECT_GT(copies, kReports / 50);
  EXPECT_GT(round_ups, kReports / 100);
  EXPECT_GT(wrong_types, events / 50);
  EXPECT_LT(wrong_types, events / 8);
  EXPECT_GT(incidents.size(), events / 8);
  EXPECT_LT(incidents.size(), events / 2);
}

}  // namespace
}  // namespace sitrep::made
