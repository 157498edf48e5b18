// All that is known of a report before it is made, and what follows from it. What is given outranks
// what the page says, that what the text says, that what its wrapping hints at.
#pragma once

#include <optional>
#include <string>

#include "intake/article.h"
#include "intake/html.h"
#include "intake/metadata.h"
#include "intake/raw_reader.h"

namespace sitrep {

struct Clues {
  Metadata given = {};  // of the record or the sidecar
  Page page = {};       // empty where the input is no page
  Hints hints = {};
  Article article = {};
  std::string uri = {};
};

struct Published {
  std::optional<When> when = {};
  std::optional<int> minute = {};  // of the day
  std::string from = {};
};

struct Name {
  std::string text;
  std::string from;
};

Published find_published(const Clues& clues, const knowledge::Lexicon* lexicon);
Name find_outlet(const Clues& clues, const knowledge::Lexicon* lexicon);  // the lexicon may be null
Name find_title(const Clues& clues);
Name find_byline(const Clues& clues, const knowledge::Lexicon* lexicon);

std::string one_line(const std::string& text);  // clean, with single spaces

}  // namespace sitrep
