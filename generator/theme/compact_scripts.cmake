# Writes the source OUTPUT that holds the compact form of each script in SCRIPTS, made by ESBUILD.
# A script is found by the SHA-256 of its source, so that one which was changed since is not taken
# for the one that was made compact. Names of a theme's scripts that are joined with all modules
# they import are in `joined`.
cmake_minimum_required(VERSION 3.25)
set(joined search.js)

# Scripts that are no modules share names that they declare outside of blocks; without a format
# esbuild leaves these as they are.
set(options --minify --charset=utf8 --log-level=warning)

set(rows "")
foreach(script IN LISTS SCRIPTS)
  get_filename_component(name ${script} NAME)
  set(join "")
  if(name IN_LIST joined)
    set(join --bundle --format=esm)
  endif()
  execute_process(COMMAND ${ESBUILD} ${options} ${join} ${script}
    OUTPUT_VARIABLE compact COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 ${script} digest)
  string(APPEND rows "    {\"${digest}\", R\"script(${compact})script\"},\n")
endforeach()

file(WRITE ${OUTPUT} "// CMake makes this file, see generator/theme/compact_scripts.cmake.
#include \"theme/compact_scripts.h\"

#include <map>

#include \"base/digest.h\"

namespace kbgen {

static const std::map<std::string_view, std::string_view> compact_forms = {
${rows}};

std::optional<std::string_view> compact_form_of(std::string_view script) {
  auto form = compact_forms.find(sha256_of(script));
  if (form == compact_forms.end()) return std::nullopt;
  return form->second;
}

}  // namespace kbgen
")
