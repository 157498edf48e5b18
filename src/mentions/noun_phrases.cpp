#include "mentions/noun_phrases.h"

#include <algorithm>

#include "mentions/classify.h"
#include "mentions/owners.h"
#include "mentions/quantities.h"

namespace sitrep {

namespace {

constexpr Key kHyphen = key("-");

bool is_nominal(Tag tag) {
  return tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::NUM || tag == Tag::SYM;
}

// Cuts one sentence into base noun phrases by its tags.
class Chunker {
 public:
  Chunker(const Document& document, const knowledge::Lexicon& lexicon, const Mentions& mentions)
      : document_(document), lexicon_(lexicon), mentions_(mentions), of_verb_(find_verbs()) {}

  void cut(const Sentence& sentence, std::vector<TokenRange>& ranges) {
    uint32_t i = sentence.first;
    while (i < sentence.last) {
      const uint32_t end = extent(i, sentence.last);
      if (end > i) ranges.push_back({i, end});
      i = std::max(end, i + 1);
    }
  }

 private:
  const Token& at(uint32_t i) const { return document_.tokens[i]; }

  bool in_time(uint32_t i) {
    while (time_ < mentions_.times.size() && mentions_.times[time_].tokens.last <= i) ++time_;
    return time_ < mentions_.times.size() && mentions_.times[time_].tokens.contains(i);
  }

  // A hyphen that joins, or the participle behind it: "Iran - backed", "explosives - laden".
  bool compound_part(uint32_t i, uint32_t end) const {
    if (at(i).form == kHyphen)
      return i + 1 < end && !(at(i).shape & kSpaceBefore) && !(at(i + 1).shape & kSpaceBefore);
    return i > 0 && at(i - 1).form == kHyphen && !(at(i).shape & kSpaceBefore);
  }

  // The words of verbs that are more than one: "burned *alive* two men", "took two men *hostage*",
  // "guards *machine-gunned* the priest".
  std::vector<bool> find_verbs() const {
    std::vector<bool> found(document_.tokens.size(), false);
    for (const EventMention& event : mentions_.events) {
      if (!lexicon_.event_words()[event.entry].verb) continue;
      const uint32_t first = event.tokens.first, last = event.tokens.last - 1;
      const Tag before = first > 0 ? at(first - 1).tag : Tag::PUNCT;
      const bool hyphened = event.head == first + 2 && before != Tag::DET && before != Tag::ADP;
      for (uint32_t i = first; hyphened && i <= last; ++i) found[i] = true;
      if (last > first && (at(last).tag == Tag::ADJ || at(last).tag == Tag::ADV))
        found[last] = true;
      if (event.rest.size() > 0) found[event.rest.first] = true;
    }
    return found;
  }

  // "The general survived", "a soldier and a civilian died": an adjective by its tag that nothing
  // follows stands for people.
  bool stands_for_people(uint32_t i) const {
    constexpr Rel kOfNouns[] = {Rel::nsubj, Rel::nsubj_pass, Rel::obj,  Rel::obl,
                                Rel::nmod,  Rel::obl_agent,  Rel::conj, Rel::root};
    const Token& t = at(i);
    if (i > 0 && t.form == key("more") && at(i - 1).tag == Tag::NUM)
      return true;  // "six more died"
    if (t.tag != Tag::ADJ ||
        std::find(std::begin(kOfNouns), std::end(kOfNouns), t.rel) == std::end(kOfNouns))
      return false;
    const auto hits = mentions_.hits_in({i, i + 1});
    return std::any_of(hits.begin(), hits.end(), [&](const knowledge::Hit& hit) {
      const bool people =
          hit.kind == knowledge::Kind::adjective ||  // "a 31-year-old Afghan"
          (hit.kind == knowledge::Kind::target && lexicon_.targets()[hit.entry].person);
      return people && hit.last == i + 1;
    });
  }

  // "In Herat gunmen killed a judge": a place behind "in", and who acted there.
  uint32_t end_of_setting(uint32_t first, uint32_t end) const {
    constexpr Key kInside[] = {key("in"), key("near"), key("outside")};
    if (first == 0 || end < first + 2 || !one_of(at(first - 1).form, kInside)) return end;
    const Token& last = at(end - 1);
    const bool possessor = end < document_.tokens.size() && at(end).fine == Fine::POS;
    if (last.fine != Fine::NNS || last.rel != Rel::nsubj || possessor) return end;
    const auto place = std::lower_bound(
        mentions_.places.begin(), mentions_.places.end(), first,
        [](const PlaceMention& p, uint32_t token) { return p.tokens.first < token; });
    const bool names = place != mentions_.places.end() && place->tokens.first == first &&
                       place->tokens.last < end && !place->demonym;
    return names ? place->tokens.last : end;
  }

