#include "network/certificates.h"

#include <cstdlib>

#include "base/disk.h"

namespace kbgen {

// A release archive brings its own libcurl, which knows the place of the system that it was built
// on. These are the places of others, as in Go's crypto/x509/root_linux.go.
static constexpr const char* places[] = {
    "/etc/ssl/certs/ca-certificates.crt",                 // Debian, Ubuntu, Arch, Gentoo
    "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",                             // openSUSE
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // CentOS
    "/etc/ssl/cert.pem",                                  // Alpine
};

std::string certificates_file() {
  if (const char* named = std::getenv("SSL_CERT_FILE")) return named;
  for (const char* place : places)
    if (stamp_of(place)) return place;
  return "";
}

}  // namespace kbgen
