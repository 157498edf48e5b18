// Who does a deed where grammar alone does not say it plainly.
#pragma once

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// Who may do what is reported: a state, its forces, an armed group, people with arms.
bool may_act(const NounPhrase& phrase);

bool is_attacker(Key lemma);  // "gunman", "raider": called by the deed

// Tree::subject, but for "... had boarded, the survivors said, and shot every man": the survivors
// only say it.
std::optional<uint32_t> subject_of_deed(const Reading& reading, const Tree& tree, uint32_t verb);

// "Detained at the airport by agents", where the tree hangs the agents on the airport.
std::optional<uint32_t> agent_behind_place(const Reading& reading, const Tree& tree, uint32_t verb);

// "Three engineers taken hostage in May were freed": whom it befell, though the tree has "hostage"
// for an object.
std::optional<uint32_t> befallen(const Tree& tree, const EventMention& event);

// Who fights, by the preposition behind a noun for it: "clashes between herders and farmers", "with
// soldiers"; not "clashes with villagers", who may only live there.
bool fights_in(Key preposition, const NounPhrase& phrase);

// "Fighters of the Front", "planes of the air force", "rebels from the movement": the body behind
// them.
std::optional<uint32_t> body_behind(const Reading& reading, const Tree& tree, uint32_t phrase);

// Whether a noun for a deed has its doer before it: "a rebel ambush", "the army raid"; "a police
// killing" may have befallen the police.
bool is_act_of_owner(const knowledge::EventWord& word, Key noun);

// For whom a speaker speaks: "the junta's spokesman, Colonel Thura Win", "a spokesman for the
// movement"; the speaker himself where that is not said.
uint32_t spoken_for(const Reading& reading, uint32_t speaker);

}  // namespace sitrep
