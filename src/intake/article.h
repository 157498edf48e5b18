// Clean text to the article in it: title, byline, dateline, date, captions, and the body that is
// left.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/date_text.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

struct Article {
  std::string title;
  std::string byline;
  std::string body;  // without the title
  std::vector<std::string> captions;
  std::string dateline;          // its place
  std::string credit;            // its agency
  std::optional<DateText> date;  // stated in the text
  bool dated_by_dateline = false;
  std::optional<Day> caption_day;  // the latest full date of a caption
};

// `title` is what is known already, or empty; `lexicon` may be null.
Article read_article(std::string_view clean_text, std::string_view title,
                     const knowledge::Lexicon* lexicon);

}  // namespace sitrep
