#include "base/convert_encoding.h"

#include <iconv.h>

#include <cerrno>
#include <cstdlib>

#include "base/own_folder.h"

namespace kbgen {

// As iconv_open() to UTF-8. A release archive brings the tables of its own iconv, which looks for
// them where GCONV_PATH says when it is first asked. Programs that kbgen starts, such as an editor,
// must not find them, so the variable is as before when this returns.
static iconv_t open_converter(const std::string& encoding) {
  std::string tables = own_file("gconv", "");
  if (tables.empty() || std::getenv("GCONV_PATH")) return iconv_open("UTF-8", encoding.c_str());
  setenv("GCONV_PATH", tables.c_str(), 1);
  iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  unsetenv("GCONV_PATH");
  return converter;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding,
                                   std::size_t& stop) {
  iconv_t converter = open_converter(std::string(encoding));
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  char room[4096];
  std::string input(bytes);
  char* from = input.data();
  std::size_t left = input.size();
  stop = std::string_view::npos;
  while (true) {
    char* to = room;
    std::size_t free = sizeof room;
    // The last call, which has no input, writes what some encodings keep back.
    bool is_last = left == 0;
    std::size_t result = iconv(converter, is_last ? nullptr : &from, &left, &to, &free);
    out.append(room, sizeof room - free);
    bool failed = result == static_cast<std::size_t>(-1);
    if (failed && errno != E2BIG) stop = input.size() - left;
    if ((failed && errno != E2BIG) || (is_last && !failed)) break;
  }
  iconv_close(converter);
  return out;
}

}  // namespace kbgen
