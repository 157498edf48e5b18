// How what happened becomes what is told: by whom, how late, and with which mistakes.
#include <fmt/format.h>

#include <algorithm>

#include "core/dates.h"
#include "made_corpus/incident.h"
#include "made_corpus/prose.h"

namespace sitrep::made {

namespace {

using Kind = Telling::Kind;

constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                          "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
// How often a report of an outlet with the usual errors is wrong, vague or silent.
constexpr double kWrongDay = 0.05;
constexpr double kWrongType = 0.07;
constexpr double kWrongActor = 0.03;
constexpr double kWrongToll = 0.08;
constexpr double kSwappedToll = 0.01;
constexpr double kNamesake = 0.012;
constexpr double kOtherSpelling = 0.08;

Day day_of(Minute minute) { return Day(std::chrono::days(minute / kMinutesPerDay)); }

struct Part {
  PartOfDay part;
  std::string_view before;  // "early on Tuesday"
  std::string_view behind;  // "on Tuesday morning"
};

Part part_at(Minute minute) {
  const auto hour = minute % kMinutesPerDay / 60;
  if (hour < 6) return {PartOfDay::early_morning, "early ", ""};
  if (hour < 11) return {PartOfDay::morning, "", " morning"};
  if (hour < 14) return {PartOfDay::midday, "", " around midday"};
  if (hour < 18) return {PartOfDay::afternoon, "", " afternoon"};
  if (hour < 21) return {PartOfDay::evening, "", " evening"};
  return {PartOfDay::night, "late ", ""};
}

class Teller {
 public:
  Teller(const World& world, const Truth& truth, const Telling& telling, Random& random)
      : world_(world),
        theatre_(world.theatres[truth.theatre]),
        town_(theatre_.towns[truth.town]),
        truth_(truth),
        telling_(telling),
        random_(random),
        late_(static_cast<int>((day_of(telling.minute) - day_of(truth.minute)).count())) {}

  Version run() {
    set_type();
    set_when();
    set_where();
    set_tolls();
    set_blame();
    set_weapon();
    set_facts();
    const bool past = telling_.kind == Kind::anniversary || telling_.kind == Kind::recall ||
                      (telling_.kind == Kind::follow_up && late_ > 2 && random_.chance(0.5));
    version_.phase = past ? Phase::background : Phase::news;
    return std::move(version_);
  }

 private:
  bool errs(double often) { return random_.chance(often * telling_.outlet->errors); }

  void set_type() {
    version_.type = truth_.type;
    if (errs(kWrongType)) version_.type = random_.pick(world_.kinds.at(truth_.type).mistaken_for);
  }

  // ---- when

  void set_when() {
    Day day = day_of(truth_.minute);
    const auto of_day = truth_.minute % kMinutesPerDay;
    const bool by_midnight = of_day < 120 || of_day > kMinutesPerDay - 120;
    if (errs(by_midnight ? 5 * kWrongDay : kWrongDay)) day += std::chrono::days(wrong_by());
    day = std::min(day, day_of(telling_.minute));
    if (random_.chance(0.08)) return;  // no day at all
    if (late_ >= 7 && random_.chance(telling_.kind == Kind::follow_up ? 0.5 : 0.25))
      return set_coarse(day);
    set_day(day);
  }

  int wrong_by() {
    if (random_.chance(0.1)) return static_cast<int>(random_.between(-4, -2));
    return random_.chance(0.3) ? -1 : 1;
  }

  void set_day(Day day) {
    const auto days = days_between(day, day_of(telling_.minute));
    const Part part = part_at(truth_.minute);
    const bool with_part = random_.chance(0.4) && telling_.kind != Kind::anniversary;
    version_.when = day_when(day, Basis::relative);
    if (with_part) {
      version_.when.precision = DatePrecision::part_of_day;
      version_.when.part_of_day = part.part;
    }
    const auto named = [&](std::string_view name) {
      return with_part ? fmt::format(" {}on {}{}", part.before, name, part.behind)
                       : fmt::format(" on {}", name);
    };
    if (days < 7) {
      version_.on = named(kWeekdays[iso_weekday(day) - 1]);
    } else {
      const auto ymd = civil(day);
      const std::string_view month = kMonths[static_cast<unsigned>(ymd.month()) - 1];
      const auto number = static_cast<unsigned>(ymd.day());
      version_.on = fmt::format(" on {} {} {}", number, month, static_cast<int>(ymd.year()));
      version_.when = day_when(day, Basis::stated);
    }
  }

