// The numbered sources of a situation report: each report gets its number where it is first cited.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "output/brief.h"
#include "sitrep/incident.h"

namespace sitrep::output {

class SourceList {
 public:
  int number(const ReportRef& report);
  Refs numbers(const std::vector<ReportRef>& reports);
  // Of those ids that are reports of the incident; rising, each once.
  Refs numbers(const Incident& incident, const std::vector<std::string>& ids);
  std::vector<Source> take() { return std::move(sources_); }

 private:
  std::map<std::string, int> numbers_;
  std::vector<Source> sources_;
};

}  // namespace sitrep::output
