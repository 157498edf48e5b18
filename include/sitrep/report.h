// A piece of news from an outlet, cleaned: what intake gives and every later stage reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sitrep/values.h"

namespace sitrep {

struct Report {
  std::string id;   // stable for the same content and origin
  std::string uri;  // a path, or path#id for one of many in a file
  std::string outlet;
  std::string title;
  std::string byline;
  std::string
      text;  // UTF-8; title first when it is not already the first line; page furniture gone
  std::vector<std::string> captions;    // picture captions, set apart from the text
  std::string dateline;                 // place of a dateline ("BAGHDAD, Iraq"), empty: none
  std::optional<When> published;        // basis stated (metadata, page), or inferred
  std::optional<int> published_minute;  // of the day, where a time was given
  std::string language = "en";
  std::string sha256;        // of the clean text
  std::string duplicate_of;  // id of an earlier report of the same words, set by the ledger
};

}  // namespace sitrep
