#include "intake/article.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/dateline.h"
#include "intake/furniture.h"
#include "intake/paragraphs.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

using Role = Line::Role;

constexpr size_t kHeadLines = 12;
constexpr size_t kLongestTitle = 220;
constexpr size_t kMostTitleWords = 32;

bool is_particle(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>({"and",
                                                           "al",
                                                           "de",
                                                           "del",
                                                           "la",
                                                           "van",
                                                           "von",
                                                           "der",
                                                           "den",
                                                           "bin",
                                                           "ibn",
                                                           "el",
                                                           "di",
                                                           "da",
                                                           "dos",
                                                           "the",
                                                           "for",
                                                           "of",
                                                           "in",
                                                           "at",
                                                           "with",
                                                           "&",
                                                           "|",
                                                           "/",
                                                           "-",
                                                           "staff",
                                                           "writer",
                                                           "writers",
                                                           "reporter",
                                                           "reporters",
                                                           "correspondent",
                                                           "editor",
                                                           "agencies",
                                                           "wire",
                                                           "desk",
                                                           "news",
                                                           "service",
                                                           "our",
                                                           "web",
                                                           "team",
                                                           "ap"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_name_list(std::string_view text) {
  const auto words = split(text, ' ');
  if (words.empty() || words.size() > 14 || text.size() > kShortLine) return false;
  if (!is_upper(words[0][0]) && (words[0][0] & 0x80) == 0 && !is_particle(words[0])) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return word.empty() || is_upper(word[0]) || (word[0] & 0x80) != 0 || word[0] == '(' ||
           word.starts_with("al-") || word.find('@') != std::string_view::npos || is_particle(word);
  });
}

// The names of "By A Name and B Name, Some Agency", a date behind them left out; empty: no byline.
std::string_view byline_of(std::string_view line) {
  for (std::string_view head :
       {"by:", "by ", "written by ", "posted by ", "author: ", "reported by ", "story by "}) {
    if (line.size() <= head.size() || lower_ascii(line.substr(0, head.size())) != head) continue;
    auto names = trim(line.substr(head.size()));
    if (names.size() > kShortLine || names.empty() || names.ends_with('.')) return {};
    for (size_t i = names.find_first_of("|0123456789"); i != 0 && i < names.size(); ++i) {
      if (names[i] == '|') names = trim(names.substr(0, i));
    }
    return is_name_list(names) ? names : std::string_view();
  }
  return {};
}

// "Some Name's Photo", "Staff Writer" under a byline.
bool is_author_furniture(std::string_view line) {
  if (count_words(line) > 6 || ends_sentence(line)) return false;
  for (std::string_view tail :
       {"'s Photo", "\xE2\x80\x99s Photo", "'s Picture", "\xE2\x80\x99s Picture", "'s photo"}) {
    if (line.ends_with(tail)) return true;
  }
  return false;
}

bool is_position(std::string_view line) {
  if (count_words(line) > 6 || !is_name_list(line)) return false;
  for (std::string_view word :
       {"Writer", "Correspondent", "Reporter", "Staff", "Bureau", "Editor", "WRITER"}) {
    if (line.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// Reads the lines at the top that tell who wrote it and when.
class HeadReader {
 public:
  HeadReader(std::vector<Line>& lines, Article& article) : lines_(lines), article_(article) {}

  void run() {
    size_t sentences = 0;
    for (size_t i = 0; i < std::min(lines_.size(), kHeadLines) && sentences < 2; ++i) {
      if (lines_[i].is_body()) read(i);
      sentences += lines_[i].is_body() && is_sentence(lines_[i].text) && lines_[i].text.size() > 80;
    }
    for (auto& line : lines_) {
      if (line.is_body()) read_labelled(line);
    }
  }

 private:
  void read(size_t i) {
    Line& line = lines_[i];
    if (const auto names = byline_of(line.text); !names.empty() && (i > 0 || lines_.size() > 1)) {
      if (article_.byline.empty()) article_.byline = names;
      line.role = Role::byline;
      read_date_behind(line.text);
    } else if (const auto date = read_date(line.text)) {
      take_date(line, *date);
    } else if (is_author_furniture(line.text)) {
      line.role = Role::furniture;
    } else if (i > 0 && lines_[i - 1].role == Role::byline && !line.blank_before &&
               is_position(line.text)) {
      line.role = Role::byline;
    }
  }

  // "By A Name | January 5, 2022"
  void read_date_behind(std::string_view line) {
    const size_t bar = line.find('|');
    if (bar == std::string_view::npos) return;
    if (const auto date = read_date(trim(line.substr(bar + 1)))) keep(*date);
  }

  void read_labelled(Line& line) {
    if (line.text.size() > kShortLine) return;
    if (const auto date = read_date(line.text); date && date->labelled) take_date(line, *date);
  }

  void take_date(Line& line, const DateText& date) {
    keep(date);
    line.role = Role::date;
  }

  // The first one counts, unless it only tells of a change.
  void keep(const DateText& date) {
    if (!article_.date || (article_.date->updated && !date.updated)) article_.date = date;
  }

  std::vector<Line>& lines_;
  Article& article_;
};

bool is_abbreviation_end(std::string_view line) {
  return line.size() > 3 && line.ends_with('.') && is_upper(line[line.size() - 2]) &&
         line[line.size() - 3] == '.';
}

bool is_title(const std::vector<Line>& lines, size_t i) {
  const auto line = lines[i].text;
  if (line.size() > kLongestTitle || count_words(line) > kMostTitleWords) return false;
  if (read_dateline(line) || line.ends_with(':') || line.ends_with(',') || line.ends_with('_'))
    return false;
  const bool blank_behind = i + 1 >= lines.size() || lines[i + 1].blank_before;
  if (!ends_sentence(line) || is_abbreviation_end(line)) return blank_behind || line.size() <= 150;
  return !trim(line).ends_with('.') && !line.starts_with('"') && blank_behind && lines.size() > 1;
}

void find_title(std::vector<Line>& lines, Article& article) {
  const auto first =
      std::find_if(lines.begin(), lines.end(), [](const Line& l) { return l.is_body(); });
  if (first == lines.end() || !is_title(lines, static_cast<size_t>(first - lines.begin()))) return;
  article.title = first->text;
  first->role = Role::title;
}

// The title that is known stands in front in any case, so it need not stand in the body.
void drop_title(std::vector<Line>& lines, std::string_view title) {
  for (size_t i = 0; i < std::min<size_t>(lines.size(), 4); ++i) {
    if (lines[i].text.size() > title.size() * 2 + 20 || !same_words(lines[i].text, title)) continue;
    lines[i].role = Role::title;
    return;
  }
}

void find_dateline(std::vector<Line>& lines, Article& article) {
  size_t looked_at = 0;
  for (auto& line : lines) {
    if (!line.is_body()) continue;
    if (++looked_at > 3) return;
    const auto found = read_dateline(line.text);
    if (!found) continue;
    article.dateline = found->place;
    article.credit = found->credit;
    if (found->day && (!article.date || article.date->updated)) {
      article.date = DateText{.day = *found->day};
      article.dated_by_dateline = true;
    }
    return;
  }
}

// "[TEXT]" and its like go out of a wire story's head.
void append_body_line(std::string& body, std::string_view line) {
  const auto dateline =
      line.size() > 4 && line.find('[') < 200 ? read_dateline(line) : std::nullopt;
  if (!dateline || dateline->labels == 0) {
    body += line;
    return;
  }
  body += line.substr(0, dateline->size - dateline->labels);
  body += line.substr(dateline->size);
  while (body.ends_with(' ')) body.pop_back();
}

void collect(const std::vector<Line>& lines, Article& article) {
  bool gap = false;
  for (const auto& line : lines) {
    gap = gap || line.blank_before;
    if (line.role == Role::caption) {
      if (std::find(article.captions.begin(), article.captions.end(), line.text) ==
          article.captions.end()) {
        article.captions.emplace_back(line.text);
      }
      const auto day = latest_date_in(line.text);
      if (day && (!article.caption_day || *day > *article.caption_day)) article.caption_day = day;
    }
    if (!line.is_body()) continue;
    if (!article.body.empty()) article.body += gap ? "\n\n" : "\n";
    append_body_line(article.body, line.text);
    gap = false;
  }
}

// "-- Some Name" as the last line.
void read_signature(std::vector<Line>& lines, Article& article) {
  auto last = std::find_if(lines.rbegin(), lines.rend(), [](const Line& l) { return l.is_body(); });
  if (last == lines.rend() || last->text.size() > 60) return;
  auto name = last->text;
  bool dash = false;
  for (std::string_view mark : {"--", "\xE2\x80\x94", "\xE2\x80\x93"}) {
    if (!name.starts_with(mark)) continue;
    name = trim(name.substr(mark.size()));
    dash = true;
  }
  if (!dash || count_words(name) > 5 || !is_name_list(name)) return;
  if (article.byline.empty()) article.byline = name;
  last->role = Role::byline;
}

}  // namespace

Article read_article(std::string_view clean_text, std::string_view title,
                     const knowledge::Lexicon* lexicon) {
  Article article;
  article.title = title;
  const std::string text = tidied(clean_text);
  auto lines = lines_of(text);
  if (!title.empty()) drop_title(lines, title);
  HeadReader(lines, article).run();
  read_signature(lines, article);
  mark_furniture(lines, lexicon);
  if (title.empty()) find_title(lines, article);
  find_dateline(lines, article);
  collect(lines, article);
  return article;
}

}  // namespace sitrep
