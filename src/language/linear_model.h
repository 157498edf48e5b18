// A linear classifier over hashed features, used in place from a model file.
//
// Features (32-bit hashes) fall into buckets of up to eight rows; a bucket holds the rows' prints
// (low halves of the hashes) and where their weights end. A row's weights are groups of four 16-bit
// units, the last group filled up with zeros. In a short row, a unit is the class in the low 7 bits
// and a signed 9-bit number above, so that no content can lead outside Scores; a long row, known by
// its size, has the weights of the first kLongClasses classes in their order. Rows that find their
// bucket full lie in the next one.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "language/blob.h"

namespace sitrep {

constexpr size_t kMaxClasses = 128;
constexpr size_t kMaxFeatures = 512;  // of one decision; more are not looked at
using Scores = std::array<int16_t, kMaxClasses>;

struct WeightRow {
  uint32_t feature = 0;
  std::vector<std::pair<uint8_t, int16_t>> weights;  // class, -256...255
};

class LinearModel {
 public:
  static constexpr size_t kRows = 8;   // of a bucket
  static constexpr size_t kGroup = 4;  // weights
  static constexpr size_t kLongClasses = 80;
  static constexpr size_t kLongGroups = kLongClasses / kGroup;

  static Result<LinearModel> open(std::string_view buckets, std::string_view weights);
  static void write(BlobWriter& blob, std::vector<WeightRow> rows);  // adds two sections

  void add(std::span<const uint32_t> features, Scores& scores) const;
  // Into the cache, for an add to come.
  void fetch(std::span<const uint32_t> features) const;

 private:
  struct Bucket {
    std::array<uint16_t, kRows> prints{};
    std::array<uint8_t, kRows> ends{};  // groups from `first` to behind the row
    uint32_t first = 0;                 // group
    uint32_t overflows = 0;             // whether the next bucket holds rows of this one
  };
  struct Found;

  static bool lay_out(const std::vector<WeightRow>& rows,
                      std::vector<std::vector<size_t>>& buckets);
  void find(uint32_t print, size_t bucket, Found& found) const;
  void add_short(uint32_t first, uint32_t last, Scores& scores) const;
  void add_long(std::span<const uint32_t> rows, Scores& scores) const;

  Packed<Bucket> buckets_;
  Packed<uint64_t> groups_;
};

// The hash of a feature: its template's number and up to three values.
inline uint32_t feature_hash(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0) {
  uint64_t h = (a + number * 0x9E3779B97F4A7C15ull) * 0xD6E8FEB86659FD93ull;
  h = ((h ^ (h >> 32)) + b) * 0xCA5A826395121157ull;
  h = ((h ^ (h >> 32)) + c) * 0x9E3779B97F4A7C15ull;
  return static_cast<uint32_t>(h >> 32);
}

}  // namespace sitrep
