// Finds the certificates by which a system knows hosts.
#pragma once

#include <string>

namespace kbgen {

// The file of certificates that a system trusts: the one that SSL_CERT_FILE names, or else the
// first that is where some system keeps it. Empty if there is none, with which libcurl looks where
// it was built to look.
std::string certificates_file();

}  // namespace kbgen
