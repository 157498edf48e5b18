#include "events/report_scale.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace sitrep {

namespace {

constexpr size_t kMany = 9;  // all more is one step

uint64_t few(size_t n) { return n < 3 ? n : n < 5 ? 3 : n < kMany ? 4 : 5; }

// Counts different values, up to kMany.
template <typename T>
class Counted {
 public:
  bool full() const { return seen_.size() == kMany; }
  size_t count() const { return seen_.size(); }
  void add(const T& value) {
    if (std::find(seen_.begin(), seen_.end(), value) == seen_.end()) seen_.push_back(value);
  }

 private:
  std::vector<T> seen_;
};

// Towns and the like, each once.
size_t count_places(const Reading& reading) {
  Counted<std::string_view> names;
  for (const PlaceMention& place : reading.mentions.places) {
    if (names.full()) break;
    if (!place.demonym && place.where.precision > PlacePrecision::country)
      names.add(place.where.name);
  }
  return names.count();
}

size_t count_days(const Reading& reading) {
  Counted<Day> days;
  for (const TimeMention& time : reading.mentions.times) {
    if (days.full()) break;
    if (fixes_time(time) && time.when->start && time.when->start == time.when->end)
      days.add(*time.when->start);
  }
  return days.count();
}

size_t count_others(const Reading& reading) {
  return static_cast<size_t>(std::ranges::count_if(
      reading.mentions.phrases, [](const NounPhrase& phrase) { return phrase.additional; }));
}

}  // namespace

ReportScale scale_of(const Reading& reading) {
  return {.places = few(count_places(reading)),
          .days = few(count_days(reading)),
          .others = few(count_others(reading)),
          .length = few(reading.document.sentences.size() / 4)};
}

}  // namespace sitrep