  // "last week", "in March 2024".
  void set_coarse(Day day) {
    const Day told = day_of(telling_.minute);
    if (late_ < 14) {
      const Day monday = told - std::chrono::days(iso_weekday(told) - 1 + 7);
      version_.when = {.start = monday,
                       .end = monday + std::chrono::days(6),
                       .precision = DatePrecision::week,
                       .basis = Basis::relative};
      version_.on = " last week";
      return;
    }
    const auto ymd = civil(day);
    version_.when =
        month_when(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), Basis::stated);
    version_.on = fmt::format(" in {} {}", kMonths[static_cast<unsigned>(ymd.month()) - 1],
                              static_cast<int>(ymd.year()));
  }

  // ---- where

  void set_where() {
    if (errs(kNamesake) && !town_.namesakes.empty())
      return in_place(*random_.pick(town_.namesakes));
    const double chance = random_.unit();
    if (chance < 0.03) return in_country();
    if (chance < 0.09) return in_division();
    if (chance < 0.13 && town_.city != nullptr) return in_place(*town_.city, PlacePrecision::near);
    if (chance < 0.19 && !town_.around.empty()) return in_place(*random_.pick(town_.around));
    in_place(town_.place, chance < 0.27 ? PlacePrecision::near : PlacePrecision::city);
  }

  void in_place(const Place& place, PlacePrecision precision = PlacePrecision::city) {
    version_.where = {.name = place.name,
                      .lat = place.lat,
                      .lon = place.lon,
                      .country = place.country,
                      .admin1 = place.admin1,
                      .precision = precision,
                      .gazetteer_id = fmt::format("geonames:{}", place.geonames_id)};
    version_.in = (precision == PlacePrecision::near ? " near " : " in ") + place.name;
  }

  void in_division() {
    const Place& place = town_.place;
    const auto middle = world_.divisions.at(place.country + '/' + place.admin1);
    version_.where = {.name = place.admin1,
                      .lat = middle.first,
                      .lon = middle.second,
                      .country = place.country,
                      .admin1 = place.admin1,
                      .precision = PlacePrecision::admin1,
                      .gazetteer_id = {}};
    version_.in = " in the " + place.admin1 + " region";
  }

  void in_country() {
    version_.where = theatre_.country_point;
    version_.in = " in " + theatre_.country_name;
  }

  // ---- how many

  void set_tolls() {
    const double hours = static_cast<double>(telling_.minute - truth_.minute) / 60;
    const double known = 1 - std::exp(-(hours + 1) / truth_.toll_hours);
    int64_t killed = partial(truth_.killed, known);
    int64_t wounded = partial(truth_.wounded, known);
    if (errs(kSwappedToll)) std::swap(killed, wounded);
    version_.killed = stated(killed, 0.15);
    version_.wounded = stated(wounded, 0.3);
    if (truth_.abducted > 0) version_.abducted = stated(partial(truth_.abducted, known), 0.1);
    if (truth_.killed == 0 && truth_.wounded == 0 && truth_.abducted == 0 && random_.chance(0.3))
      version_.killed = {.low = 0, .best = 0, .high = 0, .text = "no casualties"};
  }

  int64_t partial(int64_t number, double known) {
    if (number > 2) {
      const double share = std::min(1.0, known + 0.2 * random_.unit());
      number = std::max<int64_t>(
          1, static_cast<int64_t>(std::lround(static_cast<double>(number) * share)));
    }
    if (number > 0 && errs(kWrongToll))
      number = std::max<int64_t>(1, number + random_.between(-1, 2));
    return number;
  }

