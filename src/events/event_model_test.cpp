// Models that are none are refused; a model says what it was taught.
#include "events/event_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>

#include "events/test_world.h"

namespace sitrep::events {
namespace {

constexpr size_t kScorers = test::scorers;

std::string model(const std::string& name) {
  std::ifstream in(std::string(SITREP_SOURCE_DIR) + "/models/" + name + ".model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string& events_model() {
  static const std::string bytes = model("events");
  return bytes;
}

Code refusal(std::string_view blob) {
  const auto opened = EventModel::open(blob);
  return opened ? Code::usage : opened.error().code;
}

std::string written(size_t count, BlobKind kind, const std::vector<WeightRow>& rows = {}) {
  return test::events_model(count, kind, [&](test::Scorer) { return rows; });
}

PartShares parts_of(const EventModel& model, const std::vector<uint32_t>& features) {
  Scores scores{};
  model.add_parts(features, scores);
  return model.parts(scores, std::vector<int32_t>(model.hidden()));
}

TEST(EventModels, TheOneOfTheTreeOpens) {
  EXPECT_TRUE(EventModel::open(events_model()).has_value());
}

TEST(EventModels, NothingIsRefused) {
  EXPECT_EQ(refusal(""), Code::bad_knowledge);
  EXPECT_EQ(refusal("SITREPLM"), Code::bad_knowledge);
  EXPECT_EQ(refusal(std::string(4096, '\0')), Code::bad_knowledge);
}

TEST(EventModels, CutShortIsRefused) {
  const std::string& whole = events_model();
  for (size_t size : {size_t{1}, size_t{39}, size_t{40}, whole.size() / 2, whole.size() - 1})
    EXPECT_EQ(refusal(std::string_view(whole).substr(0, size)), Code::bad_knowledge) << size;
}

TEST(EventModels, BytesBehindItAreRefused) {
  EXPECT_EQ(refusal(events_model() + '\0'), Code::bad_knowledge);
}

TEST(EventModels, ADamagedByteIsRefused) {
  std::string bytes = events_model();
  for (size_t at : {size_t{0}, size_t{8}, size_t{16}, size_t{24}, size_t{33}, bytes.size() / 3,
                    bytes.size() - 70}) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_EQ(refusal(bytes), Code::bad_knowledge) << at;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  }
  EXPECT_TRUE(EventModel::open(bytes).has_value());
}

TEST(EventModels, AModelOfAnotherKindIsRefused) {
  for (const char* name : {"tagger", "lemmatiser", "parser"})
    EXPECT_EQ(refusal(model(name)), Code::bad_knowledge) << name;
  EXPECT_EQ(refusal(written(kScorers, BlobKind::tagger)), Code::bad_knowledge);
}

TEST(EventModels, AScorerTooFewIsRefused) {
  EXPECT_TRUE(EventModel::open(written(kScorers, BlobKind::events)).has_value());
  for (size_t n = 0; n < kScorers; ++n)
    EXPECT_EQ(refusal(written(n, BlobKind::events)), Code::bad_knowledge) << n;
}

TEST(EventModels, WithoutWeightsAllIsAsLikely) {
  const std::string blob = written(kScorers, BlobKind::events);
  const EventModel untaught = *EventModel::open(blob);
  const std::vector<uint32_t> features{1, 2, 3};
  EXPECT_DOUBLE_EQ(untaught.real(features), 0.5);
  EXPECT_DOUBLE_EQ(untaught.one_event({}), 0.5);
  EXPECT_DOUBLE_EQ(untaught.filler({}), 0.5);
  EXPECT_DOUBLE_EQ(untaught.suspect({}), 0.5);
  for (const double share : parts_of(untaught, features)) EXPECT_DOUBLE_EQ(share, 1.0 / kParts);
  for (const double share : untaught.types(features)) EXPECT_DOUBLE_EQ(share, 1.0 / kTypes);
}

TEST(EventModels, WeightsAreLogOddsAndSharesAddUp) {
  const std::string blob =
      written(kScorers, BlobKind::events, {{.feature = 7, .weights = {{1, 24}}}});
  const EventModel taught = *EventModel::open(blob);
  const std::vector<uint32_t> known{7}, unknown{8};
  EXPECT_NEAR(taught.real(known), 1 / (1 + std::exp(-1.0)), 1e-9);
  EXPECT_DOUBLE_EQ(taught.real(unknown), 0.5);
  const PartShares parts = parts_of(taught, known);
  EXPECT_NEAR(std::accumulate(parts.begin(), parts.end(), 0.0), 1, 1e-9);
  EXPECT_GT(parts[static_cast<size_t>(Part::perpetrator)], parts[static_cast<size_t>(Part::none)]);
}

}  // namespace
}  // namespace sitrep::events
