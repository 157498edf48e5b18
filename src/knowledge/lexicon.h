// The dictionaries in memory: typed records, and a trie over word keys that finds all their phrases
// in one pass.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.h"
#include "knowledge/place_use.h"
#include "knowledge/word_sense.h"
#include "sitrep/enums.h"
#include "sitrep/values.h"

namespace sitrep {
class Knowledge;
}

namespace sitrep::knowledge {

class Trie;

// Where a record came from: "event_words.tsv:17".
struct Source {
  bool operator==(const Source&) const = default;
  uint16_t file = 0;
  uint32_t line = 0;
};

enum class Kind : uint8_t {  // which dictionary a phrase belongs to
  actor,
  place,
  event_word,
  weapon,
  target,
  speech,
  hedge,
  number,
  role,
  country,
  adjective,
  people,
  division,
  outlet,
};

enum class Strength : uint8_t { strong, weak, effect };
enum class Role : uint8_t { none, perpetrator, instrument, target, any };
enum class SpeechComplement : uint8_t { clause, party, responsibility };
enum class HedgeScope : uint8_t { clause, noun, verb };
enum class PlaceKind : uint8_t {
  city,
  town,
  village,
  neighbourhood,
  district,
  region,
  base,
  camp,
  airport,
  port,
  crossing,
  strait,
  sea,
  island,
  mountain,
  river,
  dam,
  oil_field,
  refinery,
  pipeline,
  power_plant,
  prison,
  compound,
  embassy,
  valley,
  desert,
  road,
  border,
  country,
  division,
};

// Views point into the knowledge file. Country codes are two letters or empty.
struct Actor {
  std::string_view id, name, country, parent, from, to;
  PartyKind kind = PartyKind::unknown;
  Source source;
};
struct Place {
  std::string_view id, name, country, admin1;
  double lat = 0, lon = 0;
  PlaceKind kind = PlaceKind::city;
  bool people = false;  // of what belongs to the place or comes from it: "European", "Texans"
  Source source;
};
struct EventWord {
  std::string_view phrase;
  bool verb = false;
  EventType type = EventType::any;
  Strength strength = Strength::weak;
  Role subject = Role::none, object = Role::none;
  Outcome outcome = Outcome::completed;
  Effect effect = Effect::unknown;
  bool hits = false;  // people are wounded by it, unless they are said to have died
  std::vector<std::vector<Key>> not_with;  // phrases in the sentence that make it something else
  std::vector<Key> rest;  // of a verb's phrase, what may stand behind its object: "take * hostage"
  Source source;
};
struct Weapon {
  std::string_view name, weapon_class;
  std::optional<EventType> type;
  Source source;
};
struct Target {
  std::string_view noun, kind;
  bool person = false, armed = false;
  bool member = false;  // of a group that is named elsewhere: "the rebels"
  bool body = false;    // acts as one, whoever its members are: "the army"
  bool crowd = false;   // of unrest, not of war: "protesters", "a mob"
  bool group = false;   // of many, how many it does not say: "the crew"
  bool driven = false;  // into people, as a means: "the van attack"
  Source source;
};
struct Speech {
  std::string_view phrase;
  bool verb = false;
  Certainty certainty = Certainty::stated;
  Polarity polarity = Polarity::affirmed;
  SpeechComplement complement = SpeechComplement::clause;
  Source source;
};
struct Hedge {
  std::string_view phrase;
  Certainty certainty = Certainty::stated;
  Polarity polarity = Polarity::affirmed;
  HedgeScope scope = HedgeScope::clause;
  Source source;
};
struct Number {
  std::string_view word;
  Quantity quantity;
  Source source;
};
struct RoleWord {
  std::string_view phrase, kind;
  Source source;
};
struct Country {
  std::string_view code, name, capital;
  std::string_view adjective;           // the first, "Iraqi"
  std::vector<std::string_view> seats;  // names that stand for the government
  double lat = 0, lon = 0;
  Source source;
};
struct Division {
  std::string_view country, name;
  double lat = 0, lon = 0;
  Source source;
};
struct Outlet {
  std::string_view name, country, kind;
  std::string_view domains;  // parted by |
  std::string_view home;     // "Spokane, Washington", a division alone, or empty: nation-wide
  Source source;
};
// A verb that lends its grammar to an event noun: "carried out an attack", "came under fire".
struct LightVerb {
  std::string_view subject;  // perpetrator target place defender
  Outcome outcome = Outcome::completed;
  Source source;
};
struct TollNoun {
  std::vector<Effect> effects;
  Source source;
};
struct DamageWord {
  Damage damage = Damage::unknown;
  Source source;
};
// A noun that makes a name of something smaller than a town, or of a piece of nature: "Road",
// "River". `always` names a place wherever it stands, `located` only behind "in", "near" and their
// like; `before` stands in front of the name ("Lake Tana"); `small`, in small letters, behind "the"
// and the name of something that is seldom the town so called ("the La Ceiba ranch").
struct Landmark {
  enum class When : uint8_t { always, located, before, small };
  PlaceKind kind = PlaceKind::compound;
  When when = When::always;
};
struct Furniture {
  std::string_view phrase, kind;  // phrase in lower case
};
// A column's name in tables of reports, and the field of a report that it is.
struct Column {
  std::string_view name, field;
};
// Words by which a page shows that it is no article: "page not found".
struct PageWords {
  enum class Where : uint8_t { title, text };
  std::string_view phrase, kind;  // phrase in lower case
  Where where = Where::text;
};
// Of a web address: says how a reader came, not what is asked for.
struct TrackingParameter {
  std::string_view name;    // in lower case; a * at its end stands for any ending
  std::string_view domain;  // of the sites where it does; empty: of all
};

// One phrase found in a text: half-open range of the words given, and the record it belongs to.
struct Hit {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t entry = 0;  // index in the table of its kind
  Kind kind = Kind::actor;
  bool acronym = false;  // the phrase is written in capitals (IS, FARC): the text should be, too
};

// A word as the matcher sees it. Hyphens and other joining marks have `skip` set and may stand
// between the words of a phrase.
struct Word {
  Key form = kNoKey;
  Key lemma = kNoKey;
  bool skip = false;
  Key other = kNoKey;  // a second opinion on the lemma; kNoKey: none
};

class Lexicon {
 public:
  std::span<const Actor> actors() const { return actors_; }
  std::span<const Place> places() const { return places_; }
  std::span<const EventWord> event_words() const { return event_words_; }
  std::span<const Weapon> weapons() const { return weapons_; }
  std::span<const Target> targets() const { return targets_; }
  std::span<const Speech> speech() const { return speech_; }
  std::span<const Hedge> hedges() const { return hedges_; }
  std::span<const Number> numbers() const { return numbers_; }
  std::span<const RoleWord> roles() const { return roles_; }
  std::span<const Country> countries() const { return countries_; }
  std::span<const Division> divisions() const { return divisions_; }
  std::span<const Outlet> outlets() const { return outlets_; }
  std::span<const Furniture> furniture() const { return furniture_; }
  std::span<const Column> columns() const { return columns_; }
  std::span<const PageWords> page_words() const { return page_words_; }
  // Name and host in lower case.
  bool is_tracking_parameter(std::string_view name, std::string_view host) const;

