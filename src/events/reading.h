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
  uint32_t dateline_end = 0;  // tokens before it belong to the dateline, in the first lines
  uint32_t dateline_begin = 0;
  std::optional<Day>
      published;  // what relative dates hang on; for a report without date, a day made up
};

}  // namespace sitrep
