#include "incidents/candidates.h"

#include <algorithm>
#include <cmath>

#include "core/dates.h"

namespace sitrep::incidents {

namespace {

using Bucket = std::vector<uint32_t>;
using Buckets = boost::unordered_flat_map<Key, Bucket>;

// A bucket that holds more says too little; finer buckets take its place, or a walk along it in
// which each event meets the next few of its type.
constexpr size_t kMostOfDay = 400;
constexpr size_t kMostOfMonth = 200;
constexpr size_t kMostOfName = 80;
constexpr size_t kMostOfWord = 24;
constexpr size_t kTellingWords = 12;  // of a report, the heaviest
constexpr size_t kSharedWords = 3;
constexpr size_t kMeetings = 48;
constexpr int kDaysAround = 2;
constexpr int kMostMonths = 13;

constexpr Key kNowhere = key("");

Key number_key(Key base, int64_t n) { return extend(base, static_cast<Key>(n) + 0x51ED2701u); }

class Finder {
 public:
  Finder(const std::vector<Face>& faces, const std::vector<Story>& stories)
      : faces_(faces), stories_(stories) {}

  std::vector<Pair> find() {
    by_day();
    by_month();
    by_name();
    by_words();
    std::ranges::sort(pairs_);
    const auto [first, last] = std::ranges::unique(pairs_);
    pairs_.erase(first, last);
    return std::move(pairs_);
  }

 private:
  void pair(uint32_t a, uint32_t b) {
    if (a != b) pairs_.emplace_back(std::min(a, b), std::max(a, b));
  }

  void pair_all(const Bucket& bucket) {
    for (size_t i = 0; i < bucket.size(); ++i) {
      for (size_t j = i + 1; j < bucket.size(); ++j) pair(bucket[i], bucket[j]);
    }
  }

  // Of a crowd, each with the next few. Their groups then have more than enough pairs to be judged
  // by.
  void pair_along(Bucket bucket) {
    std::ranges::stable_sort(bucket, {}, [&](uint32_t i) { return faces_[i].event->type; });
    for (size_t i = 0; i < bucket.size(); ++i) {
      for (size_t j = i + 1; j < std::min(bucket.size(), i + kMeetings); ++j)
        pair(bucket[i], bucket[j]);
    }
  }

  void pair_crowds(const Buckets& buckets) {
    for (const auto& [k, bucket] : buckets) {
      if (bucket.size() > kMostOfDay) pair_along(bucket);
    }
  }

  void pair_buckets(const Buckets& buckets, size_t most) {
    for (const auto& [k, bucket] : buckets) {
      if (bucket.size() <= most) pair_all(bucket);
    }
  }

  static Key country_of(const Face& face) { return key(face.event->where.country); }

  static Key cell_of(const Face& face, int dy, int dx) {
    const auto row = static_cast<int64_t>(std::floor(*face.event->where.lat)) + dy;
    const auto column = static_cast<int64_t>(std::floor(*face.event->where.lon)) + dx;
    return number_key(number_key(key("cell"), row), column);
  }

  // Calls each(day number) for the days of a short range.
  template <typename Each>
  void days_of(const Face& face, Each&& each) const {
    if (!face.when.known()) return;
    const Day last =
        std::min(face.when.end.value_or(*face.when.start), *face.when.start + std::chrono::days(8));
    for (Day day = *face.when.start; day <= last; day += std::chrono::days(1)) {
      each(static_cast<int>(day.time_since_epoch().count()));
    }
  }

  void by_day() {
    Buckets countries;
    Buckets cells;
    for (uint32_t i = 0; i < faces_.size(); ++i) {
      days_of(faces_[i], [&](int day) {
        countries[number_key(country_of(faces_[i]), day)].push_back(i);
        if (faces_[i].placed) cells[number_key(cell_of(faces_[i], 0, 0), day)].push_back(i);
      });
    }
    for (uint32_t i = 0; i < faces_.size(); ++i) look_around(i, countries, cells);
    pair_crowds(countries);
    pair_crowds(cells);
  }