  // "The Lord's Resistance Army", as the dictionary has it: not "Uganda's army".
  bool within_name(uint32_t possessive) const {
    constexpr uint32_t kMost = 4;  // words of a name before it
    const uint32_t first = possessive > kMost ? possessive - kMost : 0;
    const auto hits = mentions_.hits_in({first, possessive});
    const bool named = std::ranges::any_of(hits, [&](const knowledge::Hit& hit) {
      return hit.kind == knowledge::Kind::actor && hit.last > possessive + 1;
    });
    return named && std::ranges::none_of(mentions_.places, [&](const PlaceMention& place) {
             return place.tokens.last == possessive;
           });
  }

  bool is_quote(uint32_t i) const { return (at(i).shape & kQuote) != 0; }

  bool begins_nominal(uint32_t i, uint32_t end) const {
    return i < end && (is_nominal(at(i).tag) || at(i).tag == Tag::ADJ);
  }

  // "100 'terrorists'", "the 'foreign agents' law": quotation marks within a phrase, but not round
  // names.
  bool quotes_noun(uint32_t i, uint32_t end) const {
    if (!is_quote(i) || !begins_nominal(i + 1, end) || (at(i + 1).shape & kCapitalised))
      return false;
    const Tag before = at(i - 1).tag;
    if (before == Tag::NUM || before == Tag::DET || before == Tag::ADJ) return true;
    for (uint32_t open = first_; open < i; ++open) {
      if (is_quote(open)) return at(i + 1).tag == Tag::NOUN;
    }
    return false;
  }

  // "12 so-called bandits".
  bool so_called(uint32_t i, uint32_t end) const {
    return at(i).form == key("so") && i + 3 < end && at(i + 2).form == key("called") &&
           begins_nominal(i + 3, end);
  }

  static bool begins_before(const knowledge::Hit& hit, uint32_t token) { return hit.first < token; }

  bool may_continue(uint32_t i, uint32_t end) const {
    const Token& t = at(i);
    if (of_verb_[i] || looks_participial(i, end) || t.fine == Fine::WRB) return false;
    constexpr Key kEnds[] = {key("dead"),
                             key("death")};  // "shot dead two men", "hacked to death 37"
    if (t.tag == Tag::NUM && one_of(at(i - 1).form, kEnds)) return false;
    if (t.tag == Tag::NUM && begins_distance(i, end)) return false;
    if (is_nominal(t.tag) || t.tag == Tag::ADJ) return true;
    if (t.fine == Fine::POS) return within_name(i);
    if (compound_part(i, end) || quotes_noun(i, end) || so_called(i, end)) return true;
    const bool nominal_next =
        i + 1 < end && (is_nominal(at(i + 1).tag) || at(i + 1).tag == Tag::ADJ);
    if (t.tag == Tag::ADV) return nominal_next && at(i + 1).tag != Tag::PROPN;
    if (t.fine == Fine::VBG && nominal_next) return modifies(i);
    const Tag before =
        at(i - 1).tag;  // "the captured town" goes on, "the strike killed three" does not
    return t.fine == Fine::VBN && nominal_next && before != Tag::NOUN && before != Tag::PROPN;
  }

  // "Armed men | 60 miles off the coast", "a village | 20 km north of the city".
  bool begins_distance(uint32_t i, uint32_t end) const {
    constexpr Key kDistances[] = {key("mile"),  key("kilometre"), key("kilometer"), key("km"),
                                  key("metre"), key("meter"),     key("yard"),      key("foot")};
    const Tag before = at(i - 1).tag;
    return (before == Tag::NOUN || before == Tag::PROPN) && i + 1 < end &&
           one_of(at(i + 1).lemma, kDistances);
  }

  // "a base housing Italian troops": a noun in -ing before a name or article is a participle,
  // whatever its tag.
  bool looks_participial(uint32_t i, uint32_t end) const {
    if (i + 1 >= end || at(i).tag == Tag::PROPN || !document_.word(i).ends_with("ing"))
      return false;
    const Token& next = at(i + 1);
    return at(i - 1).tag == Tag::NOUN && (next.tag == Tag::DET || (next.shape & kCapitalised));
  }

  // "rocket launching sites" goes on, "a base housing troops" ends before its participle.
  bool modifies(uint32_t i) const {
    const Token& before = at(i - 1);
    const bool bare = i == first_ + 1 && before.fine == Fine::NN;
    return before.tag == Tag::ADJ || before.tag == Tag::DET || bare;
  }

