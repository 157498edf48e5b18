#include "intake/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"
#include "intake/date_text.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr size_t kLongestHead = 140;

struct Separator {
  std::string_view text;
  bool needs_spaces;
};

constexpr auto kSeparators = std::to_array<Separator>({
    {"\xE2\x80\x94", false},  // em dash
    {"\xE2\x80\x93", true},   // en dash
    {"\xE2\x80\x95", false},
    {"--", false},
    {"-", true},
    {"_", true},
    {":", false},
});

// Where the head ends and the story begins.
struct Cut {
  size_t head = 0;
  size_t story = 0;
  bool colon = false;
};

bool fits(std::string_view text, size_t at, const Separator& separator) {
  if (!text.substr(at).starts_with(separator.text)) return false;
  const size_t behind = at + separator.text.size();
  const bool space_before = at > 0 && text[at - 1] == ' ';
  const bool space_behind = behind >= text.size() || is_ascii_space(text[behind]);
  if (separator.text == ":") return space_behind && !space_before;
  return !separator.needs_spaces || (space_before && space_behind) ||
         (separator.text == "-" && at > 0 && text[at - 1] == ')');
}

// Not inside brackets: agencies are called "ACAN - EFE".
std::optional<Cut> find_cut(std::string_view text) {
  int depth = 0;
  for (size_t i = 0; i < std::min(text.size(), kLongestHead); ++i) {
    depth += text[i] == '(';
    depth -= text[i] == ')' && depth > 0;
    if (depth > 0 || text[i] == '\n') continue;
    for (const auto& separator : kSeparators) {
      if (!fits(text, i, separator)) continue;
      size_t story = i + separator.text.size();
      while (story < text.size() && (is_ascii_space(text[story]) || text[story] == '-')) ++story;
      return Cut{i, story, separator.text == ":"};
    }
  }
  return std::nullopt;
}

struct Head {
  std::vector<std::string_view> parts;     // parted by commas, brackets left out
  std::vector<std::string_view> brackets;  // what stands in them
};

bool is_agency_bracket(std::string_view head, size_t end) {
  return trim(head.substr(end)).empty() || trim(head.substr(end))[0] != ',';
}

// "SAN JOSE (COSTA RICA), 12 SEP 89 (AFP)": brackets before a comma belong to the place.
Head split_head(std::string_view head) {
  Head out;
  size_t begin = 0;
  const auto part = [&](size_t end) {
    if (const auto text = trim(head.substr(begin, end - begin)); !text.empty())
      out.parts.push_back(text);
  };
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] == ',') {
      part(i);
      begin = i + 1;
    } else if (head[i] == '(') {
      const size_t close = std::min(head.find(')', i), head.size());
      if (is_agency_bracket(head, std::min(close + 1, head.size()))) {
        part(i);
        out.brackets.push_back(trim(head.substr(i + 1, close - i - 1)));
        begin = std::min(close + 1, head.size());
      }
      i = close;
    }
  }
  if (begin < head.size()) part(head.size());
  return out;
}

bool is_headline_word(std::string_view place) {
  constexpr auto kNotPlaces = std::to_array<std::string_view>({"update",
                                                               "updated",
                                                               "updates",
                                                               "breaking",
                                                               "breaking news",
                                                               "exclusive",
                                                               "watch",
                                                               "live",
                                                               "video",
                                                               "opinion",
                                                               "analysis",
                                                               "editorial",
                                                               "factbox",
                                                               "timeline",
                                                               "explainer",
                                                               "corrected",
                                                               "photos",
                                                               "note",
                                                               "news",
                                                               "warning",
                                                               "related",
                                                               "also",
                                                               "read",
                                                               "more",
                                                               "caption",
                                                               "photo",
                                                               "image",
                                                               "file",
                                                               "file photo",
                                                               "q",
                                                               "a",
                                                               "host",
                                                               "reporter",
                                                               "anchor",
                                                               "source",
                                                               "question",
                                                               "answer",
                                                               "editor's note",
                                                               "summary",
                                                               "developing",
                                                               "alert",
                                                               "urgent",
                                                               "feature",
                                                               "profile",
                                                               "in pictures",
                                                               "review",
                                                               "comment",
                                                               "correction",
                                                               "clarification",
                                                               "advisory",
                                                               "background",
                                                               "subject",
                                                               "date",
                                                               "from",
                                                               "to",
                                                               "for immediate release",
                                                               "re",
                                                               "police",
                                                               "no date",
                                                               "ap",
                                                               "afp",
                                                               "reuters",
                                                               "who",
                                                               "what",
                                                               "when",
                                                               "where",
                                                               "why",
                                                               "how",
                                                               "key points"});
  const std::string lower = lower_ascii(place);
  return std::find(kNotPlaces.begin(), kNotPlaces.end(), lower) != kNotPlaces.end();
}

