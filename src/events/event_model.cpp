#include "events/event_model.h"

#include <algorithm>
#include <cmath>

namespace sitrep {

namespace {

template <size_t N>
std::array<double, N> softmax(const LinearModel& model, std::span<const uint32_t> features) {
  Scores scores{};
  model.add(features, scores);
  const int16_t top = *std::max_element(scores.begin(), scores.begin() + N);
  std::array<double, N> shares{};
  double sum = 0;
  for (size_t i = 0; i < N; ++i) sum += shares[i] = std::exp((scores[i] - top) / kScoreUnit);
  for (double& share : shares) share /= sum;
  return shares;
}

}  // namespace

Result<EventModel> EventModel::open(std::string_view blob) {
  const auto reader = BlobReader::open(blob, BlobKind::events);
  if (!reader) return Failure(reader.error());
  EventModel model;
  size_t section = 0;
  for (LinearModel* scorer :
       {&model.roles_, &model.joins_, &model.types_, &model.real_, &model.fillers_}) {
    auto opened = LinearModel::open(reader->section(section), reader->section(section + 1));
    if (!opened) return Failure(opened.error());
    *scorer = *opened;
    section += 2;
  }
  return model;
}

PartShares EventModel::parts(std::span<const uint32_t> features) const {
  return softmax<kParts>(roles_, features);
}

double EventModel::one_event(std::span<const uint32_t> features) const {
  return softmax<2>(joins_, features)[1];
}

TypeShares EventModel::types(std::span<const uint32_t> features) const {
  return softmax<kTypes>(types_, features);
}

double EventModel::filler(std::span<const uint32_t> features) const {
  return softmax<2>(fillers_, features)[1];
}

double EventModel::real(std::span<const uint32_t> features) const {
  return softmax<2>(real_, features)[1];
}

}  // namespace sitrep
