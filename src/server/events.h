// Server-sent events (HTML, "Server-sent events").
#pragma once

#include <httplib.h>

#include <functional>
#include <string>
#include <string_view>

#include "server/api.h"

namespace sitrep::server {

std::string event_text(std::string_view name, std::string_view json);

struct NextEvent {
  std::string text;   // empty: nothing happened
  bool last = false;  // the stream ends behind it
};
// `next` waits for a while. 503 where too many streams are open.
Outcome<void> stream_events(Api& api, Call& call, std::function<NextEvent()> next);

}  // namespace sitrep::server
