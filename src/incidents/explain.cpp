#include "incidents/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "incidents/compare.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kMostAsked = 64;  // members of a large incident that an event is compared with

double judged(const Face& a, const Face& b, Judging& judging, Reasons* reasons = nullptr) {
  const bool busy = judging.rates.busy(a) || judging.rates.busy(b);
  const double score = compare(a, b, judging.lexicon, busy, reasons);
  if (of_one_report(a, b)) return score;
  return score + compare(judging.rates.setting(a, b, score), reasons);
}

std::string in_words(const Reasons& reasons) {
  std::string out;
  for (const Reason& r : reasons)
    fmt::format_to(std::back_inserter(out), "{}{} {:+.1f}", out.empty() ? "" : ", ", r.name,
                   r.value);
  return out;
}

// What speaks most for `one` being in one incident with some of `members`.
JoinReason best_of(const Asked& one, const std::vector<Asked>& members, Judging& judging) {
  JoinReason best;
  best.member = one.id;
  best.score = -1e9;
  const Asked* with = nullptr;
  for (size_t i = 0; i < std::min(members.size(), kMostAsked); ++i) {
    const Asked& other = members[i];
    if (other.id == one.id) continue;
    const double value = judged(*one.face, *other.face, judging);
    if (value > best.score) best.score = value, with = &other;
  }
  if (with == nullptr) return best;
  best.with = with->id;
  Reasons reasons;
  judged(*one.face, *with->face, judging, &reasons);
  best.reasons = in_words(reasons);
  return best;
}

}  // namespace

Asked asked(const Sketch& sketch, size_t place) {
  const Face& face = sketch.faces.at(place);
  return {&face, sketch.id + "/" + face.event};
}

std::vector<JoinReason> joins_of(const std::vector<Asked>& members, Judging& judging) {
  std::vector<JoinReason> out;
  if (members.size() < 2) return out;
  for (const Asked& one : members) out.push_back(best_of(one, members, judging));
  return out;
}

std::vector<JoinReason> near_misses(const std::vector<Asked>& members,
                                    const std::vector<Asked>& others, size_t most,
                                    Judging& judging) {
  std::vector<JoinReason> out;
  out.reserve(others.size());
  for (const Asked& other : others) out.push_back(best_of(other, members, judging));
  std::ranges::sort(out, [](const JoinReason& a, const JoinReason& b) {
    return a.score != b.score ? a.score > b.score : a.member < b.member;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace sitrep::incidents
