// The analyser with the models of models/: what it makes of sentences, that it refuses damaged
// models, and that it allocates nothing once warm.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>

#include "language/analyser.h"
#include "language/blob.h"
#include "language/entities.h"

namespace {
std::atomic<size_t> allocations = 0;

void* counted(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
}  // namespace

void* operator new(size_t size) { return counted(size); }
void* operator new[](size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

namespace sitrep {
namespace {

std::string model(const std::string& name) {
  std::ifstream in(std::string(SITREP_SOURCE_DIR) + "/models/" + name + ".model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string& tagger() {
  static const std::string bytes = model("tagger");
  return bytes;
}
const std::string& lemmatiser() {
  static const std::string bytes = model("lemmatiser");
  return bytes;
}
const std::string& parser() {
  static const std::string bytes = model("parser");
  return bytes;
}

Analyser& analyser() {
  static Analyser it = *Analyser::create({tagger(), lemmatiser(), parser()});
  return it;
}

// "word/TAG/lemma?" is checked by key, so a test gives the lemma it expects.
struct Parsed {
  explicit Parsed(std::string_view text) {
    analyser().analyse(text, document);
    for (uint32_t s = 0; s < document.sentences.size(); ++s) analyser().parse(document, s);
  }
  const Token& operator[](std::string_view word) const {
    for (uint32_t i = 0; i < document.tokens.size(); ++i) {
      if (document.word(i) == word) return document.tokens[i];
    }
    throw std::out_of_range(std::string(word));
  }
  std::string_view head_of(std::string_view word) const {
    const int32_t head = (*this)[word].head;
    return head == kNoHead ? "ROOT" : document.word(static_cast<uint32_t>(head));
  }
  Document document;
};

TEST(Analyser, ActiveSentence) {
  const Parsed p("Militants attacked the convoy near Kirkuk on Monday.");
  EXPECT_EQ(p["attacked"].tag, Tag::VERB);
  EXPECT_EQ(p["attacked"].fine, Fine::VBD);
  EXPECT_EQ(p["attacked"].lemma, key("attack"));
  EXPECT_EQ(p.head_of("attacked"), "ROOT");
  EXPECT_EQ(p["Militants"].rel, Rel::nsubj);
  EXPECT_EQ(p["Militants"].lemma, key("militant"));
  EXPECT_EQ(p["convoy"].rel, Rel::obj);
  EXPECT_EQ(p["Kirkuk"].tag, Tag::PROPN);
  EXPECT_EQ(p.head_of("near"), "Kirkuk");
}

TEST(Analyser, PassiveSentence) {
  const Parsed p("Two soldiers were killed by a roadside bomb.");
  EXPECT_EQ(p["soldiers"].rel, Rel::nsubj_pass);
  EXPECT_EQ(p.head_of("soldiers"), "killed");
  EXPECT_EQ(p["were"].rel, Rel::aux_pass);
  EXPECT_EQ(p["were"].lemma, key("be"));
  EXPECT_EQ(p["bomb"].rel, Rel::obl_agent);
  EXPECT_EQ(p["killed"].fine, Fine::VBN);
}

TEST(Analyser, ASubjectBeforeInterposedSpeech) {
  const Parsed wounded("Two men, it said, were lightly wounded.");
  EXPECT_EQ(wounded["men"].rel, Rel::nsubj_pass);
  EXPECT_EQ(wounded.head_of("men"), "wounded");
  EXPECT_EQ(wounded.head_of("it"), "said");
  const Parsed killed("The bomb, police said, killed three people.");
  EXPECT_EQ(killed["bomb"].rel, Rel::nsubj);
  EXPECT_EQ(killed.head_of("bomb"), "killed");
  EXPECT_EQ(killed.head_of("police"), "said");
}

TEST(Analyser, ARelativeClauseBehindACommaIsOfTheNounBeforeIt) {
  const Parsed which("The army denied attacking the clinic, in which 12 people died.");
  EXPECT_EQ(which["died"].rel, Rel::acl_relcl);
  EXPECT_EQ(which.head_of("died"), "clinic");
  const Parsed where("Israel denied bombing the school, where 15 people were killed on Monday.");
  EXPECT_EQ(where["killed"].rel, Rel::acl_relcl);
  EXPECT_EQ(where.head_of("killed"), "school");
}

TEST(Analyser, WhatIsSaidOfWhomARelativeClauseDescribes) {
  const Parsed dead("The 16-year-old boy who was shot was pronounced dead at the scene.");
  EXPECT_EQ(dead.head_of("pronounced"), "ROOT");
  EXPECT_EQ(dead["boy"].rel, Rel::nsubj_pass);
  EXPECT_EQ(dead.head_of("boy"), "pronounced");
  EXPECT_EQ(dead["shot"].rel, Rel::acl_relcl);
}

TEST(Analyser, AnAdjectiveThatStandsForSomebody) {
  const Parsed p("A Syrian stabbed three people in Munich on Monday.");
  EXPECT_EQ(p["Syrian"].rel, Rel::nsubj);
  EXPECT_EQ(p.head_of("Syrian"), "stabbed");
}

TEST(Analyser, CapitalsSayTheSame) {
  const Parsed p("THREE SOLDIERS WERE KILLED WHEN GUERRILLAS ATTACKED THE BASE.");
  EXPECT_TRUE(p.document.sentences[0].shouting);
  EXPECT_EQ(p["SOLDIERS"].tag, Tag::NOUN);
  EXPECT_EQ(p["SOLDIERS"].rel, Rel::nsubj_pass);
  EXPECT_EQ(p["GUERRILLAS"].rel, Rel::nsubj);
  EXPECT_EQ(p["BASE"].rel, Rel::obj);
  EXPECT_EQ(p["KILLED"].lemma, key("kill"));
}

TEST(Analyser, ADatelineIsParsedByItself) {
  const std::string text = "BEIRUT, MARCH 7 (FLASH) - SOLDIERS CLOSED THE BRIDGE ON THURSDAY.";
  Document document;
  analyser().analyse(text, document);
  uint32_t opening = 0;
  while (document.word(opening) != "SOLDIERS") ++opening;
  analyser().parse(document, 0, opening);
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (document.word(i) == "CLOSED") {
      EXPECT_EQ(token.head, kNoHead);
    } else {
      EXPECT_NE(token.head, kNoHead) << document.word(i);
    }
    if (i >= opening && token.head != kNoHead) {
      EXPECT_GE(token.head, static_cast<int32_t>(opening));
    }
  }
}

TEST(Analyser, EveryWordHasATagLemmaAndHead) {
  const Parsed p(
      "Rockets hit a base\n\nBAGHDAD \u2014 The army's spokesman couldn't say who, if anyone, "
      "fired.");
  for (const Sentence& sentence : p.document.sentences) {
    int roots = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = p.document.tokens[i];
      EXPECT_NE(token.lemma, kNoKey);
      EXPECT_NE(token.rel, Rel::none);
      roots += token.head == kNoHead;
      if (token.head != kNoHead) {
        EXPECT_GE(token.head, static_cast<int32_t>(sentence.first));
        EXPECT_LT(token.head, static_cast<int32_t>(sentence.last));
      }
    }
    EXPECT_EQ(roots, 1);
    EXPECT_TRUE(sentence.parsed);
  }
}

// Of all sentences: "kind: words", a line a mention.
std::string entities_of(std::string_view text) {
  const Parsed parsed(text);
  std::string out;
  for (const Sentence& sentence : parsed.document.sentences) {
    for (const EntitySpan& entity : recognised(parsed.document, sentence))
      out += std::string(name(entity.kind)) + ": " +
             std::string(parsed.document.slice(entity.tokens)) + "\n";
  }
  return out;
}

TEST(Recogniser, TellsPeopleFromPlacesAndThings) {
  EXPECT_EQ(entities_of("Gunmen on motorcycles attacked a police checkpoint."),
            "people: Gunmen\nvehicle: motorcycles\nfacility: police checkpoint\n");
  EXPECT_EQ(entities_of("Hamid Osman told Reuters that the rebels fled."),
            "person: Hamid Osman\norganisation: Reuters\npeople: rebels\n");
}

// Asked, and not answered since the network has learnt the homographs: it cuts the name short.
TEST(Recogniser, TakesAllOfAWeaponsName) {
  EXPECT_EQ(entities_of("Two soldiers were killed by a roadside bomb near Tikrit."),
            "people: soldiers\nweapon: roadside bomb\nplace: Tikrit\n");
}

TEST(Recogniser, ReadsCapitals) {
  EXPECT_EQ(entities_of("TWO SOLDIERS WERE KILLED BY A BOMB IN TIKRIT."),
            "people: SOLDIERS\nweapon: BOMB\nplace: TIKRIT\n");
}

TEST(Recogniser, SaysNothingOfSentencesWithoutATree) {
  Document document;
  analyser().analyse("Two soldiers were killed near Tikrit.", document);
  EXPECT_TRUE(recognised(document, document.sentences[0]).empty());
}

TEST(Recogniser, KindsHaveNames) {
  for (size_t i = 0; i < kEntityKinds; ++i) {
    const auto kind = static_cast<EntityKind>(i);
    EXPECT_EQ(parse<EntityKind>(name(kind)), kind);
  }
  EXPECT_FALSE(parse<EntityKind>("planet").has_value());
}

// Words lately met are remembered: what was read before must not change what is read now.
TEST(Analyser, ReadsTheSameWhateverItReadBefore) {
  constexpr std::string_view kText = "The guard shot back. THE GUARDS SHOT BACK. Shots rang out.";
  Analyser fresh = *Analyser::create({tagger(), lemmatiser(), parser()});
  Document first, again;
  fresh.analyse(kText, first);
  Document other;
  fresh.analyse("Guard the shot, Back said; guards THE back. out Rang shots", other);
  fresh.analyse(kText, again);
  ASSERT_EQ(first.tokens.size(), again.tokens.size());
  for (size_t i = 0; i < first.tokens.size(); ++i) {
    EXPECT_EQ(first.tokens[i].tag, again.tokens[i].tag) << i;
    EXPECT_EQ(first.tokens[i].fine, again.tokens[i].fine) << i;
    EXPECT_EQ(first.tokens[i].lemma, again.tokens[i].lemma) << i;
  }
}

TEST(Analyser, OddTextsAreFine) {
  Document document;
  for (std::string_view text :
       {"", " \n", ".", "\xFF\xFE\x80", "\u2014", "((((", "a", "!!! ??? ..."}) {
    analyser().analyse(text, document);
    for (uint32_t s = 0; s < document.sentences.size(); ++s) analyser().parse(document, s);
  }
}

TEST(Analyser, HugeSingleLine) {
  std::string text;
  while (text.size() < 5'000'000) text += "the army said rebels fired rockets at a base and ";
  Document document;
  analyser().analyse(text, document);
  ASSERT_FALSE(document.sentences.empty());
  analyser().parse(document, 0);
  for (const Sentence& s : document.sentences) EXPECT_LE(s.last - s.first, 400u);
}

// A report of `lines` lines in which no two of other seeds share their names and numbers.
std::string invented_report(int seed, int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) {
    const std::string number = std::to_string(1000 + seed * lines + i);
    for (const char* part :
         {"The Velm", "-backed group didn't say who fired ", " rockets at Ain al-Dor"})
      text.append(part).append(number);
    text += " on Jan. 5, 2022.\n";
    text += "\u201CIt was us,\u201D a spokesman with an unusually-long-and-hyphenated-title";
    text.append(number).append(" said.\n\n");
  }
  return text;
}

void analyse_and_parse(const std::string& text, Document& document) {
  analyser().analyse(text, document);
  for (uint32_t s = 0; s < document.sentences.size(); ++s) analyser().parse(document, s);
}

TEST(Analyser, SecondTimeAllocatesNothing) {
  const std::string text = invented_report(0, 20);
  Document document;
  analyse_and_parse(text, document);
  const size_t before = allocations;
  analyse_and_parse(text, document);
  EXPECT_EQ(allocations - before, 0u);
}

TEST(Analyser, OnceWarmOtherTextsOfThatSizeAllocateNothing) {
  std::vector<std::string> texts;
  texts.reserve(8);
  for (int seed = 0; seed < 8; ++seed) texts.push_back(invented_report(seed, 20));
  Document document;
  analyse_and_parse(texts[0], document);
  const size_t before = allocations;
  for (const std::string& text : texts) analyse_and_parse(text, document);
  EXPECT_EQ(allocations - before, 0u);
}

// A first document pays for buffers that double, so by the logarithm of its length, not by word.
TEST(Analyser, EvenTheFirstTimeNothingIsAllocatedPerToken) {
  const std::string text = invented_report(9, 500);
  Document small, document;
  analyse_and_parse(invented_report(8, 20), small);
  const size_t before = allocations;
  analyse_and_parse(text, document);
  EXPECT_GT(document.tokens.size(), 15'000u);
  EXPECT_LT(allocations - before, 60u);
}

TEST(Models, DamagedOnesAreRefused) {
  for (const std::string* whole : {&tagger(), &lemmatiser(), &parser()}) {
    const auto open = [&](std::string_view blob) {
      return Analyser::create({whole == &tagger() ? blob : std::string_view(tagger()),
                               whole == &lemmatiser() ? blob : std::string_view(lemmatiser()),
                               whole == &parser() ? blob : std::string_view(parser())});
    };
    EXPECT_TRUE(open(*whole).has_value());
    EXPECT_EQ(open("").error().code, Code::bad_knowledge);
    EXPECT_EQ(open("SITREPLM").error().code, Code::bad_knowledge);
    for (size_t size : {size_t{20}, size_t{40}, whole->size() / 2, whole->size() - 1}) {
      EXPECT_EQ(open(whole->substr(0, size)).error().code, Code::bad_knowledge);
    }
    for (size_t at : {size_t{0}, size_t{9}, size_t{13}, size_t{17}, size_t{33}, size_t{41},
                      whole->size() / 3, whole->size() - 1}) {
      std::string damaged = *whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x21);
      EXPECT_FALSE(open(damaged).has_value()) << at;
    }
  }
}

// Damage under a right checksum must not lead astray either.
TEST(Models, ForgedSectionsAreRefusedOrHarmless) {
  const auto reader = BlobReader::open(parser(), BlobKind::parser);
  ASSERT_TRUE(reader.has_value());
  for (size_t section = 0; section < reader->sections(); ++section) {
    for (size_t round = 0; round < 6; ++round) {
      BlobWriter writer;
      for (size_t i = 0; i < reader->sections(); ++i) {
        std::string bytes(reader->section(i));
        if (i == section)
          bytes[(round * 7919) % bytes.size()] ^= static_cast<char>(0x80 >> (round % 8));
        writer.add(bytes);
      }
      const std::string forged = writer.finish(BlobKind::parser);
      auto it = Analyser::create({tagger(), lemmatiser(), forged});
      if (!it) continue;
      Document document;
      it->analyse("Two rockets hit the base, the army said.", document);
      it->parse(document, 0);
    }
  }
}

TEST(Models, MayLieAtAnyAddress) {
  const std::string shifted = " " + parser();
  auto it = Analyser::create({tagger(), lemmatiser(), std::string_view(shifted).substr(1)});
  ASSERT_TRUE(it.has_value());
  Document document;
  it->analyse("Two rockets hit the base.", document);
  it->parse(document, 0);
  EXPECT_TRUE(document.sentences[0].parsed);
}

}  // namespace
}  // namespace sitrep
