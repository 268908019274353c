#include "publish/targets.h"

namespace kbgen {

std::unique_ptr<PublishTarget> find_publish_target(const std::string& named,
                                                   const std::string& root,
                                                   const std::string& site) {
  bool is_folder = named.find_first_of("/:") != std::string::npos || named == ".";
  return is_folder ? folder_target(named, site) : branch_target(named, root, site);
}

}  // namespace kbgen
