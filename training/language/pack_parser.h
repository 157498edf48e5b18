// What train_parser.py learnt, as parser.model: weights in whole numbers (language/dense.h).
#pragma once

#include <string>

#include "sitrep/result.h"

namespace sitrep::training {

// FOLDER holds words.keys and lemmas.keys (examples.h); WEIGHTS is what train_parser.py wrote.
Result<std::string> pack_parser(const std::string& folder, const std::string& weights);

}  // namespace sitrep::training
