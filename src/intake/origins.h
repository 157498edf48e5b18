// Where the reader found what it says of a report, in words for people: "a date line of the text".
// Empty: it was found nowhere.
#pragma once

#include <string>

namespace sitrep {

struct Origins {
  std::string title;
  std::string byline;
  std::string outlet;
  std::string published;
};

}  // namespace sitrep
