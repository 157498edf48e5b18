// What reports of an incident recall: links from a new incident to the earlier ones, and from an
// incident known only as background to the ledger's own record of it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "knowledge/lexicon.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep {

// Is this news incident the one that a background incident recalls? Symmetric in nothing: the first
// is only recalled, the second was news. Compares days, places, types, tolls, parties and targets
// as merged; needs no codings.
bool recalls(const Incident& background, const Incident& news, const knowledge::Lexicon& lexicon);

// The incidents that one report tells of as news and as background, by the phases of its events.
// `owner`: "REPORT/EVENT" to the id of the incident that holds it.
struct Recalled {
  std::vector<std::string> news;
  std::vector<std::string> background;
};
Recalled recalled_by(const Coding& coding, const std::map<std::string, std::string>& owner);

// Fills `background` and `recalls` of incidents that have their ids, from all codings.
void link_background(std::span<Incident> incidents, std::span<const Coding> codings,
                     const knowledge::Lexicon& lexicon);

}  // namespace sitrep
