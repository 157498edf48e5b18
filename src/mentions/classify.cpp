#include "mentions/classify.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

using knowledge::Hit;
using knowledge::Kind;

namespace {

constexpr Key kThe = key("the");

constexpr Key kDefinite[] = {key("the"),   key("this"), key("that"),  key("these"),
                             key("those"), key("its"),  key("their"), key("his"),
                             key("her"),   key("both"), key("same")};
constexpr Key kAdditional[] = {key("another"),  key("other"),   key("second"), key("third"),
                               key("separate"), key("further"), key("fresh"),  key("additional"),
                               key("fourth"),   key("new")};
constexpr Key kMeasures[] = {
    key("round"),  key("dozen"),  key("hundred"), key("thousand"), key("score"),  key("series"),
    key("number"), key("group"),  key("pair"),    key("couple"),   key("salvo"),  key("barrage"),
    key("volley"), key("wave"),   key("swarm"),   key("spate"),    key("string"), key("handful"),
    key("total"),  key("member"), key("piece"),   key("kind"),     key("type"),   key("several")};

// "Katyusha", "MQ-9": not "rocket".
bool is_model(std::string_view weapon) {
  return std::any_of(weapon.begin(), weapon.end(), [](char c) { return is_upper(c); });
}

// "Iranian-made rockets" are not Iran's to fire.
bool says_maker(const Document& document, uint32_t token) {
  constexpr Key kMakers[] = {key("made"),     key("manufactured"), key("built"),   key("supplied"),
                             key("designed"), key("born"),         key("produced")};
  if (token < document.tokens.size() && document.word(token) == "-") ++token;
  return token < document.tokens.size() && one_of(document.tokens[token].form, kMakers);
}

// "Iran-supported actors" are not Iran.
bool only_supports(const Document& document, uint32_t token) {
  constexpr Key kSupporting[] = {key("supported"), key("backed"),     key("funded"),
                                 key("sponsored"), key("linked"),     key("aligned"),
                                 key("trained"),   key("affiliated"), key("financed"),
                                 key("armed"),     key("allied"),     key("inspired")};
  return token + 1 < document.tokens.size() && document.word(token) == "-" &&
         one_of(document.tokens[token + 1].form, kSupporting);
}

bool speaks_with_authority(PartyKind kind) {
  return kind == PartyKind::state || kind == PartyKind::state_forces;
}

}  // namespace

PartyKind kind_of_people(std::string_view kind) {
  if (kind == "soldier" || kind == "police" || kind == "guard") return PartyKind::state_forces;
  if (kind == "fighter") return PartyKind::armed_group;
  if (kind == "official" || kind == "diplomat" || kind == "judge" || kind == "leader")
    return PartyKind::state;
  if (kind == "journalist") return PartyKind::media;
  if (kind == "civilian" || kind == "clergy" || kind == "aid_worker") return PartyKind::civilians;
  return PartyKind::unknown;
}

bool is_measure(Key lemma) { return one_of(lemma, kMeasures); }

// The longest hit of each kind that matters, preferring those that end at the phrase's head.
struct Classifier::Found {
  const Hit* actor = nullptr;
  const Hit* weapon = nullptr;
  const Hit* model = nullptr;  // a weapon with a proper name
  const Hit* target = nullptr;
  const Hit* role = nullptr;
  const Hit* people = nullptr;
  const Hit* nation = nullptr;
  const Hit* event = nullptr;
  const Hit* outlet = nullptr;
  const Hit* country = nullptr;
};

// "The tanker Blue Heron", "MV Blue Heron": all words behind what it is are its name.
bool Classifier::names_vehicle(const NounPhrase& phrase, const Found& found) const {
  if (!found.target || found.target->last >= phrase.tokens.last) return false;
  if (lexicon_.targets()[found.target->entry].kind != "vehicle") return false;
  const bool shouting = document_.sentences[document_.sentence_of(phrase.head)].shouting;
  for (uint32_t i = found.target->last; i < phrase.tokens.last; ++i) {
    const Token& token = document_.tokens[i];
    const bool name = token.tag == Tag::PROPN || (token.tag == Tag::ADJ && !shouting);
    if (!name || !(token.shape & kCapitalised)) return false;
  }
  return true;
}

