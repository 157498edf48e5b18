#include "language/linear_model.h"

#include <algorithm>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sitrep {

namespace {

constexpr size_t kMaxGroups = 255;  // of a bucket
constexpr size_t kUsualRows = 4;    // of a bucket, on average

uint64_t bucket_of(uint32_t feature, uint64_t buckets) { return (feature * buckets) >> 32; }

// Whether a row is added faster with all its zeros than weight by weight.
bool is_long(const WeightRow& row) {
  constexpr size_t kWorth = 20;
  return row.weights.size() >= kWorth &&
         std::all_of(row.weights.begin(), row.weights.end(),
                     [](const auto& weight) { return weight.first < LinearModel::kLongClasses; });
}

size_t groups_of(const WeightRow& row) {
  if (is_long(row)) return LinearModel::kLongGroups;
  const size_t groups = (row.weights.size() + LinearModel::kGroup - 1) / LinearModel::kGroup;
  return groups + (groups == LinearModel::kLongGroups);
}

void write_units(const WeightRow& row, uint16_t* units) {
  for (const auto& [cls, weight] : row.weights) {
    if (is_long(row))
      units[cls] = static_cast<uint16_t>(weight);
    else
      *units++ = static_cast<uint16_t>((weight << 7) | cls);
  }
}

// Bit k: whether prints[k] is `print`.
uint32_t matches(const char* prints, uint16_t print) {
#if defined(__SSE2__)
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(prints));
  const __m128i equal = _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<int16_t>(print)));
  return static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(equal, _mm_setzero_si128())));
#else
  uint32_t bits = 0;
  for (size_t k = 0; k < LinearModel::kRows; ++k)
    bits |= uint32_t{load<uint16_t>(prints + 2 * k) == print} << k;
  return bits;
#endif
}

}  // namespace

// Rows that a decision's features have, as ranges of groups; of long ones the first group. Only the
// first so many are set.
struct LinearModel::Found {
  struct Range {
    uint32_t first;
    uint32_t last;
  };
  std::array<Range, 2 * kMaxFeatures + 1> short_rows;
  std::array<uint32_t, 2 * kMaxFeatures + 1> long_rows;
  size_t shorts = 0, longs = 0;
};

Result<LinearModel> LinearModel::open(std::string_view buckets, std::string_view weights) {
  LinearModel model;
  model.buckets_ = Packed<Bucket>(buckets);
  model.groups_ = Packed<uint64_t>(weights);
  const auto damaged = fail(Code::bad_knowledge, "language model: weights damaged");
  const size_t n = model.buckets_.size();
  if (n < 2 || n > (1u << 26) || buckets.size() % sizeof(Bucket) != 0) return damaged;
  for (size_t b = 0; b < n; ++b) {
    const Bucket bucket = model.buckets_[b];
    if (!std::is_sorted(bucket.ends.begin(), bucket.ends.end())) return damaged;
    if (size_t{bucket.first} + bucket.ends.back() > model.groups_.size()) return damaged;
    if (bucket.overflows && b + 1 == n) return damaged;
  }
  return model;
}

// Which rows go into which bucket; false when one would be too full.
bool LinearModel::lay_out(const std::vector<WeightRow>& rows,
                          std::vector<std::vector<size_t>>& buckets) {
  std::vector<size_t> groups(buckets.size(), 0);
  const auto put = [&](size_t row, size_t b) {
    const size_t size = groups[b] + groups_of(rows[row]);
    if (buckets[b].size() == kRows || size > kMaxGroups) return false;
    buckets[b].push_back(row);
    groups[b] = size;
    return true;
  };
  std::vector<size_t> homeless;
  for (size_t row = 0; row < rows.size(); ++row) {
    if (!put(row, bucket_of(rows[row].feature, buckets.size()))) homeless.push_back(row);
  }
  return std::all_of(homeless.begin(), homeless.end(), [&](size_t row) {
    const size_t next = bucket_of(rows[row].feature, buckets.size()) + 1;
    return next < buckets.size() && put(row, next);
  });
}

