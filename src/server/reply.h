// Answers: JSON, bytes that are kept, errors.
#pragma once

#include <httplib.h>

#include <memory>
#include <string>
#include <string_view>

#include "server/problem.h"

namespace sitrep::server {

inline constexpr auto kJson = "application/json; charset=utf-8";

// A body that many answers share, packed once.
struct Content {
  std::string plain;
  std::string gzipped;  // empty: not worth it
  std::string type;
  std::string etag;           // with its quotation marks; empty: none
  std::string cache_control;  // empty: not to be kept
};
using ContentPtr = std::shared_ptr<const Content>;

ContentPtr make_content(std::string plain, std::string type, std::string etag = {});

// Also 304, where the client has it already.
void answer(const httplib::Request& request, httplib::Response& response, ContentPtr content);
void answer_json(const httplib::Request& request, httplib::Response& response, std::string body,
                 int status = 200);
void answer_error(httplib::Response& response, const Problem& problem);

// For a request whose body was not read, or that could not be read at all: what follows on the
// connection may be its body, and must not be taken for another request.
void answer_error_and_close(httplib::Response& response, const Problem& problem);

}  // namespace sitrep::server
