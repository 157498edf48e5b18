// A page cut into blocks of text, each with what is needed to tell an article's paragraph from a
// menu.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/html_head.h"
#include "intake/html_tokens.h"

namespace sitrep {

// An open element that may hold blocks. `parent` is its index's.
struct Container {
  uint32_t parent = 0;
  Tag tag = Tag::none;
  bool good = false;      // its names speak of an article's body
  bool bad = false;       // its names speak of sharing, related links, menus
  bool comments = false;  // its names speak of readers' comments
};

struct Block {
  std::string text;
  uint32_t container = 0;
  uint32_t link_bytes = 0;  // of the text
  Tag tag = Tag::none;      // of the innermost block element
  bool caption = false;     // inside a figure or figcaption
};

struct PageBlocks {
  std::vector<Container> containers;  // the first is the page itself
  std::vector<Block> blocks;
  PageFacts facts;
};

PageBlocks cut_blocks(std::string_view page);

}  // namespace sitrep
