// Reads dictionary files into a Lexicon's tables, and compiles their phrases into its trie.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"
#include "knowledge/table.h"
#include "knowledge/trie.h"

namespace sitrep::knowledge {

class LexiconBuilder {
 public:
  // With `trie`, phrases are cut into words and added to it; without, only the tables are filled (a
  // fast load).
  explicit LexiconBuilder(Lexicon& lexicon, TrieBuilder* trie = nullptr)
      : lexicon_(lexicon), trie_(trie) {}

  // `name` is the path below dictionaries/ ("actors/asia.tsv"); `text` must outlive the lexicon.
  // Which reader is used follows from the name; an unknown name is a problem.
  void add_file(std::string_view name, std::string_view text);
  // After the last file: parents and divisions that do not exist, repeated ids.
  void finish();
  const std::vector<Error>& problems() const { return problems_; }

 private:
  using Cells = std::span<const std::string_view>;
  std::string add_actor(Cells c, Source source);
  std::string add_place(Cells c, Source source);
  std::string add_event_word(Cells c, Source source);
  std::string add_spelling(EventWord word, std::string_view spelling);
  std::string add_weapon(Cells c, Source source);
  std::string add_target(Cells c, Source source);
  std::string add_speech(Cells c, Source source);
  std::string add_hedge(Cells c, Source source);
  std::string add_number(Cells c, Source source);
  std::string add_role(Cells c, Source source);
  std::string add_country(Cells c, Source source);
  std::string add_division(Cells c, Source source);
  std::string add_outlet(Cells c, Source source);
  std::string add_furniture(Cells c, Source source);
  std::string add_column(Cells c, Source source);
  std::string add_page_words(Cells c, Source source);
  std::string add_tracking_parameter(Cells c, Source source);
  std::string add_light_verb(Cells c, Source source);
  std::string add_toll_noun(Cells c, Source source);
  std::string add_topic_word(Cells c, Source source);
  std::string add_context_word(Cells c, Source source);
  std::string add_damage_word(Cells c, Source source);
  std::string add_region_people(Cells c, Source source);
  std::string add_landmark(Cells c, Source source);
  std::string add_ordinary_word(Cells c, Source source);
  std::string add_person_name(Cells c, Source source);
  std::string add_place_word(Cells c, Source source);
  std::string add_facility_noun(Cells c, Source source);
  std::string add_division_abbreviations(Cells c, Source source);
  std::string add_word_rarity(Cells c, Source source);
  std::string add_nothing(Cells c, Source source);
  std::string use_word(std::string_view word, uint32_t use);  // use: bits of PlaceUse
  void name_divisions();
  void problem(std::string message, Source source);
  void phrase(std::string_view text, Kind kind, size_t entry);
  void phrases(std::string_view name, std::string_view aliases, Kind kind, size_t entry);
  struct Format;
  struct Abbreviations {
    std::string_view country, division, words;
    Source source;
  };
  static const Format* format_of(std::string_view name);

  Lexicon& lexicon_;
  TrieBuilder* trie_;
  std::map<std::string_view, uint32_t> actor_ids_;
  std::vector<Abbreviations> abbreviations_;
  std::vector<Error> problems_;
};

// The word keys of a phrase, cut as texts are cut, joining marks left out.
std::vector<Key> phrase_words(std::string_view phrase);
Key phrase_key(std::string_view phrase);

}  // namespace sitrep::knowledge