Classifier::Found Classifier::look_up(const NounPhrase& phrase) {
  Found found;
  const auto better = [&](const Hit*& slot, const Hit& hit) {
    if (!slot || hit.last > slot->last || (hit.last == slot->last && hit.first < slot->first))
      slot = &hit;
  };
  while (next_hit_ < mentions_.hits.size() && mentions_.hits[next_hit_].first < phrase.tokens.first)
    ++next_hit_;
  for (size_t i = next_hit_;
       i < mentions_.hits.size() && mentions_.hits[i].first < phrase.tokens.last; ++i) {
    const Hit& hit = mentions_.hits[i];
    if (hit.last > phrase.tokens.last && hit.kind != Kind::actor) continue;
    switch (hit.kind) {
      case Kind::actor:
        better(found.actor, hit);
        break;
      case Kind::weapon:
        better(found.weapon, hit);
        if (is_model(lexicon_.weapons()[hit.entry].name)) found.model = &hit;
        break;
      case Kind::target:
        better(found.target, hit);
        break;
      case Kind::role:
        better(found.role, hit);
        break;
      case Kind::people:
        better(found.people, hit);
        break;
      case Kind::adjective:
        if (!found.nation) found.nation = &hit;
        break;
      case Kind::country:
        better(found.country, hit);
        break;
      case Kind::event_word:
        if (!lexicon_.event_words()[hit.entry].verb) better(found.event, hit);
        break;
      case Kind::outlet:
        better(found.outlet, hit);
        break;
      default:
        break;
    }
  }
  const bool person = found.target && lexicon_.targets()[found.target->entry].person;
  const bool inside = found.weapon && found.target && !person &&
                      found.target->first < found.weapon->first &&
                      found.target->last >= found.weapon->last;
  if (inside || (found.weapon && is_surname(phrase, *found.weapon)))
    found.weapon = found.model = nullptr;  // "a fuel tank" does not fight
  return found;
}

// "Kevin Barrett", "Barrett, 38": who has the name of a rifle.
bool Classifier::is_surname(const NounPhrase& phrase, const Hit& weapon) const {
  const bool alone = weapon.first == phrase.head && weapon.last == phrase.head + 1 &&
                     phrase.head + 1 == phrase.tokens.last;
  if (!alone || document_.tokens[phrase.head].tag != Tag::PROPN) return false;
  const bool led = phrase.tokens.size() > 1 && document_.tokens[phrase.head - 1].tag == Tag::PROPN;
  const bool given = led && (lexicon_.place_use(document_.tokens[phrase.head - 1].form) &
                             knowledge::kFirstName) != 0;
  return given || age_follows(phrase);
}

std::string Classifier::bare(TokenRange range) const {
  constexpr Key kQualifiers[] = {key("least"),  key("most"),  key("more"),   key("than"),
                                 key("some"),   key("about"), key("nearly"), key("almost"),
                                 key("around"), key("up")};
  while (range.size() > 1 && (document_.tokens[range.first].tag == Tag::DET ||
                              one_of(document_.tokens[range.first].form, kQualifiers))) {
    ++range.first;
  }
  return std::string(document_.slice(range));
}

// "The Grey Masks": two words or more with capitals in the midst of a sentence that has small ones.
bool Classifier::written_as_name(const NounPhrase& phrase) const {
  const Sentence& sentence = document_.sentences[document_.sentence_of(phrase.head)];
  if (sentence.shouting || sentence.heading) return false;
  const uint32_t first =
      phrase.tokens.first + (document_.tokens[phrase.tokens.first].tag == Tag::DET);
  if (first + 2 > phrase.tokens.last || first == sentence.first) return false;
  for (uint32_t i = first; i < phrase.tokens.last; ++i) {
    if (!(document_.tokens[i].shape & kCapitalised)) return false;
  }
  return true;
}

