#include "intake/html.h"

#include <algorithm>

#include "core/text.h"
#include "intake/html_blocks.h"
#include "intake/html_choice.h"
#include "intake/html_date.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

void set(std::optional<std::string>& to, const std::string& value) {
  if (!value.empty()) to = value;
}

// "Headline - Site", "Headline | Section | Site": the part before the last mark, if it still says
// something.
std::string without_site(const std::string& title) {
  std::string_view best = title;
  for (std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: "}) {
    const size_t at = mark == " | " ? title.find(mark) : title.rfind(mark);
    if (at != std::string::npos && count_words(title.substr(0, at)) >= 3 && at < best.size())
      best = best.substr(0, at);
  }
  return std::string(best);
}

// How many of the words of `a` stand in `b`.
double shared_words(std::string_view a, std::string_view b) {
  const std::string other = ' ' + lower_ascii(b) + ' ';
  size_t words = 0;
  size_t shared = 0;
  const std::string lower = lower_ascii(a);
  for (auto word : split(lower, ' ')) {
    if (word.empty()) continue;
    ++words;
    shared += other.find(word) != std::string::npos;
  }
  return words == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(words);
}

struct Title {
  std::string text;
  std::string from;
};

Title said_title(const PageFacts& facts) {
  if (!facts.headline.empty()) return {facts.headline, "the page's JSON-LD"};
  if (!facts.og_title.empty())
    return {without_site(facts.og_title), "the page's meta tag og:title"};
  return {without_site(facts.title), "the page's <title>"};
}

// The headline that a reader sees, where it agrees with what the page says of itself.
Title choose_title(const PageBlocks& page) {
  const PageFacts& facts = page.facts;
  const std::string& known = facts.headline.empty() ? facts.og_title : facts.headline;
  const std::string said = known.empty() ? without_site(facts.title) : known;
  for (const auto& block : page.blocks) {
    if (block.tag != Tag::h1 || block.text.size() > 300 || count_words(block.text) < 2) continue;
    if (same_words(block.text, facts.site)) continue;
    if (shared_words(block.text, said.empty() ? facts.title : said) >= 0.6)
      return {block.text, "the page's <h1>"};
  }
  return said_title(facts);
}

}  // namespace

Page read_html(std::string_view utf8, const knowledge::Lexicon* lexicon) {
  const PageBlocks blocks = cut_blocks(utf8);
  const Title title = choose_title(blocks);
  Page page;
  page.address = blocks.facts.address;
  page.site = blocks.facts.site;
  page.title_from = title.from;
  page.published_from = blocks.facts.published_from;
  set(page.data.title, title.text);
  set(page.data.byline, blocks.facts.byline);
  set(page.data.published, blocks.facts.published);
  page.shown = shown_date(blocks, title.text);
  choose_article(blocks, title.text, page);
  page.kind = kind_of_page(blocks, page.text, lexicon);
  return page;
}

std::string declared_encoding(std::string_view bytes) {
  HtmlTokens tokens(bytes.substr(0, 4096));
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind != HtmlToken::Kind::open || token.tag != Tag::meta) continue;
    if (const auto name = attribute(token.text, "charset")) return lower_ascii(trim(*name));
    const std::string content = lower_ascii(attribute(token.text, "content").value_or(""));
    const size_t at = content.find("charset=");
    if (at != std::string::npos)
      return content.substr(at + 8, content.find_first_of("; \"'", at + 8) - at - 8);
  }
  return {};
}

}  // namespace sitrep
