#include "events/event_model.h"

#include <algorithm>
#include <cmath>

namespace sitrep {

namespace {

// From log odds to shares.
template <size_t N>
void normalise(std::array<double, N>& shares) {
  const double top = *std::max_element(shares.begin(), shares.end());
  double sum = 0;
  for (double& share : shares) sum += share = std::exp(share - top);
  for (double& share : shares) share /= sum;
}

template <size_t N>
std::array<double, N> softmax(const LinearModel& model, std::span<const uint32_t> features) {
  Scores scores{};
  model.add(features, scores);
  std::array<double, N> shares{};
  for (size_t i = 0; i < N; ++i) shares[i] = scores[i] / kScoreUnit;
  normalise(shares);
  return shares;
}

}  // namespace

Result<EventModel> EventModel::open(std::string_view blob) {
  const auto reader = BlobReader::open(blob, BlobKind::events);
  if (!reader) return Failure(reader.error());
  EventModel model;
  auto roles = WideDeep::open(*reader, 0, kParts);
  if (!roles) return Failure(roles.error());
  model.roles_ = std::move(*roles);
  size_t section = WideDeep::kSections;
  for (LinearModel* scorer : {&model.joins_, &model.types_, &model.real_, &model.fillers_,
                              &model.suspects_, &model.reunions_}) {
    auto opened = LinearModel::open(reader->section(section), reader->section(section + 1));
    if (!opened) return Failure(opened.error());
    *scorer = *opened;
    section += 2;
  }
  return model;
}

PartShares EventModel::parts(const Scores& scores, std::span<const int32_t> contexts) const {
  PartShares shares{};
  roles_.score(scores, contexts, shares);
  normalise(shares);
  return shares;
}

double EventModel::one_event(std::span<const uint32_t> features) const {
  return softmax<2>(joins_, features)[1];
}

double EventModel::same_event(std::span<const uint32_t> features) const {
  return softmax<2>(reunions_, features)[1];
}

TypeShares EventModel::types(std::span<const uint32_t> features) const {
  return softmax<kTypes>(types_, features);
}

double EventModel::filler(std::span<const uint32_t> features) const {
  return softmax<2>(fillers_, features)[1];
}

double EventModel::suspect(std::span<const uint32_t> features) const {
  return softmax<2>(suspects_, features)[1];
}

double EventModel::real(std::span<const uint32_t> features) const {
  return softmax<2>(real_, features)[1];
}

}  // namespace sitrep
