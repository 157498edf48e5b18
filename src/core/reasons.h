// Reasons (the `why` of a claim) that another room asks for.
#pragma once

#include <string_view>

namespace sitrep {

// Begins the reason of a number of wounded that nobody gives: people were shot, stabbed or beaten,
// and the report does not say that they died.
inline constexpr std::string_view kShotAlone = "shot, not said to have died";

}  // namespace sitrep
