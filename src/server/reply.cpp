#include "server/reply.h"

#include "core/json.h"
#include "server/gzip.h"

namespace sitrep::server {

namespace {

using httplib::Request;
using httplib::Response;

constexpr size_t kWorthPacking = 4096;  // bytes

void set(Response& response, const char* name, const std::string& value) {
  response.headers.erase(name);
  response.set_header(name, value);
}

bool takes_gzip(const Request& request) {
  return request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
}

bool has_it(const Request& request, const std::string& etag) {
  return !etag.empty() && request.get_header_value("If-None-Match").find(etag) != std::string::npos;
}

// Without a copy, and without httplib's own packing.
void hand_over(Response& response, ContentPtr content, bool packed) {
  const std::string& bytes = packed ? content->gzipped : content->plain;
  if (bytes.empty()) return response.set_content(bytes, content->type);
  response.set_content_provider(
      bytes.size(), content->type,
      [content, &bytes](size_t offset, size_t length, httplib::DataSink& sink) {
        if (offset > bytes.size() || length > bytes.size() - offset) return false;
        sink.write(bytes.data() + offset, length);
        return true;
      });
}

std::string error_body(const Problem& problem) {
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("error", problem.message);
  w.end_object();
  return body + "\n";
}

void set_retry(Response& response, const Problem& problem) {
  if (problem.retry_after > 0) set(response, "Retry-After", std::to_string(problem.retry_after));
}

}  // namespace

int status_of(Code code) {
  switch (code) {
    case Code::usage:
      return 400;
    case Code::not_found:
      return 404;
    case Code::busy:
      return 503;
    case Code::too_large:
      return 413;
    default:
      return 500;
  }
}

ContentPtr make_content(std::string plain, std::string type, std::string etag) {
  auto content = std::make_shared<Content>();
  if (plain.size() >= kWorthPacking) content->gzipped = gzip(plain);
  content->plain = std::move(plain);
  content->type = std::move(type);
  content->etag = std::move(etag);
  if (!content->etag.empty()) content->cache_control = "private, no-cache";
  return content;
}

void answer(const Request& request, Response& response, ContentPtr content) {
  if (!content->cache_control.empty()) set(response, "Cache-Control", content->cache_control);
  if (!content->etag.empty()) set(response, "ETag", content->etag);
  const bool packed = !content->gzipped.empty() && takes_gzip(request);
  if (!content->gzipped.empty()) set(response, "Vary", "Accept-Encoding");
  if (has_it(request, content->etag)) {
    response.status = 304;
    return;
  }
  if (response.status < 0) response.status = 200;
  if (packed) set(response, "Content-Encoding", "gzip");
  hand_over(response, std::move(content), packed);
}

void answer_json(const Request& request, Response& response, std::string body, int status) {
  response.status = status;
  auto content = std::make_shared<Content>();
  if (body.size() >= kWorthPacking && takes_gzip(request)) content->gzipped = gzip(body);
  content->plain = std::move(body);
  content->type = kJson;
  answer(request, response, std::move(content));
}

void answer_error(Response& response, const Problem& problem) {
  response.status = problem.status;
  set_retry(response, problem);
  response.set_content(error_body(problem), kJson);
}

// httplib closes a connection where a body could not be written to its end.
void answer_error_and_close(Response& response, const Problem& problem) {
  response.status = problem.status;
  set_retry(response, problem);
  set(response, "Connection", "close");
  const auto body = std::make_shared<const std::string>(error_body(problem));
  response.set_content_provider(body->size(), kJson,
                                [body](size_t, size_t, httplib::DataSink& sink) {
                                  sink.write(body->data(), body->size());
                                  return false;
                                });
}

}  // namespace sitrep::server
