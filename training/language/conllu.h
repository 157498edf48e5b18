// CoNLL-U files, plain or gzipped, as trees over gold words. Where a sentence has the comment
// "# mentions = all", the last cell of a word says the kind of the mention that holds it
// ("Kind=people"), and words without one are of none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/document.h"
#include "sitrep/result.h"

namespace sitrep::training {

struct Word {
  std::string form;
  std::string lemma;
  std::string features = "_";
  Tag tag = Tag::X;
  Fine fine = Fine::none;
  int32_t head = kNoHead;  // index in the tree; kNoHead: root
  Rel rel = Rel::none;
  bool space_before = true;
  std::optional<EntityKind> kind;  // of the mention that holds it; nothing where it is not said
};

using Tree = std::vector<Word>;

Result<std::vector<Tree>> read_conllu(const std::string& file);
std::vector<Tree> parse_conllu(std::string_view text);

// A document of one sentence over the tree's forms; `text` is filled and must outlive it.
void fill_document(const Tree& tree, std::string& text, Document& document);

// How a copy of a tree is to be written.
enum class CaseVariant : uint8_t { as_is, upper, lower, title };
Tree in_case(const Tree& tree, CaseVariant variant);

}  // namespace sitrep::training
