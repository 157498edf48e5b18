#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "core/text.h"
#include "fetch/client.h"
#include "fetch/public_address.h"

namespace sitrep::fetch {

namespace {

constexpr long kConnectSeconds = 15;
constexpr long kSlowBytes = 64;  // a second; slower for kSlowSeconds is no answer
constexpr long kSlowSeconds = 20;
constexpr size_t kMostHeaderBytes = 256 * 1024;

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Transfer {
  std::unique_ptr<CURL, FreeEasy> easy;
  std::unique_ptr<curl_slist, FreeList> headers;
  Request request;
  Answer answer;
  size_t header_bytes = 0;
  bool refused_address = false;
  std::string stopped;  // why we ended it
};

std::string_view value_behind(std::string_view line, std::string_view lower_name) {
  if (line.size() <= lower_name.size() || line[lower_name.size()] != ':') return {};
  if (lower_ascii(line.substr(0, lower_name.size())) != lower_name) return {};
  return trim(line.substr(lower_name.size() + 1));
}

void read_type(std::string_view value, Answer& answer) {
  const size_t end = std::min(value.find(';'), value.size());
  answer.type = lower_ascii(trim(value.substr(0, end)));
  const std::string rest = lower_ascii(value.substr(end));
  const size_t at = rest.find("charset=");
  if (at == std::string::npos) return;
  const size_t begin = rest.find_first_not_of("\"' ", at + 8);
  if (begin == std::string::npos) return;
  answer.charset = rest.substr(begin, rest.find_first_of("\"'; ", begin) - begin);
}

// What can hold no report is not waited for.
bool is_media(std::string_view type) {
  return type.starts_with("image/") || type.starts_with("video/") || type.starts_with("audio/") ||
         type.starts_with("font/");
}

size_t on_header(char* data, size_t size, size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size * count);
  transfer.header_bytes += line.size();
  if (transfer.header_bytes > kMostHeaderBytes) {
    transfer.stopped = "headers without end";
    return 0;
  }
  Answer& answer = transfer.answer;
  if (line.starts_with("HTTP/")) answer.type = answer.charset = answer.etag = answer.modified = "";
  if (const auto value = value_behind(line, "etag"); !value.empty()) answer.etag = value;
  if (const auto value = value_behind(line, "last-modified"); !value.empty())
    answer.modified = value;
  if (const auto value = value_behind(line, "content-type"); !value.empty())
    read_type(value, answer);
  return line.size();
}

size_t on_body(char* data, size_t size, size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const size_t bytes = size * count;
  if (transfer.answer.body.size() + bytes > transfer.request.max_bytes) {
    transfer.stopped =
        "larger than the limit of " + std::to_string(transfer.request.max_bytes) + " bytes";
    return 0;
  }
  if (is_media(transfer.answer.type)) {
    transfer.stopped = "not a text: " + transfer.answer.type;
    return 0;
  }
  transfer.answer.body.append(data, bytes);
  return bytes;
}

// The address is looked at when it is known, so that no name can point elsewhere meanwhile.
curl_socket_t on_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.request.public_only && !is_public(&address->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

class CurlClient : public Client {
 public:
  CurlClient(ClientOptions options, CURLM* multi) : options_(std::move(options)), multi_(multi) {
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, 1L);
  }
  ~CurlClient() override { cancel(); }

  void start(Request request) override {
    auto transfer = std::make_unique<Transfer>();
    transfer->easy.reset(curl_easy_init());
    if (options_.private_too) request.public_only = false;
    transfer->answer.id = request.id;
    transfer->request = std::move(request);
    if (transfer->easy) set_up(*transfer);
    CURL* const easy = transfer->easy.get();
    if (!easy || curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) {
      transfer->answer.failure = "libcurl has no memory";
      failed_.push_back(std::move(transfer->answer));
      return;
    }
    running_.emplace(easy, std::move(transfer));
  }

  std::vector<Answer> wait(std::chrono::milliseconds most) override {
    std::vector<Answer> answers = std::exchange(failed_, {});
    int active = 0;
    curl_multi_perform(multi_.get(), &active);
    collect(answers);
    if (!answers.empty()) return answers;
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(most.count()), nullptr);
    curl_multi_perform(multi_.get(), &active);
    collect(answers);
    return answers;
  }

