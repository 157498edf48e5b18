// What bytes are, told from the bytes and never from a file's name.
#pragma once

#include <string_view>

namespace sitrep {

enum class Content { plain, html, feed, json_object, json_array, gzip, binary };

struct Sniffed {
  Content content = Content::plain;
  std::string_view reason;  // why it is binary: "a PDF document"
};

// `head` is the beginning of the input, the more the better.
Sniffed sniff(std::string_view head);

// An object that says it is a JSON Feed, by its version's address.
bool is_json_feed(std::string_view head);

bool is_html(std::string_view text);  // by its beginning and its tags

}  // namespace sitrep
