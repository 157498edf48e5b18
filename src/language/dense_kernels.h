// The vector forms of `multiply`, each in a file of its own that is compiled for its instructions;
// dense.cpp chooses by what the processor has.
#pragma once

#include "language/dense.h"

namespace sitrep {

void multiply_avx2(const Product& product);
void multiply_avx512(const Product& product);

}  // namespace sitrep
