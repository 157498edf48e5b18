#include "made_corpus/prose.h"

#include <fmt/format.h>

#include <functional>
#include <unordered_map>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep::made {

namespace {

// What a slot becomes, and the part of it that is marked.
struct Fill {
  std::string text;
  std::optional<Mark::Kind> kind = std::nullopt;
  size_t begin = 0;
};
using Filled = std::optional<Fill>;
using Filler = std::function<Filled(Scene&)>;
using MarkKind = Mark::Kind;

constexpr std::string_view kNumbers[] = {"no",  "one",   "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine",  "ten"};

std::string capital(std::string text) {
  if (!text.empty() && is_lower(text[0])) text[0] = static_cast<char>(text[0] - 32);
  return text;
}

const Theatre& theatre_of(const Scene& s) { return s.world.theatres[s.truth.theatre]; }
const Town& town_of(const Scene& s) { return theatre_of(s).towns[s.truth.town]; }

Filled known(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return Fill{text};
}

std::string with_article(const std::string& noun) {
  if (noun.ends_with('s')) return noun;  // "homes"
  return (std::string_view("aeiou").find(noun[0]) == std::string_view::npos ? "a " : "an ") + noun;
}

Fill marked_end(std::string text, size_t length, MarkKind kind) {
  const size_t begin = text.size() - length;
  return {std::move(text), kind, begin};
}

// ---- times and places

Filled on(Scene& s) {
  const std::string& text = s.version.on;
  if (text.empty()) return Fill{};
  const size_t at = text.find("on ");
  return Fill{text, MarkKind::when, text.starts_with(" on ") && at != text.npos ? at + 3 : 1};
}

Filled on_start(Scene& s) {
  if (s.version.on.empty()) return std::nullopt;
  return Fill{s.version.on.substr(1), MarkKind::when, 0};
}

Filled in(Scene& s) {
  const size_t at = s.version.in.find(s.version.where.name);
  return Fill{s.version.in, MarkKind::where, at == std::string::npos ? 1 : at};
}

Filled in_start(Scene& s) {
  Filled fill = in(s);
  fill->text.erase(0, 1);
  --fill->begin;
  return fill;
}

Filled today(Scene& s) {
  constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
  const Day day(std::chrono::days(s.telling.minute / kMinutesPerDay));
  return Fill{std::string(kDays[iso_weekday(day) - 1])};
}

// ---- tolls

std::string people(const Quantity& q) {
  return q.text + (q.text.ends_with("one") ? " person" : " people");
}

std::string tolls(const Version& v, std::string_view killing, std::string_view wounding) {
  std::string text;
  if (v.killed.best == 0) return text;
  if (v.killed.known()) text.append(killing).append(people(v.killed));
  if (!v.wounded.known()) return text;
  if (text.empty()) return std::string(wounding) + people(v.wounded);
  return text.append(" and ").append(wounding).append(v.wounded.text);
}

Filled toll(Scene& s) {
  if (s.version.killed.best == 0) return Fill{", with no casualties", MarkKind::toll, 2};
  const std::string text = tolls(s.version, "killing ", "wounding ");
  if (text.empty()) return Fill{};
  return Fill{", " + text, MarkKind::toll, 2};
}

Filled short_toll(Scene& s) {
  const Version& v = s.version;
  const bool dead = v.killed.known() && v.killed.best != 0;
  if (!dead && !v.wounded.known()) return Fill{};
  std::string text = dead ? ", " + v.killed.text : ", " + v.wounded.text;
  if (text.ends_with(" of")) text += " people";
  return Fill{text + (dead ? " killed" : " wounded"), MarkKind::toll, 2};
}

Filled dead_wounded(Scene& s) {
  const Version& v = s.version;
  if (v.killed.best == 0) return Fill{"there were no casualties", MarkKind::toll, 0};
  std::string text;
  if (v.killed.known()) text = people(v.killed) + " killed";
  if (v.wounded.known())
    text += (text.empty() ? people(v.wounded) : " and " + v.wounded.text) + " wounded";
  if (text.empty()) return std::nullopt;
  return Fill{text, MarkKind::toll, 0};
}

Filled abducted(Scene& s) {
  const Quantity& q = s.version.abducted;
  const std::string number = q.known() ? q.text : "several";
  return Fill{number + ' ' + s.truth.group, MarkKind::people, number.size() + 1};
}

// ---- who and what

Filled weapon(Scene& s) {
  if (s.version.weapon.empty()) return std::nullopt;
  return Fill{s.version.weapon, MarkKind::weapon, 0};
}

Filled counted_weapon(Scene& s) {
  if (s.truth.weapons < 2 || s.version.weapon.empty() || s.version.weapon != s.truth.weapon)
    return std::nullopt;
  return Fill{written_number(s.truth.weapons) + ' ' + s.version.weapon, MarkKind::weapon, 0};
}

Filled actor(Scene& s) {
  if (!s.version.actor) return std::nullopt;
  return Fill{s.version.actor->name, MarkKind::actor, 0};
}

Filled by_actor(Scene& s) {
  if (!s.version.actor || !s.random.chance(0.4)) return Fill{};
  return Fill{" by " + s.version.actor->name, MarkKind::actor, 4};
}

Filled other_side(Scene& s) {
  for (const Party& side : theatre_of(s).sides) {
    if (!s.version.actor || side.actor_id != s.version.actor->actor_id) return Fill{side.name};
  }
  return Fill{"local fighters"};
}

Filled source(Scene& s) {
  const Town& town = town_of(s);
  if (s.random.chance(0.25)) return Fill{town.role + ' ' + town.official};
  return Fill{s.random.pick(s.world.words.at("source"))};
}

Filled victim(Scene& s, size_t i) {
  if (s.version.victims.size() <= i) return std::nullopt;
  return Fill{s.version.victims[i].name, MarkKind::victim, 0};
}

Filled noun(Scene& s, bool article) {
  const std::string& noun = s.random.pick(s.world.kinds.at(s.version.type).nouns);
  return marked_end(article ? with_article(noun) : noun, noun.size(), MarkKind::trigger);
}

Filled many(Scene& s) {
  static const std::vector<std::string> kMany = {"dozens of", "hundreds of", "several", "about 40",
                                                 "more than 100"};
  return marked_end(s.random.pick(kMany) + ' ' + s.truth.group, s.truth.group.size(),
                    MarkKind::people);
}

Filled person(Scene& s) { return Fill{person_name(*theatre_of(s).culture, s.random)}; }

Filled any_number(Scene& s, int64_t low, int64_t high, int64_t step = 1) {
  return Fill{std::to_string(s.random.between(low, high) * step)};
}

Filled thousands(Scene& s, int64_t low, int64_t high) {
  return Fill{std::to_string(s.random.between(low, high)) + ",000"};
}

using Table = std::unordered_map<std::string_view, Filler>;

void add_settings(Table& t) {
  t["place"] = [](Scene& s) { return Fill{s.version.where.name, MarkKind::where, 0}; };
  t["in"] = in;
  t["in_start"] = in_start;
  t["on"] = on;
  t["on_start"] = on_start;
  t["today"] = today;
  t["hour"] = [](Scene& s) { return known(s.truth.hour); };
  t["town"] = [](Scene& s) { return known(town_of(s).place.name); };
  t["region"] = [](Scene& s) { return Fill{"the " + town_of(s).place.admin1 + " region"}; };
  t["country"] = [](Scene& s) { return known(theatre_of(s).country_name); };
  t["street"] = [](Scene& s) { return known(s.truth.street); };
}

void add_numbers(Table& t) {
  t["toll"] = toll;
  t["short_toll"] = short_toll;
  t["dead_wounded"] = dead_wounded;
  t["count"] = [](Scene& s) { return Fill{written_number(s.random.between(2, 9))}; };
  t["number"] = [](Scene& s) { return any_number(s, 2, 40); };
  t["year"] = [](Scene& s) { return any_number(s, 1950, 2019); };
  t["thousands"] = [](Scene& s) { return thousands(s, 2, 30); };
  t["tens"] = [](Scene& s) { return thousands(s, 40, 99); };
}

void add_people(Table& t) {
  t["group"] = [](Scene& s) { return Fill{s.truth.group, MarkKind::people, 0}; };
  t["many_group"] = many;
  t["abducted"] = abducted;
  t["target"] = t["group"];
  t["victim"] = [](Scene& s) { return victim(s, 0); };
  t["victim2"] = [](Scene& s) { return victim(s, 1); };
  t["age"] = [](Scene& s) -> Filled {
    if (s.version.victims.empty()) return std::nullopt;
    return Fill{std::to_string(s.version.victims[0].age)};
  };
  t["job"] = [](Scene& s) {
    return known(s.version.victims.empty() ? "" : s.version.victims[0].job);
  };
  t["witness"] = person;
  t["age2"] = [](Scene& s) { return any_number(s, 16, 80); };
  t["job2"] = [](Scene& s) { return known(s.random.pick(s.world.words.at("job"))); };
  t["official"] = [](Scene& s) { return known(town_of(s).official); };
  t["role"] = [](Scene& s) { return known(town_of(s).role); };
  t["investigator"] = [](Scene& s) { return known(s.truth.investigator); };
  t["doctor"] = [](Scene& s) { return known(s.truth.doctor); };
  t["manager"] = [](Scene& s) { return known(s.truth.manager); };
  t["source"] = source;
}

void add_parties_and_things(Table& t) {
  t["actor"] = actor;
  t["side_a"] = actor;
  t["side_b"] = other_side;
  t["side_a_plain"] = [](Scene& s) {
    return known(theatre_of(s).sides.empty() ? "" : theatre_of(s).sides[0].name);
  };
  t["by"] = by_actor;
  t["weapon"] = weapon;
  t["n_weapon"] = counted_weapon;
  t["thing"] = [](Scene& s) { return Fill{s.truth.thing, MarkKind::thing, 0}; };
  t["a_thing"] = [](Scene& s) {
    return marked_end(with_article(s.truth.thing), s.truth.thing.size(), MarkKind::thing);
  };
  t["facility"] = [](Scene& s) { return Fill{s.truth.facility, MarkKind::facility, 0}; };
  t["hospital"] = [](Scene& s) { return known(town_of(s).hospital); };
  t["car"] = [](Scene& s) { return known(s.truth.car); };
  t["damaged"] = [](Scene& s) { return known(s.random.pick(s.world.words.at("damaged"))); };
  t["event_noun"] = [](Scene& s) { return noun(s, false); };
  t["a_noun"] = [](Scene& s) { return noun(s, true); };
}

const Table& fillers() {
  static const Table table = [] {
    Table t;
    add_settings(t);
    add_numbers(t);
    add_people(t);
    add_parties_and_things(t);
    return t;
  }();
  return table;
}

class SentenceWriter {
 public:
  explicit SentenceWriter(Scene& scene) : scene_(scene) {}