void Classifier::set_form(NounPhrase& phrase) const {
  const Token& head = document_.tokens[phrase.head];
  phrase.pronoun = head.tag == Tag::PRON;
  const bool ends_in_s = head.fine == Fine::NNS || head.fine == Fine::NNPS ||
                         (head.tag == Tag::NOUN && head.lemma != head.form);
  phrase.plural = ends_in_s && head.entity != EntityKind::person;  // "Niles", "Rooks"
  for (uint32_t i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
    const Key word = document_.tokens[i].form;
    phrase.definite = phrase.definite || one_of(word, kDefinite);
    phrase.additional = phrase.additional || one_of(word, kAdditional);
    phrase.named = phrase.named || document_.tokens[i].tag == Tag::PROPN;
  }
  phrase.named = phrase.named || written_as_name(phrase);
  phrase.indefinite = !phrase.definite && !phrase.named;
}

void Classifier::set_place(NounPhrase& phrase) const {
  const auto first =
      std::lower_bound(mentions_.places.begin(), mentions_.places.end(), phrase.tokens.first,
                       [](const PlaceMention& p, uint32_t t) { return p.tokens.last <= t; });
  for (auto place = first;
       place != mentions_.places.end() && place->tokens.first < phrase.tokens.last; ++place) {
    if (place->demonym) continue;
    phrase.place = static_cast<uint32_t>(place - mentions_.places.begin());
    if (place->tokens.contains(phrase.head)) break;
  }
}

void Classifier::set_nation(NounPhrase& phrase, const Found& found) const {
  const bool helper = found.country && only_supports(document_, found.country->last);
  const Hit* hit = found.nation ? found.nation : helper ? nullptr : found.country;
  if (!phrase.party.nation.empty() || !hit || says_maker(document_, hit->last)) return;
  phrase.party.nation = lexicon_.countries()[hit->entry].code;
}

void Classifier::set_party(NounPhrase& phrase, const Found& found) const {
  const knowledge::Actor& actor = lexicon_.actors()[found.actor->entry];
  phrase.party.actor_id = actor.id;
  phrase.party.kind = actor.kind;
  phrase.party.nation = actor.country;
  if (found.actor->last > phrase.tokens.last)  // "the leftist Army | of National Liberation"
    phrase.party.name = document_.slice({found.actor->first, found.actor->last});
  phrase.why = lexicon_.describe(actor.source);
}

void Classifier::set_people(NounPhrase& phrase, const Found& found) const {
  const knowledge::Target& people = lexicon_.targets()[found.target->entry];
  phrase.nature = Nature::party;
  phrase.person = true;
  phrase.kind = people.kind;
  phrase.member = people.member;
  phrase.body = people.body;
  phrase.group = people.group;
  phrase.armed = people.armed || people.kind == "soldier" || people.kind == "fighter" ||
                 people.kind == "police";
  if (phrase.party.kind == PartyKind::unknown)
    phrase.party.kind = people.crowd ? PartyKind::protesters : kind_of_people(people.kind);
  if (phrase.why.empty()) phrase.why = lexicon_.describe(people.source);
}

// "Army spokesman Tomas Reyl": the name is what follows the last title.
void Classifier::set_person_name(NounPhrase& phrase, const Found& found) const {
  const bool of_body = found.role && found.actor && found.actor->first <= found.role->first &&
                       found.actor->last > phrase.head;
  if (of_body) return;  // "the Lord's Resistance Army"
  const auto names = [&](uint32_t i) {
    const Token& t = document_.tokens[i];  // "Father *Alphonsus* Okoro", whatever the tag
    return t.tag == Tag::PROPN || ((t.shape & kCapitalised) && !(t.shape & kAllUpper));
  };
  uint32_t first = found.role ? found.role->last : phrase.tokens.first;
  while (first < phrase.tokens.last && !names(first)) ++first;
  if (found.role) {
    phrase.role = document_.slice({found.role->first, found.role->last});
    phrase.person = true;
    phrase.nature = Nature::party;
  }
  if (first < phrase.tokens.last && found.role)
    phrase.party.name = document_.slice({first, phrase.tokens.last});
}

