#include "base/own_folder.h"

#include "base/disk.h"

namespace kbgen {

std::string own_folder(std::string_view name) {
  std::string program = real_path("/proc/self/exe");
  std::string prefix = parent_path(parent_path(program));
  std::string installed = join_path(prefix, "share/kbgen/" + std::string(name));
  if (is_directory(installed)) return installed;
  return name == "starter" ? KBGEN_SOURCES "/generator/start/starter"
                           : KBGEN_SOURCES "/" + std::string(name);
}

}  // namespace kbgen
