// Who the people of a report are: "Ana Ruiz" is the judge that another sentence calls her.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "events/reading.h"

namespace sitrep {

struct Profile {
  std::string_view kind;    // of targets.tsv: "official", "judge"; empty: not said
  std::string description;  // "presidency minister"; empty: not said
};

class People {
 public:
  explicit People(const Reading& reading);

  // What the phrase, or any other mention of the person whom it names, says of them.
  const Profile& of(uint32_t phrase) const;

 private:
  void read_roles();
  void read_nouns();
  void read_names();
  bool names_person(uint32_t phrase) const;
  void add(uint32_t name, uint32_t described);
  bool apposed(uint32_t a, uint32_t b) const;

  const Reading& reading_;
  std::vector<Profile> own_;                         // by phrase
  boost::unordered_flat_map<Key, Profile> by_name_;  // by the form of the name's last word
};

}  // namespace sitrep
