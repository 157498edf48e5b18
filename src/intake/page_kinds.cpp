#include "intake/page_kinds.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "core/text.h"
#include "intake/shapes.h"
#include "knowledge/lexicon.h"

namespace sitrep {

namespace {

using knowledge::PageWords;

constexpr size_t kMostText = 8000;        // bytes: more than that is never only a notice
constexpr size_t kMostPhraseText = 1500;  // of a paragraph that a phrase speaks for
constexpr size_t kBehindOffer = 150;      // bytes that may stand behind the offer to subscribe
constexpr size_t kLeastTeasers = 4;

struct NamedKind {
  PageKind kind;
  std::string_view name;  // in the dictionary
  std::string_view reason;
  size_t phrases;  // that it takes in the text
  size_t rest;     // bytes of text without any of them that make an article all the same
  size_t titled;   // the same where the title says what it is
};

// In the order in which they are asked for: a bot check may speak of errors, an error page of
// cookies.
constexpr auto kKinds = std::to_array<NamedKind>({
    {PageKind::bot_check, "bot_check", "a check for robots, not an article", 1, 260, 900},
    {PageKind::error, "error", "an error page", 1, 200, 900},
    {PageKind::consent, "consent", "a consent page", 2, 400, 900},
    {PageKind::paywall, "paywall", "a paywall's stub of an article", 1, 500, 500},
    {PageKind::index, "index", "an index of articles", 0, 0, 600},
});

bool is_part(char before, char behind) { return is_word_byte(before) || is_word_byte(behind); }

// In lower case, with plain apostrophes.
std::string plain(std::string_view text) {
  std::string out = lower_ascii(text);
  for (size_t at = out.find("\xE2\x80\x99"); at != out.npos; at = out.find("\xE2\x80\x99", at))
    out.replace(at, 3, "'");
  return out;
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
  for (size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    const bool cut_before = at > 0 && is_part(text[at - 1], ' ') && is_word_byte(phrase.front());
    const bool cut_behind =
        end < text.size() && is_part(' ', text[end]) && is_word_byte(phrase.back());
    if (!cut_before && !cut_behind) return true;
  }
  return false;
}

// "Page not found - Velm Post" is "page not found" and "velm post". No colon parts: "Breaking
// news:" and "Gone:" begin headlines.
std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  while (!title.empty()) {
    size_t end = title.size();
    size_t next = title.size();
    for (std::string_view mark :
         {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xB7 "}) {
      if (const size_t at = title.find(mark); at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    auto part = trim(title.substr(0, end));
    while (!part.empty() && !is_word_byte(part.back())) part.remove_suffix(1);
    parts.push_back(part);
    title.remove_prefix(next);
  }
  return parts;
}

// The runs of three bytes that stand in some texts: says of most phrases at once that they stand in
// none.
class ByteRuns {
 public:
  void add(std::string_view text) {
    for (size_t i = 0; i + 2 < text.size(); ++i) runs_.set(slot(text, i));
  }

  bool may_hold(std::string_view phrase) const {
    for (size_t i = 0; i + 2 < phrase.size(); ++i) {
      if (!runs_.test(slot(phrase, i))) return false;
    }
    return true;
  }

 private:
  static size_t slot(std::string_view text, size_t i) {
    return (text[i] & 31u) << 10 | (text[i + 1] & 31u) << 5 | (text[i + 2] & 31u);
  }

  std::bitset<32 * 32 * 32> runs_;
};

struct Seen {
  size_t phrases = 0;  // different ones
  size_t rest = 0;     // bytes of the paragraphs without any
  size_t behind = 0;   // of these, of those behind the first with one
  bool titled = false;
};

// Of the page whose `titles` outlive it.
class Phrases {
 public:
  Phrases(std::vector<std::string> paragraphs, const std::vector<std::string>& titles,
          const knowledge::Lexicon& lexicon)
      : paragraphs_(std::move(paragraphs)), lexicon_(lexicon) {
    for (const auto& title : titles) titles_.push_back(title_parts(title));
    for (const auto& paragraph : paragraphs_) {
      if (may_have_phrase(paragraph)) runs_.add(paragraph);
    }
  }

  Seen look_for(std::string_view kind) const {
    Seen seen;
    std::vector<bool> spoken_for(paragraphs_.size(), false);
    for (const auto& words : lexicon_.page_words()) {
      if (words.kind != kind) continue;
      if (words.where == PageWords::Where::title) {
        seen.titled = seen.titled || is_title(words.phrase);
      } else {
        seen.phrases += mark(words.phrase, spoken_for);
      }
    }
    bool any = false;
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      any = any || spoken_for[i];
      if (spoken_for[i]) continue;
      seen.rest += paragraphs_[i].size();
      seen.behind += any ? paragraphs_[i].size() : 0;
    }
    return seen;
  }

 private:
  static bool may_have_phrase(const std::string& paragraph) {
    return paragraph.size() <= kMostPhraseText;
  }

  // The phrase comes first, or behind the site's name.
  bool is_title(std::string_view phrase) const {
    return std::any_of(titles_.begin(), titles_.end(), [&](const auto& parts) {
      if (parts.empty()) return false;
      return parts.front() == phrase || (parts.size() == 2 && parts.back() == phrase);
    });
  }

  bool mark(std::string_view phrase, std::vector<bool>& spoken_for) const {
    if (!runs_.may_hold(phrase)) return false;
    bool any = false;
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!may_have_phrase(paragraphs_[i]) || !holds_phrase(paragraphs_[i], phrase)) continue;
      spoken_for[i] = any = true;
    }
    return any;
  }

