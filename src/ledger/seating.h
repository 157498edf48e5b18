// Seats for what is pending, and whom that reaches.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/event_store.h"
#include "ledger/seat_store.h"

namespace sitrep::ledger {

using incidents::SeatKind;

// What a change of reports reaches.
struct Reach {
  bool everything = false;     // so much changed that all is looked at anew
  std::set<Sitter> fresh;      // events that are new or changed
  std::set<Sitter> doubtful;   // that may meet others than before
  std::set<Sitter> losing;     // that may meet fewer than before, and nobody new
  std::set<Sitter> company;    // of components that lost an event
  std::set<uint32_t> reports;  // that changed, and stand
  std::set<uint32_t> around;   // reports whose company at seats of reports changed
  std::set<uint32_t> marked;   // those of them that may have found company at a five-word run
  std::set<uint32_t> bereft;   // and those that can only have lost some there
  std::map<int64_t, std::vector<std::string>>
      lost;  // incident -> members of earlier versions of reports that it had
};

class Seating {
 public:
  Seating(Database& database, SeatStore& seats, EventStore& events)
      : database_(database), seats_(seats), events_(events) {}

  // Seats all that is pending; adds to `reach`.
  void run(Reach& reach);

 private:
  struct Pending {
    uint32_t report = 0;
    std::string sketch;  // empty: the report is gone
  };
  // What of a slot says who meets there.
  struct Sight {
    bool crowd = false;
    std::vector<Sitter> first;  // of a crowd
  };
  struct Slot {
    incidents::Seat seat;
    bool left = false;    // by a report that changed or went
    uint32_t coming = 0;  // that take a seat there
    Sight before;
    Sight after;
  };
  using Slots = std::vector<Slot>;  // each once, by key
  // Days whose rates the slots have a say in, and the step of each day.
  struct Rates {
    std::vector<incidents::Look> days;
    std::vector<std::vector<uint8_t>> before;
    std::vector<std::vector<uint8_t>> after;
  };

  bool is_large_step();
  std::vector<Pending> next(size_t most);
  void seat(const std::vector<Pending>& slice, Reach& reach);
  void take_out(const Pending& pending, Reach& reach);
  void put_in(const std::vector<Pending>& slice, Reach& reach);
  Slots slots_of(const std::vector<Pending>& slice);
  static std::vector<incidents::Look> days_of(const Slots& slots);
  void look_before(Slots& slots, Reach& reach);
  void look_after(Slots& slots, const std::vector<Pending>& slice);
  static void look(const std::vector<incidents::Row>& rows, SeatKind kind, Sight& sight);
  std::vector<uint32_t> company_at(const incidents::Seat& seat);
  void compare(const Slots& slots, Reach& reach);
  void compare_rates(const Rates& rates, Reach& reach);
  void reach_seat(const incidents::Seat& seat, Reach& reach);
  static bool finds_company(const Slot& slot, const Reach& reach);
  void reach_sitter(Sitter who, SeatKind kind, std::set<Sitter>& reached);

  Database& database_;
  SeatStore& seats_;
  EventStore& events_;
  std::set<int64_t> components_;  // that lose an event
};

}  // namespace sitrep::ledger
