#include "events/answers.h"

#include <algorithm>

namespace sitrep {

namespace {

// "The gunman, who was wounded by police, had killed his mother": the police did not kill her.
bool strikes_back(const Draft& answer, const Draft& deed) {
  return std::any_of(answer.targets.begin(), answer.targets.end(), [&](const Fill& target) {
    return !target.learnt && target.effect >= Effect::killed &&
           std::any_of(deed.perpetrators.begin(), deed.perpetrators.end(), [&](const Fill& fill) {
             return !fill.learnt && fill.phrase == target.phrase;
           });
  });
}

}  // namespace

void part_answers(Draft& event, Draft& draft) {
  if (event.type() == EventType::battle || draft.type() == EventType::battle) return;
  const bool back = strikes_back(draft, event), forth = strikes_back(event, draft);
  if (back && !forth) draft.perpetrators.clear();
  if (forth && !back) event.perpetrators.clear();
}

}  // namespace sitrep
