// What a page says about itself: JSON-LD, OpenGraph and meta tags, <title>, <time>.
#pragma once

#include <string>
#include <string_view>

#include "intake/html_tokens.h"

namespace sitrep {

// The strings are empty where the page says nothing.
struct PageFacts {
  std::string headline;  // JSON-LD
  std::string og_title;
  std::string title;  // <title>
  std::string byline;
  std::string published;  // as written
  std::string published_from;
  std::string modified;
  std::string site;     // the outlet
  std::string address;  // the page's own URL
  std::string language;
  std::string body;  // JSON-LD articleBody
};

// Collects facts from tokens as they come; what is more trustworthy replaces what came before.
class FactReader {
 public:
  void open(Tag tag, std::string_view attributes);
  void raw(Tag tag, std::string_view text);
  const PageFacts& facts() const { return facts_; }

 private:
  void meta(std::string_view attributes);
  void time(std::string_view attributes);
  PageFacts facts_;
  int published_rank_ = 99;
  int byline_rank_ = 99;
  bool json_ld_ = false;
};

}  // namespace sitrep
