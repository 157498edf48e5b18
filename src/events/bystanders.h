// Who stands beside a deed in its sentence without having done it, or stopped it.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Asked of phrases that no rule makes the doer.
bool is_bystander(const Reading& reading, const Draft& draft, const Telling& telling,
                  uint32_t phrase);

// "A car bomb went off in Beirut, hours after gunmen attacked a post in Tyre": gunmen and post are
// of the attack. Asked of phrases of the telling's sentence.
bool is_of_another_time(const Reading& reading, const Telling& telling, const NounPhrase& phrase);

}  // namespace sitrep
