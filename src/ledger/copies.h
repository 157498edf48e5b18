// Reports of nearly the same words: wire copies, reprints. Each points to the earliest of those
// that it repeats, by publication day, then id.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intake/near_duplicates.h"
#include "ledger/report_store.h"
#include "ledger/seating.h"

namespace sitrep::ledger {

constexpr double kSameWords = 0.8;  // least share of common five-word runs

class Copies {
 public:
  Copies(Database& database, ReportStore& reports, SeatStore& seats)
      : database_(database), reports_(reports), seats_(seats) {}

  // Looks at what a change reaches. Gives the reports that point elsewhere than before.
  std::vector<uint32_t> run(const Reach& reach);

 private:
  struct Original {
    std::string id;
    std::string day;  // as known now; undated ones come last
    std::string duplicate_of;
    Fingerprint print;  // once it is asked for
    bool before(const Original& o) const { return std::tie(day, id) < std::tie(o.day, o.id); }
  };
  using Originals = boost::unordered_flat_map<uint32_t, Original>;

  using Met = std::vector<std::vector<uint32_t>>;  // by each of some reports
  struct Circle {
    Met met;
    Originals originals;  // of those reports, and of all that they meet
  };

  Met met_by(const std::vector<uint32_t>& reports);
  std::vector<uint32_t> without_originals(const std::vector<uint32_t>& bereft);
  Circle circle_of(const std::vector<uint32_t>& reports);
  Originals read(const std::vector<uint32_t>& reports);
  void take_prints(std::vector<uint32_t> reports, Originals& originals);
  std::optional<Original> original_of(const Original& copy);
  void point(const std::vector<uint32_t>& reports);
  void offer(const std::vector<uint32_t>& reports, std::set<uint32_t> pointed);
  void set(uint32_t report, const Original& now, const std::string& original);

  Database& database_;
  ReportStore& reports_;
  SeatStore& seats_;
  std::vector<uint32_t> changed_;
};

}  // namespace sitrep::ledger
