// The three trainers: trees in, model files out.
#pragma once

#include <string>
#include <vector>

#include "conllu.h"

namespace sitrep::training {

struct TaggerOptions {
  int epochs = 8;
  double variants = 0.5;        // share of sentences that come a second time in other capitals
  uint32_t always_count = 30;   // a word seen this often and
  double always_share = 0.997;  // so steadily as one class is looked up
  uint64_t seed = 1;
};
std::string train_tagger(const std::vector<Tree>& trees, const TaggerOptions& options);

std::string train_lemmatiser(const std::vector<Tree>& trees);

struct ParserOptions {
  int epochs = 5;
  int folds = 5;  // tags to train on come from taggers that have not seen the sentence
  double variants = 0.4;
  double drop = 0.25;    // share of features left out of each decision while learning
  double explore = 0.9;  // share of wrong choices that training goes on from
  uint64_t seed = 2;
};
std::string train_parser(const std::vector<Tree>& trees, const std::string& lemmatiser,
                         const ParserOptions& options);

}  // namespace sitrep::training