  Quantity stated(int64_t number, double silent) {
    if (number == 0 || random_.chance(silent)) return {};
    if (number >= 24 && random_.chance(0.15))
      return {.low = 24, .best = std::nullopt, .high = std::nullopt, .text = "dozens of"};
    if (number > 12 && random_.chance(0.25)) {
      const int64_t about = (number + 5) / 10 * 10;
      return {.low = std::nullopt,
              .best = about,
              .high = std::nullopt,
              .text = fmt::format("about {}", about)};
    }
    if (random_.chance(0.3))
      return {.low = number,
              .best = number,
              .high = std::nullopt,
              .text = "at least " + written_number(number)};
    return {.low = number, .best = number, .high = number, .text = written_number(number)};
  }

  // ---- who, with what, and what else is known

  void set_blame() {
    using Blame = Version::Blame;
    if (!truth_.actor || random_.chance(0.3)) {
      if (random_.chance(0.25)) version_.blame = Blame::none;
      return;
    }
    version_.actor = truth_.actor;
    if (errs(kWrongActor) && !theatre_.others.empty())
      version_.actor = random_.pick(theatre_.others);
    constexpr Blame kBlames[] = {Blame::silent, Blame::suspected, Blame::accused, Blame::claimed,
                                 Blame::denied};
    constexpr double kShares[] = {45, 12, 25, 14, 4};
    version_.blame = kBlames[random_.weighted(kShares)];
  }

  void set_weapon() {
    version_.weapon_kind = truth_.weapon_kind;
    version_.weapon = truth_.weapon;
    const auto found = world_.weapons.find(version_.type);
    const bool other = version_.type != truth_.type || errs(0.05);
    if (!other || found == world_.weapons.end()) return;
    const Weapon& weapon = random_.pick(found->second);
    version_.weapon_kind = weapon.kind;
    version_.weapon = weapon.words.empty() ? std::string() : random_.pick(weapon.words);
  }

  void set_facts() {
    const double names = late_ > 0 ? 0.8 : 0.5;
    offer("street", 0.85);
    offer("thing", 0.6);
    offer("witness", 0.4);
    offer("hour", 0.4);
    offer("number", 0.25);
    offer("vehicle", 0.2);
    offer("official", 0.35);
    if (truth_.wounded > 0) offer("hospital", 0.4);
    for (Person person : truth_.victims) {
      if (random_.chance(kOtherSpelling)) respell(person.name);
      version_.victims.push_back(std::move(person));
    }
    random_.shuffle(version_.victims);
    if (!truth_.victims.empty()) offer("victim", names);
    if (truth_.victims.size() > 1) offer("victims", names / 2);
    random_.shuffle(version_.facts);
    // Most name a street or a victim before anything else.
    const auto names_one = [](const std::string& fact) {
      return fact == "street" || fact.starts_with("victim");
    };
    const auto first = std::ranges::find_if(version_.facts, names_one);
    if (first != version_.facts.end() && random_.chance(0.6))
      std::iter_swap(version_.facts.begin(), first);
  }

  void offer(std::string_view fact, double chance) {
    if (random_.chance(chance)) version_.facts.emplace_back(fact);
  }

  // Another way to write the name in Latin letters.
  void respell(std::string& name) {
    const size_t at = name.find(' ') + 2 + random_.below(3);
    if (at >= name.size()) return;
    const char c = name[at];
    const std::string_view vowels = "aeiou";
    if (const size_t vowel = vowels.find(c); vowel != vowels.npos) {
      name[at] = vowels[(vowel + 1) % vowels.size()];
    } else if (c >= 'a' && c <= 'z') {
      name.insert(at, 1, c);
    }
  }

  const World& world_;
  const Theatre& theatre_;
  const Town& town_;
  const Truth& truth_;
  const Telling& telling_;
  Random& random_;
  int late_;
  Version version_;
};

}  // namespace

Version tell(const World& world, const Truth& truth, const Telling& telling, Random& random) {
  return Teller(world, truth, telling, random).run();
}

}  // namespace sitrep::made
