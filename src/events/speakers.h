// Whose words may be given: what can speak, and whom a pronoun or "the statement" stands for.
#pragma once

#include <optional>

#include "events/reading.h"

namespace sitrep {

// Words that carry another's words: "statement", "report".
bool carries_words(Key lemma);

// "No faction", "neither Israel": nobody who could say a thing.
bool is_nobody(const Document& document, TokenRange phrase);

// Whether a word is written as a name: a proper noun, or a capital within a sentence ("the Northern
// Column").
bool is_name(const Document& document, uint32_t token);

// A ministry is a building, too: whose word is given may be named by anything but an event or a
// weapon, as long as it is somebody for the recogniser.
bool can_speak(const NounPhrase& phrase, const Document& document);

// "The governor's office": the last of a chain of possessors.
uint32_t end_of_possessors(const Reading& reading, uint32_t phrase);

bool of_person(const Token& pronoun);  // not "it" or "they"
bool of_one(const Token& pronoun);     // "he", "she"

// "We, the Sons of the Valley, ...": who "we" are by their own word.
std::optional<uint32_t> own_name(const Reading& reading, uint32_t pronoun);

// Whose statement the report is, where its text names the outlet as a party: who "we" are in it.
std::optional<uint32_t> publisher(const Reading& reading);

// "A group calling itself the Sons of the Valley": the phrase that it is called by.
std::optional<uint32_t> given_name(const Reading& reading, uint32_t phrase);

// "Sons of the Valley, an unknown group, said ...", "a second group, the Sons of the Valley, said":
// the name, whichever of the two was taken for who speaks.
std::optional<uint32_t> group_called(const Reading& reading, uint32_t speaker);

// The phrase that a pronoun or "the statement" stands for among the speakers before it.
std::optional<uint32_t> resolve_speaker(const Reading& reading, uint32_t phrase);

}  // namespace sitrep
