#include "events/charges.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr int kReach = 3;  // arcs from the event's word up to the charge

struct Charge {
  Key lemma;
  Certainty certainty;
  Polarity polarity = Polarity::affirmed;
};

constexpr Charge kCharges[] = {{key("charge"), Certainty::accused},
                               {key("accuse"), Certainty::accused},
                               {key("indict"), Certainty::accused},
                               {key("prosecute"), Certainty::accused},
                               {key("try"), Certainty::accused},
                               {key("arrest"), Certainty::suspected},
                               {key("detain"), Certainty::suspected},
                               {key("suspect"), Certainty::suspected},
                               {key("convict"), Certainty::confirmed},
                               {key("sentence"), Certainty::confirmed},
                               {key("jail"), Certainty::confirmed},
                               {key("acquit"), Certainty::stated, Polarity::denied},
                               {key("clear"), Certainty::stated, Polarity::denied}};

// Nouns between the two: "in connection with the", "on suspicion of the".
constexpr Key kLinks[] = {key("connection"), key("suspicion"), key("charge"),
                          key("role"),       key("part"),      key("involvement")};

const Charge* charge_of(const Token& token) {
  if (token.tag != Tag::VERB) return nullptr;
  const auto* found = std::find_if(std::begin(kCharges), std::end(kCharges),
                                   [&](const Charge& c) { return c.lemma == token.lemma; });
  return found == std::end(kCharges) ? nullptr : found;
}

bool leads_on(const Token& token) {
  return std::find(std::begin(kLinks), std::end(kLinks), token.lemma) != std::end(kLinks);
}

// "For", "with", "over", "of": a charge says what it is for by a preposition.
bool by_preposition(const Tree& tree, uint32_t token) {
  return tree.child(token, Rel::case_) || tree.child(token, Rel::mark);
}

std::optional<uint32_t> charged_above(const Tree& tree, uint32_t head) {
  uint32_t at = head;
  for (int step = 0; step < kReach; ++step) {
    const auto up = tree.parent(at);
    if (!up) return std::nullopt;
    if (charge_of(tree.token(*up))) return by_preposition(tree, at) ? up : std::nullopt;
    // "charged a man over the attack", where the tree hangs the attack on the man
    const auto verb = tree.parent(*up);
    const bool of_charged = verb && charge_of(tree.token(*verb)) && tree.patient(*verb) == up;
    if (of_charged) return by_preposition(tree, at) ? verb : std::nullopt;
    if (!leads_on(tree.token(*up))) return std::nullopt;
    at = *up;
  }
  return std::nullopt;
}

// "Was wanted over", "went on trial", "faces charges of": what else puts somebody under a charge.
std::optional<Certainty> tried(const Tree& tree, uint32_t verb) {
  constexpr Key kCourts[] = {key("trial"), key("court"), key("charge"), key("dock")};
  constexpr Key kGoing[] = {key("go"), key("stand"), key("face"),  key("appear"),
                            key("be"), key("put"),   key("await"), key("deny")};
  const Token& t = tree.token(verb);
  if (t.lemma == key("want") && tree.passive(verb)) return Certainty::suspected;
  const bool itself = one_of(t.lemma, kCourts) && tree.child(verb, Rel::cop);  // "is on trial"
  if (itself) return Certainty::accused;
  if (!one_of(t.lemma, kGoing)) return std::nullopt;
  for (const uint32_t c : tree.children(verb)) {
    if ((tree.token(c).rel == Rel::obl || tree.token(c).rel == Rel::obj) &&
        one_of(tree.token(c).lemma, kCourts))
      return Certainty::accused;
  }
  return std::nullopt;
}

std::optional<Certainty> charge_on(const Tree& tree, uint32_t head) {
  const auto verb = tree.parent(head);
  if (!verb || tree.negated(*verb)) return std::nullopt;
  const Rel rel = tree.token(head).rel;
  const Charge* charge = charge_of(tree.token(*verb));
  const bool befalls = rel == Rel::nsubj_pass || rel == Rel::obj || rel == Rel::acl;
  if (charge && befalls && charge->polarity == Polarity::affirmed) return charge->certainty;
  if (rel == Rel::nsubj || rel == Rel::nsubj_pass) return tried(tree, *verb);
  return std::nullopt;
}

}  // namespace

void doubt_charged(const Reading& reading, std::vector<Draft>& events) {
  for (Draft& event : events) {
    for (Fill& fill : event.perpetrators) {
      const bool told =
          fill.voice.certainty == Certainty::stated && fill.voice.polarity == Polarity::affirmed;
      const uint32_t head = reading.mentions.phrases[fill.phrase].head;
      const uint32_t sentence = reading.document.sentence_of(head);
      if (!told || !reading.document.sentences[sentence].parsed) continue;
      if (const auto certainty = charge_on(Tree(reading.document, sentence), head))
        fill.voice.certainty = *certainty;
    }
  }
}

void add_charged(const Reading& reading, const Tree& tree, uint32_t sentence, uint32_t head,
                 Draft& draft) {
  const auto above = charged_above(tree, head);
  if (!above) return;
  const auto patient = tree.patient(*above);
  const auto phrase = patient ? reading.mentions.phrase_at(*patient) : std::nullopt;
  if (!phrase || reading.mentions.phrases[*phrase].pronoun) return;
  const Charge& charge = *charge_of(tree.token(*above));
  const auto by = tree.passive(*above) ? tree.agent(*above) : tree.subject(*above);
  Voice voice = draft.tellings.front().voice;
  if (const auto speaker = by ? reading.mentions.phrase_at(*by) : std::nullopt)
    voice.speaker = *speaker;
  voice.certainty = charge.certainty;
  voice.polarity = charge.polarity;
  voice.why = "charged, arrested or tried for it";
  Fill fill;
  fill.phrase = *phrase;
  fill.sentence = sentence;
  fill.voice = voice;
  fill.why = voice.why;
  draft.perpetrators.push_back(std::move(fill));
}

namespace {

// Whom a participle of a charge describes: "two men" of "two men accused of".
std::optional<uint32_t> charged_with(const Reading& reading, const Tree& tree, uint32_t head) {
  const auto above = charged_above(tree, head);
  if (!above || tree.token(*above).rel != Rel::acl) return std::nullopt;
  const Certainty certainty = charge_of(tree.token(*above))->certainty;
  const bool untried = certainty == Certainty::accused || certainty == Certainty::suspected;
  const auto holder = untried ? tree.parent(*above) : std::nullopt;
  return holder ? reading.mentions.phrase_at(*holder) : std::nullopt;
}

bool hits(const Draft& draft, uint32_t phrase) {
  return std::ranges::any_of(draft.targets, [&](const Fill& fill) {
    return fill.human && fill.phrase == phrase && fill.effect >= Effect::killed;
  });
}

}  // namespace

void leave_out_pretexts(const Reading& reading, const Tree& tree, std::vector<Draft>& drafts,
                        size_t first_draft) {
  for (size_t d = drafts.size(); d-- > first_draft;) {
    const uint32_t deed = drafts[d].tellings.back().trigger.first;
    const auto who = charged_with(reading, tree, deed);
    if (!who || tree.token(deed).fine != Fine::VBG || !drafts[d].tolls.empty()) continue;
    for (size_t other = first_draft; other < drafts.size(); ++other) {
      if (other == d || drafts[other].type() == EventType::arrest || !hits(drafts[other], *who))
        continue;
      drafts.erase(drafts.begin() + static_cast<ptrdiff_t>(d));
      break;
    }
  }
}

}  // namespace sitrep
