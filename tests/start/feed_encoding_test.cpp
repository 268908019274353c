// Feeds in the encodings that they name, and in those that they only claim to have.

#include "start/feed_encoding.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

struct Decoded {
  std::string text, report;
};

Decoded decode(std::string_view bytes) {
  Diagnostics diag;
  std::optional<SourceFile> file = decode_feed("feed.xml", bytes, diag);
  CHECK(file.has_value() == !diag.has_errors());
  std::string report = format_diagnostics(diag);
  return {file ? file->text : "", report.substr(0, report.find('\n'))};
}

// The text after the declaration of a feed that names this encoding.
std::string in(std::string_view encoding, std::string_view bytes) {
  std::string declaration = "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>";
  Decoded decoded = decode(declaration + std::string(bytes));
  CHECK(decoded.report == "");
  return decoded.text.substr(std::min(declaration.size(), decoded.text.size()));
}

}  // namespace

TEST_CASE("a feed is read in the encoding that it names") {
  CHECK(in("windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2") == "Привет");
  CHECK(in("Shift_JIS", "\x92\x6E\x90\x7D\x82\xCC") == "地図の");
  CHECK(in("ISO-8859-15", "M\xFCller 5 \xA4") == "Müller 5 €");
  CHECK(in("GB2312", "\xB5\xD8\xCD\xBC") == "地图");
  CHECK(in("ISO-8859-1", "\x93M\xFCller\x94") == "“Müller”");
  CHECK(in("EUC-KR", "\xC1\xF6\xB5\xB5") == "지도");
  CHECK(in("Big5", "\xA6\x61\xB9\xCF") == "地圖");
  CHECK(in("ISO-2022-JP", "\x1B$BCO?^\x1B(B") == "地図");
  CHECK(in("utf-8", "Müller") == "Müller");
}

TEST_CASE("a feed that a server made UTF-8 is UTF-8, whatever its first line says") {
  CHECK(in("windows-1251", "Привет") == "Привет");
}

TEST_CASE("UTF-16 is seen without a byte order mark") {
  CHECK(decode(std::string_view("<\0a\0>\0\xFC\0", 8)).text == "<a>ü");
  CHECK(decode(std::string_view("\0<\0a\0>\0\xFC", 8)).text == "<a>ü");
}

TEST_CASE("what is not in the encoding that it names is refused, and so is one that nobody knows") {
  CHECK(decode("<?xml version=\"1.0\" encoding=\"klingon\"?>\xE9").report ==
        "feed.xml: error: the encoding of this feed is not known: 'klingon' [bad-feed]");
  CHECK(decode("<?xml version=\"1.0\" encoding=\"utf-8\"?>caf\xE9").report ==
        "feed.xml: error: this feed is not utf-8, as it says [bad-feed]");
  CHECK(decode("<rss>caf\xE9").report ==
        "feed.xml: error: this feed is not UTF-8, and does not say what it is [bad-feed]");
  CHECK(decode("<?xml encoding='Shift_JIS'?>\x92\x6E\xFF\xFF").report ==
        "feed.xml: error: this feed is not shift_jis, as it says: see its byte 31 [bad-feed]");
}

}  // namespace kbgen
