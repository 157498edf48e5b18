// A stored incident told by another rule: its values are chosen anew from the codings of its own
// members; what it is and what a person corrected stay.
#pragma once

#include <map>
#include <span>
#include <string>

#include "knowledge/lexicon.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep {

class Retelling {
 public:
  // `codings` must outlive it.
  Retelling(std::span<const Coding> codings, const knowledge::Lexicon& lexicon, Rule rule);
  // The incident itself where a member's coding is not among those given.
  Incident operator()(const Incident& stored) const;

 private:
  std::map<std::string_view, const Coding*> codings_;
  const knowledge::Lexicon& lexicon_;
  Rule rule_;
};

}  // namespace sitrep
