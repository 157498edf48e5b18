// Sentences for the parser's network to learn from: words as rows of its embedding table, tagged
// as by a tagger that has not seen them, with the gold tree.
#pragma once

#include <string>
#include <vector>

#include "conllu.h"
#include "marked.h"

namespace sitrep::training {

struct ExampleOptions {
  int folds = 5;          // tags to train on come from taggers that have not seen the sentence
  double variants = 0.4;  // share of sentences that come a second time in other capitals
  uint64_t seed = 2;
  std::vector<Tree> tagged;  // learnt by those taggers, too; tagged_trees()
};

constexpr uint32_t kUnsaid = 0xFFFFFFFF;

struct LinearModels {
  std::string tagger, lemmatiser;
};

// Writes FOLDER/train.ints, FOLDER/words.keys and FOLDER/lemmas.keys (the vocabularies). The ints,
// each of 32 bits: per sentence its number of words, then per word its rows (kWordIds), the class
// of its tags (tag * 64 + fine), its head (from 0; the count of words for the root), its relation,
// the kind of its mention. kUnsaid stands for what is not known.
//
// FOLDER/vectors.words, a word a line, names words with vectors: they are in the vocabulary, too,
// behind those of the trees. FOLDER/words.vectors says which line stands for a row, from 1; 0 if
// none does.
Result<size_t> export_training(const std::vector<Tree>& trees, const std::string& lemmatiser,
                               const std::string& folder, const ExampleOptions& options);
// The same for sentences to measure on, tagged by the tagger itself, to FOLDER/NAME.ints.
Result<size_t> export_held_out(const std::vector<Tree>& trees, const LinearModels& models,
                               const std::string& folder, const std::string& name);

// The same for texts without trees, cut and tagged as the program does it; some of the marked ones
// come a second time in capitals.
Result<size_t> export_texts(const std::vector<MarkedText>& texts, const LinearModels& models,
                            const std::string& folder, const std::string& name);

}  // namespace sitrep::training
