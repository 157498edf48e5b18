// Who somebody of an event is, said in a sentence of its own: "he was named as Juan Ruiz", "police
// identified the gunman as Juan Ruiz, 24".
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// "He was named locally as": whether a word leads on to who somebody is; `end`: of its sentence.
bool names_somebody(const Document& document, uint32_t i, uint32_t end);
bool is_naming(Key lemma);  // "identify", "name"

// Gives the name to the attacker or victim whom the sentence means, beside what he was called
// before.
void name_identified(const Reading& reading, std::vector<Draft>& events);

}  // namespace sitrep
