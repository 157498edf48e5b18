// What the program itself makes of a report's events, beside what a person wrote down.
#pragma once

#include <vector>

#include "alignment.h"
#include "events/story.h"

namespace sitrep::training {

struct Told {
  Told(const Reading& its_reading, const Gold& its_gold, uint32_t its_group)
      : reading(its_reading), group(its_group), alignment(reading, its_gold), story(reading) {
    const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
    events = story.join(story.tell(0, sentences));
  }

  const Reading& reading;
  uint32_t group = 0;
  Alignment alignment;
  StoryReader story;
  std::vector<Draft> events;  // as joined
};

}  // namespace sitrep::training
