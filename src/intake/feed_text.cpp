// An item's own text: its paragraphs, and whether they are a report.
#include <algorithm>

#include "core/text.h"
#include "intake/feed.h"
#include "intake/html_blocks.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

// "Read more"; and at the end what WordPress signs items with, "The post TITLE appeared first on
// SITE.", which has more words of its own.
bool is_link_line(const PageBlocks& page, const Block& block) {
  const size_t share = &block == &page.blocks.back() ? 40 : 60;  // of a hundred bytes
  return block.link_bytes * 100 > block.text.size() * share;
}

bool is_of_comments(const PageBlocks& page, const Block& block) {
  for (uint32_t i = block.container; i != 0; i = page.containers[i].parent) {
    if (page.containers[i].comments) return true;
  }
  return false;
}

FeedParagraphs paragraphs_of_markup(std::string_view html) {
  FeedParagraphs out;
  const PageBlocks page = cut_blocks(html);
  for (const Block& block : page.blocks) {
    if (trim(block.text).empty() || is_link_line(page, block) || is_of_comments(page, block))
      continue;
    if (block.caption) {
      out.captions.push_back(block.text);
      continue;
    }
    if (!out.text.empty()) out.text += "\n\n";
    out.text += block.text;
  }
  return out;
}

// With an ellipsis, in brackets or not, as a summary that was cut to a length ends.
bool breaks_off(std::string_view text) {
  text = trim(text);
  while (text.ends_with(']') || text.ends_with(')')) text = trim(text.substr(0, text.size() - 1));
  return text.ends_with("...") || text.ends_with("\u2026") || text.ends_with(". . .");
}

bool says_something(std::string_view text) {
  for (const auto line : split(text, '\n')) {
    if (is_sentence(trim(line))) return true;
  }
  return false;
}

}  // namespace

FeedParagraphs paragraphs_of(const FeedText& text) {
  if (text.markup) return paragraphs_of_markup(text.content);
  return {std::string(trim(text.content)), {}};
}

std::string_view teaser_reason(std::string_view paragraphs) {
  if (trim(paragraphs).empty()) return "a headline without a text";
  if (breaks_off(paragraphs)) return "a teaser that breaks off";
  if (!says_something(paragraphs)) return "a teaser without a whole sentence";
  return {};
}

}  // namespace sitrep
