// What keeps a page from doing more than showing text, and others from reading over the browser.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::server {

bool is_loopback(const std::string& address);

// A Host header that names this machine, with or without a port. A page of another name that
// resolves to 127.0.0.1 (DNS rebinding) has another one.
bool is_local_host(std::string_view host);

// No script, no outside file, no framing; of styles only `style`.
std::vector<std::pair<std::string, std::string>> security_headers(std::string_view style);

}  // namespace sitrep::server
