#include "intake/furniture.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/text.h"
#include "intake/date_text.h"
#include "intake/shapes.h"
#include "knowledge/lexicon.h"

namespace sitrep {

namespace {

using Role = Line::Role;

constexpr size_t kLongestCaption = 700;
constexpr size_t kLongestFurniture = 200;

// The few phrases that every page has; dictionaries/furniture.tsv holds the rest.
constexpr auto kPhrases = std::to_array<std::string_view>({"read more",
                                                           "read also",
                                                           "also read",
                                                           "related:",
                                                           "related articles",
                                                           "related stories",
                                                           "see also",
                                                           "more from",
                                                           "advertisement",
                                                           "advertisements",
                                                           "share this",
                                                           "share on",
                                                           "sign up",
                                                           "subscribe to",
                                                           "subscribe now",
                                                           "get notifications",
                                                           "never miss",
                                                           "follow us",
                                                           "follow @",
                                                           "click here",
                                                           "copyright",
                                                           "\xC2\xA9",
                                                           "all rights reserved",
                                                           "download as pdf",
                                                           "print this",
                                                           "email this",
                                                           "skip to",
                                                           "reporting by",
                                                           "(reporting by",
                                                           "additional reporting by",
                                                           "editing by",
                                                           "writing by",
                                                           "compiled by",
                                                           "loading...",
                                                           "most read",
                                                           "most popular",
                                                           "you may also like",
                                                           "recommended for you",
                                                           "story continues below",
                                                           "article continues below",
                                                           "continue reading",
                                                           "enable javascript",
                                                           "please enable javascript"});

// Lines behind these are links, as far as they are no sentences.
constexpr auto kLinkHeads = std::to_array<std::string_view>({"read more",
                                                             "related",
                                                             "also",
                                                             "also read",
                                                             "read also",
                                                             "see also",
                                                             "more from",
                                                             "more on this",
                                                             "more:",
                                                             "related articles",
                                                             "related stories",
                                                             "most read",
                                                             "most popular",
                                                             "you may also like",
                                                             "you might also like",
                                                             "recommended",
                                                             "recommended for you",
                                                             "trending",
                                                             "latest news",
                                                             "top stories",
                                                             "more stories",
                                                             "more news"});

constexpr auto kCaptionHeads = std::to_array<std::string_view>({"image:",
                                                                "image of",
                                                                "image source",
                                                                "image caption",
                                                                "image credit",
                                                                "photo:",
                                                                "photo by",
                                                                "photo credit",
                                                                "photo courtesy",
                                                                "photograph:",
                                                                "photograph by",
                                                                "picture:",
                                                                "pictured:",
                                                                "caption:",
                                                                "file photo",
                                                                "file -",
                                                                "file \xE2\x80\x94",
                                                                "file \xE2\x80\x93",
                                                                "file:",
                                                                "file image",
                                                                "ap photo",
                                                                "reuters/",
                                                                "afp/",
                                                                "getty images",
                                                                "illustration:",
                                                                "illustrative",
                                                                "screenshot of",
                                                                "screengrab of",
                                                                "representative image",
                                                                "representational image",
                                                                "a file photo of",
                                                                "in this file photo",
                                                                "video:",
                                                                "graphic:"});

constexpr auto kCreditWords = std::to_array<std::string_view>(
    {"photo",      "photos",     "photograph",   "image",    "images",    "picture",
     "via",        "getty",      "handout",      "file",     "courtesy",  "credit",
     "screenshot", "screengrab", "shutterstock", "alamy",    "wikimedia", "anadolu",
     "epa",        "afp/",       "ap/",          "reuters/", "epa-efe",   "xinhua/",
     "pool/",      "wire/",      "flickr",       "unsplash", "dvids",     "maxar"});

template <typename Phrases>
bool begins_with_any(std::string_view line, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto p) { return begins_with_words(line, p); });
}

bool is_credit_word(std::string_view text, std::string_view word) {
  const std::string lower = lower_ascii(text);
  for (size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    const bool begins = at == 0 || !is_lower(lower[at - 1]);
    const size_t end = at + word.size();
    if (begins && (word.back() == '/' || end >= lower.size() || !is_lower(lower[end]))) return true;
  }
  return false;
}

// What stands in brackets at the end of the line.
std::string_view last_brackets(std::string_view line) {
  while (line.ends_with('.') || line.ends_with(' ')) line.remove_suffix(1);
  if (!line.ends_with(')')) return {};
  const size_t open = line.rfind('(');
  return open == std::string_view::npos ? line.substr(0, 0)
                                        : line.substr(open + 1, line.size() - open - 2);
}

// "(Reuters)" alone closes many stories, too; with a full date or "is seen" before it, it is a
// picture's.
bool is_picture_line(std::string_view line, std::string_view credit) {
  if (credit.empty() || !is_upper(credit[0]) || count_words(credit) > 6) return false;
  return latest_date_in(line).has_value() || contains_ignoring_case(line, " seen ") ||
         contains_ignoring_case(line, " pictured ");
}

bool is_bare_word(std::string_view phrase) {
  return std::all_of(phrase.begin(), phrase.end(), [](char c) { return is_lower(c); });
}

