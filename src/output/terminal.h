// Incidents for the terminal: a list, and one incident in full.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/countries.h"
#include "sitrep/incident.h"

namespace sitrep::output {

struct Screen {
  bool colours = false;
  unsigned width = 0;  // columns; 0: not a terminal, nothing is cut
};

// Colours where the screen has them, the bare text where not.
std::string bold(std::string_view text, const Screen& screen);
std::string faint(std::string_view text, const Screen& screen);

std::string list_text(std::span<const Incident> incidents, const Countries& countries,
                      const Screen& screen);
std::string show_text(const Incident& incident, std::span<const Coding> codings,
                      const Countries& countries, const Screen& screen);

}  // namespace sitrep::output
