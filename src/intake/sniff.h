// What bytes are, told from the bytes and never from a file's name.
#pragma once

#include <string_view>

#include "intake/decoder.h"

namespace sitrep {

enum class Content {
  plain,
  html,
  feed,
  json_object,
  json_array,
  mail,
  mbox,
  table,
  pdf,
  packed,
  warc,
  zip,
  tar,
  binary
};

struct Sniffed {
  Content content = Content::plain;
  std::string_view reason;  // of what is no text by itself: "a PDF document", "a zip archive"
  Packing packing = Packing::gzip;  // of what is packed
};

// `head` is the beginning of the input, the more the better.
Sniffed sniff(std::string_view head);

// An object that says it is a JSON Feed, by its version's address.
bool is_json_feed(std::string_view head);

bool is_html(std::string_view text);  // by its beginning and its tags

}  // namespace sitrep
