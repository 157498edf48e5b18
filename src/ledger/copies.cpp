#include "ledger/copies.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

#include "core/hash.h"
#include "intake/near_duplicates.h"

namespace sitrep::ledger {

namespace {

// Reports are compared only where they agree in all classes of one band. Of two that share 0.8 of
// their words, one pair in twenty million agrees in none of the 32.
constexpr size_t kBand = 4;

std::vector<Fingerprint> prints_of(const std::vector<Coding>& codings,
                                   const std::vector<size_t>& order) {
  std::vector<Fingerprint> prints(order.size());
  tbb::parallel_for(size_t{0}, order.size(),
                    [&](size_t i) { prints[i] = fingerprint(codings[order[i]].report.text); });
  return prints;
}

std::vector<size_t> earliest_first(const std::vector<Coding>& codings) {
  std::vector<size_t> order(codings.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](size_t i) {
    const Report& r = codings[i].report;
    const bool dated = r.published && r.published->start;
    return std::tuple(dated ? *r.published->start : Day::max(), std::string_view(r.id));
  });
  return order;
}

// kNoKey: no words fell into this band.
Key band_key(const Fingerprint& print, size_t first) {
  const auto band = std::span(print.least).subspan(first, kBand);
  if (std::ranges::all_of(band, [](uint32_t least) { return least == Fingerprint::kEmpty; }))
    return kNoKey;
  Key out = kNoKey;
  for (const uint32_t least : band) out = extend(out, least);
  return out;
}

// For each report, as a place in the order, the place of the first one that it repeats; its own
// where there is none.
class Originals {
 public:
  explicit Originals(std::vector<Fingerprint> prints)
      : prints_(std::move(prints)), found_(prints_.size()) {
    for (size_t i = 0; i < found_.size(); ++i) found_[i] = i;
    for (size_t first = 0; first < Fingerprint::kClasses; first += kBand) compare_band(first);
  }
  size_t operator[](size_t i) const { return found_[i]; }

 private:
  void compare_band(size_t first) {
    std::unordered_map<Key, std::vector<size_t>> buckets;  // places, ascending
    for (size_t i = 0; i < prints_.size(); ++i) {
      const Key key = band_key(prints_[i], first);
      if (key == kNoKey) continue;
      std::vector<size_t>& bucket = buckets[key];
      look_for_earlier(i, bucket);
      bucket.push_back(i);
    }
  }

  void look_for_earlier(size_t i, const std::vector<size_t>& bucket) {
    for (const size_t other : bucket) {
      if (other >= found_[i]) return;
      if (similarity(prints_[i], prints_[other]) >= kSameWords) found_[i] = other;
    }
  }

  std::vector<Fingerprint> prints_;
  std::vector<size_t> found_;
};

}  // namespace

void mark_copies(std::vector<Coding>& codings) {
  const std::vector<size_t> order = earliest_first(codings);
  const Originals originals(prints_of(codings, order));
  for (size_t i = 0; i < order.size(); ++i) {
    Report& report = codings[order[i]].report;
    report.duplicate_of =
        originals[i] == i ? std::string() : codings[order[originals[i]]].report.id;
  }
}

}  // namespace sitrep::ledger
