// Texts to learn from that have no trees: marked reports (training/spans/README.md), CoNLL files of
// names, sentences with some words' tags (homographs.txt), and plain text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/document.h"
#include "sitrep/result.h"

namespace sitrep::training {

// A stretch of text and the kind that its mention has; nothing where the source does not say.
struct Mark {
  TextSpan span;
  std::optional<EntityKind> kind;
  Fine fine = Fine::none;  // the tag of the one word marked, where the source says it
};

// What is known of words without a mark.
enum class Unmarked : uint8_t {
  unsaid,
  no_name,  // they are no names: of no kind where they cannot be nouns, else unsaid
  none,     // they are of no kind
};

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  // in text order, without overlaps
  Unmarked unmarked = Unmarked::unsaid;
};

// Headed reports with marks in braces. Errors name the line.
Result<std::vector<MarkedText>> read_marked(const std::string& file);
// A word and its label (I-PER, B-person, O) a line, sentences ended by an empty line. Only names
// are marked in such files: what else is there is not known.
Result<std::vector<MarkedText>> read_names(const std::string& file);
// A sentence a line, some of its words as {word/TAG}; lines that begin with # are comments. Errors
// name the line.
Result<std::vector<MarkedText>> read_tagged(const std::string& file);
// A text ends at a line of three hyphens.
Result<std::vector<MarkedText>> read_plain(const std::string& file);

}  // namespace sitrep::training
