// What the events room works from: one analysed report with its grounded mentions.
#pragma once

#include "knowledge/lexicon.h"
#include "mentions/mentions.h"
#include "sitrep/report.h"

namespace sitrep {

struct Reading {
  const Report& report;
  const Document& document;
  const Mentions& mentions;
  const knowledge::Lexicon& lexicon;
  std::optional<Day> published;  // what relative dates hang on; for a report without date, a day made up
};

}  // namespace sitrep
