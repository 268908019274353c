#include "serve/served_hosts.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a server on this machine alone answers to its own names and addresses") {
  ServedHosts hosts("127.0.0.1", 8000, "mill.example.org");
  for (const char* host : {"localhost:8000", "LOCALHOST:8000", "localhost.:8000", "127.0.0.1:8000",
                           "127.8.8.8:8000", "[::1]:8000", "[0:0:0:0:0:0:0:1]:8000"})
    CHECK_MESSAGE(hosts.contains(host), host);
}

TEST_CASE("a name or a port that is another's is not answered") {
  ServedHosts hosts("127.0.0.1", 8000, "mill.example.org");
  for (const char* host : {"",
                           ":8000",
                           ".:8000",
                           "localhost",
                           "localhost:80",
                           "localhost:8001",
                           "localhost:",
                           "localhost:8000x",
                           "localhost:-8000",
                           "localhost:99999999999999",
                           "localhost..:8000",
                           "evil.example:8000",
                           "localhost.evil.example:8000",
                           "127.0.0.1.evil.example:8000",
                           "localhost@evil.example:8000",
                           "mill.example.org:8000",
                           "mill:8000",
                           "192.168.1.5:8000",
                           "127.1:8000",
                           "2130706433:8000",
                           "0x7f.0.0.1:8000",
                           "::1:8000",
                           "[::1:8000",
                           "[::2]:8000",
                           "[localhost]:8000",
                           "localhost:8000, evil.example:8000",
                           "local host:8000"})
    CHECK_MESSAGE(!hosts.contains(host), host);
}

TEST_CASE("a server for the network answers to the machine's names and to addresses") {
  for (const char* everywhere : {"0.0.0.0", "::", "[::]"}) {
    ServedHosts hosts(everywhere, 8000, "Mill.Example.org");
    for (const char* host :
         {"localhost:8000", "127.0.0.1:8000", "192.168.1.5:8000", "[fe80::1]:8000",
          "mill.example.org:8000", "mill:8000", "mill.local:8000"})
      CHECK_MESSAGE(hosts.contains(host), host);
    for (const char* host : {"evil.example:8000", "example.org:8000", "192.168.1.5:8001"})
      CHECK_MESSAGE(!hosts.contains(host), host);
  }
}

TEST_CASE("a server that listens as one name answers to this name") {
  ServedHosts hosts("Studio.lan", 80, "mill");
  for (const char* host : {"studio.lan", "studio.lan:80", "mill", "localhost"})
    CHECK_MESSAGE(hosts.contains(host), host);
  for (const char* host : {"studio", "lan", "192.168.1.5", "studio.lan:8000"})
    CHECK_MESSAGE(!hosts.contains(host), host);
}

TEST_CASE("an address of version 6 has brackets in a URL") {
  CHECK(host_in_url("::1") == "[::1]");
  CHECK(host_in_url("[::1]") == "[::1]");
  CHECK(host_in_url("127.0.0.1") == "127.0.0.1");
}

}  // namespace kbgen
