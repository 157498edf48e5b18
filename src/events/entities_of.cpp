#include "events/entities_of.h"

#include <algorithm>

namespace sitrep {

namespace {

bool tells_apart(Tag tag) { return tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::ADJ; }

class Comparison {
 public:
  Comparison(const Reading& reading, const Fill& a, const Fill& b)
      : names_(a.names == b.phrase || b.names == a.phrase),
        document_(reading.document),
        a_(reading.mentions.phrases[a.phrase]),
        b_(reading.mentions.phrases[b.phrase]),
        words_a_(words_of(a_, a)),
        words_b_(words_of(b_, b)),
        sites_(a.site || b.site) {}

  bool same() const {
    if (sites_) return lemma_of(words_a_) == lemma_of(words_b_);
    if (names_) return true;
    if (!a_.party.actor_id.empty() && a_.party.actor_id == b_.party.actor_id) return true;
    if (in_apposition(a_, b_) || in_apposition(b_, a_)) return true;
    if (a_.additional != b_.additional || different_counts()) return false;
    if (called(a_, b_) || called(b_, a_) || as_many(a_, b_) || as_many(b_, a_)) return true;
    const bool one_noun = head(a_).lemma == head(b_).lemma;
    const bool one_form = head(a_).form == head(b_).form;
    if (a_.person && b_.person && a_.named && b_.named) return one_form;
    const bool people = a_.nature == Nature::party || b_.nature == Nature::party;
    if (!one_noun || (people && a_.plural != b_.plural)) return false;
    return all_in(a_, b_) || all_in(b_, a_);
  }

 private:
  const Token& head(const NounPhrase& phrase) const { return document_.tokens[phrase.head]; }
  Key lemma_of(TokenRange words) const { return document_.tokens[words.last - 1].lemma; }

  // "Presidency Minister Antonio Ruiz" is "the minister" of another sentence.
  bool called(const NounPhrase& named, const NounPhrase& title) const {
    const bool both = named.person && named.named && !named.plural && title.person &&
                      !title.named && !title.plural && title.definite;
    if (!both) return false;
    bool found = false;
    for (uint32_t i = named.tokens.first; i < named.head; ++i)
      found = found || document_.tokens[i].lemma == head(title).lemma;
    return found && all_in(title, named);
  }

  // "12 villagers" of a headline are the "12 people" of the text.
  bool as_many(const NounPhrase& people, const NounPhrase& sort) const {
    return people.person && sort.person && head(people).lemma == key("people") &&
           people.count.best && *people.count.best > 1 && people.count.best == sort.count.best;
  }

  bool different_counts() const {
    return a_.count.best && b_.count.best && *a_.count.best != *b_.count.best;
  }

  // "Antonio Ruiz, the minister"
  bool in_apposition(const NounPhrase& inner, const NounPhrase& outer) const {
    const Token& t = document_.tokens[top_of(inner)];
    return t.rel == Rel::appos && t.head >= 0 &&
           outer.tokens.contains(static_cast<uint32_t>(t.head));
  }

  // The word of a phrase under which the others hang: "Antonio" of "Antonio Ruiz".
  uint32_t top_of(const NounPhrase& phrase) const {
    uint32_t at = phrase.head;
    for (uint32_t step = 0; step < phrase.tokens.size(); ++step) {
      const int32_t up = document_.tokens[at].head;
      if (up < 0 || !phrase.tokens.contains(static_cast<uint32_t>(up))) break;
      at = static_cast<uint32_t>(up);
    }
    return at;
  }

  // Whether the words before one's noun are among those of the other.
  bool all_in(const NounPhrase& few, const NounPhrase& many) const {
    for (uint32_t i = few.tokens.first; i < few.head; ++i) {
      const Token& t = document_.tokens[i];
      if (!tells_apart(t.tag)) continue;
      bool found = false;
      for (uint32_t k = many.tokens.first; k < many.head; ++k)
        found = found || document_.tokens[k].lemma == t.lemma;
      if (!found) return false;
    }
    return true;
  }

