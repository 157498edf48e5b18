#include "intake/pdf_pages.h"

#include <charconv>
#include <cmath>

#include "core/text.h"
#include "intake/html_entities.h"

namespace sitrep {

namespace {

double number_at(std::string_view tag, std::string_view name) {
  const size_t at = tag.find(name);
  if (at == tag.npos) return 0;
  const auto digits = tag.substr(at + name.size());
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::isfinite(value) ? value : 0;
}

// Its output has each tag on a line of its own, and a word with its two.
class PageReader {
 public:
  std::vector<PdfPage> run(std::string_view xhtml) {
    for (const auto line : split(xhtml, '\n')) take(trim(line));
    end_block();
    return std::move(pages_);
  }

 private:
  void take(std::string_view tag) {
    if (tag.starts_with("<page ")) {
      end_block();
      pages_.push_back({number_at(tag, "height=\""), {}});
    } else if (tag.starts_with("<block ")) {
      end_block();
    } else if (tag.starts_with("<line ")) {
      end_line();
      line_ = {{},
               number_at(tag, "xMin=\""),
               number_at(tag, "xMax=\""),
               number_at(tag, "yMin=\""),
               number_at(tag, "yMax=\""),
               0};
    } else if (tag.starts_with("<word ")) {
      take_word(tag);
    }
  }

  void take_word(std::string_view tag) {
    const size_t begin = tag.find('>');
    const size_t end = tag.rfind("</word>");
    if (begin == tag.npos || end == tag.npos || end <= begin) return;
    if (line_.text.empty()) {
      line_.first_word = number_at(tag, "xMax=\"") - number_at(tag, "xMin=\"");
    } else {
      line_.text += ' ';
    }
    line_.text += decoded(tag.substr(begin + 1, end - begin - 1));
  }

  void end_line() {
    if (!line_.text.empty()) block_.push_back(std::move(line_));
    line_ = {};
  }

  void end_block() {
    end_line();
    if (!block_.empty() && !pages_.empty()) pages_.back().blocks.push_back(std::move(block_));
    block_.clear();
  }

  std::vector<PdfPage> pages_;
  PdfBlock block_;
  PdfLine line_;
};

}  // namespace

std::vector<PdfPage> read_pdf_pages(std::string_view xhtml) {
  auto pages = PageReader().run(xhtml);
  for (auto& page : pages) order_blocks(page);
  return pages;
}

}  // namespace sitrep
