// How a server is set up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/rates.h"
#include "server/tokens.h"

namespace sitrep::server {

struct ServerOptions {
  std::string ledger;
  std::string version;  // of the program
  std::string address = "127.0.0.1";
  int port = 8320;                 // 0: any free one
  Tokens tokens;                   // none: everybody who reaches it
  std::string certificate, key;    // PEM files; both or none
  bool plain_http = false;         // "--insecure plain-http": on any address without TLS
  bool no_token = false;           // "--insecure no-token": on any address without a token
  std::vector<std::string> hosts;  // names that it is reached by, beside addresses
  std::string user;                // who corrects, where nothing else says so
  bool read_only = false;
  Rate reading{.a_second = 500, .at_once = 2000};  // requests of one client
  Rate writing{.a_second = 10, .at_once = 200};
  Rate guessing{.a_second = 0.2, .at_once = 10};  // wrong tokens
  uint64_t most_upload = 256u << 20;              // bytes of a file that is brought in
  uint64_t most_waiting = 1u << 30;               // bytes of all that wait to be read
  uint64_t most_json = 256u << 10;                // bytes of any other body
  int most_streams = 32;                          // of events, open at once
};

}  // namespace sitrep::server
