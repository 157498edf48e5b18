// Where each event stands: the component that it is grouped in, the incident that it is told by;
// and what the pairs of a component scored.
#pragma once

#include <optional>
#include <vector>

#include "incidents/linking.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

struct Standing {
  incidents::Sitter event = 0;
  int64_t component = 0;
  int64_t incident = 0;
  bool news = true;
  incidents::Weighed weighed = {};
};

class EventStore : public incidents::Standings {
 public:
  explicit EventStore(Database& database);
  std::optional<Stood> stood(incidents::Sitter event) override;
  std::vector<incidents::Sitter> company(int64_t component) override;
  std::vector<incidents::PairOfEvents> pairs(int64_t component) override;
  void put_pairs(int64_t component, const std::vector<incidents::PairOfEvents>& pairs);
  void remove_pairs(int64_t component);
  std::optional<Standing> find(incidents::Sitter event);
  std::vector<Standing> of_component(int64_t component);
  std::vector<Standing> of_incident(int64_t incident);
  std::vector<incidents::Sitter> all();
  void put(const Standing& standing);
  void remove(incidents::Sitter event);

 private:
  static std::vector<Standing> rows(Statement& found);
  Database& database_;
  Statement find_;
  Statement of_component_;
  Statement of_incident_;
  Statement put_;
  Statement remove_;
  Statement pairs_;
  Statement put_pairs_;
  Statement remove_pairs_;
};

}  // namespace sitrep::ledger
