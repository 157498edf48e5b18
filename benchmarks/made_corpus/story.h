// One report in the making: whose events it tells, in which sentences.
#pragma once

#include <memory>

#include "made_corpus/prose.h"

namespace sitrep::made {

struct Told {
  std::shared_ptr<const Truth> truth;
  Version version;
};

struct Story {
  const Outlet* outlet = nullptr;
  Minute minute = 0;
  Sentence title;
  std::vector<Sentence> sentences;
  std::vector<Told> events;
};

struct Desk {  // what every story is written from
  const World& world;
  const Phrases& phrases;
};

// News of one incident, or a later report of it; `recalled` may be null.
Story write_story(const Desk& desk, std::shared_ptr<const Truth> truth, const Telling& telling,
                  std::shared_ptr<const Truth> recalled, Random& random);

// Several incidents of one theatre, a line each.
Story write_round_up(const Desk& desk, const std::vector<std::shared_ptr<const Truth>>& truths,
                     const Telling& telling, Random& random);

// The same words by another outlet, under another headline and perhaps shortened.
Story write_copy(const Desk& desk, const Story& original, const Telling& telling, Random& random);

Coding code(const Story& story, const std::string& id);

}  // namespace sitrep::made
