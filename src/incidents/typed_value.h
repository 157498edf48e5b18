// FIELD=VALUE as a person types it, read strictly: what is not understood is refused with what
// could stand there.
#pragma once

#include <string_view>

#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"
#include "sitrep/correction.h"
#include "sitrep/result.h"

namespace sitrep {

// type=shelling · outcome=foiled · phase=background · damage=minor · killed=5, 5+ (at least),
// 3-7, 3/5/7 (low, best, high), unknown · when=2022-01-05, "2022-01-05 night", 2022-01,
// 2022-01-03/2022-01-09, unknown · where=Mosul, "Paris, Texas", 36.34,43.13 ·
// perpetrators="ISIS (claimed); an unnamed militia (suspected)", none. Otherwise `usage`.
Result<FieldChange> read_change(std::string_view typed, const knowledge::Lexicon& lexicon,
                                const knowledge::Gazetteer& gazetteer);

}  // namespace sitrep
