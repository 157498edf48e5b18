// Things, parties and places as noun phrases that fit into a sentence.
#pragma once

#include <string>
#include <string_view>
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

std::string with_article(std::string_view phrase);  // "a"/"an" before a singular common noun

std::string item_name(const Item& item);        // as given, without determiner
Noun item_noun(const Item& item);               // with its count: "two armed drones"
Noun weapon_noun(const Item& item);             // the same, of which one is "a Katyusha"
Noun party_noun(const Party& party);            // "the Coalition", "a gunman"
Noun together(const std::vector<Noun>& nouns);  // "a, b and c", each once

// The nouns of items, without those that another one names more fully, at most `most`.
std::vector<const Item*> telling(const std::vector<Item>& items, size_t most);

std::string type_noun(EventType type);  // "air strike"

// With honest words for how closely it is known: "in Baghdad, Iraq", "near Deir ez-Zor, Syria",
// "in Anbar province, Iraq", "in Iraq"; empty where nothing is known.
std::string place_phrase(const Where& where, const Countries& countries);
std::string place_name(const Where& where, const Countries& countries);  // the same without "in"

}  // namespace sitrep::output
