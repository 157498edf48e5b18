// Text to Document: sentences, tokens, tags and lemmas for all of it; trees for the sentences that
// earn them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "language/document.h"
#include "sitrep/result.h"

namespace sitrep {

// The trained weights, read-only, shared by all threads. The blobs (models/*.model, part of the
// knowledge file) must outlive it; they are used in place.
struct LanguageModels {
  std::string_view tagger;
  std::string_view lemmatiser;
  std::string_view parser;
};

// One per thread: holds the models and its own reusable scratch. After warm-up no call allocates
// per token.
class Analyser {
 public:
  static Result<Analyser> create(const LanguageModels& models);
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // Fills `document` (cleared first) with sentences, tokens, tags, lemmas. `text` must outlive it.
  void analyse(std::string_view text, Document& document);
  // Tags and lemmas for a document whose tokens and sentences are given (spans set), as the
  // benchmarks need.
  void tag(Document& document);
  // The tree of one sentence, and its tags and lemmas in the light of it; does nothing when it is
  // parsed already. What stands before the token `opening`, a dateline, is parsed by itself.
  void parse(Document& document, uint32_t sentence, uint32_t opening = 0);

 private:
  struct State;
  explicit Analyser(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Tokens and sentences alone, without models (tags X): what the trainer, tests and the knowledge
// compiler use to cut dictionary phrases into words exactly as texts are cut.
void tokenise(std::string_view text, Document& document);

// The lemma of a word as text ("attacks", VERB -> "attack").
std::string lemma_text(std::string_view word, Tag tag, Fine fine);

// The key of the verb that a form is an irregular one of ("thrown"); kNoKey: of none.
Key irregular_verb(Key form);

}  // namespace sitrep
