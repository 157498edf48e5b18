#include "language/analyser.h"
#include "language/sentence_splitter.h"
#include "language/word_cutter.h"
#include "language/word_traits.h"

namespace sitrep {

void tokenise(std::string_view text, Document& document) {
  thread_local std::string scratch;
  document.clear();
  document.text = text;
  cut_words(text, document);
  split_sentences(document);
  for (Token& token : document.tokens) describe_token(document, token, scratch);
  for (Sentence& sentence : document.sentences) describe_sentence(document, sentence);
}

}  // namespace sitrep
