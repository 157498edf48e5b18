#include "language/analyser.h"

#include "language/lemmatiser.h"
#include "language/parser.h"
#include "language/tagger.h"

namespace sitrep {

struct Analyser::State {
  Tagger tagger;
  Lemmatiser lemmatiser;
  Parser parser;
  std::string scratch;
};

Analyser::Analyser(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Result<Analyser> Analyser::create(const LanguageModels& models) {
  auto tagger = Tagger::open(models.tagger);
  if (!tagger) return tl::unexpected(tagger.error());
  auto lemmatiser = Lemmatiser::open(models.lemmatiser);
  if (!lemmatiser) return tl::unexpected(lemmatiser.error());
  auto parser = Parser::open(models.parser);
  if (!parser) return tl::unexpected(parser.error());
  return Analyser(std::make_unique<State>(
      State{std::move(*tagger), std::move(*lemmatiser), std::move(*parser), {}}));
}

void Analyser::analyse(std::string_view text, Document& document) {
  tokenise(text, document);
  for (const Sentence& sentence : document.sentences) {
    state_->tagger.tag(document, sentence);
    state_->lemmatiser.lemmatise(document, sentence);
  }
}

void Analyser::tag(Document& document) {
  for (Token& token : document.tokens) describe_token(document, token, state_->scratch);
  for (Sentence& sentence : document.sentences) {
    describe_sentence(document, sentence);
    state_->tagger.tag(document, sentence);
    state_->lemmatiser.lemmatise(document, sentence);
  }
}

void Analyser::parse(Document& document, uint32_t sentence, uint32_t opening) {
  Sentence& s = document.sentences[sentence];
  if (s.parsed) return;
  state_->parser.parse(document, s, opening);
  state_->lemmatiser.lemmatise(document, s);  // the tags may be others now
}

}  // namespace sitrep
