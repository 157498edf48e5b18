// Which blocks of a page are its article.
#pragma once

#include <string_view>

#include "intake/html.h"
#include "intake/html_blocks.h"

namespace sitrep {

// Fills `out.text` and `out.captions`. Each block is worth its running words and costs its links;
// the article is the container whose blocks are worth most together.
void choose_article(const PageBlocks& page, std::string_view title, Page& out);

}  // namespace sitrep