  const bool names_;  // "he was identified as"
  const Document& document_;
  const NounPhrase& a_;
  const NounPhrase& b_;
  const TokenRange words_a_, words_b_;
  const bool sites_;  // "the mosque attack": one is named by the event's own words
};

// Words for attackers that leave open who they are; "rebels" and "soldiers" are never the same.
bool leaves_open(const Reading& reading, const NounPhrase& phrase) {
  constexpr Key kAnybody[] = {key("man"),    key("woman"),      key("person"),  key("people"),
                              key("member"), key("individual"), key("subject"), key("youth"),
                              key("group"),  key("gang")};
  if (!phrase.person || phrase.named || phrase.body || phrase.additional) return false;
  const Key noun = reading.document.tokens[phrase.head].lemma;
  return phrase.kind == "fighter" ||
         std::find(std::begin(kAnybody), std::end(kAnybody), noun) != std::end(kAnybody);
}

// "Unidentified men" of one sentence are the "terrorists" of another. Of one sentence only where
// the later word points back: "gunmen and hooded men", but "gunmen ... before the attackers fled".
bool may_be_one(const Reading& reading, const Fill& a, const Fill& b) {
  const NounPhrase& first = reading.mentions.phrases[std::min(a.phrase, b.phrase)];
  const NounPhrase& later = reading.mentions.phrases[std::max(a.phrase, b.phrase)];
  if (!leaves_open(reading, first) || !leaves_open(reading, later)) return false;
  const bool counted = first.count.best && later.count.best;
  if (first.plural != later.plural || (counted && *first.count.best != *later.count.best))
    return false;
  return a.sentence != b.sentence || later.definite;
}

}  // namespace

std::vector<std::vector<const Fill*>> group_attackers(const Reading& reading,
                                                      const std::vector<const Fill*>& fills) {
  std::vector<std::vector<const Fill*>> groups;
  for (auto& own : group_fills(reading, fills)) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) {
      return may_be_one(reading, *known.front(), *own.front());
    });
    if (group == groups.end())
      groups.push_back(std::move(own));
    else
      group->insert(group->end(), own.begin(), own.end());
  }
  return groups;
}

namespace {

using Groups = std::vector<std::vector<const Fill*>>;

// "The assassinated leader", "the slain judge".
bool says_victim(const Reading& reading, const NounPhrase& phrase) {
  constexpr Key kVictims[] = {key("assassinated"), key("murdered"), key("slain"),  key("kidnapped"),
                              key("abducted"),     key("killed"),   key("dead"),   key("late"),
                              key("executed"),     key("deceased"), key("wounded")};
  if (!phrase.person || phrase.named || phrase.plural) return false;
  for (uint32_t i = phrase.tokens.first; i < phrase.head; ++i) {
    const Key form = reading.document.tokens[i].form;
    if (std::find(std::begin(kVictims), std::end(kVictims), form) != std::end(kVictims))
      return true;
  }
  return false;
}

// Where one alone is named, "the assassinated leader" is that one.
void name_victims(const Reading& reading, Groups& groups) {
  const auto phrase_of = [&](const Fill* fill) -> const NounPhrase& {
    return reading.mentions.phrases[fill->phrase];
  };
  const auto named = [&](const std::vector<const Fill*>& group) {
    return std::any_of(group.begin(), group.end(), [&](const Fill* fill) {
      return fill->human && phrase_of(fill).person && phrase_of(fill).named;
    });
  };
  if (std::count_if(groups.begin(), groups.end(), named) != 1) return;
  const auto one = std::find_if(groups.begin(), groups.end(), named) - groups.begin();
  for (size_t i = groups.size(); i-- > 0;) {
    const bool described = std::all_of(groups[i].begin(), groups[i].end(), [&](const Fill* fill) {
      return says_victim(reading, phrase_of(fill));
    });
    if (!described || static_cast<std::ptrdiff_t>(i) == one) continue;
    auto& into = groups[static_cast<size_t>(one)];
    into.insert(into.end(), groups[i].begin(), groups[i].end());
    groups[i].clear();
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
}

}  // namespace

std::vector<std::vector<const Fill*>> group_fills(const Reading& reading,
                                                  const std::vector<const Fill*>& fills) {
  std::vector<std::vector<const Fill*>> groups;
  for (const Fill* fill : fills) {
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const std::vector<const Fill*>& known) {
          return std::any_of(known.begin(), known.end(), [&](const Fill* other) {
            return Comparison(reading, *other, *fill).same();
          });
        });
    if (group == groups.end())
      groups.push_back({fill});
    else
      group->push_back(fill);
  }
  name_victims(reading, groups);
  return groups;
}

std::vector<const Fill*> all_of(const std::vector<Fill>& fills) {
  std::vector<const Fill*> all;
  all.reserve(fills.size());
  for (const Fill& fill : fills) all.push_back(&fill);
  return all;
}

}  // namespace sitrep
