#include "knowledge/lexicon_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "core/text.h"
#include "knowledge/actor_patterns.h"
#include "knowledge/cells.h"
#include "language/analyser.h"

namespace sitrep::knowledge {

struct LexiconBuilder::Format {
  std::string_view name;  // a folder with its slash, or a file
  std::string_view columns;
  std::string (LexiconBuilder::*add)(Cells, Source);
};

namespace {

bool read_role(std::string_view cell, Role& role) {
  constexpr std::string_view kNames[] = {"", "perpetrator", "instrument", "target", "any"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == cell) return role = static_cast<Role>(i), true;
  }
  return false;
}

bool joins(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c == '-' || c == '\'' || c == '/'; }) ||
         word == "\u2013" || word == "\u2014" || word == "\u2019" || word == "\u2018";
}

bool is_acronym(std::string_view phrase) {
  return phrase.size() <= 6 && phrase.size() >= 2 &&
         std::all_of(phrase.begin(), phrase.end(),
                     [](char c) { return is_upper(c) || c == '.' || is_digit(c); });
}

std::optional<int64_t> read_count(std::string_view cell) {
  int64_t value = 0;
  if (cell.empty() ||
      std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc{})
    return {};
  return value;
}

}  // namespace

std::vector<Key> phrase_words(std::string_view phrase) {
  Document document;
  tokenise(phrase, document);
  std::vector<Key> words;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (!joins(document.word(i))) words.push_back(document.tokens[i].form);
  }
  return words;
}

Key phrase_key(std::string_view phrase) {
  Key whole = kNoKey;
  for (const Key word : phrase_words(phrase)) whole = extend(whole, word);
  return whole;
}

void LexiconBuilder::phrase(std::string_view text, Kind kind, size_t entry) {
  if (!trie_ || text.empty()) return;
  trie_->add(phrase_words(text), {static_cast<uint32_t>(entry), kind, is_acronym(text), 0});
}

void LexiconBuilder::phrases(std::string_view name, std::string_view aliases, Kind kind,
                             size_t entry) {
  phrase(name, kind, entry);
  if (!trie_) return;
  for (const auto alias : split(aliases, '|')) phrase(alias, kind, entry);
}

const LexiconBuilder::Format* LexiconBuilder::format_of(std::string_view name) {
  using B = LexiconBuilder;
  static constexpr Format kFormats[] = {
      {"actors/", "id name aliases kind country parent from to", &B::add_actor},
      {"places/", "id name aliases lat lon country admin1 kind", &B::add_place},
      {"event_words.tsv", "phrase pos type strength subject object outcome effect not_with",
       &B::add_event_word},
      {"weapons.tsv", "name aliases class type", &B::add_weapon},
      {"targets.tsv", "noun of kind nature", &B::add_target},
      {"speech.tsv", "phrase pos certainty polarity complement", &B::add_speech},
      {"hedges.tsv", "phrase certainty polarity scope", &B::add_hedge},
      {"numbers.tsv", "word low best high", &B::add_number},
      {"roles.tsv", "phrase kind", &B::add_role},
      {"countries.tsv", "code name aliases adjectives people capital seats lat lon",
       &B::add_country},
      {"divisions.tsv", "country name aliases lat lon", &B::add_division},
      {"outlets.tsv", "name aliases country kind domain home", &B::add_outlet},
      {"furniture.tsv", "phrase kind", &B::add_furniture},
      {"columns.tsv", "column field", &B::add_column},
      {"page_kinds.tsv", "phrase kind where", &B::add_page_words},
      {"tracking_parameters.tsv", "parameter domain", &B::add_tracking_parameter},
      {"light_verbs.tsv", "phrase subject object outcome", &B::add_light_verb},
      {"toll_nouns.tsv", "noun effects", &B::add_toll_noun},
      {"damage_words.tsv", "word damage", &B::add_damage_word},
      {"ordinary_words.tsv", "word", &B::add_ordinary_word},
      {"region_people.tsv", "id name words lat lon country", &B::add_region_people},
      {"landmarks.tsv", "noun kind when", &B::add_landmark},
      {"person_names.tsv", "name given family", &B::add_person_name},
      {"topics.tsv", "word topic", &B::add_topic_word},
      {"context_words.tsv", "word sense", &B::add_context_word},
      {"place_words.tsv", "word use", &B::add_place_word},
      {"facility_nouns.tsv", "noun kind", &B::add_facility_noun},
      {"division_abbreviations.tsv", "country division abbreviations",
       &B::add_division_abbreviations},
      {"word_rarity.tsv", "word reports", &B::add_word_rarity},
      {"city_names.tsv", "country name admin1 aliases", &B::add_nothing},
      {"abbreviations.tsv", "word kind", &B::add_nothing},
      {"actor_patterns.tsv", "pattern name kind slug", &B::add_nothing},
  };
  for (const Format& format : kFormats) {
    if (format.name.back() == '/' ? name.starts_with(format.name) : name == format.name)
      return &format;
  }
  return nullptr;
}

