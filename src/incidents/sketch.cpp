#include "incidents/sketch.h"

#include <cstring>
#include <type_traits>

namespace sitrep::incidents {

namespace {

// Writes values behind each other.
class Packer {
 public:
  static constexpr bool kReads = false;
  explicit Packer(std::string& out) : out_(out) {}
  void bytes(void* data, size_t size) { out_.append(static_cast<const char*>(data), size); }
  size_t room() const { return SIZE_MAX; }
  void fail() {}

 private:
  std::string& out_;
};

// Reads them back; once bytes are missing, all that follows is zero.
class Unpacker {
 public:
  static constexpr bool kReads = true;
  explicit Unpacker(std::string_view in) : in_(in) {}
  void bytes(void* data, size_t size) {
    std::memset(data, 0, size);
    if (in_.size() < size) return fail();
    std::memcpy(data, in_.data(), size);
    in_.remove_prefix(size);
  }
  size_t room() const { return in_.size(); }
  void fail() { failed_ = true, in_ = {}; }
  bool done() const { return in_.empty() && !failed_; }

 private:
  std::string_view in_;
  bool failed_ = false;
};

template <typename Archive, typename T>
requires std::is_arithmetic_v<T>
void fields(Archive& archive, T& value) { archive.bytes(&value, sizeof(T)); }

template <typename Archive, typename T>
requires std::is_enum_v<T>
void fields(Archive& archive, T& value) { archive.bytes(&value, sizeof(T)); }

template <typename Archive>
void fields(Archive& archive, bool& value) {
  uint8_t byte = value ? 1 : 0;
  archive.bytes(&byte, 1);
  if constexpr (Archive::kReads) value = byte != 0;
}

template <typename Archive>
void fields(Archive& archive, Day& day) {
  auto number = static_cast<int32_t>(day.time_since_epoch().count());
  archive.bytes(&number, sizeof number);
  if constexpr (Archive::kReads) day = Day(std::chrono::days(number));
}

// No list has more items than there are bytes left.
template <typename Archive, typename List>
void length(Archive& archive, List& list) {
  auto size = static_cast<uint32_t>(list.size());
  archive.bytes(&size, sizeof size);
  if constexpr (Archive::kReads) {
    if (size > archive.room()) archive.fail();
    list.resize(size > archive.room() ? 0 : size);
  }
}

template <typename Archive>
void fields(Archive& archive, std::string& text) {
  length(archive, text);
  archive.bytes(text.data(), text.size());
}

template <typename Archive, typename... Parts>
void all(Archive& archive, Parts&... parts);

template <typename Archive, typename T>
void fields(Archive& archive, std::optional<T>& value) {
  bool given = value.has_value();
  fields(archive, given);
  if constexpr (Archive::kReads) given ? void(value.emplace()) : value.reset();
  if (value) fields(archive, *value);
}

template <typename Archive, typename T>
void fields(Archive& archive, std::vector<T>& list) {
  length(archive, list);
  for (T& item : list) fields(archive, item);
}

template <typename Archive>
void fields(Archive& archive, WordWeight& v) {
  all(archive, v.word, v.weight);
}
template <typename Archive>
void fields(Archive& archive, PersonKey& v) {
  all(archive, v.full, v.surname);
}
template <typename Archive>
void fields(Archive& archive, Quantity& v) {
  all(archive, v.low, v.best, v.high);
}
template <typename Archive>
void fields(Archive& archive, WeaponKey& v) {
  all(archive, v.weapon_class, v.reach, v.count);
}
template <typename Archive>
void fields(Archive& archive, TargetKey& v) {
  all(archive, v.head, v.kind, v.person, v.telling);
}
template <typename Archive>
void fields(Archive& archive, PartyKey& v) {
  all(archive, v.name, v.words, v.actor_id, v.nation, v.kind);
}
template <typename Archive>
void fields(Archive& archive, Doer& v) {
  all(archive, v.party, v.as_fact);
}
template <typename Archive>
void fields(Archive& archive, Spot& v) {
  all(archive, v.lat, v.lon, v.name, v.country, v.admin1, v.gazetteer, v.precision);
}
template <typename Archive>
void fields(Archive& archive, When& v) {
  all(archive, v.start, v.end, v.precision, v.part_of_day, v.basis);
}
template <typename Archive>
void fields(Archive& archive, Story& v) {
  all(archive, v.words, v.published, v.undated, v.days, v.places, v.marks, v.lists);
}
template <typename Archive>
void fields(Archive& archive, Face& v) {
  all(archive, v.event, v.order, v.report, v.type, v.phase, v.outcome, v.when, v.soft, v.leads,
      v.dated, v.placed, v.where, v.people, v.target_names, v.targets, v.weapons, v.hurt, v.doers);
  all(archive, v.killed, v.wounded, v.abducted, v.item, v.context, v.names, v.roads, v.rare_names);
}

template <typename Archive, typename... Parts>
void all(Archive& archive, Parts&... parts) {
  (fields(archive, parts), ...);
}

}  // namespace

std::string pack_sketch(const Sketch& sketch) {
  std::string out(1, static_cast<char>(kSketchVersion));
  Packer packer(out);
  Story story = *sketch.story;
  std::vector<Face> faces = sketch.faces;
  std::string id = sketch.id;
  all(packer, id, story, faces);
  return out;
}

std::optional<Sketch> unpack_sketch(std::string_view bytes) {
  if (bytes.empty() || static_cast<uint8_t>(bytes[0]) != kSketchVersion) return std::nullopt;
  Unpacker unpacker(bytes.substr(1));
  auto story = std::make_shared<Story>();
  Sketch sketch;
  all(unpacker, sketch.id, *story, sketch.faces);
  if (!unpacker.done()) return std::nullopt;
  sketch.story = story;
  for (Face& face : sketch.faces) face.story = story;
  return sketch;
}

}  // namespace sitrep::incidents
