// How texts are cut into words; the sentence cases stand in tests/cases/sentences.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/text.h"
#include "language/analyser.h"

namespace sitrep {
namespace {

std::string words_of(std::string_view text) {
  Document document;
  tokenise(text, document);
  std::string out;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (i > 0) out += ' ';
    out += document.word(i);
  }
  return out;
}

struct WordCase {
  const char* text;
  const char* words;
};

class Words : public testing::TestWithParam<WordCase> {};

TEST_P(Words, AreCut) { EXPECT_EQ(words_of(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Clitics, Words,
    testing::Values(WordCase{"don't", "do n't"}, WordCase{"DON'T", "DO N'T"},
                    WordCase{"don\u2019t", "do n\u2019t"}, WordCase{"can't", "ca n't"},
                    WordCase{"cannot", "can not"}, WordCase{"Iran's", "Iran 's"},
                    WordCase{"IRAN'S", "IRAN 'S"},
                    WordCase{"we're they've I'll he'd I'm", "we 're they 've I 'll he 'd I 'm"},
                    WordCase{"soldiers' homes", "soldiers ' homes"}, WordCase{"gonna", "gon na"},
                    WordCase{"U.S.'s", "U.S. 's"}, WordCase{"Iran\u2019s", "Iran \u2019s"}));

INSTANTIATE_TEST_SUITE_P(
    Joints, Words,
    testing::Values(WordCase{"Iran-backed", "Iran - backed"}, WordCase{"Falaq-1", "Falaq - 1"},
                    WordCase{"AK-47s", "AK - 47s"}, WordCase{"anti-tank", "anti-tank"},
                    WordCase{"pro-Iranian", "pro-Iranian"}, WordCase{"al-Asad", "al - Asad"},
                    WordCase{"O'Brien", "O'Brien"}, WordCase{"Sana'a", "Sana'a"},
                    WordCase{"Qa'ida", "Qa'ida"}, WordCase{"and/or", "and / or"},
                    WordCase{"9/11", "9/11"}, WordCase{"11/28/2000", "11/28/2000"},
                    WordCase{"AT&T", "AT&T"}, WordCase{"2022-01-05", "2022-01-05"},
                    WordCase{"2019-20", "2019 - 20"}, WordCase{"A_B", "A_B"},
                    WordCase{"Ain al-Asad air-base", "Ain al - Asad air - base"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Words,
    testing::Values(WordCase{"1,000", "1,000"}, WordCase{"1,000,000.", "1,000,000 ."},
                    WordCase{"3.5%", "3.5 %"}, WordCase{"7:21", "7:21"}, WordCase{"240mm", "240mm"},
                    WordCase{"10pm", "10 pm"}, WordCase{"$5m", "$ 5m"}, WordCase{"US$5", "US $ 5"},
                    WordCase{"20th", "20th"}, WordCase{"5,6", "5 , 6"},
                    WordCase{"\u20AC40", "\u20AC 40"}, WordCase{"1980s", "1980s"},
                    WordCase{"555-1234", "555-1234"}));

INSTANTIATE_TEST_SUITE_P(
    Stops, Words,
    testing::Values(WordCase{"Gen. Smith", "Gen. Smith"},
                    WordCase{"the U.S. troops", "the U.S. troops"},
                    WordCase{"It ended.", "It ended ."}, WordCase{"Jan. 5", "Jan. 5"},
                    WordCase{"No. 4", "No. 4"}, WordCase{"NO.4", "NO. 4"},
                    WordCase{"He said no.", "He said no ."}, WordCase{"J. B. Ross", "J. B. Ross"},
                    WordCase{"a.m. on", "a.m. on"},
                    WordCase{"He left.In Kirkuk", "He left . In Kirkuk"},
                    WordCase{"wait ... no", "wait ... no"}, WordCase{"What?!", "What ?!"},
                    WordCase{"-- he", "-- he"}, WordCase{"Smith & Co. said", "Smith & Co. said"}));

INSTANTIATE_TEST_SUITE_P(
    Marks, Words,
    testing::Values(WordCase{"\"No,\" he said.", "\" No , \" he said ."},
                    WordCase{"(AP)", "( AP )"}, WordCase{"[REPORT]", "[ REPORT ]"},
                    WordCase{"\u201CYes\u201D", "\u201C Yes \u201D"},
                    WordCase{"Iraq\u2014where", "Iraq \u2014 where"}, WordCase{"#iraq", "#iraq"},
                    WordCase{"\u00ABno\u00BB", "\u00AB no \u00BB"}, WordCase{"a\u00A0b", "a b"},
                    WordCase{"safe now :)", "safe now :)"},
                    WordCase{"(safe now:)", "( safe now : )"}, WordCase{"no ;-((", "no ;-(("},
                    WordCase{"at 5:", "at 5 :"}));

INSTANTIATE_TEST_SUITE_P(WithoutApostrophe, Words,
                         testing::Values(WordCase{"they didnt fire", "they did nt fire"},
                                         WordCase{"Im ok", "I m ok"},
                                         WordCase{"IM sent", "IM sent"},
                                         WordCase{"CANT SEE", "CA NT SEE"},
                                         WordCase{"thats it", "that s it"},
                                         WordCase{"an important tent", "an important tent"}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, Words,
    testing::Values(WordCase{"See http://a.org/b?c=d.", "See http://a.org/b?c=d ."},
                    WordCase{"www.site.com,", "www.site.com ,"}, WordCase{"a.b@c.org", "a.b@c.org"},
                    WordCase{"(site.com/x)", "( site.com/x )"}, WordCase{"@user:", "@user :"}));

TEST(Tokenise, EmptyTextsHaveNothing) {
  for (std::string_view text : {"", " ", "\n\n\t ", "\u00A0"}) {
    Document document;
    tokenise(text, document);
    EXPECT_TRUE(document.tokens.empty());
    EXPECT_TRUE(document.sentences.empty());
  }
}

// Words are in order, do not overlap, and together are all that is not white space.
void expect_covered(std::string_view text) {
  Document document;
  tokenise(text, document);
  uint32_t end = 0;
  for (const Token& token : document.tokens) {
    ASSERT_LE(end, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    end = token.span.end;
  }
  ASSERT_LE(end, text.size());
  uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    ASSERT_EQ(sentence.first, next);
    ASSERT_LT(sentence.first, sentence.last);
    next = sentence.last;
  }
  ASSERT_EQ(next, document.tokens.size());
}

TEST(Tokenise, InvalidUtf8IsKeptAsItIs) {
  expect_covered("\xFF\xFE abc \xC3( \xE2\x82 d\x80.\xF0\x9F\x98");
  std::string all;
  for (int c = 1; c < 256; ++c) all += static_cast<char>(c);
  expect_covered(all);
  expect_covered(all + all);
}

TEST(Tokenise, RandomBytesAreCovered) {
  uint64_t state = 7;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      constexpr std::string_view kBytes = "aB1 .,'-/:@&_\"()\n\xE2\x80\x99\xC3\xA9s$t?";
      text += kBytes[(state >> 33) % kBytes.size()];
    }
    expect_covered(text);
  }
}

TEST(Tokenise, HugeSingleLines) {
  for (std::string_view part :
       {"a", "a.", "word ", "(", "a-", "http://a.com/)", "x'", "1,000", "? "}) {
    std::string text;
    while (text.size() < 5'000'000) text += part;
    expect_covered(text);
  }
}

TEST(Tokenise, CapitalsBeyondLatin1AreCapitals) {
  Document document;
  tokenise("Ł Ş Š Ž Đ ł ş š ž ș Ș Ơ Ầ ầ Ж ж Ω ω É é", document);
  const bool wanted[] = {true, true, true, true,  true, false, false, false, false, false,
                         true, true, true, false, true, false, true,  false, true,  false};
  ASSERT_EQ(document.tokens.size(), std::size(wanted));
  for (uint32_t i = 0; i < std::size(wanted); ++i)
    EXPECT_EQ((document.tokens[i].shape & kCapitalised) != 0, wanted[i]) << document.word(i);
}

TEST(Tokenise, NotesShapesAndCapitals) {
  Document document;
  tokenise("Two ROCKETS, 240 of x9\n\nALL OF IT WAS LOST.", document);
  const auto& t = document.tokens;
  EXPECT_EQ(t[0].shape, kCapitalised | kSpaceBefore);
  EXPECT_EQ(t[1].shape, kCapitalised | kAllUpper | kSpaceBefore);
  EXPECT_EQ(t[2].shape, 0);
  EXPECT_EQ(t[3].shape, kHasDigit | kNumeric | kSpaceBefore);
  EXPECT_EQ(t[5].shape, kHasDigit | kSpaceBefore);
  EXPECT_EQ(t[1].form, key("rockets"));
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_FALSE(document.sentences[0].shouting);
  EXPECT_TRUE(document.sentences[0].heading);
  EXPECT_TRUE(document.sentences[1].shouting);
  EXPECT_TRUE(document.sentences[1].paragraph_start);
}

TEST(LemmaText, RegularAndIrregular) {
  EXPECT_EQ(lemma_text("attacks", Tag::VERB, Fine::VBZ), "attack");
  EXPECT_EQ(lemma_text("Fired", Tag::VERB, Fine::VBD), "fire");
  EXPECT_EQ(lemma_text("targeting", Tag::VERB, Fine::VBG), "target");
  EXPECT_EQ(lemma_text("shot", Tag::VERB, Fine::VBN), "shoot");
  EXPECT_EQ(lemma_text("killed", Tag::VERB, Fine::VBN), "kill");
  EXPECT_EQ(lemma_text("bombing", Tag::VERB, Fine::VBG), "bomb");
  EXPECT_EQ(lemma_text("bases", Tag::NOUN, Fine::NNS), "base");
  EXPECT_EQ(lemma_text("clashes", Tag::NOUN, Fine::NNS), "clash");
  EXPECT_EQ(lemma_text("bodies", Tag::NOUN, Fine::NNS), "body");
  EXPECT_EQ(lemma_text("children", Tag::NOUN, Fine::NNS), "child");
  EXPECT_EQ(lemma_text("Baghdad", Tag::PROPN, Fine::NNP), "baghdad");
}

}  // namespace
}  // namespace sitrep
