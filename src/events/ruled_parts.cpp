#include "events/ruled_parts.h"

#include <algorithm>

namespace sitrep {

namespace {

bool by_phrase(const RuledPart& a, const RuledPart& b) { return a.phrase < b.phrase; }

}  // namespace

void RuledParts::add(std::span<const Draft> drafts) {
  const auto before = static_cast<ptrdiff_t>(parts_.size());
  for (const Draft& draft : drafts) {
    const TokenRange trigger = draft.tellings.front().trigger;
    const auto keep = [&](const std::vector<Fill>& fills, auto&& part) {
      for (const Fill& fill : fills)
        parts_.push_back({fill.phrase, part(fill), trigger, draft.under});
    };
    keep(draft.perpetrators, [](const Fill&) { return Part::perpetrator; });
    keep(draft.instruments, [](const Fill&) { return Part::instrument; });
    keep(draft.targets,
         [](const Fill& f) { return f.human ? Part::human_target : Part::physical_target; });
  }
  const auto fresh = parts_.begin() + before;
  std::stable_sort(fresh, parts_.end(), by_phrase);
  if (fresh == parts_.end()) return;
  // Whom a pronoun means stands in a sentence before.
  std::inplace_merge(std::upper_bound(parts_.begin(), fresh, *fresh, by_phrase), fresh,
                     parts_.end(), by_phrase);
}

std::span<const RuledPart> RuledParts::of(uint32_t phrase) const {
  const auto [first, last] =
      std::equal_range(parts_.begin(), parts_.end(), RuledPart{phrase, {}, {}, {}}, by_phrase);
  return {first, last};
}

}  // namespace sitrep
