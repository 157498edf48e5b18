// What a noun phrase stands for: looked up in the dictionaries by its head and by the names in it.
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// "rounds of", "dozens of", "a series of": nouns that measure what follows.
bool is_measure(Key lemma);

// The party that people of a kind of targets.tsv are.
PartyKind kind_of_people(std::string_view kind);

// Phrases must come in text order.
class Classifier {
 public:
  Classifier(const Document& document, const knowledge::Lexicon& lexicon, const Mentions& mentions)
      : document_(document), lexicon_(lexicon), mentions_(mentions) {}

  // Sets everything but tokens, head and count.
  void classify(NounPhrase& phrase);

 private:
  struct Found;  // the hits inside a phrase, by kind
  Found look_up(const NounPhrase& phrase);
  void set_form(NounPhrase& phrase) const;
  void set_place(NounPhrase& phrase) const;
  void set_party(NounPhrase& phrase, const Found& found) const;
  void set_people(NounPhrase& phrase, const Found& found) const;
  void cut_person_name(NounPhrase& phrase, const Found& found) const;
  void set_site(NounPhrase& phrase, const Found& found) const;
  void set_person_name(NounPhrase& phrase, const Found& found) const;
  void set_nation(NounPhrase& phrase, const Found& found) const;
  bool written_as_name(const NounPhrase& phrase) const;
  bool names_vehicle(const NounPhrase& phrase, const Found& found) const;
  bool is_surname(const NounPhrase& phrase, const knowledge::Hit& weapon) const;
  bool age_follows(const NounPhrase& phrase) const;
  void set_by_entity(NounPhrase& phrase) const;
  std::string bare(TokenRange range) const;  // the words without leading article and count

  const Document& document_;
  const knowledge::Lexicon& lexicon_;
  const Mentions& mentions_;
  size_t next_hit_ = 0;
};

}  // namespace sitrep
