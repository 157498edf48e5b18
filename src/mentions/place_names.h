// What the dictionaries and the gazetteer hold under one name, also when it is spelled another way.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"
#include "language/document.h"

namespace sitrep::placing {

// A record that bears the name: an index in the lexicon's table of `kind`, or in the gazetteer's
// rows.
struct Sense {
  uint32_t entry = 0;
  knowledge::Kind kind = knowledge::Kind::place;
  bool gazetteer = false;
};

// "-", "'", "/": may stand between the words of a name and is no word itself.
bool is_joiner(std::string_view word);
bool is_place_kind(knowledge::Kind kind);     // place, country, division, adjective, people
bool is_facility(knowledge::PlaceKind kind);  // base, airport, oil field: a point, not an area

// "St.", "Mt.", "Ft." and the words that they stand for: names are found under both.
Key other_spelling(Key word);  // kNoKey: none

// The words of a text as the dictionaries' matcher takes them.
knowledge::Word word_at(const Document& document, uint32_t token);
// The key of these tokens as a phrase, joiners left out.
Key name_key(const Document& document, TokenRange tokens);
// The same for a name that is not part of a text; used to compare names of divisions. The Arabic
// article and nouns such as "province" don't count.
Key area_key(const knowledge::Lexicon& lexicon, std::string_view name);

// "Ill." of "Peoria, Ill.", "TX" of "Waco, TX": the division's index in the lexicon, or nothing.
std::optional<uint32_t> abbreviation_at(const knowledge::Lexicon& lexicon, const Document& document,
                                        TokenRange tokens);

class NameFinder {
 public:
  NameFinder(const knowledge::Lexicon& lexicon, const knowledge::Gazetteer& gazetteer)
      : lexicon_(lexicon), gazetteer_(gazetteer) {}

  // All records of the name; the result stands until the next call. With `variants`, other
  // spellings of a name that is not known as given: the article ("al-") left out, added or changed,
  // doubled letters, other ends (-iya, -iyah), written as one word or two (-abad, -stan).
  std::span<const Sense> find(const Document& document, TokenRange tokens, bool variants);
  // "Adams" of "Adams and Brown counties".
  std::span<const Sense> find_county(const Document& document, TokenRange tokens);
  // A place of the dictionaries that carries the name and this noun ("Baghdad" + "airport"):
  // facilities of that kind.
  std::span<const Sense> find_facility(const Document& document, TokenRange city,
                                       knowledge::PlaceKind kind);

 private:
  void take_words(const Document& document, TokenRange tokens);
  void look_up(std::span<const knowledge::Word> words);
  void look_up_with(std::string_view noun);
  bool look_up_abbreviation(const Document& document, TokenRange tokens);
  void look_up_spelled_out();
  void try_joined(const Document& document, TokenRange tokens);
  void try_variants();
  void try_articles(size_t first);
  void try_endings();

  const knowledge::Lexicon& lexicon_;
  const knowledge::Gazetteer& gazetteer_;
  std::vector<knowledge::Word> words_;
  std::vector<knowledge::Word> trial_;
  std::vector<knowledge::Hit> hits_;
  std::vector<Sense> senses_;
  std::string last_;  // normal form of the name's last word
};

}  // namespace sitrep::placing
