// Header lines "Name: value" up to an empty line, as HTTP (RFC 9112) and WARC write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

// Of all lines with the empty one that ends them; npos: it is not there. Lines may end in \n alone.
size_t header_size(std::string_view text);

class HeaderFields {
 public:
  // `header` is all of it but the first line, which is none. A line that begins with a space goes
  // on with the one before; a line without a colon is passed over.
  explicit HeaderFields(std::string_view header);

  std::string_view value(std::string_view lower_name) const;  // the first; empty: none

 private:
  struct Field {
    std::string name;  // lower case
    std::string value;
  };
  std::vector<Field> fields_;
};

// "text/html; charset=utf-8": the type in lower case, and the charset; both may be empty.
struct MediaType {
  std::string type;
  std::string charset;
};
MediaType media_type(std::string_view content_type);

}  // namespace sitrep
