// Bytes to a server as they are, for tests of what no client library sends.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <string>

namespace sitrep::server::test {

// All that comes back until the server closes the connection, or says nothing for a while.
inline std::string raw(int port, const std::string& bytes, int patience_ms = 700) {
  const int peer = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string out;
  if (connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    timeval patience{patience_ms / 1000, (patience_ms % 1000) * 1000};
    setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    (void)!send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    char buffer[4096];
    for (ssize_t got; (got = recv(peer, buffer, sizeof buffer, 0)) > 0;)
      out.append(buffer, static_cast<size_t>(got));
  }
  close(peer);
  return out;
}

inline size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace sitrep::server::test
