// How far an incident's record can be trusted, and how its tolls grew, in words.
#pragma once

#include <string>
#include <vector>

#include "output/brief.h"
#include "output/sources.h"

namespace sitrep::output {

// "Killed: 7 (14 October), 12 (15 October, two sources)" for each toll that changed.
std::vector<Line> toll_growth(const Incident& incident, SourceList& sources);

// "Grade: fair (two independent sources); who did it: contested (...)."
std::string grade_line(const Incident& incident);

}  // namespace sitrep::output
