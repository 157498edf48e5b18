#include "ledger/explaining.h"

#include <map>
#include <set>

#include "incidents/explain.h"
#include "incidents/meetings.h"
#include "ledger/event_store.h"
#include "ledger/incident_store.h"
#include "ledger/query.h"
#include "ledger/seat_blocks.h"
#include "ledger/seat_store.h"

namespace sitrep::ledger {

namespace {

using incidents::Asked;

constexpr size_t kMostMisses = 5;

class Explaining {
 public:
  Explaining(Database& database, const knowledge::Lexicon& lexicon)
      : seats_(database),
        events_(database),
        incidents_(database),
        blocks_(seats_),
        judging_{lexicon, incidents::BaseRates(blocks_)} {}

  Explanation explain(int64_t number) {
    for (const Standing& s : events_.of_incident(number)) members_.push_back(s.event);
    const std::vector<Asked> members = asked(members_);
    return {incidents::joins_of(members, judging_), near_misses(members)};
  }

 private:
  std::shared_ptr<const Sketch> sketch(uint32_t report) {
    auto& kept = sketches_[report];
    if (!kept) kept = seats_.sketch(report);
    return kept;
  }

  std::vector<Asked> asked(const std::vector<Sitter>& events) {
    std::vector<Asked> out;
    out.reserve(events.size());
    for (const Sitter who : events)
      out.push_back(incidents::asked(*sketch(incidents::report_of(who)), incidents::place_of(who)));
    return out;
  }

  // Events that meet a member, and are of another incident.
  std::vector<Sitter> others() {
    const incidents::Meetings meetings(seats_, members_);
    std::set<Sitter> out;
    for (size_t i = 0; i < members_.size(); ++i) {
      const auto met =
          incidents::everyone_met(members_[i], meetings.of_event(i), meetings.of_report(i),
                                  [&](uint32_t report) { return sketch(report); });
      out.insert(met.begin(), met.end());
    }
    for (const Sitter member : members_) out.erase(member);
    return {out.begin(), out.end()};
  }

  std::vector<Explanation::NearMiss> near_misses(const std::vector<Asked>& members) {
    const std::vector<Sitter> met = others();
    const std::vector<Asked> strangers = asked(met);
    std::map<std::string, Sitter> numbers;
    for (size_t i = 0; i < met.size(); ++i) numbers[strangers[i].id] = met[i];
    std::vector<Explanation::NearMiss> out;
    for (JoinReason& reason : incidents::near_misses(members, strangers, kMostMisses, judging_)) {
      const auto standing = events_.find(numbers.at(reason.member));
      if (!standing) throw damaged("an event without its incident");
      out.push_back({std::move(reason), incidents_.id_of(standing->incident)});
    }
    return out;
  }

  SeatStore seats_;
  EventStore events_;
  IncidentStore incidents_;
  SeatBlocks blocks_;
  incidents::Judging judging_;
  std::vector<Sitter> members_;
  std::map<uint32_t, std::shared_ptr<const Sketch>> sketches_;
};

}  // namespace

Explanation explain_incident(Database& database, const std::string& id,
                             const knowledge::Lexicon& lexicon) {
  const std::string whole = find_incident(database, id).id;
  Statement select(database, "SELECT number FROM incidents WHERE id = ?");
  if (!select.bind(whole).next()) throw damaged("an incident that is not there");
  return Explaining(database, lexicon).explain(select.integer(0));
}

}  // namespace sitrep::ledger
