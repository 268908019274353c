#include "base/own_folder.h"

#include <dlfcn.h>
#include <sys/auxv.h>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

// What the system takes for the program: its file, or that of the loader which runs it. Where /proc
// is not mounted, the kernel has told the path to the program when it began.
static std::string file_that_runs() {
  std::string path = real_path("/proc/self/exe");
  if (!path.empty()) return path;
  return real_path(reinterpret_cast<const char*>(getauxval(AT_EXECFN)));
}

// share/kbgen/NAME beside the folder of the program, whether it is there or not. The program of a
// release archive and its loader lie in the same folder.
static std::string path_beside_program(std::string_view name) {
  std::string prefix = parent_path(parent_path(file_that_runs()));
  return join_path(prefix, "share/kbgen/" + std::string(name));
}

std::string own_program() {
  std::string running = file_that_runs();
  Dl_info info;
  bool is_loader = file_name(running).starts_with("ld-");
  if (is_loader && dladdr(reinterpret_cast<const void*>(&own_program), &info) != 0)
    return real_path(info.dli_fname);
  return running;
}

std::string own_folder(std::string_view name) {
  std::string installed = path_beside_program(name);
  if (is_directory(installed)) return installed;
  return name == "starter" ? KBGEN_SOURCES "/generator/start/starter"
                           : KBGEN_SOURCES "/" + std::string(name);
}

std::string own_file(std::string_view name, const std::string& elsewhere) {
  std::string path = path_beside_program(name);
  PathKind kind = kind_of_path(path);
  // Where the system does not tell, a file that is there for certain is taken. If neither is,
  // whoever reads the path says what is wrong with it.
  bool is_elsewhere = kind == PathKind::nothing ||
                      (kind == PathKind::unknown && kind_of_path(elsewhere) == PathKind::file);
  return is_elsewhere ? elsewhere : path;
}

std::string_view own_origin() {
  // Only an archive brings the tables of the C library along.
  if (!own_file("gconv", "").empty()) return "release archive";
  return is_directory(path_beside_program("themes")) ? "installed" : "built from source";
}

}  // namespace kbgen
