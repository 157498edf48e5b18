// The order in which the blocks of a page are read.
#include <algorithm>

#include "intake/pdf_pages.h"

namespace sitrep {

namespace {

constexpr double kWide = 0.6;  // of the width that the page's text has: over all columns

struct Box {
  double left = 1e9, right = 0, top = 1e9;
  size_t column = 0;

  void take(const PdfLine& line) {
    left = std::min(left, line.left);
    right = std::max(right, line.right);
    top = std::min(top, line.top);
  }
};

struct Placed {
  Box box;
  PdfBlock block;
};

bool is_higher(const Placed& a, const Placed& b) { return a.box.top < b.box.top; }

// Blocks that stand over each other are of one column; the columns from left to right.
void order_columns(std::vector<Placed>::iterator begin, std::vector<Placed>::iterator end) {
  std::sort(begin, end, [](const Placed& a, const Placed& b) { return a.box.left < b.box.left; });
  size_t column = 0;
  double right = begin == end ? 0 : begin->box.right;
  for (auto it = begin; it != end; ++it) {
    if (it->box.left >= right) ++column;
    right = it->box.left >= right ? it->box.right : std::max(right, it->box.right);
    it->box.column = column;
  }
  std::stable_sort(begin, end, [](const Placed& a, const Placed& b) {
    return a.box.column != b.box.column ? a.box.column < b.box.column : is_higher(a, b);
  });
}

}  // namespace

void order_blocks(PdfPage& page) {
  Box text;
  std::vector<Placed> placed;
  for (auto& block : page.blocks) {
    Placed next;
    for (const auto& line : block) {
      next.box.take(line);
      text.take(line);
    }
    next.block = std::move(block);
    placed.push_back(std::move(next));
  }
  std::stable_sort(placed.begin(), placed.end(), is_higher);
  const auto is_wide = [&](const Placed& p) {
    return p.box.right - p.box.left > kWide * (text.right - text.left);
  };
  for (auto begin = placed.begin(); begin != placed.end();) {
    const auto end = std::find_if(begin, placed.end(), is_wide);
    order_columns(begin, end);
    begin = end == placed.end() ? end : end + 1;
  }
  page.blocks.clear();
  for (auto& next : placed) page.blocks.push_back(std::move(next.block));
}

}  // namespace sitrep
