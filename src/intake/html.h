// A news page to the article in it: one pass over the tags, then a choice of blocks. No tree is
// built.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/date_text.h"
#include "intake/metadata.h"
#include "intake/page_kinds.h"

namespace sitrep {

struct Page {
  Metadata data;        // of the head: JSON-LD, OpenGraph, meta tags
  std::string address;  // its own URL
  std::string site;     // the outlet, as the page calls it
  std::string text;     // the article's paragraphs, parted by blank lines; empty: no article
  std::vector<std::string> captions;
  std::string title_from;         // which part of the page says so
  std::string published_from;     // the same
  std::optional<DateText> shown;  // the date by the headline
  PageKind kind = PageKind::article;
};

// `lexicon` has the phrases of pages that are no articles; it may be null.
Page read_html(std::string_view utf8, const knowledge::Lexicon* lexicon = nullptr);

// The encoding that a page's own bytes name; empty: none.
std::string declared_encoding(std::string_view bytes);

}  // namespace sitrep
