#include "mentions/hits.h"

#include <algorithm>

#include "core/text.h"
#include "language/analyser.h"

namespace sitrep {

using knowledge::EventWord;
using knowledge::Hit;
using knowledge::Kind;

namespace {

bool is_joiner(const Document& document, uint32_t token) {
  const Token& t = document.tokens[token];
  const std::string_view word = document.word(token);
  if (t.tag == Tag::PART && word.size() > 1 && word != "\u2019") return false;  // "'s"
  if (t.tag != Tag::PUNCT && t.tag != Tag::SYM && t.tag != Tag::X && t.tag != Tag::PART)
    return false;
  return word == "-" || word == "'" || word == "/" || word == "\u2013" || word == "\u2019" ||
         word == "\u2018";
}

bool is_name_kind(Kind kind) {
  switch (kind) {
    case Kind::actor:
    case Kind::place:
    case Kind::country:
    case Kind::adjective:
    case Kind::people:
    case Kind::division:
    case Kind::outlet:
      return true;
    default:
      return false;
  }
}

// Names need a capital somewhere, acronyms all of them; where all is in capitals the tag must say
// so.
bool case_fits(const Document& document, const Hit& hit) {
  if (!is_name_kind(hit.kind)) return true;
  const bool shouting = document.sentences[document.sentence_of(hit.first)].shouting;
  bool capital = false;
  bool proper = false;
  for (uint32_t i = hit.first; i < hit.last; ++i) {
    capital = capital || (document.tokens[i].shape & kCapitalised) != 0;
    proper = proper || document.tokens[i].tag == Tag::PROPN || document.tokens[i].tag == Tag::ADJ;
    if (hit.acronym && !(document.tokens[i].shape & (kAllUpper | kHasDigit))) return false;
  }
  return shouting ? proper || hit.last - hit.first > 1 : capital;
}

bool stands_at(const Document& document, uint32_t token, uint32_t end,
               const std::vector<Key>& phrase) {
  if (phrase.empty() || token + phrase.size() > end) return false;
  for (size_t i = 0; i < phrase.size(); ++i) {
    const Token& t = document.tokens[token + i];
    if (t.form != phrase[i] && t.lemma != phrase[i]) return false;
  }
  return true;
}

// One cue anywhere in the sentence is enough to make the word something else.
bool has_cue(const Document& document, const Sentence& sentence,
             const std::vector<std::vector<Key>>& cues) {
  for (const auto& cue : cues) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (stands_at(document, i, sentence.last, cue)) return true;
    }
  }
  return false;
}

bool has_particle(const Document& document, uint32_t token) {
  if (token + 1 >= document.tokens.size()) return false;
  constexpr Key kParticles[] = {key("down"), key("up"), key("off"), key("out"), key("dead")};
  const bool to_death = token + 2 < document.tokens.size() &&
                        document.tokens[token + 1].form == key("to") &&
                        document.tokens[token + 2].form == key("death");
  return to_death || one_of(document.tokens[token + 1].form, kParticles);
}

// Tags that a rare irregular form ("overran") is given by mistake.
bool odd_for_verb(Tag tag) {
  return tag == Tag::ADJ || tag == Tag::ADP || tag == Tag::ADV || tag == Tag::SCONJ ||
         tag == Tag::X;
}

// "Gunmen shot the minister": no noun stands before an article or a number.
bool governs(const Document& document, uint32_t token) {
  if (token + 1 >= document.tokens.size()) return false;
  const Tag next = document.tokens[token + 1].tag;
  return next == Tag::DET || next == Tag::NUM;
}

// "Four robbers stole jewels": a noun seldom stands behind a plural.
bool behind_plural(const Document& document, uint32_t token) {
  return token > document.sentences[document.sentence_of(token)].first &&
         document.tokens[token - 1].fine == Fine::NNS;
}

bool may_be_verb(const Document& document, uint32_t token) {
  const Tag tag = document.tokens[token].tag;
  const bool misread =
      tag == Tag::NOUN && (governs(document, token) || behind_plural(document, token));
  return tag == Tag::VERB || odd_for_verb(tag) || misread;
}

// "Gunmen on motorbikes abducted", by its tag an adjective: nor does one stand there.
bool is_regular_past(const Document& document, uint32_t token) {
  constexpr size_t kShortest = 5;  // "shed", "need"
  const std::string_view word = document.word(token);
  const bool past = word.size() >= kShortest && (word.ends_with("ed") || word.ends_with("ED"));
  return past && may_be_verb(document, token) &&
         (governs(document, token) || behind_plural(document, token));
}