// "The television newsman Epigmenio Ibarra", "U.S. citizen Scott Heyndal": the name is what the
// recogniser takes for a person's at the end.
void Classifier::cut_person_name(NounPhrase& phrase, const Found& found) const {
  if (!phrase.person || !phrase.named || document_.tokens[phrase.head].entity != EntityKind::person)
    return;
  uint32_t first = phrase.head;
  const auto names = [&](uint32_t i) {
    return document_.tokens[i].entity == EntityKind::person &&
           document_.tokens[i].tag == Tag::PROPN;
  };
  // "Father *Alphonsus* Okoro", of which the recogniser may take the last name alone
  const auto joins = [&](uint32_t i) {
    const Token& t = document_.tokens[i];
    const Token& before = document_.tokens[i - 1];
    const bool title = (lexicon_.place_use(before.form) & knowledge::kTitle) != 0;
    const bool shouted = (before.shape & kAllUpper) != 0;  // tags of capitals say little
    const bool one =
        (t.rel == Rel::flat && t.head == static_cast<int32_t>(i - 1)) ||
        (!shouted && before.rel == Rel::compound && before.head == static_cast<int32_t>(i));
    return one && before.tag == Tag::PROPN && !title && !(found.role && found.role->last >= i);
  };
  while (first > phrase.tokens.first && (names(first - 1) || joins(first))) --first;
  bool described = false;
  for (uint32_t i = phrase.tokens.first; i < first; ++i)
    described =
        described || document_.tokens[i].tag == Tag::NOUN || document_.tokens[i].tag == Tag::PROPN;
  if (!described) return;
  phrase.party.name = document_.slice({first, phrase.tokens.last});
  phrase.role = bare({phrase.tokens.first, first});
}

// "Barrett, 38, was shot": behind the name an age, between commas.
bool Classifier::age_follows(const NounPhrase& phrase) const {
  const uint32_t comma = phrase.tokens.last, age = comma + 1;
  const uint32_t last = document_.sentences[document_.sentence_of(phrase.head)].last;
  if (age + 1 >= last || document_.word(comma) != ",") return false;
  return document_.word(age).size() == 2 && (document_.tokens[age].shape & kNumeric) &&
         document_.word(age + 1) == ",";
}

// What no dictionary knows: as the recogniser reads it. Where that says nothing, an unknown name
// stands for a person; a lone one only within a sentence, and not a flash line's "URGENT".
void Classifier::set_by_entity(NounPhrase& phrase) const {
  if (phrase.nature != Nature::other) return;
  const Token& head = document_.tokens[phrase.head];
  switch (head.entity) {
    case EntityKind::person:
    case EntityKind::people:
      phrase.nature = Nature::party;
      phrase.person = true;
      return;
    case EntityKind::group:
    case EntityKind::organisation:
      phrase.nature = Nature::party;
      return;
    case EntityKind::facility:
      phrase.nature = Nature::thing;
      phrase.kind = "other";
      return;
    case EntityKind::vehicle:
      phrase.nature = Nature::thing;
      phrase.kind = "vehicle";
      return;
    case EntityKind::weapon:
      phrase.nature = Nature::weapon;
      phrase.kind = "other";
      return;
    case EntityKind::place:
    case EntityKind::none:
      break;
  }
  const Sentence& sentence = document_.sentences[document_.sentence_of(phrase.head)];
  const bool lone = phrase.tokens.size() == 1 && !age_follows(phrase) &&
                    (phrase.head == sentence.first || (head.shape & kAllUpper) != 0);
  if (phrase.place || !phrase.named || head.tag != Tag::PROPN || lone) return;
  phrase.nature = Nature::party;
  phrase.person = true;
}

// "Monday's *mosque* attack", "the *police station* bombing": not "a car bombing", "a van attack".
void Classifier::set_site(NounPhrase& phrase, const Found& found) const {
  if (!found.target) return;
  const knowledge::Target& target = lexicon_.targets()[found.target->entry];
  const auto joins = [&](const Hit* hit) { return hit && hit->first == found.target->last; };
  const bool next = found.target->last == phrase.head || joins(found.event) || joins(found.weapon);
  const bool armed = found.weapon && found.weapon->first < found.target->last;
  if (target.person || target.driven || armed || !next) return;
  TokenRange site{found.target->first, found.target->last};
  while (site.first > phrase.tokens.first && document_.tokens[site.first - 1].tag == Tag::PROPN)
    --site.first;  // "the Bardo museum shooting"
  phrase.site = site;
}

