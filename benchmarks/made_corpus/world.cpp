#include "made_corpus/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numbers>
#include <unordered_map>

#include "core/text.h"
#include "made_corpus/tables.h"

namespace sitrep::made {

namespace {

constexpr uint32_t kSmallestTown = 800;
constexpr double kAroundKm = 15;
constexpr double kCityKm = 40;

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

double kilometres(const Place& a, const Place& b) {
  constexpr double kKmPerDegree = 111.2;
  const double dy = (a.lat - b.lat) * kKmPerDegree;
  const double dx = (a.lon - b.lon) * kKmPerDegree * std::cos(a.lat * std::numbers::pi / 180);
  return std::sqrt(dx * dx + dy * dy);
}

std::vector<EventType> types_of(std::string_view words) {
  std::vector<EventType> out;
  for (const auto word : split(words, ' ')) out.push_back(parse<EventType>(word).value());
  return out;
}

// Reads what the world is made of, then makes the parts that need chance.
class Maker {
 public:
  Maker(const WorldFiles& files, uint64_t seed) : files_(files), random_(seed) {}

  Result<World> run() {
    using Step = void (Maker::*)(const Rows&);
    struct Table {
      std::string path;
      std::string_view columns;
      Step step;
    };
    const std::string& t = files_.tables;
    const Table tables[] = {
        {t + "/cultures.tsv", "culture countries given stems endings streets kinds",
         &Maker::add_cultures},
        {t + "/profiles.tsv", "profile tail toll towns types", &Maker::add_profiles},
        {t + "/words.tsv", "slot words", &Maker::add_words},
        {t + "/kinds.tsv", "type mistaken_for nouns", &Maker::add_kinds},
        {t + "/weapons.tsv", "type kind words mean", &Maker::add_weapons},
        {t + "/targets.tsv", "types kind things people", &Maker::add_targets},
        {t + "/outlets.tsv", "first last", &Maker::read_outlet_words},
        {files_.dictionaries + "/countries.tsv",
         "code name aliases adjectives people capital seats lat lon", &Maker::read_countries},
        {files_.gazetteer,
         "geonames_id name alternatives lat lon country admin1 population feature flags",
         &Maker::add_places},
        {t + "/theatres.tsv", "name profile country lat lon km towns per_day side_a side_b",
         &Maker::add_theatres},
    };
    for (const char* part : {"africa", "americas", "asia", "caucasus_turkey_iran", "europe",
                             "international", "middle_east"}) {
      const auto rows = read_rows_of(files_.dictionaries + "/actors/" + part + ".tsv",
                                     "id name aliases kind country parent from to");
      if (!rows) return Failure(rows.error());
      read_actors(*rows);
    }
    for (const Table& table : tables) {
      const auto rows = read_rows_of(table.path, table.columns);
      if (!rows) return Failure(rows.error());
      (this->*table.step)(*rows);
    }
    add_outlets();
    return std::move(world_);
  }

 private:
  void add_cultures(const Rows& rows) {
    for (const auto& row : rows) {
      Culture& culture = world_.cultures[row[0]];
      for (const std::string& country : parts(row[1], ' ')) culture_of_[country] = row[0];
      culture.given = parts(row[2], ' ');
      culture.stems = parts(row[3], ' ');
      culture.endings = parts(row[4], ' ');
      for (std::string& e : culture.endings) std::ranges::replace(e, '_', ' ');
      culture.streets = parts(row[5], ' ');
      culture.kinds = parts(row[6], ' ');
    }
  }

  void add_profiles(const Rows& rows) {
    for (const auto& row : rows) {
      Profile& profile = world_.profiles[row[0]];
      profile.name = row[0];
      profile.tail = number(row[1]);
      profile.toll = number(row[2]);
      profile.towns = number(row[3]);
      for (const std::string& share : parts(row[4], ' ')) {
        const size_t colon = share.find(':');
        profile.types.push_back(parse<EventType>(share.substr(0, colon)).value());
        profile.weights.push_back(number(share.substr(colon + 1)));
      }
    }
  }

