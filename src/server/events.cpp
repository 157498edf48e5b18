#include "server/events.h"

namespace sitrep::server {

std::string event_text(std::string_view name, std::string_view json) {
  std::string out = "event: ";
  out.append(name).append("\ndata: ").append(json).append("\n\n");
  return out;
}

Outcome<void> stream_events(Api& api, Call& call, std::function<NextEvent()> next) {
  if (++api.streams > api.options.most_streams) {
    --api.streams;
    return Trouble(Problem(503, "too many streams of events are open", 10));
  }
  call.response.status = 200;
  call.response.set_chunked_content_provider(
      "text/event-stream",
      [next = std::move(next)](size_t, httplib::DataSink& sink) {
        const NextEvent event = next();
        // A remark shows whether the other end still listens.
        const std::string text = event.text.empty() ? ": nothing new\n\n" : event.text;
        sink.write(text.data(), text.size());
        if (event.last) sink.done();
        return true;
      },
      [&api](bool) { --api.streams; });
  return {};
}

}  // namespace sitrep::server
