// One sentence that says what an incident was, composed from its fields alone.
#pragma once

#include <string>

#include "knowledge/lexicon.h"
#include "sitrep/incident.h"

namespace sitrep::incidents {

// "Two drones shot down near Ain al-Asad, Iraq, on the morning of 4 January 2022; militias
// suspected (by X)."
std::string summary_of(const Incident& incident, const knowledge::Lexicon& lexicon);

// The parts of the sentence, in its order; each empty where there is nothing to say.
std::string deed_phrase(const Incident& incident);
std::string place_phrase(const Incident& incident, const knowledge::Lexicon& lexicon);
std::string date_phrase(const When& when);
std::string perpetrator_phrase(const Incident& incident);  // begins with " by" or "; "
std::string toll_phrase(const Incident& incident);         // begins with "; "

std::string count_word(int64_t count);  // "two", "14"

}  // namespace sitrep::incidents
