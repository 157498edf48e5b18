#include "synthetic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "grounding/atlas.h"
#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep::training {

namespace {

using knowledge::GazetteerRow;

constexpr uint32_t kTown = 50'000;
constexpr uint32_t kMetropolis = 2'000'000;
constexpr double kLocalNews = 0.6;  // share of the reports that are of a small paper's kind

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double p) { return unit() < p; }
  size_t below(size_t n) { return static_cast<size_t>(unit() * static_cast<double>(n)); }

 private:
  uint64_t state_;
};

// Draws items by weight.
class Draw {
 public:
  void add(uint32_t item, double weight) {
    items_.push_back(item);
    sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight);
  }
  bool empty() const { return items_.empty(); }
  uint32_t take(Random& random) const {
    const double at = random.unit() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return items_[std::min<size_t>(static_cast<size_t>(found - sums_.begin()), items_.size() - 1)];
  }

 private:
  std::vector<uint32_t> items_;
  std::vector<double> sums_;
};

constexpr std::array kSentences = {"Police in {} said two men were hurt. ",
                                   "A house burned down in {} on Monday. ",
                                   "Others came from {} to help. ",
                                   "A second attack was reported near {}. ",
                                   "The road to {} was closed. ",
                                   "Officials in {} refused to comment. ",
                                   "Residents of {} had complained for weeks. ",
                                   "Shops in {} stayed shut. ",
                                   "{} police are looking for a white van. ",
                                   "The wounded were taken to {}. ",
                                   "Troops left {} in the morning. ",
                                   "He was born in {} and worked there. "};

struct Around {  // what is said behind a name: ", Texas"
  std::string_view name;
  double lat = 0, lon = 0;
};

class Maker {
 public:
  Maker(const Knowledge& knowledge, uint64_t seed)
      : lexicon_(knowledge.lexicon()), gazetteer_(knowledge.gazetteer()), random_(seed) {
    index_dictionaries();
    const auto rows = gazetteer_.rows();
    for (uint32_t i = 0; i < rows.size(); ++i) {
      cells_[cell(rows[i].lat, rows[i].lon)].push_back(i);
      if (rows[i].feature != 'P') continue;
      const std::string_view country(rows[i].country, 2);
      const double people = rows[i].population;
      locals_[country].add(i, std::pow(people + 50, 0.45));
      if (people > 3000) cities_[country].add(i, people);
      if (people > 3000) world_.add(i, std::pow(people, 0.6));
      if (people > 3000) famous_.add(i, people * (rows[i].flags & 1 ? 4 : 1));
    }
  }

  void index_dictionaries() {
    const auto places = lexicon_.places();
    for (uint32_t i = 0; i < places.size(); ++i) {
      if (!places[i].people && !places[i].country.empty()) known_[places[i].country].push_back(i);
    }
  }

  MarkedReport make() {
    report_ = {};
    const bool local = random_.chance(kLocalNews);
    const uint32_t focus = local ? locals_[home()].take(random_) : world_.take(random_);
    const GazetteerRow& row = gazetteer_.rows()[focus];
    const std::string_view country(row.country, 2);
    if (random_.chance(0.3)) report_.home.country = country;
    add_focus(row);
    add_neighbours(focus);
    if (random_.chance(0.4)) add_county(focus);
    if (random_.chance(0.3)) add_division(country, gazetteer_.admin1(row));
    if (random_.chance(local ? 0.12 : 0.5)) add_country(country);
    for (double p = 0.35; random_.chance(p); p /= 2) add_city(country);
    if (random_.chance(0.3)) add_known(country);
    for (double p = local ? 0.35 : 0.7; random_.chance(p); p *= 0.7) add_abroad();
    if (random_.chance(0.5)) add_row(row);
    return std::move(report_);
  }

 private:
  static int cell(double lat, double lon) {
    return static_cast<int>(std::floor(lat * 2)) * 1000 + static_cast<int>(std::floor(lon * 2));
  }

  std::string_view home() {
    const double at = random_.unit();
    return at < 0.70   ? "US"
           : at < 0.82 ? "GB"
           : at < 0.90 ? "CA"
           : at < 0.95 ? "AU"
           : at < 0.98 ? "IE"
                       : "NZ";
  }

  void add(std::string_view name, double lat, double lon, const Around& around = {}) {
    const std::string_view sentence = kSentences[random_.below(kSentences.size())];
    const size_t gap = sentence.find("{}");
    report_.add(sentence.substr(0, gap));
    report_.add_place(name, lat, lon);
    if (!around.name.empty()) {
      report_.add(", ");
      report_.add_place(around.name, around.lat, around.lon);
      report_.add(",");
    }
    report_.add(sentence.substr(gap + 2));
  }

  // The largest cities go by their short names: "New York", "Mexico".
  std::string_view name_of(const GazetteerRow& row) const {
    std::string_view name = gazetteer_.name(row);
    const bool short_name = row.population > kMetropolis && row.country[0] == 'U';
    if (short_name && name.ends_with(" City")) name.remove_suffix(5);
    return name;
  }

