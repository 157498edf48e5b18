// A report without date was written when others told of the same: their days bound it, and within
// these days its own weekdays fit one best ("officials said on Tuesday" is read on Tuesday or
// Wednesday, hardly on Monday).
#include "incidents/publication.h"

#include <algorithm>
#include <set>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/face.h"
#include "incidents/meetings.h"
#include "incidents/wording.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kWords = 96;
constexpr size_t kSharedWords = 1;   // telling words that neighbours have in common
constexpr double kAlike = 0.4;       // from here on two reports tell of the same
constexpr double kAlikeShare = 0.6;  // of the best neighbour's likeness, to be heard beside it
constexpr double kSharedPlaces = 0.1;
constexpr double kSharedWeapons = 0.05;
constexpr size_t kNeighbours = 5;
constexpr int kDaysBefore = 4;
constexpr int kDaysAfter = 7;
constexpr double kDistanceCost = 0.08;  // a day, to the neighbours
constexpr int kRounds = 4;              // dates go from neighbour to neighbour this often
// How well a weekday said this many days ago fits; six days ago is rather tomorrow.
constexpr double kLagFit[7] = {1.0, 0.9, 0.5, 0.2, -0.2, -0.5, -1.0};
constexpr double kDateFit = 0.6;  // of a full date in the text that is a few days old
constexpr int kFreshDays = 3;

struct Outline {
  const Coding* coding = nullptr;
  Wording words;
  std::set<std::string_view> places;
  std::set<std::string_view> weapons;
  std::vector<unsigned> weekdays;  // as often as mentioned, ISO
  std::vector<Day> dates;          // given in full
  std::optional<Day> published;    // stated, or inferred in an earlier round
  std::vector<size_t> near;        // outlines of those that may tell of the same
};

// "XXXX-WXX-2", "XXXX-WXX-2TEV": a weekday of an unknown week.
unsigned bare_weekday(std::string_view timex) {
  constexpr std::string_view kBare = "XXXX-WXX-";
  if (!timex.starts_with(kBare) || timex.size() <= kBare.size()) return 0;
  const char digit = timex[kBare.size()];
  return digit >= '1' && digit <= '7' ? static_cast<unsigned>(digit - '0') : 0;
}

void add_times(Outline& outline) {
  for (const TimeReading& time : outline.coding->times) {
    if (const unsigned weekday = bare_weekday(time.value)) outline.weekdays.push_back(weekday);
    const bool full = time.when && time.when->known() && time.when->basis == Basis::stated &&
                      time.when->start == time.when->end;
    if (full) outline.dates.push_back(*time.when->start);
  }
}

Outline outline_of(const Coding& coding, const knowledge::Lexicon& lexicon) {
  Outline outline;
  outline.coding = &coding;
  outline.words = weigh(coding.report.text, kWords, lexicon);
  outline.published = coding.report.published ? coding.report.published->start : std::nullopt;
  for (const PlaceReading& place : coding.places) {
    if (!place.where.gazetteer_id.empty()) outline.places.insert(place.where.gazetteer_id);
  }
  for (const Event& event : coding.events) {
    for (const Item& item : event.instruments) outline.weapons.insert(item.kind);
  }
  add_times(outline);
  return outline;
}

