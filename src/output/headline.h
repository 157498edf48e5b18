// One sentence that says what happened, composed from an incident's fields.
#pragma once

#include <string>

#include "output/countries.h"
#include "output/nouns.h"
#include "sitrep/incident.h"

namespace sitrep::output {

struct HeadlineParts {
  bool place = true;
  bool part_of_day = true;
  bool date = false;
};

std::string headline(const Incident& incident, const Countries& countries,
                     HeadlineParts parts = {});

// "three people were killed and five wounded"; empty where no harm to people is reported.
std::string toll_clause(const Incident& incident);

}  // namespace sitrep::output
