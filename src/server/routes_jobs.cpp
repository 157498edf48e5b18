// Files that are brought in; what becomes of them and of the ledger, as events.
#include "core/json.h"
#include "server/api.h"
#include "server/events.h"
#include "server/gate.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

constexpr auto kHeartbeat = std::chrono::seconds(10);
constexpr auto kBetween = std::chrono::milliseconds(100);  // events of one job

// The user's own name of it, percent-encoded, since a header is ASCII.
Outcome<std::string> file_name(const httplib::Request& request) {
  const auto name = decoded(request.get_header_value("X-File-Name"), false);
  if (!name || name->empty())
    return trouble(400, "X-File-Name: not a file's name in percent-encoded UTF-8");
  if (name->ends_with(".meta.json"))
    return trouble(422, *name + ": describes another file, and is none to read by itself");
  return *name;
}

Outcome<void> bring_in(Api& api, Call& call) {
  if (api.options.read_only) return trouble(403, "this server only reads the ledger");
  const auto name = file_name(call.request);
  if (!name) return Trouble(name.error());
  auto room = api.jobs.room(length_of(call.request));
  if (!room)
    return Trouble(
        Problem(503, "too many files wait to be read; bring it in again in a while", 10));
  auto upload = Upload::create(*name);
  if (!upload) return Trouble(Problem(upload.error()));
  const bool whole =
      (*call.reader)([&](const char* bytes, size_t size) { return upload->write(bytes, size); });
  if (!whole) return trouble(400, "the file did not arrive as a whole");
  if (const auto kept = upload->finish(); !kept) return Trouble(Problem(kept.error()));
  if (upload->size() == 0) return trouble(422, *name + ": there is nothing in it");
  const std::string id = api.jobs.add(std::move(*upload), std::move(*room));
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("job", id);
  w.end_object();
  answer_json(call.request, call.response, body + "\n", 202);
  return {};
}

Outcome<void> state(Api& api, Call& call) {
  const auto job = api.jobs.state(call.names[0]);
  if (!job) return trouble(404, "no job \"" + call.names[0] + "\"");
  answer_json(call.request, call.response, to_json(*job) + "\n");
  return {};
}

Outcome<void> progress(Api& api, Call& call) {
  const std::string id = call.names[0];
  if (!api.jobs.state(id)) return trouble(404, "no job \"" + id + "\"");
  return stream_events(api, call, [&api, id, tick = uint64_t{0}]() mutable {
    if (tick > 0) std::this_thread::sleep_for(kBetween);
    const auto seen = api.jobs.wait(id, tick, kHeartbeat);
    if (!seen) return NextEvent{{}, true};
    if (seen->tick == tick) return NextEvent{};
    tick = seen->tick;
    return NextEvent{event_text("progress", to_json(seen->state)), seen->state.ended()};
  });
}

std::string revision_json(const std::string& revision) {
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.field("revision", revision);
  w.end_object();
  return out;
}

// The first says which state is the present one.
Outcome<void> changes(Api& api, Call& call) {
  return stream_events(api, call, [&api, seen = std::string()]() mutable {
    const std::string revision = api.revisions.wait(seen, kHeartbeat);
    if (api.revisions.stopped()) return NextEvent{{}, true};
    if (revision == seen) return NextEvent{};
    seen = revision;
    return NextEvent{event_text("revision", revision_json(revision))};
  });
}

}  // namespace

std::vector<Route> job_routes() {
  return {{"POST", "/api/v1/reports", bring_in, {}, Body::bytes},
          {"GET", "/api/v1/jobs/{id}", state},
          {"GET", "/api/v1/jobs/{id}/events", progress},
          {"GET", "/api/v1/events", changes}};
}

}  // namespace sitrep::server
