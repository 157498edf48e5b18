// Where an event was that is told without a place of its own, from what else the report names.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

class Whereabouts {
 public:
  explicit Whereabouts(const Reading& reading) : reading_(reading), strange_(find_strange()) {}

  // The place among those said of the event that most of its tellings and the report's other places
  // speak for, the finest of those about one spot: an index in Mentions::places.
  std::optional<uint32_t> told(const Draft& draft) const;
  // The town or region of the sentences round the event, else the one that the report speaks of
  // most: an index in Mentions::places.
  // Where something is known of the place, only what says more: a town of the county or country.
  std::optional<uint32_t> nearby(const Draft& draft, std::optional<uint32_t> known = {}) const;
  // A mention of the country that the pages round it are about, when they are about one: demonyms
  // and the dateline count.
  std::optional<uint32_t> country(const Draft& draft) const;
  // An earlier event that was where the report's own was: "at the same station", "in the town".
  bool recalls_scene(const Draft& draft) const;

 private:
  double trust(const Draft& draft, uint32_t place) const;
  std::vector<bool> find_strange() const;
  uint32_t finest(const Draft& draft, uint32_t spot) const;
  uint32_t innermost(uint32_t spot) const;
  double bystanders(const Where& where) const;
  std::pair<size_t, size_t> places_near(uint32_t sentence) const;
  bool says_whose(const PlaceMention& place, const Draft& draft) const;
  uint32_t sentence_of(const PlaceMention& place) const {
    return reading_.document.sentence_of(place.tokens.first);
  }

  const Reading& reading_;
  std::vector<bool> strange_;  // of each place: a namesake far from all that the report is about
};

}  // namespace sitrep
