// Sentences about an incident, with the places in them of what was said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "made_corpus/incident.h"
#include "made_corpus/phrases.h"

namespace sitrep::made {

struct Mark {
  enum class Kind : uint8_t {
    when,
    where,
    weapon,
    thing,
    facility,
    people,
    victim,
    actor,
    toll,
    trigger
  };
  Kind kind = Kind::when;
  uint32_t begin = 0;  // bytes of the sentence
  uint32_t end = 0;
};

constexpr size_t kNoEvent = static_cast<size_t>(-1);

struct Sentence {
  std::string text;
  std::vector<Mark> marks;
  size_t event = kNoEvent;  // of the story
  Version::Blame blame = Version::Blame::silent;
};

// What sentences are made from.
struct Scene {
  const World& world;
  const Phrases& phrases;
  const Truth& truth;
  const Version& version;
  const Telling& telling;
  Random& random;
};

// A sentence of the role; empty where the scene knows too little for any that was tried.
std::optional<Sentence> write(Scene& scene, std::string_view role, std::string_view when);

std::string written_number(int64_t n);  // "three", "12"

}  // namespace sitrep::made
