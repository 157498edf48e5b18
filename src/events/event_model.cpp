#include "events/event_model.h"

#include <algorithm>
#include <cmath>

namespace sitrep {

Result<EventModel> EventModel::open(std::string_view blob) {
  const auto reader = BlobReader::open(blob, BlobKind::events);
  if (!reader) return Failure(reader.error());
  auto roles = LinearModel::open(reader->section(0), reader->section(1));
  if (!roles) return Failure(roles.error());
  auto joins = LinearModel::open(reader->section(2), reader->section(3));
  if (!joins) return Failure(joins.error());
  EventModel model;
  model.roles_ = std::move(*roles);
  model.joins_ = std::move(*joins);
  return model;
}

PartShares EventModel::parts(std::span<const uint32_t> features) const {
  Scores scores{};
  roles_.add(features, scores);
  const int16_t top = *std::max_element(scores.begin(), scores.begin() + kParts);
  PartShares shares{};
  double sum = 0;
  for (size_t i = 0; i < kParts; ++i) sum += shares[i] = std::exp((scores[i] - top) / kScoreUnit);
  for (double& share : shares) share /= sum;
  return shares;
}

double EventModel::one_event(std::span<const uint32_t> features) const {
  Scores scores{};
  joins_.add(features, scores);
  return 1 / (1 + std::exp((scores[0] - scores[1]) / kScoreUnit));
}

}  // namespace sitrep
