#include "tagged.h"

#include <string>

#include "language/analyser.h"
#include "language/tagger.h"

namespace sitrep::training {

namespace {

Word word_of(const Document& document, const Token& token) {
  Word word;
  word.form = document.text.substr(token.span.begin, token.span.end - token.span.begin);
  word.tag = token.tag, word.fine = token.fine;
  word.space_before = token.span.begin > 0 && document.text[token.span.begin - 1] == ' ';
  return word;
}

}  // namespace

std::optional<Tag> tag_of(Fine fine) {
  switch (fine) {
    case Fine::NN:
    case Fine::NNS:
      return Tag::NOUN;
    case Fine::NNP:
    case Fine::NNPS:
      return Tag::PROPN;
    case Fine::VB:
    case Fine::VBD:
    case Fine::VBG:
    case Fine::VBN:
    case Fine::VBP:
    case Fine::VBZ:
      return Tag::VERB;
    case Fine::JJ:
      return Tag::ADJ;
    case Fine::RB:
      return Tag::ADV;
    case Fine::RP:
    case Fine::IN:
      return Tag::ADP;
    default:
      return std::nullopt;
  }
}

std::optional<MarkedTags> marked_tags(const MarkedText& marked, const Token& token) {
  for (const Mark& mark : marked.marks) {
    const auto tag = tag_of(mark.fine);
    if (tag && mark.span.begin <= token.span.begin && token.span.end <= mark.span.end)
      return MarkedTags{*tag, mark.fine};
  }
  return std::nullopt;
}

std::vector<Tree> tagged_trees(const std::vector<MarkedText>& texts, std::string_view tagger) {
  Tagger base = *Tagger::open(tagger);
  std::vector<Tree> trees;
  Document document;
  for (const MarkedText& marked : texts) {
    tokenise(marked.text, document);
    for (const Sentence& sentence : document.sentences) {
      base.tag(document, sentence);
      Tree& tree = trees.emplace_back();
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        tree.push_back(word_of(document, document.tokens[t]));
        if (const auto tags = marked_tags(marked, document.tokens[t]))
          tree.back().tag = tags->tag, tree.back().fine = tags->fine;
      }
    }
  }
  return trees;
}

}  // namespace sitrep::training
