// same_content LEDGER LEDGER: 0 where both say the same, ids aside; 1 with the first difference.
#include <cstdio>

#include "orders/ledger_content.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("same_content LEDGER LEDGER\n", stderr);
    return 2;
  }
  std::vector<std::string> contents[2];
  for (int i = 0; i < 2; ++i) {
    auto ledger = sitrep::Ledger::open(argv[i + 1], sitrep::Ledger::Access::read);
    auto content = ledger ? sitrep::content_of(*ledger) : sitrep::Failure(ledger.error());
    if (!content) {
      std::fprintf(stderr, "%s\n", describe(content.error()).c_str());
      return 2;
    }
    contents[i] = std::move(*content);
  }
  const std::string text = sitrep::difference(contents[0], contents[1]);
  std::fputs(text.c_str(), stdout);
  return text.empty() ? 0 : 1;
}