// The verb of a verb's phrase: its first word, in "machine-gunned" what follows the hyphen.
uint32_t verb_of(const Document& document, const Hit& hit) {
  const bool compound = hit.last - hit.first == 3 && is_joiner(document, hit.first + 1);
  if (compound) return hit.last - 1;
  const bool adverb = document.tokens[hit.first].tag == Tag::ADV && hit.last - hit.first > 1 &&
                      document.tokens[hit.first + 1].tag == Tag::VERB;
  return adverb ? hit.first + 1 : hit.first;  // "sexually assaulted"
}

bool is_verb_at(const Document& document, const Hit& hit) {
  const uint32_t verb = verb_of(document, hit);
  const Token& t = document.tokens[verb];
  if (may_be_verb(document, verb) && irregular_verb(t.form) != kNoKey) return true;
  if (is_regular_past(document, verb)) return true;
  if (hit.last - hit.first > 1 && has_particle(document, hit.first))
    return true;  // "shot down", whatever the tag
  if (hit.last - hit.first > 1 && t.tag == Tag::NOUN && behind_plural(document, verb))
    return true;  // "four robbers burst into the store"
  return t.tag == Tag::VERB || t.tag == Tag::AUX || t.fine == Fine::VBN || t.fine == Fine::VBG;
}

bool is_noun_at(const Document& document, const Hit& hit) {
  const Token& t = document.tokens[hit.last - 1];
  return t.tag == Tag::NOUN || t.tag == Tag::PROPN || t.tag == Tag::X;
}

// The word that says something: "say" of "would not say", "refused" of "refused to say".
uint32_t verb_of_saying(const Document& document, const Hit& hit) {
  for (uint32_t i = hit.first; i < hit.last; ++i) {
    if (document.tokens[i].tag == Tag::VERB) return i;
  }
  return hit.first;
}

bool speech_fits(const Document& document, const knowledge::Lexicon& lexicon, Hit hit) {
  if (!lexicon.speech()[hit.entry].verb)  // not "police reported"
    return !is_verb_at(document, hit) && document.tokens[hit.last - 1].tag != Tag::VERB;
  hit.first = verb_of_saying(document, hit);
  return is_verb_at(document, hit);
}

// "Released three hostages", not "released the figures": says something of captives only.
bool frees_nobody(const Document& document, const knowledge::Lexicon& lexicon, const Hit& hit) {
  const EventWord& word = lexicon.event_words()[hit.entry];
  if (!word.rest.empty() || !lexicon.frees(word, document.tokens[hit.first].lemma)) return false;
  const Sentence& s = document.sentences[document.sentence_of(hit.first)];
  for (uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = document.tokens[i];
    const uint32_t senses = lexicon.senses(t.lemma) | lexicon.senses(t.form);
    if (senses & (knowledge::kCaptive | knowledge::kCaptor)) return false;
  }
  return true;
}

bool event_fits(const Document& document, const knowledge::Lexicon& lexicon, const Hit& hit) {
  const EventWord& word = lexicon.event_words()[hit.entry];
  if (!(word.verb ? is_verb_at(document, hit) : is_noun_at(document, hit))) return false;
  if (frees_nobody(document, lexicon, hit)) return false;
  return !has_cue(document, document.sentences[document.sentence_of(hit.first)], word.not_with);
}

bool is_passive(const Document& document, uint32_t verb) {
  constexpr uint32_t kReach = 3;  // "were all shot"
  const uint32_t first = document.sentences[document.sentence_of(verb)].first;
  for (uint32_t i = verb; i > first && verb - i < kReach;) {
    const Token& t = document.tokens[--i];
    if (t.lemma == key("be") || t.lemma == key("get")) return true;
    if (t.tag == Tag::NOUN || t.tag == Tag::PROPN || t.tag == Tag::VERB || t.tag == Tag::PUNCT)
      return false;
  }
  return false;
}

bool opens_phrase(Tag tag) {
  return tag == Tag::DET || tag == Tag::NUM || tag == Tag::ADJ || tag == Tag::NOUN ||
         tag == Tag::PROPN;
}

// "Five people were shot at a party": by the verb alone they are hit, and "at" says where. But
// "police were shot at".
bool says_where(const Document& document, const knowledge::Lexicon& lexicon,
                const Mentions& mentions, const Hit& hit) {
  const bool at = hit.last == hit.first + 2 && document.tokens[hit.first + 1].form == key("at");
  if (!at || hit.last >= document.tokens.size()) return false;
  if (!opens_phrase(document.tokens[hit.last].tag) || !is_passive(document, hit.first))
    return false;
  const auto here = mentions.hits_in({hit.first, hit.first + 1});
  return std::any_of(here.begin(), here.end(), [&](const Hit& other) {
    const bool alone = other.kind == Kind::event_word && other.last == hit.first + 1;
    return alone && lexicon.event_words()[other.entry].hits;
  });
}

