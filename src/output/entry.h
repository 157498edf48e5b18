// One incident as an entry of the situation report.
#pragma once

#include <set>
#include <string>

#include "output/brief.h"
#include "output/sources.h"
#include "output/testimony.h"

namespace sitrep::output {

struct EntryContext {
  const Countries& countries;
  const Texts& texts;
  SourceList& sources;
  std::set<std::string>& quoted;  // sentences under "Who says so" so far: none is told twice
};

Entry compose_entry(const Incident& incident, const EntryContext& context);

// "Asked who was responsible, the Coalition would not say."; none where nobody was asked or claimed
// it.
std::vector<Line> refusals(const Incident& incident, SourceList& sources);

}  // namespace sitrep::output
