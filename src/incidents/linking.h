// From events that are new, or whose neighbourhood changed, to all that this reaches: events tied
// to each other make a component, and nothing outside a component has a say in how it is grouped. A
// pair that reaches the threshold is a tie if it is strong, or weak but not much weaker than the
// best that one of the two has: else every busy place would become one component.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "incidents/archive.h"
#include "incidents/base_rate.h"
#include "incidents/cluster.h"
#include "incidents/standings.h"
#include "knowledge/lexicon.h"

namespace sitrep::incidents {

// Events of one component, in an order of their own, and the scores of those that meet.
struct Component {
  std::vector<Sitter> events;
  std::vector<Told> told;         // of each event
  std::vector<Weighed> weighed;   // of each event
  std::vector<ScoredPair> pairs;  // of indices in `events`
};

// The groups of a component that are incidents.
std::vector<std::vector<Sitter>> grouped(const Component& component,
                                         const Constraints& people = {});

// What is to be linked anew.
struct Links {
  std::vector<Sitter> fresh;                  // new or changed
  std::vector<Sitter> doubtful;               // that may meet others than before
  std::vector<Sitter> losing;                 // that may meet fewer than before, and nobody new
  std::vector<Sitter> reached;                // of components that lost an event
  std::vector<std::vector<Sitter>> together;  // tied whatever they score
};

class Linker {
 public:
  // Without `standings` no event stood before.
  Linker(Archive& archive, const knowledge::Lexicon& lexicon, Standings* standings = nullptr)
      : archive_(archive), lexicon_(lexicon), standings_(standings), rates_(archive) {}

  // Scores these events with all that they meet, and reaches the components that they are tied to.
  // A doubtful one that meets its component as before, and is tied to nobody else, reaches nothing.
  // The pairs of a component that stood are taken as they were, but for those of events that are
  // scored.
  void link(const Links& links);

  // All components that were reached. Ends the linking.
  std::vector<Component> components();

 private:
  static constexpr uint32_t kNever = UINT32_MAX;
  static constexpr uint8_t kUnknown = UINT8_MAX;
  // The score of a pair that stays below the threshold and is not weighed to its end: few are ever
  // asked for it, those of one component alone.
  static constexpr float kFar = -std::numeric_limits<float>::infinity();

  struct Node {
    Sitter who = 0;
    Key order = kNoKey;
    uint32_t parent = 0;
    uint32_t turn = kNever;  // which it was of those whose pairs are scored
    bool custody = false;
    uint8_t bustle = kUnknown;  // of its place and day (base_rate.h), once it is asked for
    uint8_t told = kUnknown;    // of its country and day, likewise
    Weighed weighed = {};
    std::optional<int64_t> home;  // the component that it stood in, once it is reached
    bool reached = false;         // to be grouped
    bool asked = false;           // its pairs are to be scored, or are
    bool changed = false;         // its pairs may be others than they were
    bool judged = false;          // its best is known: its pairs are scored, or it stood before
  };
  // An event as it is compared: its node, and its face while the sketches stay.
  struct Seen {
    uint32_t node = 0;
    const Face* face = nullptr;
  };
  struct Other {
    Seen seen;
    float score = 0;
  };
  // A pair that how much happens there has a say in.
  struct Rated {
    Seen own;
    Seen other;
    float* score = nullptr;
  };
  struct Scored {
    uint32_t a = 0;
    uint32_t b = 0;
    float score = 0;
  };
  // Some events and whom they meet, while they are scored.
  struct Guests {
    std::span<const Sitter> events;
    std::vector<std::vector<Sitter>> met;    // until they are seen
    std::vector<std::vector<Other>> others;  // whose pairs with the event are its to score
  };

  struct Doubts {
    boost::unordered_flat_map<Sitter, int64_t> home;   // the components that the doubtful stood in
    boost::unordered_flat_map<Sitter, uint64_t> left;  // of their prints, less today's pairs there
    bool together(Sitter a, Sitter b) const;
  };

  void score_asked();
  void score_some(std::span<const Sitter> events);
  void tie_together(const std::vector<std::vector<Sitter>>& sets);
  Doubts doubts_about(const std::vector<Sitter>& doubtful);
  void settle(const std::vector<Sitter>& doubtful);
  void spread();
  void change(Sitter who);
  void read_stood();
  void ask_outdated();
  void weigh_anew(const std::vector<uint32_t>& outdated);
  void tie();
  bool ask_joined();
  bool reach_tied(const Scored& pair);
  bool judge(uint32_t i);
  Guests guests_of(std::span<const Sitter> events);
  void read_sketches(const Guests& guests, const std::vector<std::vector<uint32_t>>& reports);
  void read_sketches(std::span<const uint32_t> reports);
  void see_all(Guests& guests);
  void learn_rates(const std::vector<Seen>& some);
  void ask_bustle(const std::vector<Seen>& own, const Guests& guests);
  bool see(Sitter who, Seen& seen) const;
  Seen seen(Sitter who);
  double score(const Seen& own, const Seen& other) const;
  std::optional<double> near_score(const Seen& own, const Seen& other) const;
  void score_all(const Seen& own, std::vector<Other>& others) const;
  uint32_t node(Sitter who);
  uint8_t bustle(const Seen& event) const;
  uint8_t told(const Seen& event) const;
  bool busy(const Seen& own, const Seen& other) const;
  uint32_t root(uint32_t i);
  bool has_rates(const Seen& own, const Seen& other, float score) const;
  BaseRates::Known known_of(const Rated& pair) const;
  void add_rates(const std::vector<std::vector<Rated>>& pairs);
  void keep(const Seen& own, const std::vector<Other>& others);
  void weigh_far(const std::function<bool(const Scored&)>& asked);
  void weigh(std::span<Scored* const> pairs);
  void ask(uint32_t i);
  void reach(Sitter who);
  bool ties(const Scored& pair) const;
  template <typename Each>
  void each_pair(Each&& each);
  std::vector<std::vector<uint32_t>> by_component();
  const Sketch& sketch(uint32_t report);
  void forget_sketches();

  Archive& archive_;
  const knowledge::Lexicon& lexicon_;
  Standings* standings_;
  BaseRates rates_;
  boost::unordered_flat_map<uint32_t, std::shared_ptr<const Sketch>> sketches_;
  boost::unordered_flat_map<Sitter, uint32_t> numbers_;
  std::vector<Node> nodes_;
  std::vector<const Face*> faces_;  // of each node, where its sketch is in memory
  uint32_t turns_ = 0;
  std::deque<Scored> pairs_;   // many: never moved to grow
  std::vector<Scored> links_;  // those of them that reach the threshold
  // Pairs as they stood, of the reached components that have events that are not scored.
  boost::unordered_flat_map<int64_t, std::vector<PairOfEvents>> stood_;
  std::vector<Sitter> next_;
};

}  // namespace sitrep::incidents
