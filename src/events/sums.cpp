#include "events/sums.h"

namespace sitrep {

void add_to(Quantity& sum, const Quantity& part) {
  const auto add = [](std::optional<int64_t>& to, const std::optional<int64_t>& n) {
    to = to && n ? std::optional(*to + *n) : std::nullopt;
  };
  if (!sum.known()) {
    sum = part;
    return;
  }
  add(sum.low, part.low), add(sum.best, part.best), add(sum.high, part.high);
  sum.text += " and " + part.text;
}

bool says_fatally(Key form) {
  constexpr Key kFatally[] = {key("fatally"), key("mortally"), key("lethally")};
  return one_of(form, kFatally);
}

}  // namespace sitrep
