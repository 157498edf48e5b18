#include "server/listener.h"

#include <sys/socket.h>

#include <utility>

namespace sitrep::server {

namespace {

// Each connection holds a thread while it is open, also between its requests.
constexpr size_t kThreads = 96;
constexpr int kWaitingCallers = 256;  // httplib's own queue is of five

template <typename Base>
class Socket : public Listener, private Base {
 public:
  template <typename... Args>
  explicit Socket(Args&&... args) : Base(std::forward<Args>(args)...) {}
  httplib::Server& http() override { return *this; }
  void take_more_callers() override { ::listen(this->svr_sock_, kWaitingCallers); }
};

void tune(httplib::Server& http, const ServerOptions& options) {
  http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  http.set_tcp_nodelay(true);  // else each answer waits for the client's delayed acknowledgement
  http.set_keep_alive_max_count(100'000);
  http.set_keep_alive_timeout(5);
  http.set_payload_max_length(std::max(options.most_upload, options.most_json));
  http.set_read_timeout(10);
  http.set_write_timeout(10);
}

bool set_up(SSL_CTX& context, const ServerOptions& options) {
  SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
  return SSL_CTX_use_certificate_chain_file(&context, options.certificate.c_str()) == 1 &&
         SSL_CTX_use_PrivateKey_file(&context, options.key.c_str(), SSL_FILETYPE_PEM) == 1 &&
         SSL_CTX_check_private_key(&context) == 1;
}

}  // namespace

Result<std::unique_ptr<Listener>> make_listener(const ServerOptions& options) {
  std::unique_ptr<Listener> listener;
  if (options.certificate.empty()) {
    listener = std::make_unique<Socket<httplib::Server>>();
  } else {
    listener = std::make_unique<Socket<httplib::SSLServer>>(
        [&options](SSL_CTX& context) { return set_up(context, options); });
  }
  if (!listener->http().is_valid())
    return fail(Code::usage, "this certificate and its key can't be used", options.certificate);
  tune(listener->http(), options);
  return listener;
}

}  // namespace sitrep::server
