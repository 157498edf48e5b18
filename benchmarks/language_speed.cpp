// language_speed [MODELS] < TEXT: words a second on one core of each step of reading, the best of
// five rounds. Lines are paragraphs; a blank line ends a report.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "models.h"

namespace {

using namespace sitrep;

std::vector<std::string> read_reports() {
  std::vector<std::string> reports(1);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) {
      if (!reports.back().empty()) reports.emplace_back();
    } else {
      reports.back() += line + "\n";
    }
  }
  return reports;
}

double best_seconds(const std::function<void()>& work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const std::clock_t start = std::clock();  // of the processor: others may use it too
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void print(const char* step, size_t words, double seconds) {
  std::printf("%-28s %10.0f words/s\n", step, static_cast<double>(words) / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : SITREP_MODELS;
  const benchmarks::ModelFiles models(folder);
  auto analyser = Analyser::create(models.views());
  if (!analyser) {
    std::cerr << folder << ": " << describe(analyser.error()) << '\n';
    return 1;
  }
  const std::vector<std::string> reports = read_reports();
  Document document;
  size_t words = 0;
  for (const std::string& report : reports) {
    tokenise(report, document);
    words += document.tokens.size();
  }
  const double cut = best_seconds([&] {
    for (const std::string& report : reports) tokenise(report, document);
  });
  const double tagged = best_seconds([&] {
    for (const std::string& report : reports) analyser->analyse(report, document);
  });
  const double parsed = best_seconds([&] {
    for (const std::string& report : reports) {
      analyser->analyse(report, document);
      for (uint32_t s = 0; s < document.sentences.size(); ++s) analyser->parse(document, s);
    }
  });
  print("words and sentences", words, cut);
  print("the same, tags and lemmas", words, tagged);
  print("trees alone", words, parsed - tagged);
  return 0;
}
