#include "knowledge/geonames.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

#include "core/text.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/table.h"

namespace sitrep::knowledge {

namespace {

// geonameid name asciiname alternatenames latitude longitude class code country cc2 admin1 admin2
// admin3 admin4 population elevation dem timezone modified
constexpr size_t kCells = 19;
enum Cell : size_t {
  kId = 0,
  kName = 1,
  kAsciiName = 2,
  kOtherNames = 3,
  kLatitude = 4,
  kLongitude = 5,
  kClass = 6,
  kCode = 7,
  kCountry = 8,
  kPopulation = 14,
};

using Cells = std::span<const std::string_view>;

template <typename T>
bool number(std::string_view cell, T& value) {
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return read.ec == std::errc{} && read.ptr == cell.data() + cell.size() && !cell.empty();
}

std::string take_numbers(Cells cells, GazetteerRow& row) {
  if (!number(cells[kLatitude], row.lat) || !number(cells[kLongitude], row.lon) ||
      !(std::abs(row.lat) <= 90) || !(std::abs(row.lon) <= 180)) {
    return "latitude and longitude must be degrees on the globe";
  }
  if (!cells[kId].empty() && !number(cells[kId], row.geonames_id))
    return fmt::format("geonameid '{}' is no number", cells[kId]);
  uint64_t population = 0;
  if (!cells[kPopulation].empty() && !number(cells[kPopulation], population))
    return fmt::format("population '{}' is no number", cells[kPopulation]);
  row.population = static_cast<uint32_t>(std::min<uint64_t>(population, UINT32_MAX));
  return {};
}

std::string take_words(Cells cells, GazetteerRow& row) {
  if (cells[kName].empty() || cells[kName].size() > UINT16_MAX) return "the name is missing";
  if (cells[kCountry].size() != 2) return "country must be two letters";
  if (cells[kClass].size() > 1) return "feature class must be one letter";
  cells[kCountry].copy(row.country, 2);
  row.feature = cells[kClass].empty() ? 'P' : cells[kClass][0];
  const int capital = cells[kCode] == "PPLC" ? 1 : cells[kCode] == "PPLA" ? 2 : 0;
  row.flags = static_cast<uint8_t>(kAddedRow | capital);
  return {};
}

class Adder {
 public:
  explicit Adder(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
    if (gazetteer.added()) places_ = *gazetteer.added();
  }

  std::string add(Cells cells) {
    if (cells.size() != kCells) return fmt::format("{} cells where {} are", cells.size(), kCells);
    GazetteerRow row;
    if (std::string reason = take_numbers(cells, row); !reason.empty()) return reason;
    if (std::string reason = take_words(cells, row); !reason.empty()) return reason;
    row.name = static_cast<uint32_t>(places_.strings.size());
    row.name_length = static_cast<uint16_t>(cells[kName].size());
    places_.strings += cells[kName];
    places_.rows.push_back(row);
    add_name(cells[kName]);
    add_name(cells[kAsciiName]);
    for (const auto name : split(cells[kOtherNames], ',')) add_name(name);
    return {};
  }

  std::shared_ptr<const AddedPlaces> finish() {
    std::sort(places_.beginnings.begin(), places_.beginnings.end());
    return std::make_shared<const AddedPlaces>(std::move(places_));
  }

 private:
  void add_name(std::string_view name) {
    const std::vector<Key> words = phrase_words(name);
    if (words.empty()) return;
    Key whole = kNoKey;
    for (const Key word : words) whole = extend(whole, word);
    if (words.size() > 1) places_.beginnings.push_back(words.front());
    const auto [list, fresh] = places_.names.try_emplace(whole);
    if (fresh) {
      const auto known = gazetteer_.find(whole);
      list->second.assign(known.begin(), known.end());
    }
    place_in(list->second);
  }

  // The row just added, in the list's order: the most populous first.
  void place_in(std::vector<uint32_t>& list) {
    const auto index = static_cast<uint32_t>(gazetteer_.rows().size() + places_.rows.size() - 1);
    if (std::find(list.begin(), list.end(), index) != list.end()) return;
    const auto people = [&](uint32_t i) {
      const size_t own = gazetteer_.rows().size();
      return i < own ? gazetteer_.rows()[i].population : places_.rows[i - own].population;
    };
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](uint32_t i) { return people(i) < people(index); });
    list.insert(at, index);
  }

  const Gazetteer& gazetteer_;
  AddedPlaces places_;
};

}  // namespace

void add_geonames(std::string_view text, std::string_view file, Gazetteer& gazetteer,
                  std::vector<Error>& problems) {
  Adder adder(gazetteer);
  read_rows(
      file, text, [&](const Row& row) { return adder.add(row.cells); }, problems);
  gazetteer.set_added(adder.finish());
}

}  // namespace sitrep::knowledge