  std::vector<std::string> paragraphs_;
  ByteRuns runs_;                                      // of the paragraphs that may have a phrase
  std::vector<std::vector<std::string_view>> titles_;  // their parts
  const knowledge::Lexicon& lexicon_;
};

bool is_teaser(const Block& block) {
  return !block.caption && block.link_bytes * 2 >= block.text.size() &&
         count_words(block.text, 4) >= 4;
}

// Short blocks that stand between a teaser's link and its text: a date, a section's name.
bool is_label(const Block& block) { return block.text.size() < 40; }

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find("\n\n", begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return out;
}

// Most paragraphs of the article stand right behind a link that announces them.
bool is_list_of_teasers(const PageBlocks& page, const std::vector<std::string_view>& paragraphs) {
  size_t announced = 0;
  size_t next = 0;
  bool teaser = false;
  for (const auto& block : page.blocks) {
    const bool chosen = next < paragraphs.size() && block.text == paragraphs[next];
    announced += chosen && teaser;
    next += chosen;
    if (is_teaser(block)) {
      teaser = true;
    } else if (chosen || !is_label(block)) {
      teaser = false;
    }
  }
  return announced >= kLeastTeasers && announced * 10 >= paragraphs.size() * 6;
}

std::vector<std::string> titles_of(const PageBlocks& page) {
  std::vector<std::string> titles{plain(page.facts.title), plain(page.facts.og_title)};
  for (const auto& block : page.blocks) {
    if (block.tag == Tag::h1) titles.push_back(plain(block.text));
  }
  return titles;
}

size_t count_teasers(const PageBlocks& page) {
  return static_cast<size_t>(std::count_if(page.blocks.begin(), page.blocks.end(), is_teaser));
}

PageKind kind_by_phrases(const PageBlocks& page, const std::vector<std::string_view>& paragraphs,
                         const knowledge::Lexicon& lexicon) {
  std::vector<std::string> texts;
  for (const auto paragraph : paragraphs) texts.push_back(plain(paragraph));
  if (texts.empty()) {
    for (const auto& block : page.blocks) texts.push_back(plain(block.text));
  }
  const bool all_blocks = paragraphs.empty();
  const auto titles = titles_of(page);
  const Phrases phrases(std::move(texts), titles, lexicon);
  for (const auto& kind : kKinds) {
    const Seen seen = phrases.look_for(kind.name);
    const bool ends = kind.kind != PageKind::paywall || seen.behind < kBehindOffer;
    const bool by_text = kind.phrases > 0 && seen.phrases >= kind.phrases && ends;
    if (by_text && (all_blocks || seen.rest < kind.rest)) return kind.kind;
    const bool lists = kind.kind != PageKind::index || count_teasers(page) > kLeastTeasers;
    if (seen.titled && lists && (all_blocks || seen.rest < kind.titled)) return kind.kind;
  }
  return PageKind::article;
}

}  // namespace

std::string_view reason_of(PageKind kind) {
  if (kind == PageKind::article) return {};
  for (const auto& known : kKinds) {
    if (known.kind == kind) return known.reason;
  }
  return "a page without an article";
}

PageKind kind_of_page(const PageBlocks& page, std::string_view text,
                      const knowledge::Lexicon* lexicon) {
  const auto paragraphs = paragraphs_of(text);
  if (is_list_of_teasers(page, paragraphs)) return PageKind::index;
  if (lexicon != nullptr && text.size() < kMostText) {
    const auto kind = kind_by_phrases(page, paragraphs, *lexicon);
    if (kind != PageKind::article) return kind;
  }
  if (!text.empty()) return PageKind::article;
  return count_teasers(page) > kLeastTeasers ? PageKind::index : PageKind::no_article;
}

}  // namespace sitrep
