// pair_cases KNOWLEDGE CODINGS.jsonl TRUTH.tsv: every pair of events that meet, with what speaks
// for and against their being one incident. A line: 1 or 0 (one incident or not), the two events,
// how much happens there (Setting::bustle), then NAME=TIMES of each weight that was added
// (src/incidents/weights.h), tab-separated.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <unordered_map>

#include "core/records_json.h"
#include "incidents/archive.h"
#include "incidents/base_rate.h"
#include "incidents/compare.h"
#include "incidents/meetings.h"
#include "knowledge/lexicon.h"
#include "sitrep/knowledge.h"

namespace {

using namespace sitrep;             // NOLINT(google-build-using-namespace): a program
using namespace sitrep::incidents;  // NOLINT(google-build-using-namespace): a program

constexpr double kAllNames = 1e9;  // a score that leaves names a say

using Truth = std::unordered_map<std::string, std::string>;

Truth read_truth(const char* path) {
  Truth truth;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    truth[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return truth;
}

class Pairs {
 public:
  Pairs(std::vector<std::shared_ptr<const Sketch>> sketches, const Truth& truth,
        const knowledge::Lexicon& lexicon)
      : sketches_(std::move(sketches)),
        truth_(truth),
        archive_(sketches_),
        rates_(archive_),
        lexicon_(lexicon) {}

  void print() {
    std::vector<Sitter> events;
    for (uint32_t r = 0; r < sketches_.size(); ++r) {
      for (size_t i = 0; i < sketches_[r]->faces.size(); ++i) events.push_back(sitter(r, i));
    }
    const Meetings meetings(archive_, events);
    for (size_t i = 0; i < events.size(); ++i) {
      const auto met = everyone_met(events[i], meetings.of_event(i), meetings.of_report(i),
                                    [&](uint32_t report) { return sketches_[report]; });
      for (const Sitter other : met) {
        if (other > events[i]) print(events[i], other);
      }
    }
  }

 private:
  const Face& face(Sitter who) const { return sketches_[report_of(who)]->faces[place_of(who)]; }
  std::string name(Sitter who) const {
    return sketches_[report_of(who)]->id + "/" + face(who).event;
  }

  void print(Sitter a, Sitter b) {
    const Face& one = face(a);
    const Face& other = face(b);
    const auto x = truth_.find(name(a));
    const auto y = truth_.find(name(b));
    if (!comparable(one, other) || x == truth_.end() || y == truth_.end()) return;
    Reasons reasons;
    const int bustle = std::max(rates_.bustle(one), rates_.bustle(other));
    const bool first = one.order < other.order;
    compare(first ? one : other, first ? other : one, lexicon_, bustle > 0, &reasons);
    if (!of_one_report(one, other)) compare(rates_.setting(one, other, kAllNames), &reasons);
    std::string line =
        fmt::format("{}\t{}\t{}\t{}", x->second == y->second ? 1 : 0, x->first, y->first, bustle);
    for (const Reason& r : reasons)
      fmt::format_to(std::back_inserter(line), "\t{}={:.3g}", r.name, r.times);
    std::cout << line << '\n';
  }

  std::vector<std::shared_ptr<const Sketch>> sketches_;
  const Truth& truth_;
  MemoryArchive archive_;
  BaseRates rates_;
  const knowledge::Lexicon& lexicon_;
};

int run(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "pair_cases KNOWLEDGE CODINGS TRUTH\n";
    return 2;
  }
  const auto knowledge = Knowledge::open(argv[1]);
  if (!knowledge) {
    std::cerr << describe(knowledge.error()) << '\n';
    return 2;
  }
  const Truth truth = read_truth(argv[3]);
  const knowledge::Lexicon& lexicon = knowledge->lexicon();
  std::vector<std::shared_ptr<const Sketch>> sketches;
  std::ifstream in(argv[2]);
  for (std::string line; std::getline(in, line);) {
    if (const auto coding = coding_from_json(line))
      sketches.push_back(std::make_shared<const Sketch>(make_sketch(*coding, lexicon)));
  }
  Pairs(std::move(sketches), truth, lexicon).print();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
