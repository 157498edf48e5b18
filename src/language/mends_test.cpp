// Trees that the parser may give and that no mend may tie into a ring.
#include <gtest/gtest.h>

#include "core/hash.h"
#include "language/appositions.h"
#include "language/bare_subjects.h"
#include "language/heads.h"
#include "language/main_verbs.h"
#include "language/relatives.h"

namespace sitrep {
namespace {

struct Word {
  std::string_view form;
  Tag tag;
  int32_t head;
  Rel rel;
  Fine fine = Fine::none;
};

// `text` holds the words in their order.
Document tree(std::string_view text, const std::vector<Word>& words) {
  Document out;
  out.text = text;
  uint32_t at = 0;
  for (const Word& word : words) {
    const auto begin = static_cast<uint32_t>(text.find(word.form, at));
    at = begin + static_cast<uint32_t>(word.form.size());
    Token token;
    token.span = {begin, at};
    token.form = key(word.form);
    token.head = word.head;
    token.tag = word.tag;
    token.rel = word.rel;
    token.fine = word.fine;
    out.tokens.push_back(token);
  }
  return out;
}

void expect_a_tree(const Document& document) {
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (const int32_t head = document.tokens[i].head; head >= 0) {
      EXPECT_FALSE(hangs_on(document, static_cast<uint32_t>(head), i)) << i;
    }
  }
}

TEST(Mends, AClauseIsNotHungOnANounOfItsOwn) {
  Document document =
      tree("said clinic, where people died", {{"said", Tag::VERB, kNoHead, Rel::root},
                                              {"clinic", Tag::NOUN, 5, Rel::obl},
                                              {",", Tag::PUNCT, 5, Rel::punct},
                                              {"where", Tag::ADV, 5, Rel::advmod},
                                              {"people", Tag::NOUN, 5, Rel::nsubj},
                                              {"died", Tag::VERB, 0, Rel::advcl}});
  mend_relatives(document, {0, 6});
  EXPECT_EQ(document.tokens[5].head, 0);
  expect_a_tree(document);
}

TEST(Mends, AnAdjectiveIsNotHungOnAVerbOfItsOwn) {
  Document document =
      tree("A Syrian stabbed man", {{"A", Tag::DET, 3, Rel::det},
                                    {"Syrian", Tag::ADJ, 3, Rel::amod},
                                    {"stabbed", Tag::VERB, 1, Rel::xcomp, Fine::VBD},
                                    {"man", Tag::NOUN, kNoHead, Rel::root}});
  mend_bare_subjects(document, {0, 4});
  EXPECT_EQ(document.tokens[1].head, 3);
  expect_a_tree(document);
}

TEST(Mends, AParticipleBehindANounIsTheVerb) {
  Document document = tree("man wielding machetes attacked soldiers",
                           {{"man", Tag::NOUN, kNoHead, Rel::root, Fine::NN},
                            {"wielding", Tag::VERB, 0, Rel::acl, Fine::VBG},
                            {"machetes", Tag::NOUN, 1, Rel::obj, Fine::NNS},
                            {"attacked", Tag::VERB, 4, Rel::amod, Fine::VBN},
                            {"soldiers", Tag::NOUN, 1, Rel::obj, Fine::NNS}});
  mend_main_verb(document, {0, 5});
  EXPECT_EQ(document.tokens[3].rel, Rel::root);
  EXPECT_EQ(document.tokens[0].head, 3);
  EXPECT_EQ(document.tokens[4].head, 3);
  expect_a_tree(document);
}

TEST(Mends, ANameBehindATownIsOfThePeople) {
  Document document = tree("mayor of Goma, Bosco", {{"mayor", Tag::NOUN, kNoHead, Rel::root},
                                                    {"of", Tag::ADP, 2, Rel::case_},
                                                    {"Goma", Tag::PROPN, 0, Rel::nmod},
                                                    {",", Tag::PUNCT, 4, Rel::punct},
                                                    {"Bosco", Tag::PROPN, 2, Rel::appos}});
  document.tokens[0].entity = EntityKind::people;
  document.tokens[2].entity = EntityKind::place;
  document.tokens[4].entity = EntityKind::person;
  mend_appositions(document, {0, 5});
  EXPECT_EQ(document.tokens[4].head, 0);
  expect_a_tree(document);
}

}  // namespace
}  // namespace sitrep
