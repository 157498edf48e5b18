#include "language/analyser.h"

#include "core/text.h"
#include "language/lemmatiser.h"
#include "language/parser.h"
#include "language/tagger.h"

namespace sitrep {

namespace {

// What hangs on a word that turned out to be a verb: a noun right before it is its subject, and has
// what stood before that; "be" is its auxiliary; what follows with a preposition is no attribute.
void settle_relations(Document& document, const Sentence& s, uint32_t verb) {
  auto& tokens = document.tokens;
  const auto head = static_cast<int32_t>(verb);
  const bool participle = tokens[verb].fine == Fine::VBN;
  const bool noun_before =
      verb > s.first && tokens[verb - 1].head == head && tokens[verb - 1].rel == Rel::compound;
  for (uint32_t i = s.first; i < s.last; ++i) {
    Token& t = tokens[i];
    if (t.head != head) continue;
    if (participle && t.rel == Rel::cop) t.rel = Rel::aux_pass;
    if (participle && t.rel == Rel::nsubj) t.rel = Rel::nsubj_pass;
    if (i > verb && t.rel == Rel::nmod) t.rel = Rel::obl;
    const bool attribute = t.rel == Rel::det || t.rel == Rel::amod || t.rel == Rel::compound ||
                           t.rel == Rel::nummod || t.rel == Rel::nmod_poss;
    if (noun_before && i + 1 < verb && attribute) t.head = static_cast<int32_t>(verb - 1);
  }
  if (noun_before) tokens[verb - 1].rel = Rel::nsubj;
}

// "A car bomb tore through a market", "a bomb explodes outside a court", "riddled with bullets":
// verbs that are taken for nouns or adjectives, which they never are.
void settle_forms(Document& document, const Sentence& s) {
  struct Form {
    Key word;
    Fine fine;
  };
  constexpr Form kForms[] = {
      {key("explodes"), Fine::VBZ}, {key("detonates"), Fine::VBZ},   {key("erupts"), Fine::VBZ},
      {key("tore"), Fine::VBD},     {key("shook"), Fine::VBD},       {key("struck"), Fine::VBD},
      {key("riddled"), Fine::VBN},  {key("decapitated"), Fine::VBN}, {key("beheaded"), Fine::VBN},
      {key("derailed"), Fine::VBN}, {key("strangled"), Fine::VBN},   {key("sprayed"), Fine::VBD},
      {key("torched"), Fine::VBD},  {key("ransacked"), Fine::VBD}};
  for (uint32_t i = s.first; i < s.last; ++i) {
    Token& t = document.tokens[i];
    if (t.tag != Tag::NOUN && t.tag != Tag::ADJ) continue;
    for (const Form& form : kForms) {
      if (t.form != form.word) continue;
      t.tag = Tag::VERB, t.fine = form.fine;
      if (s.parsed) settle_relations(document, s, i);
    }
  }
}

// "A bomb wounded three soldiers": what has a subject before it and an object behind it is a verb,
// even where the tags say that it is an adjective.
void settle_participles(Document& document, const Sentence& s) {
  constexpr uint8_t kSubject = 1, kObject = 2;
  thread_local std::vector<uint8_t> has;  // scratch, by word of the sentence
  has.assign(s.last - s.first, 0);
  for (uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = document.tokens[i];
    const bool inside =
        t.head >= static_cast<int32_t>(s.first) && t.head < static_cast<int32_t>(s.last);
    if (!inside) continue;
    const auto head = static_cast<uint32_t>(t.head);
    if (t.rel == Rel::nsubj && i < head) has[head - s.first] |= kSubject;
    if (t.rel == Rel::obj && i > head) has[head - s.first] |= kObject;
  }
  for (uint32_t i = s.first; i < s.last; ++i) {
    Token& t = document.tokens[i];
    const bool verb = has[i - s.first] == (kSubject | kObject) && t.tag == Tag::ADJ;
    if (verb && document.word(i).size() > 3 && lower_ascii(document.word(i)).ends_with("ed"))
      t.tag = Tag::VERB, t.fine = Fine::VBD;
  }
}

}  // namespace

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
    settle_forms(document, sentence);
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
  settle_forms(document, s);
  settle_participles(document, s);
  state_->lemmatiser.lemmatise(document, s);  // the tags may be others now
}

}  // namespace sitrep
