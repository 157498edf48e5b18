// PDF documents, through poppler's pdftotext where it is installed.
#pragma once

#include <string>
#include <string_view>

#include "sitrep/result.h"

namespace sitrep {

// Strings are UTF-8. What the document says of itself is often left over from another, and no more
// than a hint.
struct Pdf {
  std::string text;      // paragraphs, parted by blank lines
  std::string headline;  // what stands on the first page in large letters; may be empty
  std::string title;     // as the document's properties have it; may be empty
  std::string made;      // when the file was made, as written; may be empty
};

// Fails with unreadable where pdftotext is missing or takes too long, malformed where the document
// is damaged or locked, empty_input where it holds nothing but pictures.
Result<Pdf> read_pdf(std::string_view bytes);

}  // namespace sitrep