double share(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto both = std::ranges::count_if(a, [&](std::string_view x) { return b.contains(x); });
  return static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

struct Neighbour {
  double likeness;
  Day published;
};

std::vector<Neighbour> neighbours(const Outline& outline, const std::vector<Outline>& all) {
  std::vector<Neighbour> found;
  for (const size_t i : outline.near) {
    const Outline& other = all[i];
    if (!other.published) continue;
    const double words = cosine(outline.words, other.words);
    if (words < kAlike) continue;
    found.push_back({words + kSharedPlaces * share(outline.places, other.places) +
                         kSharedWeapons * share(outline.weapons, other.weapons),
                     *other.published});
  }
  std::ranges::sort(found, [](const Neighbour& a, const Neighbour& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.published < b.published;
  });
  const auto faint = [&](const Neighbour& n) {
    return n.likeness < kAlikeShare * found.front().likeness;
  };
  found.erase(std::ranges::find_if(found, faint), found.end());
  if (found.size() > kNeighbours) found.resize(kNeighbours);
  return found;
}

double weekday_fit(const Outline& outline, Day day) {
  if (outline.weekdays.empty()) return 0;
  double sum = 0;
  for (const unsigned weekday : outline.weekdays)
    sum += kLagFit[(iso_weekday(day) + 7 - weekday) % 7];
  const bool mentioned =
      std::ranges::find(outline.weekdays, iso_weekday(day)) != outline.weekdays.end();
  return 2.0 * sum / static_cast<double>(outline.weekdays.size()) + (mentioned ? 0.3 : 0.0);
}

// Full dates near the day: a report does not tell of what is still to come.
double date_fit(const Outline& outline, Day day) {
  double fit = 0;
  for (const Day date : outline.dates) {
    const int age = days_between(date, day);
    if (age >= 0 && age <= kFreshDays) fit = std::max(fit, kDateFit - 0.1 * age);
    if (age < 0 && age >= -kDaysAfter) return -kDateFit;
  }
  return fit;
}

double distance_cost(const std::vector<Neighbour>& near, Day day) {
  double cost = 0;
  double weight = 0;
  for (const Neighbour& n : near) {
    cost += n.likeness * kDistanceCost * std::abs(days_between(n.published, day));
    weight += n.likeness;
  }
  return cost / weight;
}

Day best_day(const Outline& outline, const std::vector<Neighbour>& near) {
  const Day centre = near.front().published;
  Day best = centre;
  double most = -1e9;
  for (int shift = -kDaysBefore; shift <= kDaysAfter; ++shift) {
    const Day day = centre + std::chrono::days(shift);
    const double fit =
        weekday_fit(outline, day) + date_fit(outline, day) - distance_cost(near, day);
    if (fit > most) most = fit, best = day;
  }
  return best;
}

// One round: every report still without date asks those that have one.
bool date_more(std::vector<Outline>& all) {
  std::vector<std::pair<Outline*, Day>> found;
  for (Outline& outline : all) {
    if (outline.published) continue;
    const auto near = neighbours(outline, all);
    if (!near.empty()) found.emplace_back(&outline, best_day(outline, near));
  }
  for (const auto& [outline, day] : found) outline->published = day;
  return !found.empty();
}

// Which reports each of some shares telling words or whole runs of words with.
std::vector<std::vector<uint32_t>> met_by(Archive& archive, const std::vector<uint32_t>& reports) {
  std::vector<Sitter> sitters;
  for (const uint32_t report : reports) sitters.push_back(sitter(report));
  const Meetings meetings(archive, sitters, Meetings::Of::reports);
  std::vector<std::vector<uint32_t>> out;
  for (size_t i = 0; i < reports.size(); ++i) {
    out.push_back(meetings.of_report(i, SeatKind::word, kSharedWords));
    for (const uint32_t copy : meetings.of_report(i, SeatKind::mark, 1)) out.back().push_back(copy);
    std::ranges::sort(out.back());
    const auto [first, last] = std::ranges::unique(out.back());
    out.back().erase(first, last);
  }
  return out;
}

// The undated reports with all that they meet, each known by its report's number.
class Neighbourhood {
 public:
  Neighbourhood(const Newsroom& news, const std::vector<uint32_t>& undated,
                const knowledge::Lexicon& lexicon) {
    const auto met = met_by(news.archive, undated);
    std::set<uint32_t> all(undated.begin(), undated.end());
    for (const auto& reports : met) all.insert(reports.begin(), reports.end());
    reports_.assign(all.begin(), all.end());
    codings_ = news.codings(reports_);
    for (const Coding& coding : codings_) outlines_.push_back(outline_of(coding, lexicon));
    for (size_t i = 0; i < undated.size(); ++i) {
      for (const uint32_t other : met[i]) outlines_[place(undated[i])].near.push_back(place(other));
    }
  }

  std::map<uint32_t, When> days() {
    for (int round = 0; round < kRounds && date_more(outlines_); ++round) {
    }
    std::map<uint32_t, When> out;
    for (size_t i = 0; i < outlines_.size(); ++i) {
      const Outline& o = outlines_[i];
      if (!o.near.empty() && !o.coding->report.published && o.published)
        out[reports_[i]] = day_when(*o.published, Basis::inferred);
    }
    return out;
  }

 private:
  size_t place(uint32_t report) const {
    return static_cast<size_t>(std::ranges::lower_bound(reports_, report) - reports_.begin());
  }

  std::vector<uint32_t> reports_;  // sorted
  std::vector<Coding> codings_;
  std::vector<Outline> outlines_;
};

}  // namespace

std::vector<uint32_t> undated_around(const Newsroom& news, const std::vector<uint32_t>& reports) {
  std::set<uint32_t> seen(reports.begin(), reports.end());
  std::set<uint32_t> out;
  std::vector<uint32_t> level(seen.begin(), seen.end());
  while (!level.empty()) {
    for (const uint32_t report : level) {
      if (!news.dated(report)) out.insert(report);
    }
    std::set<uint32_t> next;
    for (const auto& met : met_by(news.archive, level)) {
      for (const uint32_t other : met) {
        if (!news.dated(other) && seen.insert(other).second) next.insert(other);
      }
    }
    level.assign(next.begin(), next.end());
  }
  return {out.begin(), out.end()};
}

std::map<uint32_t, When> infer_days(const Newsroom& news, const std::vector<uint32_t>& undated,
                                    const knowledge::Lexicon& lexicon) {
  if (undated.empty()) return {};
  return Neighbourhood(news, undated, lexicon).days();
}

}  // namespace sitrep::incidents
