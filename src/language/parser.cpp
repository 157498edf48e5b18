#include "language/parser.h"

#include <algorithm>

namespace sitrep {

namespace {

// Where a stretch that begins at `first` ends.
uint32_t stretch_end(const Document& document, uint32_t first, uint32_t last) {
  if (last - first <= Parser::kStretch) return last;
  const uint32_t limit = first + Parser::kStretch;
  for (uint32_t end = limit; end > first + Parser::kStretch / 2; --end) {
    if (document.tokens[end - 1].tag == Tag::PUNCT) return end;
  }
  return limit;
}

}  // namespace

Result<Parser> Parser::open(std::string_view blob) {
  auto reader = BlobReader::open(blob, BlobKind::parser);
  if (!reader) return tl::unexpected(reader.error());
  auto network = Network::open(*reader);
  if (!network) return tl::unexpected(network.error());
  Parser parser;
  parser.network_ = std::move(*network);
  return parser;
}

void Parser::parse_stretch(Document& document, TokenRange range) {
  network_.score_heads(ids_, scratch_, scores_);
  decoder_.decode(scores_, range.size(), heads_);
  network_.name_relations(heads_, scratch_, relations_);
  for (uint32_t i = 0; i < range.size(); ++i) {
    Token& token = document.tokens[range.first + i];
    const bool root = heads_[i] == static_cast<int32_t>(range.size());
    token.head = root ? kNoHead : static_cast<int32_t>(range.first) + heads_[i];
    token.rel = root ? Rel::root : relations_[i];
    const TagPair tags = network_.tags(scratch_, i);
    token.tag = tags.tag;
    token.fine = tags.fine;
  }
}

void Parser::parse(Document& document, Sentence& sentence) {
  if (sentence.parsed || sentence.first == sentence.last) return;
  fill_word_ids(document, sentence, network_.rows(), word_, all_);
  int32_t root = kNoHead;
  for (uint32_t first = sentence.first; first < sentence.last;) {
    const uint32_t end = stretch_end(document, first, sentence.last);
    ids_.assign(all_.begin() + (first - sentence.first), all_.begin() + (end - sentence.first));
    parse_stretch(document, {first, end});
    for (uint32_t i = first; i < end; ++i) {
      Token& token = document.tokens[i];
      if (token.head != kNoHead) continue;
      if (root == kNoHead) {
        root = static_cast<int32_t>(i);
      } else {
        token.head = root, token.rel = Rel::parataxis;
      }
    }
    first = end;
  }
  sentence.parsed = true;
}

}  // namespace sitrep
