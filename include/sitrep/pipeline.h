// From a report to its coding: every stage that looks at one report alone. Stateless but for
// scratch memory.
#pragma once

#include <memory>
#include <string_view>

#include "sitrep/coding.h"
#include "sitrep/knowledge.h"
#include "sitrep/report.h"

namespace sitrep {

class ReportReader;

// One per thread. The knowledge must outlive it.
class Coder {
 public:
  static Result<Coder> create(const Knowledge& knowledge);
  Coder(Coder&&) noexcept;
  Coder& operator=(Coder&&) noexcept;
  ~Coder();

  // The same report always gives the same coding. A report without publication date is read
  // relative to itself: its weekdays stay without days.
  Coding code(Report report);

 private:
  Coder(std::unique_ptr<ReportReader> reader, std::string_view knowledge_version);
  std::unique_ptr<ReportReader> reader_;
  std::string_view knowledge_version_;
};

}  // namespace sitrep
