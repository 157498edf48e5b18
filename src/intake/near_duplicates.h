// How alike two texts are, word for word: for copies of one wire story, whatever their titles, ends
// and case.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace sitrep {

// For each of 128 classes of five-word shingles the least hash in it (one-permutation MinHash). Two
// texts that share a share s of all their shingles agree in about that share of the classes; the
// standard error is below 0.045.
struct Fingerprint {
  static constexpr size_t kClasses = 128;
  static constexpr uint32_t kEmpty = UINT32_MAX;
  std::array<uint32_t, kClasses> least;
  bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint(std::string_view text);

// Hashes of the `most` least of a text's five-word shingles, ascending; those that hold a telling
// word are less than all others, so that what many reports say in the same words is chosen last. Of
// two texts that share s of their shingles, one holds the least of the other with about the chance
// s.
using Telling = std::function<bool(std::string_view word)>;
std::vector<uint32_t> least_runs(std::string_view text, size_t most, const Telling& telling);

// Estimate of the Jaccard similarity of the two shingle sets, 0 to 1; 0 where either is empty.
double similarity(const Fingerprint& a, const Fingerprint& b);

}  // namespace sitrep
