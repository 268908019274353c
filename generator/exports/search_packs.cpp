#include "exports/search_packs.h"

namespace kbgen {

std::size_t PackWriter::add(std::string_view compressed) {
  if (pack_.size() >= full_pack) write_pack();
  pack_ += compressed;
  return compressed.size();
}

std::vector<std::string> PackWriter::finish() {
  if (!pack_.empty()) write_pack();
  return std::move(digests_);
}

void PackWriter::write_pack() {
  digests_.push_back(add_search_file(part_, folder_, ".bin", pack_, staging_, diag_));
  pack_.clear();
}

}  // namespace kbgen