// Appends `make(hit)` for hits of one kind that fit, skipping those that start inside the one
// before.
template <typename T, typename Fits, typename Make>
void select(const Mentions& mentions, Kind kind, std::vector<T>& out, Fits&& fits, Make&& make) {
  uint32_t covered = 0;
  for (const Hit& hit : mentions.hits) {
    if (hit.kind != kind || hit.first < covered || !fits(hit)) continue;
    out.push_back(make(hit));
    covered = hit.last;
  }
}

}  // namespace

namespace {

// The lemma by rule of a verb's form. Those lately asked for are kept, since a report says the same
// verbs again and again.
Key verb_lemma(std::string_view word, Fine form) {
  struct Known {
    Key name = kNoKey;
    Key lemma = kNoKey;
  };
  constexpr size_t kKnown = 2048;
  thread_local std::vector<Known> known(kKnown);
  const Key name = extend(key(word), static_cast<Key>(form) + 1);
  Known& own = known[name % kKnown];
  if (own.name != name) own = {name, key(normal(lemma_text(word, Tag::VERB, form)))};
  return own.lemma;
}

// The learnt lemma of a rare verb may be wrong, and so may be a tag before a particle ("forces shot
// down"): the lemma by rule is tried beside it.
Key verb_by_rule(const Document& document, uint32_t i) {
  const Token& t = document.tokens[i];
  if (may_be_verb(document, i) && irregular_verb(t.form) != kNoKey) return irregular_verb(t.form);
  const bool inflected =
      t.fine == Fine::VBD || t.fine == Fine::VBN || t.fine == Fine::VBG || t.fine == Fine::VBZ;
  if (!inflected && !has_particle(document, i) && !is_regular_past(document, i)) return kNoKey;
  return verb_lemma(document.word(i), inflected ? t.fine : Fine::VBD);
}

bool is_comma(const Document& document, uint32_t token) { return document.word(token) == ","; }

// Words that an object between a verb and the rest of its phrase can't go beyond: "shot on Sunday,
// *leaving* one dead".
bool ends_object(const Document& document, uint32_t token) {
  const Token& t = document.tokens[token];
  const bool aside = t.fine == Fine::VBG && is_comma(document, token - 1);
  const bool finite = aside || t.fine == Fine::VBD || t.fine == Fine::VBZ || t.fine == Fine::VBP ||
                      t.fine == Fine::MD || t.fine == Fine::VB;
  return finite || t.tag == Tag::AUX || t.tag == Tag::SCONJ ||
         (t.tag == Tag::PUNCT && !is_comma(document, token) && document.word(token) != "-");
}

// "Three shot, one dead", "three shot in Reno, one dead": another statement, not what the verb did
// to its object.
bool counts_anew(const Document& document, TokenRange object) {
  bool phrase_before = is_comma(document, object.first);
  for (uint32_t i = object.first; i + 1 < object.last; ++i) {
    phrase_before = phrase_before || document.tokens[i].tag == Tag::ADP;
    const bool number = document.tokens[i + 1].tag == Tag::NUM;
    if (phrase_before && number && is_comma(document, i)) return true;
  }
  return false;
}

// "Taken to a hospital with life-threatening wounds": no "life" of its own.
bool tied_by_dash(const Document& document, TokenRange words) {
  return is_joiner(document, words.first - 1) ||
         (words.last < document.tokens.size() && is_joiner(document, words.last));
}

// Where the rest of a verb's phrase stands behind its object.
TokenRange rest_of(const Document& document, uint32_t verb, const EventWord& word) {
  constexpr uint32_t kLongest = 14;  // words of an object
  const uint32_t end = document.sentences[document.sentence_of(verb)].last;
  const auto size = static_cast<uint32_t>(word.rest.size());
  for (uint32_t i = verb + 1; i < std::min(end, verb + 2 + kLongest); ++i) {
    const bool found = i > verb + 1 && stands_at(document, i, end, word.rest) &&
                       !tied_by_dash(document, {i, i + size}) &&
                       !counts_anew(document, {verb + 1, i});
    if (found) return {i, i + size};
    if (ends_object(document, i)) break;
  }
  return {};
}

// "Took six nuns hostage", "set the school on fire".
std::optional<EventMention> parted_at(const Asked& asked, uint32_t token) {
  const Document& document = asked.document;
  const knowledge::Lexicon& lexicon = asked.lexicon;
  if (!is_verb_at(document, {token, token + 1})) return std::nullopt;
  std::optional<EventMention> best;
  const Key lemma = document.tokens[token].lemma;
  const Key by_rule = asked.words[token].other;
  const auto known = lexicon.parted(lemma);
  for (const uint32_t entry :
       known.empty() && by_rule != kNoKey ? lexicon.parted(by_rule) : known) {
    const EventWord& word = lexicon.event_words()[entry];
    const TokenRange rest = rest_of(document, token, word);
    if (rest.size() == 0 || (best && rest.size() <= best->rest.size())) continue;
    if (has_cue(document, document.sentences[document.sentence_of(token)], word.not_with)) continue;
    best = EventMention{{token, token + 1}, token, entry, rest};
  }
  return best;
}

// Puts them among the others, in place of those that hold the same verb or lie in the rest.
void add_parted(const Asked& asked, std::vector<EventMention>& events) {
  const Document& document = asked.document;
  std::vector<EventMention> parted;
  auto next = events.begin();  // behind those that begin before the token
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    while (next != events.end() && next->tokens.first < i) ++next;
    const bool longer = next != events.end() && next->tokens.first == i && next->tokens.size() > 1;
    const auto found = longer ? std::nullopt : parted_at(asked, i);
    if (found) parted.push_back(*found);
  }
  if (parted.empty()) return;
  std::vector<bool> taken(document.tokens.size(), false);
  for (const EventMention& e : parted) {
    taken[e.head] = true;
    for (uint32_t i = e.rest.first; i < e.rest.last; ++i) taken[i] = true;
  }
  std::erase_if(events, [&](const EventMention& e) {
    for (uint32_t i = e.tokens.first; i < e.tokens.last; ++i) {
      if (taken[i]) return true;
    }
    return false;
  });
  const auto kept = static_cast<std::ptrdiff_t>(events.size());
  events.insert(events.end(), parted.begin(), parted.end());
  std::inplace_merge(
      events.begin(), events.begin() + kept, events.end(),
      [](const EventMention& x, const EventMention& y) { return x.tokens.first < y.tokens.first; });
}

}  // namespace

