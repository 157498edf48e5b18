// Names to choose from.
#include "core/json.h"
#include "server/api.h"
#include "server/reply.h"
#include "server/suggestions.h"

namespace sitrep::server {

namespace {

Outcome<void> actors(Api& api, Call& call) {
  const auto set = api.rows.present();
  if (!set) return Trouble(Problem(set.error()));
  std::string body;
  JsonWriter w(body);
  w.begin_array();
  for (const ActorSuggestion& actor :
       suggest_actors(call.query.one("q"), (*set)->rows, api.knowledge.lexicon())) {
    w.begin_object();
    w.field("name", actor.name);
    w.key("id"), w.value_or_null(actor.id);
    w.key("kind"), w.value_or_null(actor.kind);
    w.key("country"), w.value_or_null(actor.country);
    w.field("incidents", actor.incidents);
    w.end_object();
  }
  w.end_array();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

void write_degrees(JsonWriter& w, std::string_view name, const std::optional<double>& degrees) {
  w.key(name);
  degrees ? w.value(*degrees) : w.null();
}

Outcome<void> places(Api& api, Call& call) {
  const auto set = api.rows.present();
  if (!set) return Trouble(Problem(set.error()));
  std::string body;
  JsonWriter w(body);
  w.begin_array();
  for (const PlaceSuggestion& place :
       suggest_places(call.query.one("q"), (*set)->rows, api.knowledge.gazetteer())) {
    w.begin_object();
    w.field("name", place.name);
    w.key("admin1"), w.value_or_null(place.admin1);
    w.key("country"), w.value_or_null(place.country);
    w.field("value", place.value);
    write_degrees(w, "lat", place.lat);
    write_degrees(w, "lon", place.lon);
    w.field("incidents", place.incidents);
    w.end_object();
  }
  w.end_array();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

}  // namespace

std::vector<Route> suggestion_routes() {
  return {{"GET", "/api/v1/actors", actors, {"q"}}, {"GET", "/api/v1/places", places, {"q"}}};
}

}  // namespace sitrep::server
