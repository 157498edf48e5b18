// Bytes as a user's own file of places: each line is taken or named, and what is taken is found.
#include "fuzz.h"
#include "knowledge/geonames.h"
#include "knowledge/lexicon_builder.h"

using namespace sitrep::fuzz;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto text = bytes_of(data, size);
  sitrep::knowledge::Gazetteer gazetteer;
  std::vector<sitrep::Error> problems;
  sitrep::knowledge::add_geonames(text, "mine.txt", gazetteer, problems);
  for (const auto& row : gazetteer.added()->rows) {
    const auto key = sitrep::knowledge::phrase_key(gazetteer.name(row));
    must(key == sitrep::kNoKey || !gazetteer.find(key).empty(), "a place is found under its name");
  }
  for (const auto& problem : problems) must(problem.record > 0, "a bad line has a number");
  return 0;
}
