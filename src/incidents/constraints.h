// What people said of events by name, as linking and clustering take it: by number.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "incidents/cluster.h"
#include "incidents/corrections.h"
#include "incidents/seats.h"

namespace sitrep::incidents {

class Spoken {
 public:
  using Numbers = std::map<std::string, Sitter>;  // of "REPORT/EVENT"

  // Events without a number are left out.
  Spoken(const Corrections& corrections, const Numbers& numbers);

  const std::vector<std::vector<Sitter>>& together() const { return together_; }
  Constraints constraints(const std::vector<Sitter>& events) const;

 private:
  struct Apart {
    std::vector<Sitter> one;
    std::vector<Sitter> other;
  };
  std::vector<std::vector<Sitter>> together_;
  std::vector<Apart> apart_;
};

}  // namespace sitrep::incidents
