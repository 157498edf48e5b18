// Fillers that turn out to be denied: no fillers of the draft, but claims about it.
#pragma once

#include <optional>
#include <vector>

#include "events/draft.h"

namespace sitrep {

// Moves to `disputed` each filler for which `denied_by(fill)` gives a voice: whose denial it is.
void dispute_fills(Draft& draft, const auto& denied_by) {
  const auto sort_out = [&](std::vector<Fill>& fills, auto&& field) {
    std::erase_if(fills, [&](const Fill& fill) {
      std::optional<Voice> voice = denied_by(fill);
      if (!voice) return false;
      Fill denied = fill;
      denied.voice = std::move(*voice);
      denied.voice.polarity = Polarity::denied;
      draft.disputed.push_back({field(fill), std::move(denied)});
      return true;
    });
  };
  sort_out(draft.perpetrators, [](const Fill&) { return Field::perpetrators; });
  sort_out(draft.instruments, [](const Fill&) { return Field::instruments; });
  sort_out(draft.targets, [](const Fill& fill) {
    return fill.human ? Field::human_targets : Field::physical_targets;
  });
}

}  // namespace sitrep
