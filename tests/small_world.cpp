#include "small_world.h"

#include <stdexcept>

#include "core/dates.h"
#include "core/json.h"
#include "incidents/reconcile.h"
#include "intake/reader.h"
#include "sitrep/knowledge.h"
#include "sitrep/pipeline.h"

namespace sitrep {

namespace {

template <typename T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error()));
  return std::move(*result);
}

const Knowledge& all_knowledge() {
  static const Knowledge knowledge = need(Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge"));
  return knowledge;
}

Coder& coder() {
  static Coder coder = need(Coder::create(all_knowledge()));
  return coder;
}

std::string record(const std::string& id, std::string_view outlet, std::string_view published,
                   std::string_view text) {
  std::string json;
  JsonWriter w(json);
  w.begin_object();
  w.field("id", id);
  w.field("uri", id);
  w.field("outlet", outlet);
  w.key("published"), w.value_or_null(published);
  w.field("text", text);
  w.end_object();
  return json;
}

}  // namespace

World& World::report(std::string_view outlet, std::string_view published, std::string_view text) {
  const std::string id = "r" + std::to_string(codings_.size() + refusals_.size() + 1);
  RawInput raw{.kind = RawInput::Kind::json, .file = "world.jsonl"};
  raw.bytes = record(id, outlet, published, text);
  auto read = to_report(std::move(raw), {.lexicon = &all_knowledge().lexicon()});
  if (read) {
    codings_.push_back(coder().code(std::move(*read)));
  } else {
    refusals_.push_back(describe(read.error()));
  }
  return *this;
}

std::vector<Incident> World::incidents() const {
  auto incidents = reconcile(codings_, all_knowledge().lexicon());
  assign_ids(incidents, {});
  return incidents;
}

std::vector<Incident> World::incidents(Phase phase) const {
  auto found = incidents();
  std::erase_if(found, [&](const Incident& incident) { return incident.phase != phase; });
  return found;
}

Incident World::incident() const {
  auto found = incidents();
  if (found.size() == 1) return std::move(found.front());
  std::string message = "not one incident but " + std::to_string(found.size());
  for (const Incident& i : found)
    message += "; " + std::string(name(i.type)) + " " + days(i.when) + " " + i.where.name;
  throw std::runtime_error(message);
}

std::string days(const When& when) {
  if (!when.known()) return "unknown";
  const std::string start = iso(*when.start);
  return !when.end || when.end == when.start ? start : start + "/" + iso(*when.end);
}

}  // namespace sitrep