  void add_words(const Rows& rows) {
    for (const auto& row : rows) world_.words[row[0]] = parts(row[1], ';');
  }

  void add_kinds(const Rows& rows) {
    for (const auto& row : rows)
      world_.kinds[parse<EventType>(row[0]).value()] = {types_of(row[1]), parts(row[2], ';')};
  }

  void add_weapons(const Rows& rows) {
    for (const auto& row : rows) {
      const auto type = parse<EventType>(row[0]).value();
      world_.weapons[type].push_back({row[1], parts(row[2], ';'), number(row[3])});
    }
  }

  void add_targets(const Rows& rows) {
    for (const auto& row : rows) {
      for (const EventType type : types_of(row[0]))
        world_.targets[type].push_back({row[1], parts(row[2], ';'), parts(row[3], ';')});
    }
  }

  void read_outlet_words(const Rows& rows) {
    for (const auto& row : rows) {
      if (!row[0].empty()) first_words_.push_back(row[0]);
      if (!row[1].empty()) last_words_.push_back(row[1]);
    }
  }

  void read_countries(const Rows& rows) {
    for (const auto& row : rows) {
      countries_[row[0]] = {.name = row[1],
                            .lat = number(row[7]),
                            .lon = number(row[8]),
                            .country = row[0],
                            .admin1 = {},
                            .precision = PlacePrecision::country,
                            .gazetteer_id = {}};
    }
  }

  void read_actors(const Rows& rows) {
    for (const auto& row : rows) {
      const Party party{row[1], row[0], parse<PartyKind>(row[3]).value_or(PartyKind::unknown),
                        row[4]};
      actors_[row[0]] = party;
      const bool today = row[7].empty();
      if (today && (is_armed_group(party.kind) || party.kind == PartyKind::state_forces))
        armed_[row[4]].push_back(party);
    }
  }

  void add_places(const Rows& rows) {
    for (const auto& row : rows) {
      Place place{row[1],
                  number(row[3]),
                  number(row[4]),
                  row[5],
                  row[6],
                  static_cast<uint32_t>(number(row[7])),
                  static_cast<uint32_t>(number(row[0]))};
      if (row[8] == "P" && place.geonames_id && place.population >= kSmallestTown)
        world_.places.push_back(std::move(place));
    }
    std::map<std::string, std::pair<Place, size_t>> sums;
    for (const Place& place : world_.places) {
      by_name_[place.name].push_back(&place);
      by_country_[place.country].push_back(&place);
      auto& [sum, n] = sums[place.country + '/' + place.admin1];
      sum.lat += place.lat, sum.lon += place.lon, ++n;
    }
    for (const auto& [name, sum] : sums) {
      const auto n = static_cast<double>(sum.second);
      world_.divisions[name] = {sum.first.lat / n, sum.first.lon / n};
    }
  }

  void add_theatres(const Rows& rows) {
    for (const auto& row : rows) {
      Theatre& theatre = world_.theatres.emplace_back();
      theatre.name = row[0];
      theatre.profile = &world_.profiles.at(row[1]);
      theatre.country = row[2];
      theatre.country_point = countries_.at(row[2]);
      theatre.country_name = theatre.country_point.name;
      const auto culture = culture_of_.find(row[2]);
      theatre.culture =
          &world_.cultures.at(culture == culture_of_.end() ? "english" : culture->second);
      theatre.per_day = number(row[7]);
      for (const std::string& side : {row[8], row[9]}) {
        if (!side.empty()) theatre.sides.push_back(actors_.at(side));
      }
      theatre.others = armed_[row[2]];
      Place middle;
      middle.lat = number(row[3]), middle.lon = number(row[4]);
      settle(theatre, middle, number(row[5]), static_cast<size_t>(number(row[6])));
    }
  }

  void settle(Theatre& theatre, const Place& middle, double km, size_t count) {
    std::vector<const Place*> near;
    for (const Place* place : by_country_[theatre.country]) {
      if (kilometres(middle, *place) <= km) near.push_back(place);
    }
    std::ranges::stable_sort(near, std::greater(), &Place::population);
    if (near.size() > count) near.resize(count);
    for (const Place* place : near) theatre.towns.push_back(make_town(*place, theatre));
    for (size_t i = 0; i < theatre.towns.size(); ++i)
      theatre.shares.push_back(std::pow(static_cast<double>(i + 1), -theatre.profile->towns));
  }

