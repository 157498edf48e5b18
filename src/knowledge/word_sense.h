// What a word makes of the event words near it. Which word does what,
// dictionaries/context_words.tsv says.
#pragma once

#include <cstdint>

namespace sitrep::knowledge {

enum WordSense : uint32_t {  // bits
  kInnocent = 1u << 0,       // lightning, a crash, a virus: kills, and nobody did it
  kBlaze = 1u << 1,          // fire: likewise, where no weapon fires
  kBursting = 1u << 2,       // a gas cylinder: explodes by itself
  kStored = 1u << 3,         // fireworks: what they are kept in explodes by itself
  kFiction = 1u << 4,        // a novel: what it tells did not happen
  kFilmed = 1u << 5,         // a video: shot with a camera
  kCaptive = 1u << 6,        // a hostage
  kCaptor = 1u << 7,         // a kidnapper
  kFreeing = 1u << 8,        // release, rescue: tells a kidnapping, of captives and captors only
  kAbroad = 1u << 9,         // an embassy, a tourist: of its country, and in another
  kCraft = 1u << 10,         // a helicopter, a gunboat: its owner did what it did
  kRelated = 1u << 11,       // an affiliate, a rival: whom it belongs to did not do it
  kLater = 1u << 12,      // a trial, a vigil, to charge: comes after the deed, on a day of its own
  kHappening = 1u << 13,  // happen, occur: "it happened on Sunday" gives the deed its day
  kAnswering = 1u << 14,  // respond, dispatch: those who are called are there on the deed's day
  kRobber = 1u << 15,     // a thief: where nobody dies by it, what he does is a robbery
  kTaking = 1u << 16,     // snatch, carry: of people a kidnapping, of things a robbery
  kDoer = 1u << 17,       // a gunman: "the gunman" is whoever did the deed that is told
  kLookingBack = 1u << 18,  // a trial, an inquest: a report that opens with it tells of an old deed
  kUnrealNoun = 1u << 19,   // a threat, a plan: what it is of is feared or meant
  kUnrealVerb = 1u << 20,   // want, order: what is wanted did not happen, or not yet
  kRehearsal = 1u << 21,    // a drill: nothing really happens in it
  kRehearsing = 1u << 22,   // practise, mock: what is practised did not happen
  kHabitual = 1u << 23,     // often, regularly: no one incident
  kCounting = 1u << 24,     // another, second: the sentence speaks of more than one
  kFoe = 1u << 25,          // an element, a clan: an attacker where somebody is blamed
  kRecalling = 1u << 26,    // an anniversary: what it is of is long past
  kUntrue = 1u << 27,       // false, a hoax: what is said to be so did not happen
  kScene = 1u << 28,        // "the village": where the event told before was
  kAttributing = 1u << 29,  // who, blame: in a sentence that names the attacker, or will not
  kDeliberate = 1u << 30,   // deliberately, arson: what burnt or crashed was no accident
};

}  // namespace sitrep::knowledge
