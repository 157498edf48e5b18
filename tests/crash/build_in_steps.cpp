// build_in_steps LEDGER CODINGS.jsonl N: adds the codings N at a time, as `sitrep build` does with
// more at a time; so that there are many moments to be killed at. 1 with the reason where it fails.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "core/records_json.h"
#include "sitrep/knowledge.h"
#include "sitrep/ledger.h"

namespace {

using namespace sitrep;  // NOLINT(google-build-using-namespace): a program

int failed(const Error& error) {
  fmt::print(stderr, "{}\n", describe(error));
  return 1;
}

// Made codings are dated, so that none has to be coded again.
Coding not_asked(Report) { std::abort(); }

int build(const std::string& path, const std::string& input, size_t step) {
  const auto knowledge = Knowledge::open_default();
  if (!knowledge) return failed(knowledge.error());
  auto ledger = Ledger::open(path, Ledger::Access::create);
  if (!ledger) return failed(ledger.error());
  std::ifstream lines(input);
  std::vector<Coding> codings;
  for (std::string line; std::getline(lines, line) || !codings.empty();) {
    if (lines) {
      auto coding = coding_from_json(line);
      if (!coding) return failed(coding.error());
      codings.push_back(std::move(*coding));
    }
    if (lines && codings.size() < step) continue;
    const auto added = ledger->add(std::exchange(codings, {}), *knowledge, not_asked);
    if (!added) return failed(added.error());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "build_in_steps LEDGER CODINGS.jsonl N\n");
    return 2;
  }
  return build(argv[1], argv[2], static_cast<size_t>(std::atoi(argv[3])));
}
