// The dictionaries that are plain lists of words and names.
#include "core/text.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep::knowledge {

std::string LexiconBuilder::add_ordinary_word(Cells c, Source) {
  if (c[0].empty()) return "a word is needed";
  lexicon_.ordinary_words_.insert(key(normal(c[0])));
  return {};
}

std::string LexiconBuilder::add_person_name(Cells c, Source) {
  for (const auto cell : {c[1], c[2]}) {
    if (!cell.empty() && cell != "yes") return "given and family are 'yes' or empty";
  }
  if (c[1].empty() && c[2].empty()) return "a name is given, family or both";
  const int bits = (c[1].empty() ? 0 : kGivenName) | (c[2].empty() ? 0 : kFamilyName);
  lexicon_.person_names_[key(normal(c[0]))] |= static_cast<uint8_t>(bits);
  return {};
}

std::string LexiconBuilder::add_furniture(Cells c, Source) {
  lexicon_.furniture_.push_back({c[0], c[1]});
  return {};
}

}  // namespace sitrep::knowledge
