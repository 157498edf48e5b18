#include "language/linear_model.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr size_t kRowsPerBucket = 2;

uint64_t bucket_of(uint32_t feature, uint64_t buckets) { return (feature * buckets) >> 32; }

// Whether the rows from `at` to `end` fill that range exactly.
bool rows_fit(const Packed<uint16_t>& stream, size_t at, size_t end) {
  while (at < end) {
    if (end - at < 2) return false;
    const size_t next = at + 2 + stream[at + 1];
    if (next > end) return false;
    at = next;
  }
  return true;
}

void add_row(const char* weights, size_t count, Scores& scores) {
  for (size_t i = 0; i < count; ++i) {
    const auto entry = load<uint16_t>(weights + 2 * i);
    scores[entry & 127] += static_cast<int16_t>(entry) >> 7;
  }
}

}  // namespace

Result<LinearModel> LinearModel::open(std::string_view index, std::string_view stream) {
  LinearModel model;
  model.index_ = Packed<uint32_t>(index);
  model.stream_ = Packed<uint16_t>(stream);
  const auto damaged = fail(Code::bad_knowledge, "language model: weights damaged");
  if (model.index_.size() < 2 || model.index_.size() > (1u << 26)) return damaged;
  model.buckets_ = model.index_.size() - 1;
  for (size_t b = 0; b < model.buckets_; ++b) {
    const bool in_order = model.index_[b] <= model.index_[b + 1];
    if (!in_order || model.index_[b + 1] > model.stream_.size()) return damaged;
    if (!rows_fit(model.stream_, model.index_[b], model.index_[b + 1])) return damaged;
  }
  return model;
}

void LinearModel::write(BlobWriter& blob, std::vector<WeightRow> rows) {
  const uint64_t buckets = rows.size() / kRowsPerBucket + 1;
  std::sort(rows.begin(), rows.end(),
            [](const WeightRow& a, const WeightRow& b) { return a.feature < b.feature; });
  std::vector<uint32_t> index{0};
  std::vector<uint16_t> stream;
  size_t at = 0;
  for (uint64_t b = 0; b < buckets; ++b) {
    for (; at < rows.size() && bucket_of(rows[at].feature, buckets) == b; ++at) {
      stream.push_back(static_cast<uint16_t>(rows[at].feature));
      stream.push_back(static_cast<uint16_t>(rows[at].weights.size()));
      for (const auto& [cls, weight] : rows[at].weights) {
        stream.push_back(static_cast<uint16_t>((weight << 7) | cls));
      }
    }
    index.push_back(static_cast<uint32_t>(stream.size()));
  }
  blob.add(index);
  blob.add(stream);
}

void LinearModel::add(std::span<const uint32_t> features, Scores& scores) const {
  std::array<std::pair<uint32_t, uint32_t>, kMaxFeatures> ranges;
  const size_t n = std::min(features.size(), kMaxFeatures);
  for (size_t i = 0; i < n; ++i) {
    __builtin_prefetch(index_.address(bucket_of(features[i], buckets_)));
  }
  for (size_t i = 0; i < n; ++i) {
    const uint64_t b = bucket_of(features[i], buckets_);
    ranges[i] = {index_[b], index_[b + 1]};
    __builtin_prefetch(stream_.address(ranges[i].first));
  }
  for (size_t i = 0; i < n; ++i) {
    const auto fingerprint = static_cast<uint16_t>(features[i]);
    for (size_t at = ranges[i].first; at < ranges[i].second;) {
      const size_t count = stream_[at + 1];
      if (stream_[at] == fingerprint) {
        add_row(stream_.address(at + 2), count, scores);
        break;
      }
      at += 2 + count;
    }
  }
}

}  // namespace sitrep
