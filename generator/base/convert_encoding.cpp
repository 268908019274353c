#include "base/convert_encoding.h"

#include <iconv.h>

#include <cerrno>
#include <cstdlib>

#include "base/own_folder.h"

namespace kbgen {

void prepare_encodings() {
  const std::string tables = own_file("gconv", "");
  if (tables.empty() || std::getenv("GCONV_PATH")) return;
  setenv("GCONV_PATH", tables.c_str(), 1);
  // It looks for its tables when it is first asked for one that is not built into it.
  iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
  if (converter != reinterpret_cast<iconv_t>(-1)) iconv_close(converter);
  unsetenv("GCONV_PATH");
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding,
                                   std::size_t& stop) {
  iconv_t converter = iconv_open("UTF-8", std::string(encoding).c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  char room[4096];
  char* from = const_cast<char*>(bytes.data());  // iconv() does not write there
  std::size_t left = bytes.size();
  stop = std::string_view::npos;
  while (true) {
    char* to = room;
    std::size_t free = sizeof room;
    // The last call, which has no input, writes what some encodings keep back.
    bool is_last = left == 0;
    std::size_t result = iconv(converter, is_last ? nullptr : &from, &left, &to, &free);
    out.append(room, sizeof room - free);
    bool failed = result == static_cast<std::size_t>(-1);
    if (failed && errno != E2BIG) stop = bytes.size() - left;
    if ((failed && errno != E2BIG) || (is_last && !failed)) break;
  }
  iconv_close(converter);
  return out;
}

}  // namespace kbgen
