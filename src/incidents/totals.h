// Numbers that count the victims of several incidents together.
#pragma once

#include <string_view>

namespace sitrep::incidents {

// Is the number that a sentence gives a total over several incidents: "12 killed in three attacks",
// "bringing the toll this month to 40"?
bool says_total(std::string_view sentence, std::string_view number);

// Does a sentence speak of several incidents, or of a sum, at all? It makes no total by itself.
bool says_sum(std::string_view sentence);

}  // namespace sitrep::incidents