  void look_around(uint32_t i, const Buckets& countries, const Buckets& cells) {
    const Key country = country_of(faces_[i]);
    days_of(faces_[i], [&](int day) {
      for (int d = day - kDaysAround; d <= day + kDaysAround; ++d) {
        take(countries, number_key(country, d), [&](uint32_t j) {
          if (i < j) pair(i, j);
        });
        if (country != kNowhere)
          take(countries, number_key(kNowhere, d), [&](uint32_t j) { pair(i, j); });
        if (faces_[i].placed) look_near(i, countries, cells, d);
      }
    });
  }

  // Neighbours over a border, and in a crowded country.
  void look_near(uint32_t i, const Buckets& countries, const Buckets& cells, int day) {
    const Key country = country_of(faces_[i]);
    const auto own = countries.find(number_key(country, day));
    const bool crowded = own != countries.end() && own->second.size() > kMostOfDay;
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        take(cells, number_key(cell_of(faces_[i], dy, dx), day), [&](uint32_t j) {
          if (i < j && (crowded || country_of(faces_[j]) != country)) pair(i, j);
        });
      }
    }
  }

  template <typename Each>
  void take(const Buckets& buckets, Key k, Each&& each) {
    const auto found = buckets.find(k);
    if (found == buckets.end() || found->second.size() > kMostOfDay) return;
    for (const uint32_t j : found->second) each(j);
  }

  // Coarse days meet all of their months, fine ones their own.
  void by_month() {
    Buckets buckets;
    for (uint32_t i = 0; i < faces_.size(); ++i) {
      const Face& face = faces_[i];
      if (!face.when.known()) continue;
      int month = month_number(*face.when.start);
      const int last =
          std::min(month_number(face.when.end.value_or(*face.when.start)), month + kMostMonths);
      const Key base = extend(country_of(face), key(name(face.event->type)));
      for (; month <= last; ++month) buckets[number_key(base, month)].push_back(i);
    }
    pair_buckets(buckets, kMostOfMonth);
  }

  static int month_number(Day day) {
    const auto ymd = civil(day);
    return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month()));
  }

  void by_name() {
    Buckets buckets;
    for (uint32_t i = 0; i < faces_.size(); ++i) {
      const Face& face = faces_[i];
      for (const PersonKey& p : face.people) buckets[extend(key("person"), p.surname)].push_back(i);
      for (const Key k : face.target_names) buckets[extend(key("target"), k)].push_back(i);
      const std::string& place = face.event->where.gazetteer_id;
      if (!place.empty())
        buckets[extend(extend(key("place"), key(place)), key(name(face.event->phase)))].push_back(
            i);
    }
    pair_buckets(buckets, kMostOfName);
  }

  // Reports that share several of their heaviest words tell of one thing, however far apart they
  // put it.
  void by_words() {
    Buckets reports;
    for (uint32_t r = 0; r < stories_.size(); ++r) {
      Wording words = stories_[r].words;
      for (const uint32_t word : telling_words(words, kTellingWords)) reports[word].push_back(r);
    }
    boost::unordered_flat_map<uint64_t, size_t> shared;
    for (const auto& [word, bucket] : reports) {
      if (bucket.size() > kMostOfWord) continue;
      for (size_t i = 0; i < bucket.size(); ++i) {
        for (size_t j = i + 1; j < bucket.size(); ++j)
          ++shared[uint64_t{bucket[i]} << 32 | bucket[j]];
      }
    }
    for (const auto& [both, times] : shared) {
      if (times >= kSharedWords)
        pair_reports(static_cast<uint32_t>(both >> 32), static_cast<uint32_t>(both));
    }
  }

  void pair_reports(uint32_t a, uint32_t b) {
    const auto [a_first, a_last] = std::ranges::equal_range(faces_, a, {}, &Face::report);
    const auto [b_first, b_last] = std::ranges::equal_range(faces_, b, {}, &Face::report);
    for (auto x = a_first; x != a_last; ++x) {
      for (auto y = b_first; y != b_last; ++y) {
        pair(static_cast<uint32_t>(x - faces_.begin()), static_cast<uint32_t>(y - faces_.begin()));
      }
    }
  }

  const std::vector<Face>& faces_;
  const std::vector<Story>& stories_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> candidates(const std::vector<Face>& faces, const std::vector<Story>& stories) {
  return Finder(faces, stories).find();
}

}  // namespace sitrep::incidents
