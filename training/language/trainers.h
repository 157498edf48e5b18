// The trainers of the linear models: trees in, model files out. The parser's network is trained by
// train_parser.py.
#pragma once

#include <map>
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

// The features that tags and words have, by morphology_key.
std::map<uint32_t, std::string> learn_morphology(const std::vector<Tree>& trees);

}  // namespace sitrep::training
