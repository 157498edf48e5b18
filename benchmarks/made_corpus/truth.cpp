#include <fmt/format.h>

#include <algorithm>

#include "made_corpus/incident.h"

namespace sitrep::made {

namespace {

constexpr size_t kMostReports = 200;

bool hurts(EventType type) {
  using enum EventType;
  return type != protest && type != arrest && type != work_stoppage && type != kidnapping;
}

std::vector<Person> make_people(const World& world, const Culture& culture, size_t count,
                                Random& random) {
  std::vector<Person> people;
  for (size_t i = 0; i < count; ++i) {
    const auto age = static_cast<int>(random.between(4, 83));
    people.push_back({person_name(culture, random), age, random.pick(world.words.at("job"))});
  }
  return people;
}

class Happening {
 public:
  Happening(const World& world, size_t theatre, Random& random)
      : world_(world), theatre_(world.theatres[theatre]), random_(random) {
    truth_.theatre = theatre;
  }

  Truth run(Minute minute) {
    truth_.minute = minute;
    truth_.town = random_.weighted(theatre_.shares);
    const Profile& profile = *theatre_.profile;
    truth_.type = profile.types[random_.weighted(profile.weights)];
    set_weapon();
    set_target();
    set_names();
    set_toll();
    set_actor();
    set_reports();
    return std::move(truth_);
  }

 private:
  void set_weapon() {
    const auto found = world_.weapons.find(truth_.type);
    if (found == world_.weapons.end()) return;
    const Weapon& weapon = random_.pick(found->second);
    truth_.weapon_kind = weapon.kind;
    if (weapon.words.empty()) return;
    truth_.weapon = random_.pick(weapon.words);
    if (weapon.mean > 1)
      truth_.weapons = 2 + static_cast<int64_t>(random_.exponential(weapon.mean - 1));
  }

  void set_target() {
    const Target& target = random_.pick(world_.targets.at(truth_.type));
    truth_.target_kind = target.kind;
    truth_.thing = target.things.empty() ? "house" : random_.pick(target.things);
    truth_.group = random_.pick(target.people);
  }

  void set_names() {
    const Culture& culture = *theatre_.culture;
    truth_.facility = made_name(world_, "facility", culture, random_);
    truth_.street = street_name(culture, random_);
    truth_.investigator = person_name(culture, random_);
    truth_.doctor = person_name(culture, random_);
    truth_.manager = person_name(culture, random_);
    const auto of_day = truth_.minute % kMinutesPerDay;
    const auto hour = of_day / 60 % 12 == 0 ? 12 : of_day / 60 % 12;
    truth_.hour =
        fmt::format("{}:{:02} {}", hour, of_day % 60 / 5 * 5, of_day < 720 ? "a.m." : "p.m.");
    truth_.car =
        random_.pick(world_.words.at("colour")) + ' ' + random_.pick(world_.words.at("car"));
  }

  void set_toll() {
    if (truth_.type == EventType::kidnapping) {
      truth_.abducted = 1 + static_cast<int64_t>(random_.exponential(3));
    } else if (truth_.type == EventType::assassination) {
      truth_.killed = 1;
    } else if (hurts(truth_.type) && random_.chance(0.75)) {
      // Few are hurt in most, very many in a few.
      const double size = theatre_.profile->toll * std::exp(1.0 * random_.normal() - 0.5);
      truth_.killed = static_cast<int64_t>(random_.exponential(size * 0.7));
      truth_.wounded = static_cast<int64_t>(random_.exponential(size * 1.6));
    }
    truth_.toll_hours = 1 + random_.exponential(6);
    const int64_t hurt = truth_.killed + truth_.wounded + truth_.abducted;
    truth_.victims = make_people(world_, *theatre_.culture,
                                 static_cast<size_t>(std::min<int64_t>(hurt, 4)), random_);
  }

  void set_actor() {
    if (theatre_.sides.empty() || !random_.chance(0.8)) {
      if (!theatre_.others.empty() && random_.chance(0.4))
        truth_.actor = random_.pick(theatre_.others);
      return;
    }
    truth_.actor = theatre_.sides[random_.chance(0.75) ? 0 : theatre_.sides.size() - 1];
  }

  void set_reports() {
    const auto hurt = static_cast<double>(truth_.killed + truth_.abducted);
    const double interest = 1 + std::min(hurt, 60.0) / 12;
    const double reports = random_.pareto(theatre_.profile->tail) * interest;
    truth_.reports = static_cast<size_t>(std::min<double>(reports, kMostReports));
  }

  const World& world_;
  const Theatre& theatre_;
  Random& random_;
  Truth truth_;
};

}  // namespace

Truth make_truth(const World& world, size_t theatre, Minute minute, Random& random) {
  return Happening(world, theatre, random).run(minute);
}

}  // namespace sitrep::made