void LinearModel::write(BlobWriter& blob, std::vector<WeightRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const WeightRow& a, const WeightRow& b) { return a.feature < b.feature; });
  size_t n = rows.size() / kUsualRows + 2;
  std::vector<std::vector<size_t>> layout(n);
  while (!lay_out(rows, layout)) {
    n += n / 8 + 1;
    layout.assign(n, {});
  }
  std::vector<Bucket> buckets(n);
  std::vector<uint64_t> groups;
  for (size_t b = 0; b < n; ++b) {
    buckets[b].first = static_cast<uint32_t>(groups.size());
    for (size_t k = 0; k < kRows; ++k) {
      if (k < layout[b].size()) {
        const WeightRow& row = rows[layout[b][k]];
        const uint64_t home = bucket_of(row.feature, n);
        if (home != b) buckets[home].overflows = 1;
        buckets[b].prints[k] = static_cast<uint16_t>(row.feature);
        groups.resize(groups.size() + groups_of(row), 0);
        write_units(row,
                    reinterpret_cast<uint16_t*>(groups.data() + groups.size() - groups_of(row)));
      }
      buckets[b].ends[k] = static_cast<uint8_t>(groups.size() - buckets[b].first);
    }
  }
  blob.add(buckets);
  blob.add(groups);
}

// Writes the range whether or not there is one, as both kinds, and keeps it only if so: a branch
// here would be guessed wrong every third time.
void LinearModel::find(uint32_t print, size_t bucket, Found& found) const {
  const char* at = buckets_.address(bucket);
  const uint32_t hit = matches(at, static_cast<uint16_t>(print)) & 0xFF;
  const auto slot = static_cast<size_t>(__builtin_ctz(hit | 0x80));
  const auto first = load<uint32_t>(at + offsetof(Bucket, first));
  const auto ends = load<uint64_t>(at + offsetof(Bucket, ends)) << 8;
  const auto begin = static_cast<uint8_t>(ends >> (8 * slot));
  const auto end = static_cast<uint8_t>(at[offsetof(Bucket, ends) + slot]);
  found.short_rows[found.shorts] = {first + begin, first + end};
  found.long_rows[found.longs] = first + begin;
  constexpr size_t kLine = 8;  // groups
  for (size_t i = 0; i < kLongGroups; i += kLine)
    __builtin_prefetch(groups_.address(first + begin + i));
  const bool is_long = static_cast<size_t>(end - begin) == kLongGroups;
  found.shorts += (hit != 0) & !is_long;
  found.longs += (hit != 0) & is_long;
}

void LinearModel::add_short(uint32_t first, uint32_t last, Scores& scores) const {
  for (uint32_t g = first; g < last; ++g) {
    uint64_t group = groups_[g];
    for (size_t k = 0; k < kGroup; ++k, group >>= 16) {
      const auto unit = static_cast<uint16_t>(group);
      int16_t& score = scores[unit & 127];
      score = static_cast<int16_t>(score + (static_cast<int16_t>(unit) >> 7));
    }
  }
}

// All of a kind at once: the sums stay in registers.
void LinearModel::add_long(std::span<const uint32_t> rows, Scores& scores) const {
#if defined(__SSE2__)
  constexpr size_t kLanes = 8, kVectors = kLongClasses / kLanes;
  const auto at = [](auto* base, size_t i) { return reinterpret_cast<__m128i*>(base) + i; };
  __m128i sums[kVectors];
  for (size_t i = 0; i < kVectors; ++i) sums[i] = _mm_loadu_si128(at(scores.data(), i));
  for (const uint32_t row : rows) {
    const char* weights = groups_.address(row);
    for (size_t i = 0; i < kVectors; ++i)
      sums[i] =
          _mm_add_epi16(sums[i], _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights) + i));
  }
  for (size_t i = 0; i < kVectors; ++i) _mm_storeu_si128(at(scores.data(), i), sums[i]);
#else
  for (const uint32_t row : rows) {
    std::array<int16_t, kLongClasses> weights;
    std::memcpy(weights.data(), groups_.address(row), sizeof weights);
    for (size_t i = 0; i < kLongClasses; ++i)
      scores[i] = static_cast<int16_t>(scores[i] + weights[i]);
  }
#endif
}

void LinearModel::fetch(std::span<const uint32_t> features) const {
  const size_t buckets = buckets_.size();
  for (uint32_t feature : features)
    __builtin_prefetch(buckets_.address(bucket_of(feature, buckets)));
}

void LinearModel::add(std::span<const uint32_t> features, Scores& scores) const {
  const size_t n = std::min(features.size(), kMaxFeatures), buckets = buckets_.size();
  fetch(features.first(n));
  Found found;
  for (size_t i = 0; i < n; ++i) {
    const size_t b = bucket_of(features[i], buckets);
    find(features[i], b, found);
    if (load<uint32_t>(buckets_.address(b) + offsetof(Bucket, overflows)) != 0)
      find(features[i], b + 1, found);
  }
  if (found.longs > 0) add_long(std::span(found.long_rows).first(found.longs), scores);
  for (size_t i = 0; i < found.shorts; ++i)
    add_short(found.short_rows[i].first, found.short_rows[i].last, scores);
}

}  // namespace sitrep