  bool may_start(uint32_t i, uint32_t end) const {
    const Token& t = at(i);
    if (of_verb_[i]) return false;
    if (t.tag == Tag::DET || is_nominal(t.tag) || t.tag == Tag::ADJ) return true;
    if (t.tag == Tag::PRON) return t.fine == Fine::PRPS || t.fine == Fine::PRP;
    return t.fine == Fine::VBN && i + 1 < end && is_nominal(at(i + 1).tag) && i > 0 &&
           (at(i - 1).tag == Tag::ADP || at(i - 1).tag == Tag::NUM);
  }

  // "At least 30 people" begins with its number.
  bool bounds(uint32_t i) const {
    const Key word = at(i).form;
    return i > 0 && (word == key("least") || word == key("most")) && at(i - 1).form == key("at");
  }

  // A mark that a phrase opened is its own to close.
  bool closes_quote(uint32_t first, uint32_t i, uint32_t end) const {
    uint32_t open = 0;
    for (uint32_t t = first; t < i; ++t) open += is_quote(t);
    return open % 2 == 1 && i < end && is_quote(i);
  }

  uint32_t extent(uint32_t first, uint32_t end) {
    if (in_time(first) || !may_start(first, end)) return first;
    first_ = first;
    if (at(first).fine == Fine::PRP) return first + 1;
    if (bounds(first)) return first;
    uint32_t i = first + 1;
    while (i < end && !in_time(i) && may_continue(i, end)) ++i;
    while (i > first + 1 && !is_nominal(at(i - 1).tag) && !compound_part(i - 1, end) &&
           !stands_for_people(i - 1))
      --i;
    const bool bare = i == first + 1 && !is_nominal(at(first).tag);
    if (bare && at(first).tag != Tag::DET) return first;
    return end_of_setting(first, closes_quote(first, i, end) ? i + 1 : i);
  }

  const Document& document_;
  const knowledge::Lexicon& lexicon_;
  const Mentions& mentions_;
  const std::vector<bool> of_verb_;  // by token
  size_t time_ = 0;
  uint32_t first_ = 0;  // of the phrase being cut
};

uint32_t head_of(const Document& document, TokenRange range) {
  for (uint32_t i = range.last; i-- > range.first;) {
    const Tag tag = document.tokens[i].tag;
    if (tag == Tag::NOUN || tag == Tag::PROPN) return i;
  }
  return range.last - 1;
}

// "Shining | Path terrorists": a phrase that begins within an actor's name takes all of it.
uint32_t begin_of_name(const Mentions& mentions, uint32_t first, uint32_t free) {
  constexpr uint32_t kReach = 4;  // words of a name before the cut
  for (const knowledge::Hit& hit : mentions.hits_in({first - std::min(first, kReach), first})) {
    if (hit.kind == knowledge::Kind::actor && hit.last > first && hit.first >= free)
      return hit.first;
  }
  return first;
}

// "eight rounds of indirect fire", "dozens of rockets": the number counts what is measured.
void pass_counts_on(const Document& document, std::vector<NounPhrase>& phrases) {
  for (size_t i = 0; i + 1 < phrases.size(); ++i) {
    NounPhrase& measured = phrases[i + 1];
    const bool of = measured.tokens.first == phrases[i].tokens.last + 1 &&
                    document.tokens[phrases[i].tokens.last].form == key("of");
    if (of && !measured.count.known() && is_measure(document.tokens[phrases[i].head].lemma)) {
      measured.count = phrases[i].count;
    }
  }
}

void link_possessors(const Document& document, std::vector<NounPhrase>& phrases) {
  for (uint32_t i = 0; i + 1 < phrases.size(); ++i) {
    const uint32_t next = phrases[i].tokens.last;
    const bool possessive =
        next + 1 == phrases[i + 1].tokens.first && document.tokens[next].fine == Fine::POS;
    if (possessive) phrases[i + 1].possessor = i;
  }
}

}  // namespace

void find_noun_phrases(const Document& document, const knowledge::Lexicon& lexicon,
                       Mentions& mentions) {
  thread_local std::vector<TokenRange> ranges;  // scratch
  ranges.clear();
  Chunker chunker(document, lexicon, mentions);
  for (const Sentence& sentence : document.sentences) chunker.cut(sentence, ranges);
  Classifier classifier(document, lexicon, mentions);
  for (TokenRange range : ranges) {
    const uint32_t free = mentions.phrases.empty() ? 0 : mentions.phrases.back().tokens.last;
    range.first = begin_of_name(mentions, range.first, free);
    NounPhrase phrase;
    phrase.tokens = range;
    phrase.head = head_of(document, range);
    phrase.count = read_quantity(document, lexicon, mentions.hits, range);
    classifier.classify(phrase);
    phrase.owner = owner_within(document, lexicon, mentions, phrase);
    mentions.phrases.push_back(std::move(phrase));
  }
  link_possessors(document, mentions.phrases);
  pass_counts_on(document, mentions.phrases);
}

}  // namespace sitrep
