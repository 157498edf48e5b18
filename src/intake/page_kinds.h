// Whether a page is an article, and if not, what else: told from the places of its links, and from
// phrases of dictionaries/page_kinds.tsv where little else is said.
#pragma once

#include <cstdint>
#include <string_view>

#include "intake/html_blocks.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

enum class PageKind : uint8_t { article, consent, error, bot_check, paywall, index, no_article };

// Why it is refused: "a consent page". Empty for an article.
std::string_view reason_of(PageKind kind);

// `text` is what was chosen as the page's article, in paragraphs parted by blank lines; it may be
// empty. `lexicon` may be null: then only places tell.
PageKind kind_of_page(const PageBlocks& page, std::string_view text,
                      const knowledge::Lexicon* lexicon);

}  // namespace sitrep
