// What stands on a page around an article: captions, links, menus, sign-up lines.
#pragma once

#include <string_view>
#include <vector>

#include "intake/paragraphs.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

bool is_caption(std::string_view line);          // by its credit or its first words
bool has_picture_credit(std::string_view line);  // "... (AP Photo/Some Name)"

// Gives captions and furniture their role; body lines keep theirs. `lexicon` may be null.
void mark_furniture(std::vector<Line>& lines, const knowledge::Lexicon* lexicon);

}  // namespace sitrep
