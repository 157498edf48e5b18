#include "output/table.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/json.h"
#include "output/nouns.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

using Rows = std::span<const std::shared_ptr<const IncidentRow>>;

// Each name once, numbered in the order in which they come.
class NameList {
 public:
  struct Entry {
    std::string_view id, name;
  };
  // The same id is the same one, whatever its name; without an id, the same name.
  size_t number(std::string_view id, std::string_view name) {
    const std::pair key(id, id.empty() ? name : std::string_view());
    const auto [found, fresh] = numbers_.try_emplace(key, entries_.size());
    if (fresh) entries_.push_back({id, name});
    return found->second;
  }
  size_t number(std::string_view name) { return number({}, name); }
  const std::vector<Entry>& all() const { return entries_; }

 private:
  struct Hash {
    size_t operator()(const std::pair<std::string_view, std::string_view>& key) const {
      return std::hash<std::string_view>()(key.first) * 31 +
             std::hash<std::string_view>()(key.second);
    }
  };
  std::unordered_map<std::pair<std::string_view, std::string_view>, size_t, Hash> numbers_;
  std::vector<Entry> entries_;
};

class TableWriter {
 public:
  TableWriter(Rows rows, const Countries& countries) : rows_(rows), countries_(countries) {}

  std::string write(std::string_view revision) {
    out_.reserve(rows_.size() * 160 + 4096);
    w_.begin_object();
    w_.field("revision", revision);
    w_.field("count", rows_.size());
    w_.key("columns");
    w_.begin_object();
    places();
    days();
    kinds();
    tolls();
    standing();
    names();
    w_.end_object();
    lists();
    w_.end_object();
    return std::move(out_);
  }

 private:
  template <typename Cell>
  void column(std::string_view name, Cell&& cell) {
    w_.key(name);
    w_.begin_array();
    for (const auto& row : rows_) cell(*row);
    w_.end_array();
  }
  template <typename Value>
  void or_null(const std::optional<Value>& value) {
    value ? w_.value(*value) : w_.null();
  }
  void day_or_null(const std::optional<Day>& day) {
    day ? w_.value(day->time_since_epoch().count()) : w_.null();
  }
  void name_or_null(NameList& list, std::string_view name) {
    name.empty() ? w_.null() : w_.value(list.number(name));
  }

  void places() {
    column("id", [&](const IncidentRow& r) { w_.value(r.id); });
    column("lat", [&](const IncidentRow& r) { or_null(r.where.lat); });
    column("lon", [&](const IncidentRow& r) { or_null(r.where.lon); });
    column("place", [&](const IncidentRow& r) { name_or_null(place_names_, r.where.name); });
    column("precision", [&](const IncidentRow& r) { w_.value(int(r.where.precision)); });
    column("country", [&](const IncidentRow& r) { name_or_null(country_codes_, r.where.country); });
  }
  void days() {
    column("start", [&](const IncidentRow& r) { day_or_null(r.when.start); });
    column("end", [&](const IncidentRow& r) { day_or_null(r.when.end); });
    column("day_precision", [&](const IncidentRow& r) { w_.value(int(r.when.precision)); });
  }
  void kinds() {
    column("type", [&](const IncidentRow& r) { w_.value(int(r.type)); });
    column("outcome", [&](const IncidentRow& r) { w_.value(int(r.outcome)); });
    column("phase", [&](const IncidentRow& r) { w_.value(int(r.phase)); });
  }
  void tolls() {
    column("killed", [&](const IncidentRow& r) { or_null(r.killed); });
    column("killed_least", [&](const IncidentRow& r) { or_null(r.least_killed); });
    column("wounded", [&](const IncidentRow& r) { or_null(r.wounded); });
    column("abducted", [&](const IncidentRow& r) { or_null(r.abducted); });
  }
  void standing() {
    column("grade", [&](const IncidentRow& r) { r.grade ? w_.value(int(*r.grade)) : w_.null(); });
    column("disputed", [&](const IncidentRow& r) { w_.value(int(r.disputed)); });
    column("corrected", [&](const IncidentRow& r) { w_.value(int(r.corrected)); });
    column("rejected", [&](const IncidentRow& r) { w_.value(int(r.rejected)); });
    column("reports", [&](const IncidentRow& r) { w_.value(r.tellers.size()); });
    column("sources", [&](const IncidentRow& r) { w_.value(r.sources); });
  }
  void names() {
    column("actors", [&](const IncidentRow& r) {
      std::vector<size_t> numbers;
      for (const auto& a : r.actors) numbers.push_back(actors_.number(a.actor_id, a.name));
      each_once(numbers);
    });
    column("outlets", [&](const IncidentRow& r) {
      std::vector<size_t> numbers;
      for (const auto& teller : r.tellers) {
        if (!teller.outlet.empty()) numbers.push_back(outlets_.number(teller.outlet));
      }
      each_once(numbers);
    });
    column("title", [&](const IncidentRow& r) { w_.value(short_title(r, countries_)); });
  }
  void each_once(std::vector<size_t>& numbers) {
    w_.begin_array();
    for (size_t i = 0; i < numbers.size(); ++i) {
      if (std::find(numbers.begin(), numbers.begin() + static_cast<ptrdiff_t>(i), numbers[i]) ==
          numbers.begin() + static_cast<ptrdiff_t>(i))
        w_.value(numbers[i]);
    }
    w_.end_array();
  }

  void list(std::string_view name, const NameList& list) {
    w_.key(name);
    w_.begin_array();
    for (const auto& entry : list.all()) w_.value(entry.name);
    w_.end_array();
  }
  template <typename E>
  void list(std::string_view name) {
    w_.key(name);
    w_.begin_array();
    for (const std::string_view each : Names<E>::kAll) w_.value(each);
    w_.end_array();
  }
  void lists() {
    list("places", place_names_);
    list("countries", country_codes_);
    list<EventType>("types");
    list<Outcome>("outcomes");
    list<Phase>("phases");
    list<Grade>("grades");
    w_.key("actors");
    w_.begin_array();
    for (const auto& entry : actors_.all()) {
      w_.begin_object();
      w_.key("id"), w_.value_or_null(entry.id);
      w_.field("name", entry.name);
      w_.end_object();
    }
    w_.end_array();
    list("outlets", outlets_);
    list<PlacePrecision>("precisions");
    list<DatePrecision>("day_precisions");
  }

  Rows rows_;
  const Countries& countries_;
  std::string out_;
  JsonWriter w_{out_};
  NameList place_names_, country_codes_, actors_, outlets_;
};

}  // namespace

std::string short_title(const IncidentRow& row, const Countries& countries) {
  std::string title = capitalised(type_noun(row.type));
  if (row.outcome != Outcome::completed) title += " (" + std::string(name(row.outcome)) + ")";
  const std::string place = place_phrase(row.where, countries);
  return place.empty() ? title : title + " " + place;
}

std::string table_json(Rows rows, std::string_view revision, const Countries& countries) {
  return TableWriter(rows, countries).write(revision);
}

}  // namespace sitrep::output
