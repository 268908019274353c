#include "base/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <xxhash.h>

#include <array>
#include <stdexcept>

namespace kbgen {

std::uint64_t quick_digest_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string digest_of(std::string_view bytes) {
  XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

template <std::size_t size>
static std::array<unsigned char, size> hash_with(const EVP_MD* algorithm, std::string_view bytes) {
  std::array<unsigned char, size> hash{};
  if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, algorithm, nullptr) != 1)
    throw std::runtime_error("OpenSSL lacks a member of SHA-2");
  return hash;
}

std::string sha256_of(std::string_view bytes) {
  return fmt::format("{:02x}", fmt::join(hash_with<32>(EVP_sha256(), bytes), ""));
}

std::string integrity_of(std::string_view bytes) {
  std::array<unsigned char, 48> hash = hash_with<48>(EVP_sha384(), bytes);
  std::array<unsigned char, 65> base64{};  // 64 letters and an end
  EVP_EncodeBlock(base64.data(), hash.data(), static_cast<int>(hash.size()));
  return "sha384-" + std::string(base64.begin(), base64.end() - 1);
}

}  // namespace kbgen
