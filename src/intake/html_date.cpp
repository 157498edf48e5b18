#include "intake/html_date.h"

#include <algorithm>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr size_t kHeadBlocks = 12;
constexpr size_t kLongestBlock = 500;  // a byline's lines
constexpr int kMostSentences = 2;      // a standfirst, and the article's first
constexpr size_t kLongSentence = 80;

// "By A Name | 5 January 2022", "January 5, 2022 / 1:07 AM / Velm News": the part that is a date.
std::optional<DateText> date_of_part(std::string_view line) {
  if (const auto date = read_date(line)) return date;
  for (std::string_view mark :
       {" | ", " / ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", " - ", " \xC2\xB7 "}) {
    const size_t at = line.rfind(mark);
    if (at == std::string_view::npos) continue;
    const auto before = date_of_part(trim(line.substr(0, at)));
    return before && !before->updated ? before : date_of_part(trim(line.substr(at + mark.size())));
  }
  return std::nullopt;
}

// The first, unless it only tells of a change and another one does not.
void keep_better(std::optional<DateText>& kept, const std::optional<DateText>& date) {
  if (date && (!kept || (kept->updated && !date->updated))) kept = date;
}

std::optional<DateText> date_of_block(const Block& block) {
  std::optional<DateText> found;
  if (block.text.size() > kLongestBlock) return found;
  const std::string text = cleaned(block.text);
  for (const auto line : split(text, '\n')) {
    if (line.size() <= kShortLine) keep_better(found, date_of_part(trim(line)));
  }
  return found;
}

// A link with as many words leads to another article, whose date stands beside it.
bool announces_another(const Block& block) {
  return count_words(block.text) >= 5 && block.link_bytes * 2 > block.text.size();
}

}  // namespace

std::optional<DateText> shown_date(const PageBlocks& page, std::string_view title) {
  const auto headline = std::find_if(
      page.blocks.begin(), page.blocks.end(),
      [&](const Block& block) { return is_heading(block.tag) && same_words(block.text, title); });
  if (headline == page.blocks.end()) return std::nullopt;
  std::optional<DateText> found;
  int sentences = 0;
  const auto behind = static_cast<size_t>(page.blocks.end() - headline);
  for (auto it = headline + 1; it < headline + std::min(behind, kHeadBlocks + 1); ++it) {
    if (announces_another(*it)) break;
    sentences += it->text.size() > kLongSentence && is_sentence(it->text);
    if (sentences == kMostSentences) break;
    keep_better(found, date_of_block(*it));
    if (found && !found->updated) break;
  }
  return found;
}

}  // namespace sitrep
