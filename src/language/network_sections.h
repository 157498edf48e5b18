// The sections of parser.model, in their order: `train_language pack` writes them, Network reads
// them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "language/dense.h"

namespace sitrep::network_sections {

struct Shape {
  uint32_t dim = 0;       // numbers that stand for a word
  uint32_t layers = 0;    // recurrent ones
  uint32_t arc = 0;       // numbers that stand for a word as head or dependent
  uint32_t label = 0;     // numbers that stand for an arc
  uint32_t reach = 0;     // farther distances are one
  uint32_t entities = 0;  // kinds of mentions, none included
};

constexpr size_t kShape = 0;
constexpr size_t kWords = 1;  // vocabularies
constexpr size_t kLemmas = 2;
constexpr size_t kTable = 3;    // embeddings, int8, rows x dim
constexpr size_t kVectors = 4;  // floats: the table's unit, root as head, root as parent, distances
constexpr size_t kTags = 5;     // pairs of bytes: Tag, Fine
constexpr size_t kRelations = 6;  // bytes: Rel
constexpr size_t kViews = 7;      // all that is asked of a word, one layer
constexpr size_t kArc = kViews + Dense::kSections;
constexpr size_t kLabel = kArc + Dense::kSections;
constexpr size_t kLayers = kLabel + Dense::kSections;

}  // namespace sitrep::network_sections