knowledge::Word word_at(const Document& document, uint32_t token) {
  const Token& t = document.tokens[token];
  return {t.form, t.lemma, is_joiner(document, token), verb_by_rule(document, token)};
}

void find_hits(const Asked& asked, TokenRange tokens, std::vector<Hit>& hits) {
  const Document& document = asked.document;
  const auto before = static_cast<std::ptrdiff_t>(hits.size());
  asked.lexicon.find(std::span(asked.words).subspan(tokens.first, tokens.size()), hits);
  const auto wrong = [&](Hit& hit) {
    hit.first += tokens.first, hit.last += tokens.first;
    return document.sentence_of(hit.first) != document.sentence_of(hit.last - 1) ||
           !case_fits(document, hit);
  };
  hits.erase(std::remove_if(hits.begin() + before, hits.end(), wrong), hits.end());
}

void select_words(const Asked& asked, Mentions& mentions) {
  const Document& document = asked.document;
  const knowledge::Lexicon& lexicon = asked.lexicon;
  mentions.events.clear(), mentions.speech.clear(), mentions.hedges.clear();
  select(
      mentions, Kind::event_word, mentions.events,
      [&](const Hit& hit) {
        return event_fits(document, lexicon, hit) && !says_where(document, lexicon, mentions, hit);
      },
      [&](const Hit& hit) {
        const bool verb = lexicon.event_words()[hit.entry].verb;
        const uint32_t head = verb ? verb_of(document, hit) : hit.last - 1;
        return EventMention{{hit.first, hit.last}, head, hit.entry, {}};
      });
  add_parted(asked, mentions.events);
  select(
      mentions, Kind::speech, mentions.speech,
      [&](const Hit& hit) { return speech_fits(document, lexicon, hit); },
      [&](const Hit& hit) {
        const bool verb = lexicon.speech()[hit.entry].verb;
        const uint32_t head = verb ? verb_of_saying(document, hit) : hit.last - 1;
        return SpeechMention{{hit.first, hit.last}, head, hit.entry};
      });
  select(
      mentions, Kind::hedge, mentions.hedges, [](const Hit&) { return true; },
      [](const Hit& hit) {
        return HedgeMention{{hit.first, hit.last}, hit.entry};
      });
}

}  // namespace sitrep
