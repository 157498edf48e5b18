// The stream of reports, in the order of their publication. The same seed gives the same stream,
// and a shorter one is the beginning of a longer one.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <queue>
#include <vector>

#include "made_corpus/story.h"

namespace sitrep::made {

class Corpus {
 public:
  Corpus(const World& world, const Phrases& phrases, uint64_t seed);
  Story next();

 private:
  // A report to come.
  struct Assignment {
    Telling telling;
    uint64_t number = 0;  // seeds its words
    std::vector<std::shared_ptr<const Truth>> truths;
    std::shared_ptr<std::vector<Story>> wires;  // of agencies, on that incident
    bool operator<(const Assignment& other) const {
      return std::tie(telling.minute, number) > std::tie(other.telling.minute, other.number);
    }
  };

  void live_a_day();
  void happen(size_t theatre);
  void assign(const std::shared_ptr<const Truth>& truth);
  void add(const Telling& telling, std::vector<std::shared_ptr<const Truth>> truths,
           std::shared_ptr<std::vector<Story>> wires = nullptr);
  void round_up(size_t theatre, std::vector<std::shared_ptr<const Truth>> truths);
  const Outlet& reporter(size_t theatre, size_t rank);
  Telling telling(const Truth& truth, size_t rank);
  std::shared_ptr<const Truth> recalled(const Truth& truth, Random& random) const;
  void remember(const std::shared_ptr<const Truth>& truth);
  Story write(const Assignment& assignment);

  Desk desk_;
  Random random_;
  uint64_t seed_;
  Minute day_;  // the next day to live, as its first minute
  uint64_t incidents_ = 0;
  uint64_t assignments_ = 0;
  std::vector<double> moods_;  // of the theatres: how violent these weeks are, 1 as usual
  std::priority_queue<Assignment> due_;
  std::map<std::string, std::deque<std::shared_ptr<const Truth>>> memory_;  // by country
};

}  // namespace sitrep::made
