// A linear classifier over hashed features, used in place from a model file.
//
// Features (32-bit hashes) fall into buckets. `index[b]` is where bucket b begins in the stream of
// 16-bit units; a bucket is a run of rows, a row is: fingerprint (low half of the hash), count,
// then `count` weights. A weight holds the class in its low 7 bits and a signed 9-bit number above,
// so that no content can lead outside Scores.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "language/blob.h"

namespace sitrep {

constexpr size_t kMaxClasses = 128;
constexpr size_t kMaxFeatures = 192;  // of one decision; more are not looked at
using Scores = std::array<int32_t, kMaxClasses>;

struct WeightRow {
  uint32_t feature = 0;
  std::vector<std::pair<uint8_t, int16_t>> weights;  // class, -256...255
};

class LinearModel {
 public:
  static Result<LinearModel> open(std::string_view index, std::string_view stream);
  static void write(BlobWriter& blob, std::vector<WeightRow> rows);  // adds two sections

  void add(std::span<const uint32_t> features, Scores& scores) const;

 private:
  Packed<uint32_t> index_;
  Packed<uint16_t> stream_;
  uint64_t buckets_ = 0;
};

// The hash of a feature: its template's number and up to three values.
inline uint32_t feature_hash(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0) {
  uint64_t h = (a + number * 0x9E3779B97F4A7C15ull) * 0xD6E8FEB86659FD93ull;
  h = ((h ^ (h >> 32)) + b) * 0xCA5A826395121157ull;
  h = ((h ^ (h >> 32)) + c) * 0x9E3779B97F4A7C15ull;
  return static_cast<uint32_t>(h >> 32);
}

}  // namespace sitrep
