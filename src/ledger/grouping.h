// From what a change reaches to the incidents that stand after it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "incidents/linking.h"
#include "ledger/adding.h"
#include "ledger/event_store.h"
#include "ledger/held.h"
#include "ledger/incident_store.h"
#include "ledger/recall_store.h"
#include "ledger/report_store.h"
#include "ledger/seating.h"

namespace sitrep::ledger {

class Grouping {
 public:
  struct Stores {
    ReportStore& reports;
    SeatStore& seats;
    EventStore& events;
  };
  struct Given {
    const knowledge::Lexicon& lexicon;
    const Held& people;
    const Change& change;
  };
  Grouping(Database& database, Stores stores, Given given);

  // `reach.reports` are those whose own content changed.
  void run(const Reach& reach);

 private:
  // Events that are one incident now.
  struct Group {
    std::vector<Sitter> members;
    int64_t component = 0;
    std::vector<Standing> before;  // of those members that stood
    std::set<int64_t> claims;      // incidents that a member was told by, in any version
    std::set<size_t> notes;        // corrections that its incident may have to show
    bool spoken_of = false;        // by people
    bool same = false;             // as before, in all of its content
  };
  // Groups whose incidents may pass to each other; they are written together.
  struct Family {
    std::vector<size_t> groups;
    std::set<int64_t> incidents;
  };

  struct Slice;  // families that are written in one go

  std::vector<Group> groups_of(const std::vector<incidents::Component>& components);
  void look_back(Group& group);
  void keep_pairs(const incidents::Component& component);
  bool unchanged(const Group& group);
  std::vector<Family> families(const std::vector<Group>& groups) const;
  std::vector<Slice> slices_of(const std::vector<Family>& all,
                               const std::vector<Group>& groups) const;
  void write_all(std::vector<Slice> slices);
  void read(Slice& slice);
  void merge(Slice& slice) const;
  void write(Slice& slice);
  std::map<std::string, std::vector<std::string>> previous(const Slice& slice);
  std::string member(Sitter event);
  std::string in_new_version(const std::string& member) const;  // empty: gone

  ReportStore& reports_;
  SeatStore& seats_;
  EventStore& events_;
  IncidentStore incidents_;
  RecallStore recalls_;
  const knowledge::Lexicon& lexicon_;
  const Held& people_;
  const Change& change_;
  std::map<std::string, std::string> renamed_;  // reports of earlier versions, to those of today
  const Reach* reach_ = nullptr;
  boost::unordered_flat_map<Sitter, incidents::Weighed> weighed_;
  std::map<std::string, int64_t> lost_;  // by member as it is called now
};

}  // namespace sitrep::ledger
