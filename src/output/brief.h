// The situation report as a document: what an editor would write from the incidents, before it is
// Markdown or HTML.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "output/countries.h"
#include "sitrep/incident.h"

namespace sitrep::output {

using Refs = std::vector<int>;  // numbers of sources

struct Line {
  std::string text;
  Refs refs;
};

struct Quote {
  std::string text;
  std::string who;
  Refs refs;
};

// Positions that cannot all be true, or figures that rose.
struct Dispute {
  std::string title;
  std::vector<Line> positions;
};

struct Entry {
  std::string id;  // of the incident
  Line headline;
  std::vector<Line> details;  // whole sentences
  std::vector<Quote> quotes;
  std::vector<Dispute> disputes;
  std::vector<std::string> corrections;  // by people, in words
  std::vector<Line> growth;              // a toll that changed, from report to report
  std::string grade;                     // "Grade: fair; two independent sources"; empty: none
};

// The entries of one day in one country.
struct CountrySection {
  std::string title;  // empty where the whole brief is about one country
  std::vector<Entry> entries;
};

struct DaySection {
  std::string title;
  std::vector<CountrySection> countries;
};

struct Source {
  std::string report;  // id
  std::string outlet;
  std::string title;
  std::string date;  // in words; empty: unknown
  bool date_inferred = false;
  std::string uri;
};

struct Brief {
  std::string title;
  std::string lead;
  std::vector<Line> in_brief;
  size_t left_out_of_brief = 0;  // incidents beyond the in-brief list
  std::vector<DaySection> days;
  std::vector<Line> background;
  std::vector<Line> unattributed;
  std::vector<Source> sources;  // number 1 first
};

Brief compose_brief(std::span<const Incident> incidents, std::span<const Coding> codings,
                    const Countries& countries);

}  // namespace sitrep::output
