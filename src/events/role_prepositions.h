// Prepositions before what an event's word does something to, by, with.
#pragma once

#include "core/hash.h"

namespace sitrep {

inline constexpr Key kAgainst[] = {key("on"),   key("against"), key("at"),
                                   key("into"), key("toward"),  key("towards"),
                                   key("near"), key("upon"),    key("inside")};
inline constexpr Key kBeside[] = {
    key("outside"), key("under"), key("beneath"), key("beside"),
    key("behind"),  key("below"), key("opposite")};  // a bomb went off
inline constexpr Key kWith[] = {key("with"), key("using"), key("via")};
inline constexpr Key kBy = key("by"), kFrom = key("from"), kOf = key("of"), kUnder = key("under");

}  // namespace sitrep
