#include "output/sources.h"

#include <algorithm>

#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

Source source_of(const ReportRef& report) {
  Source source;
  source.report = report.id;
  source.outlet = outlet_name(report);
  source.title = printable(report.title);
  source.uri = printable(report.uri);
  if (report.published && report.published->known()) {
    source.date = when_text(*report.published);
    source.date_inferred = report.published->basis == Basis::inferred;
  }
  return source;
}

Refs in_order(Refs refs) {
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  return refs;
}

}  // namespace

int SourceList::number(const ReportRef& report) {
  const auto [entry, is_new] =
      numbers_.try_emplace(report.id, static_cast<int>(sources_.size()) + 1);
  if (is_new) sources_.push_back(source_of(report));
  return entry->second;
}

Refs SourceList::numbers(const std::vector<ReportRef>& reports) {
  Refs refs;
  for (const ReportRef& report : reports) refs.push_back(number(report));
  return in_order(std::move(refs));
}

Refs SourceList::numbers(const Incident& incident, const std::vector<std::string>& ids) {
  Refs refs;
  for (const std::string& id : ids) {
    if (const ReportRef* report = report_of(incident, id)) refs.push_back(number(*report));
  }
  return in_order(std::move(refs));
}

}  // namespace sitrep::output