  void add_row(const GazetteerRow& row, const Around& around = {}) {
    add(name_of(row), row.lat, row.lon, around);
  }

  const knowledge::Division* division(std::string_view country, std::string_view name) const {
    for (const auto& division : lexicon_.divisions()) {
      const std::string_view plain = division.name.substr(0, division.name.find(" state"));
      if (division.country == country && plain == name) return &division;
    }
    return nullptr;
  }

  Around around_of(const GazetteerRow& row) const {
    const std::string_view country(row.country, 2);
    const bool states = country == "US" || country == "CA" || country == "AU";
    if (const auto* found = states ? division(country, gazetteer_.admin1(row)) : nullptr)
      return {gazetteer_.admin1(row), found->lat, found->lon};
    const auto entry = lexicon_.country(country);
    if (!entry || states) return {};
    const auto& c = lexicon_.countries()[*entry];
    return {c.name, c.lat, c.lon};
  }

  void add_focus(const GazetteerRow& row) {
    add_row(row, random_.chance(0.3) ? around_of(row) : Around{});
  }

  // Places within half a degree or so, the larger sooner.
  std::vector<uint32_t> around(uint32_t focus, char feature) const {
    std::vector<uint32_t> found;
    const GazetteerRow& row = gazetteer_.rows()[focus];
    for (double dy : {-0.5, 0.0, 0.5}) {
      for (double dx : {-0.5, 0.0, 0.5}) {
        const auto near = cells_.find(cell(row.lat + dy, row.lon + dx));
        if (near == cells_.end()) continue;
        for (const uint32_t i : near->second) {
          const GazetteerRow& other = gazetteer_.rows()[i];
          const bool same = std::string_view(other.country, 2) == std::string_view(row.country, 2);
          if (same && i != focus && other.feature == feature) found.push_back(i);
        }
      }
    }
    return found;
  }

  void add_neighbours(uint32_t focus) {
    Draw draw;
    for (const uint32_t i : around(focus, 'P'))
      draw.add(i, std::pow(gazetteer_.rows()[i].population + 50.0, 0.5));
    if (draw.empty()) return;
    for (size_t n = random_.below(5); n > 0; --n) add_row(gazetteer_.rows()[draw.take(random_)]);
  }

  void add_county(uint32_t focus) {
    const auto counties = around(focus, 'A');
    if (!counties.empty()) add_row(gazetteer_.rows()[counties[random_.below(counties.size())]]);
  }

  void add_division(std::string_view country, std::string_view name) {
    const auto* found = division(country, name);
    if (!found || (country != "US" && names_city(country, name, kTown))) return;
    const bool new_york = names_city(country, std::string(name) + " City", kMetropolis);
    if (new_york && random_.chance(0.7)) return;  // the city is spoken of far more
    add(random_.chance(0.5) ? found->name : name, found->lat, found->lon);
  }

  // A division that bears its city's name is seldom what is meant by it.
  bool names_city(std::string_view country, std::string_view name, uint32_t people) const {
    const auto rows = gazetteer_.find(knowledge::phrase_key(name));
    return std::any_of(rows.begin(), rows.end(), [&](uint32_t i) {
      const GazetteerRow& row = gazetteer_.rows()[i];
      return std::string_view(row.country, 2) == country && row.population > people;
    });
  }

  // A place of the dictionaries in the country.
  void add_known(std::string_view country) {
    const auto found = known_.find(country);
    if (found == known_.end()) return;
    const auto& place = lexicon_.places()[found->second[random_.below(found->second.size())]];
    add(place.name, place.lat, place.lon);
  }

  void add_country(std::string_view code) {
    const auto entry = lexicon_.country(code);
    if (!entry) return;
    const auto& country = lexicon_.countries()[*entry];
    const bool adjective = random_.chance(0.4) && !country.adjective.empty();
    add(adjective ? country.adjective : country.name, country.lat, country.lon);
  }

  void add_city(std::string_view country) {
    const auto found = cities_.find(country);
    if (found != cities_.end()) add_row(gazetteer_.rows()[found->second.take(random_)]);
  }

  void add_abroad() {
    if (random_.chance(0.5))
      return add_country(lexicon_.countries()[random_.below(lexicon_.countries().size())].code);
    add_row(gazetteer_.rows()[famous_.take(random_)]);
  }

  const knowledge::Lexicon& lexicon_;
  const knowledge::Gazetteer& gazetteer_;
  Random random_;
  MarkedReport report_;
  std::map<int, std::vector<uint32_t>> cells_;
  std::map<std::string_view, Draw> locals_, cities_;
  std::map<std::string_view, std::vector<uint32_t>> known_;
  Draw world_, famous_;
};

}  // namespace

std::vector<MarkedReport> make_reports(const Knowledge& knowledge, size_t count, uint64_t seed) {
  Maker maker(knowledge, seed);
  std::vector<MarkedReport> reports;
  while (reports.size() < count) reports.push_back(maker.make());
  return reports;
}

}  // namespace sitrep::training