  // Appends all phrases that begin at any word, of every kind, longest first for each begin and
  // kind; several records may share a phrase. One pass.
  void find(std::span<const Word> words, std::vector<Hit>& hits) const;

  std::optional<uint32_t> actor(std::string_view id) const;      // index in actors()
  std::optional<uint32_t> country(std::string_view code) const;  // index in countries()
  // "www.bbc.co.uk" finds bbc.co.uk; in lower case.
  const Outlet* outlet_of_domain(std::string_view host) const;
  const Outlet* outlet_named(
      std::string_view name) const;  // by name or alias, ignoring case and accents
  // Indices in event_words() of the phrases of a verb that its object may part.
  std::span<const uint32_t> parted(Key lemma) const;
  const LightVerb* light_verb(Key lemma) const;
  const TollNoun* toll_noun(Key lemma) const;
  const DamageWord* damage_word(Key form) const;
  const Landmark* landmark(Key form) const;
  uint32_t place_use(Key form) const;  // bits of PlaceUse; 0 for most words
  std::span<const Key> place_prefixes() const { return place_prefixes_; }  // kPrefix, in order
  std::optional<PlaceKind> facility_kind(Key form) const;                  // of a facility noun
  // Index in divisions() of "Ill", "IL", "Ont".
  std::optional<uint32_t> abbreviated_division(Key form) const;
  // Key of the matter that a word belongs to ("sport"); kNoKey: none.
  Key topic(Key lemma) const;
  // Share of all news reports that hold a word; 0 where it is too rare to be known.
  float share(Key word) const;
  uint32_t senses(Key word) const;  // bits of WordSense; 0 for most words
  // Whether an event word tells of a captive's end with that verb: "release", "rescue".
  bool frees(const EventWord& word, Key verb) const;
  // Whether what an event word of kidnapping takes may be things, too: "snatch", not "kidnap".
  bool takes_things(const EventWord& word) const;
  std::string describe(Source source) const;  // "event_words.tsv:17"
  std::string_view file(Source source) const { return files_[source.file]; }

 private:
  friend class LexiconBuilder;
  friend class SmallWorld;  // knowledge/small_world.h, for tests
  friend class ::sitrep::Knowledge;
  void index();  // after the last record: the look-ups by id, code, domain and name
  void name_outlet(std::string_view name, std::string_view aliases, size_t entry);
  std::shared_ptr<const Trie> trie_;
  boost::unordered_flat_map<std::string_view, uint32_t> actor_ids_;
  boost::unordered_flat_map<std::string_view, uint32_t> country_codes_;
  boost::unordered_flat_map<std::string_view, uint32_t> domains_;
  boost::unordered_flat_map<Key, uint32_t> outlet_names_;
  std::vector<Actor> actors_;
  std::vector<Place> places_;
  std::vector<EventWord> event_words_;
  std::vector<Weapon> weapons_;
  std::vector<Target> targets_;
  std::vector<Speech> speech_;
  std::vector<Hedge> hedges_;
  std::vector<Number> numbers_;
  std::vector<RoleWord> roles_;
  std::vector<Country> countries_;
  std::vector<Division> divisions_;
  std::vector<Outlet> outlets_;
  std::vector<Furniture> furniture_;
  std::vector<Column> columns_;
  std::vector<PageWords> page_words_;
  std::vector<TrackingParameter> tracking_parameters_;
  boost::unordered_flat_map<Key, std::vector<uint32_t>> parted_;
  boost::unordered_flat_map<Key, LightVerb> light_verbs_;
  boost::unordered_flat_map<Key, TollNoun> toll_nouns_;
  boost::unordered_flat_map<Key, DamageWord> damage_words_;
  boost::unordered_flat_map<Key, Landmark> landmarks_;
  boost::unordered_flat_map<Key, uint32_t> place_uses_;
  std::vector<Key> place_prefixes_;
  boost::unordered_flat_map<Key, PlaceKind> facility_nouns_;
  boost::unordered_flat_map<Key, uint32_t> division_abbreviations_;
  boost::unordered_flat_map<Key, Key> topics_;
  boost::unordered_flat_map<Key, uint32_t> senses_;
  boost::unordered_flat_map<Key, float> shares_;
  std::vector<std::string_view> files_;
};

}  // namespace sitrep::knowledge