  void cancel() override {
    for (const auto& [easy, transfer] : running_) curl_multi_remove_handle(multi_.get(), easy);
    running_.clear();
    failed_.clear();
  }

 private:
  void set_up(Transfer& transfer) {
    CURL* const easy = transfer.easy.get();
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
    set(CURLOPT_URL, transfer.request.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_USERAGENT, options_.agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
    set(CURLOPT_PROXY, options_.proxy.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
    set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
    set(CURLOPT_HEADERFUNCTION, &on_header);
    set(CURLOPT_HEADERDATA, &transfer);
    set(CURLOPT_WRITEFUNCTION, &on_body);
    set(CURLOPT_WRITEDATA, &transfer);
    if (options_.proxy.empty()) {
      set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
      set(CURLOPT_OPENSOCKETDATA, &transfer);
    }
    // Else a later request would use the connection that was never looked at.
    set(CURLOPT_FORBID_REUSE, transfer.request.public_only ? 0L : 1L);
    add_header(transfer,
               "Accept: text/html,application/xhtml+xml,application/rss+xml,"
               "application/atom+xml,application/feed+json,application/xml;q=0.9,"
               "text/*;q=0.8,*/*;q=0.5");
    if (!transfer.request.etag.empty())
      add_header(transfer, "If-None-Match: " + transfer.request.etag);
    if (!transfer.request.modified.empty())
      add_header(transfer, "If-Modified-Since: " + transfer.request.modified);
    set(CURLOPT_HTTPHEADER, transfer.headers.get());
  }

  static void add_header(Transfer& transfer, const std::string& line) {
    curl_slist* const longer = curl_slist_append(transfer.headers.get(), line.c_str());
    if (longer == nullptr) return;
    transfer.headers.release();
    transfer.headers.reset(longer);
  }

  void collect(std::vector<Answer>& answers) {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL* const easy = message->easy_handle;
      const CURLcode result = message->data.result;
      const auto found = running_.find(easy);
      finish(*found->second, result);
      curl_multi_remove_handle(multi_.get(), easy);
      answers.push_back(std::move(found->second->answer));
      running_.erase(found);
    }
  }

  static void finish(Transfer& transfer, CURLcode result) {
    CURL* const easy = transfer.easy.get();
    Answer& answer = transfer.answer;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_off_t retry_after = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after);
    if (retry_after > 0) answer.retry_after = std::chrono::seconds(retry_after);
    const char* location = nullptr;
    curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &location);
    if (location != nullptr) answer.location = location;
    if (transfer.refused_address && result != CURLE_OK)
      transfer.stopped = "its address is not on the public internet";
    answer.for_good = !transfer.stopped.empty();
    if (result != CURLE_OK)
      answer.failure = answer.for_good ? transfer.stopped : curl_easy_strerror(result);
    if (result == CURLE_URL_MALFORMAT) answer.for_good = true;
    if (result == CURLE_UNSUPPORTED_PROTOCOL) answer.failure = "an answer that is not HTTP";
    if (!answer.failure.empty()) answer.body.clear();
  }

  ClientOptions options_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::map<CURL*, std::unique_ptr<Transfer>> running_;
  std::vector<Answer> failed_;
};

}  // namespace

Result<std::unique_ptr<Client>> make_client(ClientOptions options) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM* const multi = ready == CURLE_OK ? curl_multi_init() : nullptr;
  if (multi == nullptr) return fail(Code::io_failed, "libcurl can't be used");
  return std::make_unique<CurlClient>(std::move(options), multi);
}

}  // namespace sitrep::fetch
