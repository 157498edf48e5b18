// mark_entities KNOWLEDGE [--model-alone]: reads texts on standard input, each ended by a line of
// three hyphens, and gives them back with marks {text|kind} around the mentions, as in
// training/spans: those of the program, or what its model finds without dictionaries.
#include <iostream>
#include <string>

#include "language/analyser.h"
#include "mentions/entities.h"
#include "mentions/finder.h"
#include "sitrep/knowledge.h"

namespace {

using namespace sitrep;

class Marker {
 public:
  Marker(const Knowledge& knowledge, Analyser analyser, bool model_alone)
      : knowledge_(knowledge), analyser_(std::move(analyser)), model_alone_(model_alone) {}

  std::string mark(const std::string& text) {
    analyser_.analyse(text, document_);
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) analyser_.parse(document_, s);
    std::string out;
    uint32_t at = 0;
    for (const EntitySpan& entity : entities()) {
      const TextSpan span = document_.span_of(entity.tokens);
      out += text.substr(at, span.begin - at) + '{' +
             text.substr(span.begin, span.end - span.begin) + '|';
      out += name(entity.kind);
      out += '}';
      at = span.end;
    }
    return out + text.substr(at);
  }

 private:
  std::vector<EntitySpan> entities() {
    if (!model_alone_) {
      find_mentions(document_, {knowledge_.lexicon(), knowledge_.gazetteer()}, mentions_);
      return find_entities(document_, knowledge_.lexicon(), mentions_);
    }
    std::vector<EntitySpan> all;
    for (const Sentence& sentence : document_.sentences) {
      const auto some = recognised(document_, sentence);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

  const Knowledge& knowledge_;
  Analyser analyser_;
  bool model_alone_;
  Document document_;
  Mentions mentions_;
};

int refuse(const Error& error) {
  std::cerr << describe(error) << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: mark_entities KNOWLEDGE [--model-alone]\n", 2;
  const auto knowledge = Knowledge::open(argv[1]);
  if (!knowledge) return refuse(knowledge.error());
  auto analyser = Analyser::create(
      {knowledge->model("tagger"), knowledge->model("lemmatiser"), knowledge->model("parser")});
  if (!analyser) return refuse(analyser.error());
  Marker marker(*knowledge, std::move(*analyser), argc > 2);
  std::ios::sync_with_stdio(false);
  std::string text;
  for (std::string line; std::getline(std::cin, line);) {
    if (line != "---") {
      text += line + '\n';
      continue;
    }
    std::cout << marker.mark(text) << "---\n";
    text.clear();
  }
  if (!text.empty()) std::cout << marker.mark(text);
  return 0;
}
