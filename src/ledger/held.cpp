#include "ledger/held.h"

#include <algorithm>

#include "incidents/face.h"
#include "ledger/correction_store.h"

namespace sitrep::ledger {

Held::Held(Database& database, ReportStore& reports, SeatStore& seats) {
  CorrectionStore people(database);
  const auto spoken_of = people.reports();
  std::vector<Coding> codings;
  for (Filed& row : reports.some(std::vector<std::string>(spoken_of.begin(), spoken_of.end()))) {
    const Coding& coding = codings.emplace_back(row.current());
    const auto sketch = seats.sketch(row.number);
    for (size_t i = 0; i < sketch->faces.size(); ++i)
      numbers_[coding.report.id + "/" + sketch->faces[i].event] = incidents::sitter(row.number, i);
  }
  people.find_again(codings);
  corrections_ = corrections_of(people.in_force());
  spoken_ = incidents::Spoken(corrections_, numbers_);
  for (const std::string& member : people.members()) {
    const auto found = numbers_.find(member);
    if (found != numbers_.end()) numbers_of_.insert(found->second);
  }
}

void Held::add_to(Reach& reach) const {
  reach.fresh.insert(numbers_of_.begin(), numbers_of_.end());
}

std::vector<size_t> Held::notes_of(const std::string& member) const {
  std::vector<size_t> out;
  for (size_t n = 0; n < corrections_.notes.size(); ++n) {
    if (std::ranges::find(corrections_.notes[n].members, member) !=
        corrections_.notes[n].members.end())
      out.push_back(n);
  }
  return out;
}

}  // namespace sitrep::ledger
