// The words that an incident can be found by.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep::ledger {

class WordsOf {
 public:
  explicit WordsOf(const std::vector<Coding>& codings);

  // The incident's summary, its names, and the sentences in which its claims stand, a line each.
  std::string operator()(const Incident& incident) const;

 private:
  struct Text {
    const Coding* coding = nullptr;
    CodePoints points;
  };
  void add_sentences(const Incident& incident, std::string& out) const;
  std::map<std::string_view, Text> texts_;
};

// What a person typed, as an FTS5 query: each word must be there, in any order; "quoted words" in
// this order. Empty when there is no word in it.
std::string words_query(std::string_view typed);

}  // namespace sitrep::ledger
