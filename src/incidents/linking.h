// From events that are new, or whose neighbourhood changed, to all that this reaches: events linked
// by pairs that reach the threshold make a component, and nothing outside a component has a say in
// how it is grouped.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <vector>

#include "incidents/archive.h"
#include "incidents/base_rate.h"
#include "incidents/cluster.h"
#include "knowledge/lexicon.h"

namespace sitrep::incidents {

// Events of one component, in an order of their own, and the scores of those that meet.
struct Component {
  std::vector<Sitter> events;
  std::vector<Told> told;         // of each event
  std::vector<ScoredPair> pairs;  // of indices in `events`
};

// The groups of a component that are incidents.
std::vector<std::vector<Sitter>> grouped(const Component& component,
                                         const Constraints& people = {});

class Linker {
 public:
  Linker(Archive& archive, const knowledge::Lexicon& lexicon)
      : archive_(archive), lexicon_(lexicon), rates_(archive) {}

  // Scores these events with all that they meet, then those that they are linked to, and so on.
  // `together`: sets of events that are linked whatever they score.
  void link(const std::vector<Sitter>& events,
            const std::vector<std::vector<Sitter>>& together = {});

  // All components that were reached. Ends the linking.
  std::vector<Component> components();

 private:
  struct Node {
    Sitter who = 0;
    Key order = kNoKey;
    uint32_t parent = 0;
    bool custody = false;
    bool busy = false;
    bool done = false;  // its pairs are scored
    bool asked = false;
  };
  struct Scored {
    uint32_t a = 0;
    uint32_t b = 0;
    float score = 0;
  };

  void link_some(std::span<const Sitter> events);
  std::vector<std::pair<Sitter, float>> scores_of(const Sketch& sketch, Sitter who,
                                                  const std::vector<Sitter>& met) const;
  uint32_t node(Sitter who);
  bool is_busy(Sitter who) const { return nodes_[numbers_.at(who)].busy; }
  uint32_t root(uint32_t i);
  void add_rates(Sitter who, std::vector<std::pair<Sitter, float>>& scores);
  void keep(Sitter who, const std::vector<std::pair<Sitter, float>>& scores);
  void ask(uint32_t i);
  std::vector<std::vector<uint32_t>> by_component();
  std::shared_ptr<const Sketch> sketch(uint32_t report);

  Archive& archive_;
  const knowledge::Lexicon& lexicon_;
  BaseRates rates_;
  boost::unordered_flat_map<uint32_t, std::shared_ptr<const Sketch>> sketches_;
  boost::unordered_flat_map<Sitter, uint32_t> numbers_;
  std::vector<Node> nodes_;
  std::deque<Scored> pairs_;  // many: never moved to grow
  std::vector<Sitter> next_;
};

}  // namespace sitrep::incidents