bool is_joining_word(std::string_view word) {
  return word == "and" || word == "of" || word == "the" || word == "near" || word == "de" ||
         word == "la" || word == "del" || word == "in" || word == "on" || word == "y" ||
         word.starts_with("al-") || word == "el";
}

// Words of a name, each with a capital.
bool is_name(std::string_view part, size_t most_words) {
  const auto words = split(part, ' ');
  if (words.empty() || words.size() > most_words) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return !word.empty() &&
           (is_upper(word[0]) || word[0] == '(' || (word[0] & 0x80) != 0 || is_joining_word(word));
  });
}

bool is_capitals(std::string_view part) {
  const bool lower = std::any_of(part.begin(), part.end(), is_lower);
  const auto upper = std::count_if(part.begin(), part.end(), is_upper);
  return !lower && upper >= 3;
}

bool is_agency(std::string_view bracket) {
  return !bracket.empty() && bracket.size() <= 60 && count_words(bracket) <= 6 &&
         is_upper(bracket[0]);
}

bool take_part(std::string_view part, Dateline& line, bool& dated) {
  if (const auto day = read_wire_date(part)) {
    line.day = day;
    dated = true;
    return true;
  }
  if (is_day_and_month(part) || lower_ascii(part) == "no date") return dated = true;
  if (!line.day && part.size() == 4 && std::all_of(part.begin(), part.end(), is_digit)) {
    if (dated) return true;  // a year that a comma parts from its day is read with the whole
  }
  if (!is_name(part, 5)) return false;
  if (!line.place.empty()) line.place += ", ";
  line.place += part;
  return true;
}

// "Jan 5, 2022" was split at its comma: join again what makes a date together.
void join_dates(std::vector<std::string_view>& parts) {
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::string_view joined(parts[i].data(),
                                  static_cast<size_t>(parts[i + 1].end() - parts[i].begin()));
    if (!read_wire_date(joined)) continue;
    parts[i] = joined;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

bool is_wire_label(std::string_view bracketed) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"text", "excerpt", "excerpts", "report", "editorial", "communique", "interview", "speech",
       "commentary", "article", "statement", "press conference", "news conference",
       "begin recording", "continued", "from", "announcement", "message", "correspondent"});
  return std::any_of(kLabels.begin(), kLabels.end(),
                     [&](std::string_view label) { return begins_with_words(bracketed, label); });
}

// "[REPORT] [NAME] [TEXT] ": all up to [TEXT], or those labels that are known.
size_t labels_size(std::string_view story) {
  size_t taken = 0;
  for (size_t i = 0; i < story.size() && story[i] == '[';) {
    const size_t close = story.find(']', i);
    if (close == std::string_view::npos || close - i > 200) break;
    const auto inside = story.substr(i + 1, close - i - 1);
    i = close + 1;
    while (i < story.size() && is_ascii_space(story[i])) ++i;
    if (is_wire_label(inside)) taken = i;
    if (inside == "TEXT" && !story.substr(i).starts_with("[CONTINUED]")) break;
  }
  return taken;
}

// In a text of capitals any few words look like a place, so only one or two stand for it.
bool is_dateline(const Dateline& line, bool dated, const Cut& cut, bool bare, bool caps) {
  if (line.place.empty()) return bare && !line.credit.empty() && !cut.colon;
  const auto first = std::string_view(line.place).substr(0, line.place.find(','));
  if (is_headline_word(first)) return false;
  if (!line.credit.empty() || dated) return !cut.colon || is_capitals(first);
  return is_capitals(first) && count_words(line.place) <= (caps ? 2 : 6);
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const auto cut = find_cut(paragraph);
  if (!cut || cut->head == 0) return std::nullopt;
  Head head = split_head(paragraph.substr(0, cut->head));
  if (head.brackets.size() > 2 || head.parts.size() > 6) return std::nullopt;
  join_dates(head.parts);
  Dateline line;
  bool dated = false;
  for (auto part : head.parts) {
    if (!take_part(part, line, dated)) return std::nullopt;
  }
  for (auto bracket : head.brackets) {
    if (!is_agency(bracket)) return std::nullopt;
    line.credit = bracket;
  }
  if (!is_dateline(line, dated, *cut, head.parts.empty(), is_all_caps(paragraph))) {
    return std::nullopt;
  }
  if (line.place.starts_with("NO CITY")) line.place.clear();
  line.labels = labels_size(paragraph.substr(cut->story));
  line.size = cut->story + line.labels;
  return line;
}

}  // namespace sitrep
