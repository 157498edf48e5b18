#include "fetch/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/un.h>

namespace sitrep::fetch {
namespace {

bool is_public(const char* text) {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
    return fetch::is_public(reinterpret_cast<const sockaddr*>(&four));
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text, &six.sin6_addr), 1) << text;
  return fetch::is_public(reinterpret_cast<const sockaddr*>(&six));
}

TEST(PublicAddress, TheInternet) {
  for (const auto text : {"1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.128.0.1",
                          "223.255.255.255", "2606:4700::1111", "::ffff:1.1.1.1",
                          "64:ff9b::101:101", "2002:101:101::1", "2001:4860:4860::8888"})
    EXPECT_TRUE(is_public(text)) << text;
}

TEST(PublicAddress, WhatIsNear) {
  for (const auto text : {"127.0.0.1",
                          "127.8.8.8",
                          "0.0.0.0",
                          "10.1.2.3",
                          "172.16.0.1",
                          "172.31.255.255",
                          "192.168.1.1",
                          "169.254.169.254",
                          "100.64.0.1",
                          "224.0.0.1",
                          "255.255.255.255",
                          "198.19.0.1",
                          "::1",
                          "::",
                          "fe80::1",
                          "fc00::1",
                          "fd12::1",
                          "ff02::1",
                          "::ffff:127.0.0.1",
                          "::ffff:10.0.0.1",
                          "64:ff9b::a00:1",
                          "2002:7f00:1::1",
                          "2001:db8::1",
                          "2001::1",
                          "::127.0.0.1"})
    EXPECT_FALSE(is_public(text)) << text;
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_FALSE(fetch::is_public(reinterpret_cast<const sockaddr*>(&local)));
}

}  // namespace
}  // namespace sitrep::fetch
