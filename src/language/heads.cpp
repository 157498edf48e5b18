#include "language/heads.h"

namespace sitrep {

bool hangs_on(const Document& document, uint32_t word, uint32_t above) {
  for (size_t step = 0; step < document.tokens.size(); ++step) {
    if (word == above) return true;
    const int32_t head = document.tokens[word].head;
    if (head < 0) return false;
    word = static_cast<uint32_t>(head);
  }
  return false;
}

}  // namespace sitrep
