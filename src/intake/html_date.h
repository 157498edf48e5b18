// The date that a page shows its readers beside the headline.
#pragma once

#include <optional>
#include <string_view>

#include "intake/date_text.h"
#include "intake/html_blocks.h"

namespace sitrep {

// The first date between the headline, which is the last heading with the title's words or the only
// <h1>, and the article's text; one that tells of a change only where there is no other.
std::optional<DateText> shown_date(const PageBlocks& page, std::string_view title);

}  // namespace sitrep