// A real sentence may begin like a piece of furniture; one that says more than a link does is kept.
bool may_be_furniture(std::string_view line) {
  return line.size() <= kLongestFurniture && (count_words(line, 19) <= 18 || !is_sentence(line));
}

bool fits_phrase(std::string_view line, std::string_view phrase) {
  if (to_lower(line[0]) != phrase[0] || !begins_with_words(line, phrase)) return false;
  return !is_bare_word(phrase) || (!is_sentence(line) && count_words(line) <= 12);
}

Role role_by_phrase(std::string_view line, const knowledge::Lexicon* lexicon) {
  if (is_caption(line)) return Role::caption;
  if (is_address(line)) return Role::furniture;
  if (!may_be_furniture(line)) return Role::body;
  for (auto phrase : kPhrases) {
    if (fits_phrase(line, phrase)) return Role::furniture;
  }
  if (lexicon == nullptr) return Role::body;
  for (const auto& [phrase, kind] : lexicon->furniture()) {
    if (fits_phrase(line, phrase)) return kind == "caption" ? Role::caption : Role::furniture;
  }
  return Role::body;
}

bool is_link_head(std::string_view line) {
  return line.size() <= 40 && !ends_sentence(line) && begins_with_any(line, kLinkHeads) &&
         (line.ends_with(':') || count_words(line) <= 4);
}

void mark_link_lists(std::vector<Line>& lines) {
  bool inside = false;
  for (auto& line : lines) {
    if (is_link_head(line.text)) {
      inside = true;
      line.role = Role::furniture;
    } else if (is_sentence(line.text) || line.text.size() > kShortLine) {
      inside = false;
    } else if (inside && line.is_body()) {
      line.role = Role::furniture;
    }
  }
}

// The same line again is a caption that the page holds twice, or a copy that says nothing new.
void mark_repeats(std::vector<Line>& lines) {
  std::unordered_map<std::string_view, size_t> first;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.size() < 30) continue;
    const auto [it, fresh] = first.emplace(lines[i].text, i);
    if (fresh || !lines[i].is_body()) continue;
    const bool picture =
        i == it->second + 1 && latest_date_in(lines[i].text.substr(0, kLongestCaption));
    if (picture && lines[it->second].is_body()) lines[it->second].role = Role::caption;
    lines[i].role = Role::furniture;
  }
}

bool is_link_like(std::string_view line) {
  const bool list = line.starts_with('-') || line.starts_with('*') || is_digit(line[0]) ||
                    line.starts_with('"') || line.starts_with("\xE2\x80");
  return !list && !ends_sentence(line) && !line.ends_with(':') && !line.ends_with(';') &&
         !line.ends_with(',') && line.size() <= kShortLine && count_words(line) <= 14;
}

// Links and buttons at the end: two or more short lines that are no sentences, behind a body of
// sentences.
void mark_tail(std::vector<Line>& lines) {
  size_t begin = lines.size();
  size_t found = 0;
  while (begin > 0 && (!lines[begin - 1].is_body() || is_link_like(lines[begin - 1].text))) {
    --begin;
    found += lines[begin].is_body();
  }
  const auto sentences =
      std::count_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    [](const Line& l) { return l.is_body() && is_sentence(l.text); });
  if (found < 2 || sentences < 3 || static_cast<size_t>(sentences) < found) return;
  if (!ends_sentence(lines[begin - 1].text)) return;
  for (size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].is_body()) lines[i].role = Role::furniture;
  }
}

// Where nothing else is left, the caption is the report.
void keep_something(std::vector<Line>& lines) {
  const auto is_left = [](const Line& l) { return l.is_body() || l.role == Role::title; };
  if (std::any_of(lines.begin(), lines.end(), is_left)) return;
  for (auto& line : lines) {
    if (line.role == Role::caption) line.role = Role::body;
  }
}

bool in_capitals(const std::vector<Line>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& l) {
    return l.text.size() > kShortLine && is_all_caps(l.text);
  });
}

}  // namespace

bool has_picture_credit(std::string_view line) {
  if (line.size() > kLongestCaption || count_sentences(line, 5) > 4) return false;
  const auto credit = last_brackets(line);
  if (credit.empty() || credit.size() > 120) return false;
  return std::any_of(kCreditWords.begin(), kCreditWords.end(),
                     [&](auto word) { return is_credit_word(credit, word); }) ||
         is_picture_line(line.substr(0, line.size() - credit.size() - 2), credit);
}

bool is_caption(std::string_view line) {
  if (line.size() > kLongestCaption || count_sentences(line, 5) > 4) return false;
  return begins_with_any(line, kCaptionHeads) || has_picture_credit(line);
}

void mark_furniture(std::vector<Line>& lines, const knowledge::Lexicon* lexicon) {
  for (auto& line : lines) {
    if (line.is_body()) line.role = role_by_phrase(line.text, lexicon);
  }
  mark_repeats(lines);
  keep_something(lines);
  if (in_capitals(lines)) return;
  mark_link_lists(lines);
  mark_tail(lines);
}

}  // namespace sitrep
