// Things, parties and places as noun phrases that fit into a sentence.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "output/countries.h"
#include "sitrep/incident.h"

namespace sitrep::output {

// A phrase with its determiner ("a US base", "the Syrian army"), and the number of its verb.
struct Noun {
  std::string text;
  bool plural = false;
  explicit operator bool() const { return !text.empty(); }
};

bool is_plural(std::string_view phrase);            // by its head word
std::string with_article(std::string_view phrase);  // "a"/"an" before a singular common noun

std::string item_name(const Item& item);  // as given, without determiner
Noun item_noun(const Item& item);         // with its count: "two armed drones"
Noun party_noun(const Party& party);      // "the Coalition", "a gunman"
Noun together(const std::vector<Noun>& nouns, std::string_view last = "and");

std::string type_noun(EventType type);  // "air strike"

// With honest words for how closely it is known: "in Baghdad, Iraq", "near Deir ez-Zor, Syria", "in
// Anbar province, Iraq", "in Iraq"; empty where nothing is known.
std::string place_phrase(const Where& where, const Countries& countries);
std::string place_name(const Where& where,
                       const Countries& countries);  // the same without "in", for lists

}  // namespace sitrep::output