  bool write(const Pieces& pieces) {
    for (const Piece& piece : pieces) {
      if (!write(piece)) return false;
    }
    return true;
  }

  Sentence take() {
    sentence_.text = capital(std::move(sentence_.text));
    return std::move(sentence_);
  }

 private:
  bool write(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::words:
        sentence_.text += piece.text;
        return true;
      case Piece::Kind::slot:
        return fill(piece.text);
      case Piece::Kind::choice:
        return write(scene_.random.pick(piece.options));
      case Piece::Kind::trigger:
        break;
    }
    const auto begin = sentence_.text.size();
    const bool done = write(scene_.random.pick(piece.options));
    mark(Mark::Kind::trigger, begin);
    return done;
  }

  bool fill(const std::string& slot) {
    const std::string name = lower_ascii(slot);
    Filled fill = fillers().at(name)(scene_);
    if (!fill) return false;
    if (is_upper(slot[0])) fill->text = capital(std::move(fill->text));
    const size_t begin = sentence_.text.size() + fill->begin;
    sentence_.text += fill->text;
    if (fill->kind) mark(*fill->kind, begin);
    return true;
  }

  void mark(Mark::Kind kind, size_t begin) {
    if (begin >= sentence_.text.size()) return;
    sentence_.marks.push_back(
        {kind, static_cast<uint32_t>(begin), static_cast<uint32_t>(sentence_.text.size())});
  }

  Scene& scene_;
  Sentence sentence_;
};

}  // namespace

std::string written_number(int64_t n) {
  return n <= 10 ? std::string(kNumbers[static_cast<size_t>(n)]) : std::to_string(n);
}

std::optional<Sentence> write(Scene& scene, std::string_view role, std::string_view when) {
  constexpr int kTries = 12;
  for (int i = 0; i < kTries; ++i) {
    const Pieces* pieces = scene.phrases.pick(role, when, scene.random);
    if (pieces == nullptr) return std::nullopt;
    SentenceWriter writer(scene);
    if (writer.write(*pieces)) return writer.take();
  }
  return std::nullopt;
}

}  // namespace sitrep::made
