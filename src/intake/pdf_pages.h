// The lines of a PDF document with their places on the page, from `pdftotext -bbox-layout`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

// Lengths in points (1/72 inch) from the page's upper left corner.
struct PdfLine {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;
  double first_word = 0;  // its width
  double height() const { return bottom - top; }
};

using PdfBlock = std::vector<PdfLine>;  // never empty

struct PdfPage {
  double height = 0;
  std::vector<PdfBlock> blocks;
};

std::vector<PdfPage> read_pdf_pages(std::string_view xhtml);

// Puts the blocks in reading order: from one block over the page's width to the next, column by
// column.
void order_blocks(PdfPage& page);

// Paragraphs, parted by blank lines: running heads and page numbers gone, lines joined, broken
// words whole.
std::string paragraphs_of(const std::vector<PdfPage>& pages);

// What stands on the first page in much larger letters than the text; may be empty.
std::string headline_of(const std::vector<PdfPage>& pages);

}  // namespace sitrep
