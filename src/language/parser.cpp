#include "language/parser.h"

#include <algorithm>

#include "language/appositions.h"
#include "language/bare_subjects.h"
#include "language/interposed.h"
#include "language/main_verbs.h"
#include "language/relatives.h"

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

// Returns its root.
uint32_t Parser::parse_stretch(Document& document, TokenRange range) {
  uint32_t top = range.first;
  network_.score_heads(ids_, scratch_, scores_);
  network_.contexts(scratch_, document.contexts.data() + range.first * kContext);
  decoder_.decode(scores_, range.size(), heads_);
  network_.name_relations(heads_, scratch_, relations_);
  for (uint32_t i = 0; i < range.size(); ++i) {
    Token& token = document.tokens[range.first + i];
    const bool root = heads_[i] == static_cast<int32_t>(range.size());
    token.head = root ? kNoHead : static_cast<int32_t>(range.first) + heads_[i];
    token.rel = root ? Rel::root : relations_[i];
    if (root) top = range.first + i;
    const TagPair tags = network_.tags(scratch_, i, {token.tag, token.fine});
    token.tag = tags.tag;
    token.fine = tags.fine;
    token.entity = network_.entity(scratch_, i);
  }
  return top;
}

void Parser::parse(Document& document, Sentence& sentence, uint32_t opening) {
  if (sentence.parsed || sentence.first == sentence.last) return;
  document.contexts.resize(document.tokens.size() * kContext, kZero);
  fill_word_ids(document, sentence, network_.rows(), word_, all_);
  tops_.clear();
  size_t main = 0;
  for (uint32_t first = sentence.first; first < sentence.last;) {
    const bool before = first < opening && opening < sentence.last;
    const uint32_t end = stretch_end(document, first, before ? opening : sentence.last);
    ids_.assign(all_.begin() + (first - sentence.first), all_.begin() + (end - sentence.first));
    if (first == opening) main = tops_.size();
    tops_.push_back(parse_stretch(document, {first, end}));
    first = end;
  }
  for (size_t i = 0; i < tops_.size(); ++i) {
    if (i == main) continue;
    document.tokens[tops_[i]].head = static_cast<int32_t>(tops_[main]);
    document.tokens[tops_[i]].rel = Rel::parataxis;
  }
  mend_interposed(document, {sentence.first, sentence.last});
  mend_bare_subjects(document, {sentence.first, sentence.last});
  mend_main_clause(document, {sentence.first, sentence.last});
  mend_main_verb(document, {sentence.first, sentence.last});
  mend_relatives(document, {sentence.first, sentence.last});
  mend_appositions(document, {sentence.first, sentence.last});
  sentence.parsed = true;
}

}  // namespace sitrep
