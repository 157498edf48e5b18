// train_places KNOWLEDGE REPORTS OUT: learns the weights with which the atlas chooses between the
// readings of a name, from reports made up out of the gazetteer, and fits their sharpness to the
// marked reports of training/places/reports.txt.
#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>

#include "core/text.h"
#include "learner.h"
#include "synthetic.h"

namespace sitrep::training {

namespace {

constexpr size_t kReports = 20000;
constexpr uint64_t kSeed = 20261128;
// By judgement: what made-up reports teach of an outlet's town is how near to it we draw their
// names, not how near real papers stay (models/README.md).
constexpr double kHomeDivisionWeight = 1.5;
constexpr double kNearHomeWeight = 4.0;
constexpr int kPasses = 4;  // beliefs follow the weights, so the examples are made anew

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "A fire in {Springfield|42.10|-72.59}."
MarkedReport read_marked(std::string_view line) {
  MarkedReport report;
  while (!line.empty()) {
    const size_t open = std::min(line.find('{'), line.size());
    report.add(line.substr(0, open));
    if (open == line.size()) break;
    const size_t close = line.find('}', open);
    const auto cells = split(line.substr(open + 1, close - open - 1), '|');
    report.add_place(cells[0], number(cells[1]), number(cells[2]));
    line.remove_prefix(close + 1);
  }
  return report;
}

std::vector<MarkedReport> read_reports(const char* path) {
  std::ifstream in(path);
  std::vector<MarkedReport> reports;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') reports.push_back(read_marked(line));
  }
  return reports;
}

std::vector<Example> all_examples(const Knowledge& knowledge,
                                  const std::vector<MarkedReport>& reports,
                                  const atlas::Weights& weights) {
  std::vector<Example> all;
  for (const MarkedReport& report : reports) {
    for (Example& example : examples_of(knowledge, report, weights))
      all.push_back(std::move(example));
  }
  return all;
}

void print(const char* what, const Outcome& outcome) {
  fmt::print("{}: {} names, {:.3f} right, loss {:.3f}\n", what, outcome.count,
             static_cast<double>(outcome.right) / static_cast<double>(outcome.count), outcome.loss);
}

// Is what was given a probability of 0.7 right seven times out of ten?
void print_honesty(const Outcome& outcome) {
  for (const Bin& bin : outcome.bins) {
    if (!bin.count) continue;
    const auto count = static_cast<double>(bin.count);
    fmt::print("  given {:.2f}: right {:.2f} of {}\n", bin.given / count,
               static_cast<double>(bin.right) / count, bin.count);
  }
}

void write(const char* path, const atlas::Weights& weights) {
  std::ofstream out(path);
  out << "// Written by training/places/train.sh; weights of the features of atlas_features.h, in "
         "its "
         "order.\n#pragma once\n\n#include \"grounding/atlas_features.h\"\n\nnamespace "
         "sitrep::atlas {\n\ninline constexpr std::array<double, kFeatures> kLearntWeights = {\n";
  for (size_t i = 0; i < weights.size(); ++i)
    out << fmt::format("    {:.3f},  // {}\n", weights[i], atlas::kFeatureNames[i]);
  out << "};\n\n}  // namespace sitrep::atlas\n";
}

int run(const char* knowledge_file, const char* reports_file, const char* out) {
  const auto knowledge = Knowledge::open(knowledge_file);
  if (!knowledge) return fmt::print(stderr, "{}\n", knowledge.error().message), 1;
  const auto reports = make_reports(*knowledge, kReports, kSeed);
  const auto held_out = make_reports(*knowledge, kReports / 10, kSeed + 1);
  const auto marked = read_reports(reports_file);
  atlas::Weights weights = atlas::learnt_weights();
  print("marked, before", judge(all_examples(*knowledge, marked, weights), weights, 1));
  weights.fill(0);
  weights[atlas::kPopulation] = 1;
  for (int pass = 0; pass < kPasses; ++pass) {
    learn(all_examples(*knowledge, reports, weights), weights);
    print("held out", judge(all_examples(*knowledge, held_out, weights), weights, 1));
    print("marked", judge(all_examples(*knowledge, marked, weights), weights, 1));
  }
  const double sharpness = best_sharpness(all_examples(*knowledge, marked, weights), weights);
  for (double& weight : weights) weight *= sharpness;
  weights[atlas::kHomeDivision] = kHomeDivisionWeight;
  weights[atlas::kNearHome] = kNearHomeWeight;
  const Outcome fitted = judge(all_examples(*knowledge, marked, weights), weights, 1);
  print("marked, fitted", fitted);
  print_honesty(fitted);
  fmt::print("sharpness {:.2f}\n", sharpness);
  write(out, weights);
  return 0;
}

}  // namespace

}  // namespace sitrep::training

int main(int argc, char** argv) {
  if (argc == 4) return sitrep::training::run(argv[1], argv[2], argv[3]);
  fmt::print(stderr, "usage: train_places KNOWLEDGE REPORTS OUT\n");
  return 2;
}
