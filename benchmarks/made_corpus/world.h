// The world that incidents happen in: theatres and their towns, actors, outlets, names and words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "made_corpus/random.h"
#include "sitrep/result.h"
#include "sitrep/values.h"

namespace sitrep::made {

struct Place {
  std::string name;
  double lat = 0;
  double lon = 0;
  std::string country;  // ISO
  std::string admin1;
  uint32_t population = 0;
  uint32_t geonames_id = 0;
};

struct Culture {
  std::vector<std::string> given, stems, endings, streets, kinds;
};

struct Profile {
  std::string name;
  double tail = 1;   // of the number of reports
  double toll = 2;   // mean of those hurt
  double towns = 1;  // exponent of the towns' shares
  std::vector<EventType> types;
  std::vector<double> weights;
};

struct Town {
  Place place;
  std::string official;  // who speaks for it, in report after report
  std::string role;
  std::string hospital;
  std::vector<const Place*> around;     // places within 15 km
  const Place* city = nullptr;          // the largest within 40 km, where it is not the town itself
  std::vector<const Place*> namesakes;  // elsewhere
};

struct Theatre {
  std::string name;
  const Profile* profile = nullptr;
  const Culture* culture = nullptr;
  std::string country;       // ISO
  std::string country_name;  // in words
  Where country_point;
  double per_day = 1;
  std::vector<Party> sides;   // none, one or two
  std::vector<Party> others;  // who else may be blamed
  std::vector<Town> towns;
  std::vector<double> shares;  // of the towns
};

struct Outlet {
  enum class Kind : uint8_t { local, national, agency, international };
  std::string name;
  std::string domain;
  Kind kind = Kind::local;
  double delay = 60;   // median minutes until it reports
  double errors = 1;   // times the usual
  double copying = 0;  // share of reports taken from an agency
};

struct Weapon {
  std::string kind;
  std::vector<std::string> words;
  double mean = 0;  // number; 0: never given
};

struct Target {
  std::string kind;
  std::vector<std::string> things;
  std::vector<std::string> people;
};

struct Kind {
  std::vector<EventType> mistaken_for;
  std::vector<std::string> nouns;
};

struct World {
  std::vector<Place> places;  // towns and namesakes point into it
  std::map<std::string, Culture> cultures;
  std::map<std::string, Profile> profiles;
  std::map<std::string, std::vector<std::string>> words;
  std::map<EventType, Kind> kinds;
  std::map<EventType, std::vector<Weapon>> weapons;
  std::map<EventType, std::vector<Target>> targets;
  std::map<std::string, std::pair<double, double>> divisions;  // "UA/Donetsk" to its middle
  std::vector<Theatre> theatres;
  std::vector<std::vector<Outlet>> locals;               // by theatre
  std::map<std::string, std::vector<Outlet>> nationals;  // by country
  std::vector<Outlet> agencies, internationals;
};

struct WorldFiles {
  std::string tables;        // folder
  std::string gazetteer;     // models/gazetteer.tsv.gz
  std::string dictionaries;  // folder
};

Result<World> make_world(const WorldFiles& files, uint64_t seed);

std::string person_name(const Culture& culture, Random& random);
std::string street_name(const Culture& culture, Random& random);
// One of the words of `slot`; # becomes a number, @ a street's word.
std::string made_name(const World& world, const std::string& slot, const Culture& culture,
                      Random& random);

}  // namespace sitrep::made