void LexiconBuilder::add_file(std::string_view name, std::string_view text) {
  const Format* format = format_of(name);
  if (!format) {
    problems_.push_back({Code::bad_dictionary,
                         "no dictionary has this name (dictionaries/README.md)",
                         std::string(name)});
    return;
  }
  const auto file = static_cast<uint16_t>(lexicon_.files_.size());
  lexicon_.files_.push_back(name);
  read_table(
      name, text, format->columns,
      [&](const Row& row) {
        return (this->*format->add)(row.cells, Source{file, row.line});
      },
      problems_);
}

std::string LexiconBuilder::add_nothing(Cells, Source) { return {}; }

std::string LexiconBuilder::add_actor(Cells c, Source source) {
  Actor actor{.id = c[0],
              .name = c[1],
              .country = c[4],
              .parent = c[5],
              .from = c[6],
              .to = c[7],
              .source = source};
  if (c[0].empty() || c[1].empty()) return "an actor needs an id and a name";
  if (!read(c[3], actor.kind)) return unknown("kind", c[3]);
  const auto [known, added] =
      actor_ids_.try_emplace(actor.id, static_cast<uint32_t>(lexicon_.actors_.size()));
  if (!added && lexicon_.files_[source.file] ==
                    kGeneratedActors) {  // described by hand: only its names are new
    phrases(c[1], c[2], Kind::actor, known->second);
    return {};
  }
  lexicon_.actors_.push_back(actor);
  phrases(c[1], c[2], Kind::actor, lexicon_.actors_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_place(Cells c, Source source) {
  Place place{.id = c[0], .name = c[1], .country = c[5], .admin1 = c[6], .source = source};
  if (c[0].empty() || c[1].empty()) return "a place needs an id and a name";
  if (!read(c[3], place.lat) || !read(c[4], place.lon)) return "lat and lon must be degrees";
  if (std::abs(place.lat) > 90 || std::abs(place.lon) > 180) return "lat or lon beyond the globe";
  if (!read_place_kind(c[7], place.kind)) return unknown("kind", c[7]);
  lexicon_.places_.push_back(place);
  phrases(c[1], c[2], Kind::place, lexicon_.places_.size() - 1);
  return {};
}

namespace {

// Where an object may stand in a verb's phrase: "take * hostage".
constexpr std::string_view kGap = " * ";

constexpr size_t kMostSpellings = 500;  // of a row

// All that a phrase with alternatives stands for: "(push|drag) * into a (van|taxi)". Empty where a
// bracket is not closed, or they are too many.
std::vector<std::string> spellings(std::string_view phrase) {
  std::vector<std::string> out{""};
  while (!phrase.empty()) {
    const size_t open = std::min(phrase.find('('), phrase.size());
    for (std::string& spelling : out) spelling += phrase.substr(0, open);
    if (open == phrase.size()) break;
    const size_t close = phrase.find(')', open);
    if (close == phrase.npos) return {};
    const auto choices = split(phrase.substr(open + 1, close - open - 1), '|');
    if (choices.empty() || out.size() * choices.size() > kMostSpellings) return {};
    std::vector<std::string> more;
    for (const std::string& spelling : out) {
      for (const auto choice : choices) more.push_back(spelling + std::string(choice));
    }
    out = std::move(more);
    phrase.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::string LexiconBuilder::add_event_word(Cells c, Source source) {
  EventWord word;
  word.phrase = c[0];
  word.verb = c[1] == "verb";
  word.source = source;
  if (c[1] != "verb" && c[1] != "noun") return unknown("pos", c[1]);
  if (!read(c[2], word.type)) return unknown("type", c[2]);
  if (c[3] == "strong")
    word.strength = Strength::strong;
  else if (c[3] == "effect")
    word.strength = Strength::effect;
  else if (c[3] != "weak")
    return unknown("strength", c[3]);
  if (!read_role(c[4], word.subject)) return unknown("subject", c[4]);
  if (!read_role(c[5], word.object)) return unknown("object", c[5]);
  if (!read(c[6], word.outcome)) return unknown("outcome", c[6]);
  word.hits = c[7] == "hit";
  if (!c[7].empty() && !word.hits && !read(c[7], word.effect)) return unknown("effect", c[7]);
  for (const auto cue : split(c[8], '|')) word.not_with.push_back(phrase_words(cue));
  const auto phrases = spellings(c[0]);
  if (phrases.empty()) return "brackets hold words parted by '|', and not too many";
  for (const std::string& phrase : phrases) {
    if (auto complaint = add_spelling(word, phrase); !complaint.empty()) return complaint;
  }
  return {};
}

// Each spelling that an object may part is an entry of its own; all others of a row are one.
std::string LexiconBuilder::add_spelling(EventWord word, std::string_view spelling) {
  const size_t gap = spelling.find(kGap);
  const bool parted = gap != spelling.npos;
  const bool known = !parted && !lexicon_.event_words_.empty() &&
                     lexicon_.event_words_.back().source == word.source &&
                     lexicon_.event_words_.back().rest.empty();
  const auto entry = static_cast<uint32_t>(lexicon_.event_words_.size() - known);
  if (parted) {
    if (!word.verb) return "only a verb's phrase may be parted";
    const std::vector<Key> verb = phrase_words(spelling.substr(0, gap));
    word.rest = phrase_words(spelling.substr(gap + kGap.size()));
    if (verb.size() != 1 || word.rest.empty()) return "'*' stands behind the verb, before its rest";
    lexicon_.parted_[verb.front()].push_back(entry);
  }
  if (!known) lexicon_.event_words_.push_back(std::move(word));
  phrase(parted ? fmt::format("{} {}", spelling.substr(0, gap), spelling.substr(gap + kGap.size()))
                : std::string(spelling),
         Kind::event_word, entry);
  return {};
}

std::string LexiconBuilder::add_weapon(Cells c, Source source) {
  Weapon weapon{.name = c[0], .weapon_class = c[2], .type = {}, .source = source};
  if (c[2].empty()) return "a weapon needs a class";
  if (!c[3].empty()) {
    weapon.type = parse<EventType>(c[3]);
    if (!weapon.type) return unknown("type", c[3]);
  }
  lexicon_.weapons_.push_back(weapon);
  phrases(c[0], c[1], Kind::weapon, lexicon_.weapons_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_target(Cells c, Source source) {
  if (c[1] != "thing" && c[1] != "person") return unknown("of", c[1]);
  const bool member = c[3] == "member", body = c[3] == "body", crowd = c[3] == "crowd";
  const bool group = c[3] == "group", driven = c[3] == "driven";
  const bool armed = member || c[3] == "armed";
  const bool known = c[3].empty() || armed || group || body || crowd || driven;
  if (!known) return unknown("nature", c[3]);
  lexicon_.targets_.push_back(
      {c[0], c[2], c[1] == "person", armed, member, body, crowd, group, driven, source});
  phrase(c[0], Kind::target, lexicon_.targets_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_speech(Cells c, Source source) {
  Speech speech{.phrase = c[0], .verb = c[1] == "verb", .source = source};
  if (!read(c[2], speech.certainty)) return unknown("certainty", c[2]);
  if (!read(c[3], speech.polarity)) return unknown("polarity", c[3]);
  if (c[4] == "party")
    speech.complement = SpeechComplement::party;
  else if (c[4] == "responsibility")
    speech.complement = SpeechComplement::responsibility;
  else if (c[4] != "clause")
    return unknown("complement", c[4]);
  lexicon_.speech_.push_back(speech);
  phrase(c[0], Kind::speech, lexicon_.speech_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_hedge(Cells c, Source source) {
  Hedge hedge{.phrase = c[0], .source = source};
  if (!read(c[1], hedge.certainty)) return unknown("certainty", c[1]);
  if (!read(c[2], hedge.polarity)) return unknown("polarity", c[2]);
  if (c[3] == "noun")
    hedge.scope = HedgeScope::noun;
  else if (c[3] == "verb")
    hedge.scope = HedgeScope::verb;
  else if (c[3] != "clause")
    return unknown("scope", c[3]);
  lexicon_.hedges_.push_back(hedge);
  phrase(c[0], Kind::hedge, lexicon_.hedges_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_number(Cells c, Source source) {
  const Quantity quantity{read_count(c[1]), read_count(c[2]), read_count(c[3]), {}};
  if (!quantity.known()) return {};  // "many": says nothing that can be counted
  lexicon_.numbers_.push_back({c[0], quantity, source});
  phrase(c[0], Kind::number, lexicon_.numbers_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_role(Cells c, Source source) {
  lexicon_.roles_.push_back({c[0], c[1], source});
  phrase(c[0], Kind::role, lexicon_.roles_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_country(Cells c, Source source) {
  Country country{.code = c[0],
                  .name = c[1],
                  .capital = c[5],
                  .adjective = split(c[3], '|').empty() ? std::string_view{} : split(c[3], '|')[0],
                  .seats = split(c[6], '|'),
                  .source = source};
  if (c[0].size() != 2) return "code must be two letters";
  if (!read(c[7], country.lat) || !read(c[8], country.lon)) return "lat and lon must be degrees";
  lexicon_.countries_.push_back(country);
  const size_t entry = lexicon_.countries_.size() - 1;
  phrases(c[1], c[2], Kind::country, entry);
  phrases({}, c[3], Kind::adjective, entry);
  phrases({}, c[4], Kind::people, entry);
  return {};
}

std::string LexiconBuilder::add_division(Cells c, Source source) {
  Division division{.country = c[0], .name = c[1], .source = source};
  if (!read(c[3], division.lat) || !read(c[4], division.lon)) return "lat and lon must be degrees";
  lexicon_.divisions_.push_back(division);
  phrases(c[1], c[2], Kind::division, lexicon_.divisions_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_outlet(Cells c, Source source) {
  lexicon_.outlets_.push_back({c[0], c[2], c[3], c[4], c[5], source});
  lexicon_.name_outlet(c[0], c[1], lexicon_.outlets_.size() - 1);
  phrases(c[0], c[1], Kind::outlet, lexicon_.outlets_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_light_verb(Cells c, Source source) {
  LightVerb verb{c[1], Outcome::completed, source};
  if (c[1] != "perpetrator" && c[1] != "target" && c[1] != "place" && c[1] != "defender")
    return unknown("subject", c[1]);
  if (!read(c[3], verb.outcome)) return unknown("outcome", c[3]);
  lexicon_.light_verbs_[key(normal(c[0]))] = verb;
  return {};
}

std::string LexiconBuilder::add_toll_noun(Cells c, Source source) {
  TollNoun noun{{}, source};
  for (const auto cell : split(c[1], '|')) {
    Effect effect = Effect::unknown;
    if (!read(cell, effect)) return unknown("effects", cell);
    noun.effects.push_back(effect);
  }
  const std::vector<Key> words = phrase_words(c[0]);
  if (!words.empty()) lexicon_.toll_nouns_[words.back()] = noun;
  return {};
}

std::string LexiconBuilder::add_topic_word(Cells c, Source) {
  const bool fresh = lexicon_.topics_.try_emplace(key(normal(c[0])), key(c[1])).second;
  return fresh ? "" : fmt::format("'{}' is there twice", c[0]);
}

std::string LexiconBuilder::add_context_word(Cells c, Source) {
  constexpr std::pair<std::string_view, uint32_t> kSenses[] = {{"innocent", kInnocent},
                                                               {"blaze", kBlaze},
                                                               {"bursting", kBursting},
                                                               {"stored", kStored},
                                                               {"fiction", kFiction},
                                                               {"filmed", kFilmed},
                                                               {"captive", kCaptive},
                                                               {"captor", kCaptor},
                                                               {"freeing", kFreeing},
                                                               {"abroad", kAbroad},
                                                               {"craft", kCraft},
                                                               {"related", kRelated},
                                                               {"later", kLater},
                                                               {"happening", kHappening},
                                                               {"answering", kAnswering},
                                                               {"robber", kRobber},
                                                               {"taking", kTaking},
                                                               {"doer", kDoer},
                                                               {"looking_back", kLookingBack},
                                                               {"unreal_noun", kUnrealNoun},
                                                               {"unreal_verb", kUnrealVerb},
                                                               {"rehearsal", kRehearsal},
                                                               {"rehearsing", kRehearsing},
                                                               {"habitual", kHabitual},
                                                               {"counting", kCounting},
                                                               {"foe", kFoe},
                                                               {"recalling", kRecalling},
                                                               {"untrue", kUntrue},
                                                               {"scene", kScene},
                                                               {"attributing", kAttributing},
                                                               {"deliberate", kDeliberate}};
  for (const auto cell : split(c[1], '|')) {
    const auto* sense = std::find_if(std::begin(kSenses), std::end(kSenses),
                                     [&](const auto& known) { return known.first == cell; });
    if (sense == std::end(kSenses)) return unknown("sense", cell);
    lexicon_.senses_[key(normal(c[0]))] |= sense->second;
  }
  return {};
}

std::string LexiconBuilder::add_damage_word(Cells c, Source source) {
  DamageWord word{Damage::unknown, source};
  if (!read(c[1], word.damage)) return unknown("damage", c[1]);
  lexicon_.damage_words_[key(normal(c[0]))] = word;
  return {};
}

// What belongs to a region or comes from it: a place whose names are adjectives and names of
// people.
std::string LexiconBuilder::add_region_people(Cells c, Source source) {
  Place place{.id = c[0], .name = c[1], .country = c[5], .admin1 = {}, .source = source};
  if (c[0].empty() || c[1].empty() || c[2].empty()) return "id, name and words are needed";
  if (!read(c[3], place.lat) || !read(c[4], place.lon)) return "lat and lon must be degrees";
  place.kind = PlaceKind::region;
  place.people = true;
  lexicon_.places_.push_back(place);
  phrases({}, c[2], Kind::place, lexicon_.places_.size() - 1);
  return {};
}

std::string LexiconBuilder::add_landmark(Cells c, Source) {
  constexpr std::string_view kWhen[] = {"always", "located", "before", "small"};
  Landmark landmark;
  if (!read_place_kind(c[1], landmark.kind)) return unknown("kind", c[1]);
  const auto when = std::find(std::begin(kWhen), std::end(kWhen), c[2]);
  if (when == std::end(kWhen)) return unknown("when", c[2]);
  landmark.when = static_cast<Landmark::When>(when - std::begin(kWhen));
  lexicon_.landmarks_[key(normal(c[0]))] = landmark;
  return {};
}

void LexiconBuilder::problem(std::string message, Source source) {
  problems_.push_back({Code::bad_dictionary, std::move(message),
                       std::string(lexicon_.files_[source.file]), source.line});
}

void LexiconBuilder::finish() {
  lexicon_.index();
  std::set<std::string_view> seen;
  for (const Actor& actor : lexicon_.actors_) {
    if (!seen.insert(actor.id).second)
      problem(fmt::format("id '{}' is used twice", actor.id), actor.source);
    if (!actor.parent.empty() && !lexicon_.actor(actor.parent))
      problem(fmt::format("parent '{}' is no actor", actor.parent), actor.source);
  }
  name_divisions();
}

}  // namespace sitrep::knowledge
