#include "intake/html_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr size_t kHeadBlocks = 12;  // that are no links
constexpr size_t kMostHeadlines = 3;
constexpr size_t kFarthest = 60;       // with them: rows of buttons for sharing
constexpr size_t kLongestBlock = 500;  // a byline's lines
constexpr int kMostSentences = 2;      // a standfirst, and the article's first
constexpr size_t kLongSentence = 80;
constexpr size_t kMostNames = 4;  // an outlet's or an author's, without "by"
constexpr size_t kMostWords = 20;

bool is_of_a_name(std::string_view word) {
  constexpr auto kBetween = std::to_array<std::string_view>({"and", "on", "at", "for", "of", "in"});
  return word.empty() || is_upper(word[0]) || (word[0] & 0x80) != 0 || word[0] == '@' ||
         word[0] == ',' || std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end();
}

bool are_names(std::string_view words) {
  const bool byline = begins_with_words(words, "by");
  if (byline) words.remove_prefix(2);
  if (words.find(':') != std::string_view::npos) return false;
  const auto parts = split(words, ' ');
  return (byline || parts.size() <= kMostNames) &&
         std::all_of(parts.begin(), parts.end(), is_of_a_name);
}

// "By A Name on Monday, 5 January 2022", "Velm Post January 5, 2022", "January 5, 2022 by A Name":
// a date with nothing but names before it, or a byline behind it.
std::optional<DateText> date_among_names(std::string_view line) {
  if (count_words(line) > kMostWords) return std::nullopt;
  for (size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const auto before = line.substr(0, at);
    const auto behind = trim(line.substr(at));
    if (are_names(before)) {
      if (const auto date = read_date(behind)) return date;
    }
    if (begins_with_words(behind, "by")) return read_date(before);
  }
  return std::nullopt;
}

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
  const bool signs = !is_heading(block.tag) && !block.caption;
  const std::string text = cleaned(block.text);
  for (auto line : split(text, '\n')) {
    line = trim(line);
    if (line.size() > kShortLine) continue;
    auto date = date_of_part(line);
    if (!date && signs) date = date_among_names(line);
    keep_better(found, date);
  }
  return found;
}

bool is_link(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

// A link with as many words leads to another article, whose date stands behind it.
bool announces_another(const Block& block) {
  return is_link(block) && count_words(block.text) >= 5;
}

using Blocks = std::vector<Block>::const_iterator;

std::optional<DateText> date_below(Blocks headline, Blocks end) {
  std::optional<DateText> found;
  int sentences = 0;
  size_t looked_at = 0;
  end = headline + std::min<ptrdiff_t>(end - headline, kFarthest);
  for (auto it = headline + 1; it < end && looked_at < kHeadBlocks; ++it) {
    if (announces_another(*it)) {
      if (is_heading(it->tag)) break;
      continue;
    }
    looked_at += !is_link(*it);
    sentences += it->text.size() > kLongSentence && is_sentence(it->text);
    if (sentences == kMostSentences) break;
    if (!announces_another(*(it - 1)) || it - 1 == headline) keep_better(found, date_of_block(*it));
    if (found && !found->updated) break;
  }
  return found;
}

// The headings with the title's words; else the page's only <h1>, for a page may call itself by
// other words than those of its headline.
std::vector<Blocks> headlines(const PageBlocks& page, std::string_view title) {
  std::vector<Blocks> same;
  std::vector<Blocks> first_rank;
  for (auto it = page.blocks.begin(); it != page.blocks.end(); ++it) {
    if (is_heading(it->tag) && same_words(it->text, title)) same.push_back(it);
    if (it->tag == Tag::h1 && count_words(it->text) >= 3) first_rank.push_back(it);
  }
  return same.empty() && first_rank.size() == 1 ? first_rank : same;
}

}  // namespace

std::optional<DateText> shown_date(const PageBlocks& page, std::string_view title) {
  const auto found = headlines(page, title);
  std::optional<DateText> date;
  const size_t passed_over = found.size() - std::min(found.size(), kMostHeadlines);
  for (size_t i = found.size(); i > passed_over && (!date || date->updated); --i)
    keep_better(date, date_below(found[i - 1], page.blocks.end()));
  return date;
}

}  // namespace sitrep