  Town make_town(const Place& place, const Theatre& theatre) {
    Town town;
    town.place = place;
    town.official = person_name(*theatre.culture, random_);
    town.role = random_.pick(world_.words.at("role"));
    town.hospital = made_name(world_, "hospital", *theatre.culture, random_);
    for (const Place* other : by_country_[place.country]) {
      const double km = kilometres(place, *other);
      if (other->geonames_id == place.geonames_id || km > kCityKm) continue;
      if (km <= kAroundKm) town.around.push_back(other);
      const uint32_t largest = town.city ? town.city->population : place.population;
      if (other->population > largest) town.city = other;
    }
    for (const Place* other : by_name_[place.name]) {
      if (kilometres(place, *other) > 50) town.namesakes.push_back(other);
    }
    return town;
  }

  Outlet make_outlet(Outlet::Kind kind, const std::string& place) {
    const std::string name =
        fmt::format("{} {}", place.empty() ? random_.pick(first_words_) : place,
                    kind == Outlet::Kind::agency ? "News Agency" : random_.pick(last_words_));
    Outlet outlet{name, normal(name) + std::to_string(random_.between(1, 99)) + ".example", kind};
    std::erase_if(outlet.domain, [](char c) { return c == ' ' || c == '\''; });
    struct Habit {
      double delay, copying;
    };
    constexpr Habit kHabits[] = {{90, 0.25}, {300, 0.45}, {45, 0}, {240, 0.4}};
    const Habit habit = kHabits[static_cast<size_t>(kind)];
    outlet.delay = habit.delay * std::exp(0.6 * random_.normal());
    outlet.copying = habit.copying * (0.4 + 1.2 * random_.unit());
    outlet.errors = std::exp(0.5 * random_.normal());
    return outlet;
  }

  void add_outlets() {
    using Kind = Outlet::Kind;
    for (int i = 0; i < 8; ++i) world_.agencies.push_back(make_outlet(Kind::agency, ""));
    for (int i = 0; i < 60; ++i)
      world_.internationals.push_back(make_outlet(Kind::international, ""));
    for (const Theatre& theatre : world_.theatres) {
      auto& local = world_.locals.emplace_back();
      for (int i = 0; i < 4; ++i)
        local.push_back(make_outlet(Kind::local, random_.pick(theatre.towns).place.name));
      auto& national = world_.nationals[theatre.country];
      while (national.size() < 14)
        national.push_back(make_outlet(Kind::national, theatre.country_name));
    }
  }

  const WorldFiles& files_;
  Random random_;
  World world_;
  std::map<std::string, std::string> culture_of_;
  std::map<std::string, Where> countries_;
  std::map<std::string, Party> actors_;
  std::map<std::string, std::vector<Party>> armed_;
  std::unordered_map<std::string, std::vector<const Place*>> by_name_;
  std::unordered_map<std::string, std::vector<const Place*>> by_country_;
  std::vector<std::string> first_words_, last_words_;
};

}  // namespace

Result<World> make_world(const WorldFiles& files, uint64_t seed) {
  return Maker(files, seed).run();
}

std::string person_name(const Culture& culture, Random& random) {
  std::string name = random.pick(culture.given);
  name.append(" ").append(random.pick(culture.stems));
  return name.append(random.pick(culture.endings));
}

std::string street_name(const Culture& culture, Random& random) {
  return random.pick(culture.streets) + ' ' + random.pick(culture.kinds);
}

std::string made_name(const World& world, const std::string& slot, const Culture& culture,
                      Random& random) {
  std::string name = random.pick(world.words.at(slot));
  if (const size_t at = name.find('#'); at != name.npos)
    name.replace(at, 1, std::to_string(random.between(1, 60)));
  if (const size_t at = name.find('@'); at != name.npos)
    name.replace(at, 1, random.pick(culture.streets));
  return name;
}

}  // namespace sitrep::made