void Classifier::classify(NounPhrase& phrase) {
  const Found found = look_up(phrase);
  const auto at_head = [&](const Hit* hit) { return hit && hit->last > phrase.head; };
  set_form(phrase);
  set_place(phrase);
  phrase.party.name = bare(phrase.tokens);
  if (found.weapon) phrase.weapon = (found.model ? found.model : found.weapon)->entry;
  const bool helper =
      found.actor && !at_head(found.actor) && only_supports(document_, found.actor->last);
  if (found.actor && !helper) set_party(phrase, found);
  set_nation(phrase, found);
  if (at_head(found.event)) {
    phrase.nature = Nature::event;
    set_site(phrase, found);
    const Hit* whose = found.nation && says_maker(document_, found.nation->last) ? nullptr
                       : found.actor                                             ? found.actor
                       : found.nation                                            ? found.nation
                                                                                 : found.country;
    if (whose)
      phrase.party.name =
          document_.slice({whose->first, std::min(whose->last, phrase.tokens.last)});
  }
  const bool person = at_head(found.target) && lexicon_.targets()[found.target->entry].person;
  const bool vehicle = names_vehicle(phrase, found);
  if (vehicle) {
    phrase.nature = Nature::thing;
    phrase.kind = lexicon_.targets()[found.target->entry].kind;
    phrase.why = lexicon_.describe(lexicon_.targets()[found.target->entry].source);
  } else if (at_head(found.weapon) && !person) {
    phrase.nature = Nature::weapon;
    phrase.kind = lexicon_.weapons()[found.weapon->entry].weapon_class;
    phrase.why = lexicon_.describe(lexicon_.weapons()[found.weapon->entry].source);
  } else if (at_head(found.actor) && !(phrase.place && phrase.party.kind == PartyKind::state)) {
    phrase.nature = Nature::party;
  } else if (at_head(found.target) && lexicon_.targets()[found.target->entry].person) {
    set_people(phrase, found);
  } else if (phrase.place && mentions_.places[*phrase.place].facility) {
    phrase.nature = Nature::thing;
    phrase.kind = found.target ? lexicon_.targets()[found.target->entry].kind : "military";
  } else if (at_head(found.target) && phrase.nature != Nature::event) {
    const knowledge::Target& thing = lexicon_.targets()[found.target->entry];
    phrase.nature = Nature::thing;
    phrase.kind = thing.kind;
    phrase.body = thing.body;  // "the ministry"
    phrase.why = lexicon_.describe(thing.source);
  } else if (phrase.place && mentions_.places[*phrase.place].tokens.contains(phrase.head)) {
    phrase.nature = Nature::place;
  } else if (found.people || at_head(found.outlet) || at_head(found.country)) {
    phrase.nature = Nature::party;
    if (found.outlet) phrase.party.kind = PartyKind::media;
    if (found.people)
      phrase.person = true, phrase.party.nation = lexicon_.countries()[found.people->entry].code;
  }
  const bool named_so = phrase.nature == Nature::thing && !vehicle &&  // "Detective Ward"
                        document_.tokens[phrase.head].entity == EntityKind::person;
  // "a 31-year-old Afghan": one of that nation
  const bool compatriot = phrase.nature == Nature::other && at_head(found.nation) &&
                          phrase.tokens.size() > 1 &&
                          document_.tokens[phrase.tokens.first].tag == Tag::DET;
  if (compatriot) phrase.nature = Nature::party, phrase.person = true;
  const bool titled =
      found.role && (phrase.nature == Nature::other || named_so || phrase.nature == Nature::party ||
                     phrase.nature == Nature::place);
  if (titled) set_person_name(phrase, found);
  set_by_entity(phrase);
  if (!titled) cut_person_name(phrase, found);
  if (phrase.nature == Nature::party && !phrase.person) {
    phrase.armed =
        phrase.party.kind != PartyKind::civilians && phrase.party.kind != PartyKind::media;
  }
  phrase.authority = speaks_with_authority(phrase.party.kind) || phrase.kind == "official";
}

}  // namespace sitrep
