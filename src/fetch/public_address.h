// Which network addresses are those of the public internet (the registries of RFC 6890).
#pragma once

struct sockaddr;

namespace sitrep::fetch {

// False for loopback, private, link-local, shared, documentation, multicast and reserved addresses,
// also where IPv6 carries them inside (mapped, translated, 6to4, Teredo), and for all that is
// neither IPv4 nor IPv6.
bool is_public(const sockaddr* address);

}  // namespace sitrep::fetch
