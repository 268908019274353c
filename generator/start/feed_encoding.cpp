#include "start/feed_encoding.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/convert_encoding.h"
#include "base/encoding.h"
#include "base/text.h"
#include "base/unicode.h"

namespace kbgen {

namespace {

// Names by which feeds mean more than the name says, as in the Encoding Standard of WHATWG
// (https://encoding.spec.whatwg.org/#names-and-labels), with the name that iconv has for it.
struct EncodingName {
  std::string_view written, meant;
};
constexpr EncodingName wider_encodings[] = {
    {"iso-8859-1", "CP1252"}, {"iso8859-1", "CP1252"},  {"latin1", "CP1252"},
    {"iso-8859-9", "CP1254"}, {"iso-8859-11", "CP874"}, {"tis-620", "CP874"},
    {"gb2312", "GB18030"},    {"gbk", "GB18030"},       {"x-gbk", "GB18030"},
    {"shift_jis", "CP932"},   {"shift-jis", "CP932"},   {"sjis", "CP932"},
    {"x-sjis", "CP932"},      {"euc-kr", "CP949"},      {"ks_c_5601-1987", "CP949"},
    {"big5", "BIG5-HKSCS"},
};

std::string_view name_for_iconv(std::string_view written) {
  for (const EncodingName& one : wider_encodings)
    if (one.written == written) return one.meant;
  return written;
}

// The encoding that the declaration of XML names, in lower case; empty if there is none. That of
// UTF-16 without a byte order mark is seen in its first two letters.
std::string declared_encoding(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with(std::string_view("\0<", 2))) return "utf-16be";
  std::string_view declaration = trim_left(bytes.substr(0, 500));
  declaration = declaration.substr(0, declaration.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (!declaration.starts_with("<?xml") || at == declaration.npos) return "";
  declaration.remove_prefix(at + std::string_view("encoding").size());
  std::size_t begin = declaration.find_first_of("\"'");
  if (begin == declaration.npos) return "";
  std::size_t end = declaration.find(declaration[begin], begin + 1);
  if (end == declaration.npos) return "";
  return lower_ascii(trim(declaration.substr(begin + 1, end - begin - 1)));
}

// What of the bytes beyond ASCII is UTF-8.
struct Utf8Share {
  bool has_some = false, is_all = true;
};

Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t begin = at;
    bool is_letter_of_utf8 = next_code_point(bytes, at) != 0xFFFD || at - begin == 3;
    if (!is_letter_of_utf8) share.is_all = false;
    if (is_letter_of_utf8 && at - begin > 1) share.has_some = true;
  }
  return share;
}

}  // namespace

std::optional<SourceFile> decode_feed(std::string path, std::string_view bytes, Diagnostics& diag) {
  auto fail = [&](const std::string& what, const std::string& help) {
    diag.error("bad-feed", path, what, help);
    return std::nullopt;
  };
  bool has_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                  bytes.starts_with("\xEF\xBB\xBF");
  Utf8Share share = utf8_share(bytes);
  std::string encoding = declared_encoding(bytes);
  bool is_utf8_by_name =
      encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii";
  bool is_utf8 = share.is_all && (share.has_some || is_utf8_by_name);
  if (has_mark || is_utf8 || (is_utf8_by_name && share.has_some))
    return decode_source(std::move(path), bytes, diag);
  if (is_utf8_by_name)
    return fail(encoding.empty() ? "this feed is not UTF-8, and does not say what it is"
                                 : fmt::format("this feed is not {}, as it says", encoding),
                "save it as a file, and name its encoding in the first line: <?xml "
                "version=\"1.0\" encoding=\"windows-1252\"?>");
  std::size_t stop = 0;
  std::optional<std::string> text = to_utf8(bytes, name_for_iconv(encoding), stop);
  constexpr std::string_view save_as = "open it in an editor, and save it as UTF-8";
  if (!text)
    return fail(fmt::format("the encoding of this feed is not known: '{}'", encoding),
                std::string(save_as));
  if (stop != std::string_view::npos)
    return fail(fmt::format("this feed is not {}, as it says: see its byte {}", encoding, stop + 1),
                std::string(save_as));
  return decode_source(std::move(path), *text, diag);
}

}  // namespace kbgen
