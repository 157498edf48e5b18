#include "examples.h"

#include <algorithm>
#include <optional>

#include "grounding/atlas.h"
#include "grounding/atlas_names.h"
#include "language/analyser.h"
#include "mentions/finder.h"

namespace sitrep::training {

namespace {

constexpr double kSamePlaceKm = 25;
constexpr double kSameCountryKm = 400;  // points that stand for a country or division differ

const Meant* meant_at(const MarkedReport& report, TextSpan span) {
  for (const Meant& place : report.places) {
    if (span.begin < place.end && place.begin < span.end) return &place;
  }
  return nullptr;
}

std::optional<size_t> reading_meant(const atlas::Name& name, const Meant& meant) {
  std::optional<size_t> best;
  double least = 0;
  for (size_t i = 0; i < name.readings.size(); ++i) {
    const atlas::Reading& reading = name.readings[i];
    const bool large =
        reading.sort == atlas::Sort::country || reading.sort == atlas::Sort::division;
    const double km = distance_km(reading.lat, reading.lon, meant.lat, meant.lon);
    if (km > (large ? kSameCountryKm : kSamePlaceKm)) continue;
    const double rank = large ? km / 20 : km;
    if (!best || rank < least) best = i, least = rank;
  }
  return best;
}

Example example_of(const std::vector<atlas::Name>& names, uint32_t index,
                   atlas::Evidence& evidence) {
  Example example;
  for (const atlas::Reading& reading : names[index].readings) {
    atlas::Features& features = example.readings.emplace_back();
    features = {};
    atlas::add_fixed_features(names[index], reading, features);
    evidence.add(index, reading, features);
  }
  return example;
}

}  // namespace

std::vector<Example> examples_of(const Knowledge& knowledge, const MarkedReport& report,
                                 const atlas::Weights& weights) {
  Document document;
  Mentions mentions;
  tokenise(report.text, document);
  find_mentions(document, {knowledge.lexicon(), knowledge.gazetteer()}, mentions);
  atlas::Work work{
      {document, knowledge.lexicon(), knowledge.gazetteer()}, mentions.places, report.home};
  placing::NameFinder finder(knowledge.lexicon(), knowledge.gazetteer());
  atlas::gather_names(work, finder);
  const atlas::Home home = atlas::home_of(knowledge.lexicon(), report.home);
  atlas::decide(work.names, home, weights);
  atlas::Evidence evidence(work.names, home);
  std::vector<Example> examples;
  for (uint32_t i = 0; i < work.names.size(); ++i) {
    const atlas::Name& name = work.names[i];
    const Meant* meant =
        meant_at(report, document.span_of(mentions.places[name.mentions.front()].tokens));
    const auto reading = meant ? reading_meant(name, *meant) : std::nullopt;
    if (!reading || name.readings.size() < 2) continue;
    examples.push_back(example_of(work.names, i, evidence));
    examples.back().meant = *reading;
  }
  return examples;
}

}  // namespace sitrep::training
