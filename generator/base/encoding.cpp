#include "base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/char_set.h"
#include "base/controls.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The characters of Windows-1252 at 0x80 to 0x9F. The five bytes that are not assigned stand for
// themselves, as in the Encoding Standard of WHATWG.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

std::optional<unsigned char> to_windows_1252(char32_t c) {
  if (c < 0x100 && (c < 0x80 || c >= 0xA0)) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < windows_1252.size(); ++i)
    if (windows_1252[i] == c || c == 0x80 + i) return static_cast<unsigned char>(0x80 + i);
  return std::nullopt;
}

// The length in bytes of the valid UTF-8 sequence at `offset`; 0 if there is none.
std::size_t valid_sequence(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  bool broken =
      next_code_point(text, end) == 0xFFFD && end - offset == 1;  // a real U+FFFD has three bytes
  return broken ? 0 : end - offset;
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  auto unit = [&](std::size_t i) {
    auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    append_utf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return out;
}

struct Utf8Survey {
  std::size_t good = 0, bad = 0;  // valid sequences beyond ASCII; bytes that are not UTF-8
  std::size_t first_bad = 0;      // offset
};

Utf8Survey survey(std::string_view bytes) {
  Utf8Survey found;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
    } else if (std::size_t length = valid_sequence(bytes, i)) {
      ++found.good;
      i += length;
    } else {
      if (found.bad++ == 0) found.first_bad = i;
      ++i;
    }
  }
  return found;
}

std::string replace_bad_bytes(std::string_view bytes, bool as_windows_1252) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    auto byte = static_cast<unsigned char>(bytes[i]);
    std::size_t length = byte < 0x80 ? 1 : valid_sequence(bytes, i);
    if (length > 0) {
      out.append(bytes, i, length);
      i += length;
    } else {
      append_utf8(out, as_windows_1252 ? from_windows_1252(byte) : 0xFFFD);
      ++i;
    }
  }
  return out;
}

// Turns CRLF and CR into LF, and NUL into U+FFFD. Most files have none of them and are not copied.
std::string normalize_line_ends(std::string text) {
  static constexpr CharSet unusual(std::string_view("\r\0", 2));
  if (unusual.find_in(text) == text.size()) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') {
      out += "\uFFFD";
    } else if (text[i] == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

SourceFile decode_program(std::string path, std::string_view bytes, Diagnostics& diag) {
  SourceFile file{std::move(path), ""};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    file.text = normalize_line_ends(decode_utf16(bytes, bytes[0] == '\xFE'));
    return file;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Utf8Survey found = survey(bytes);
  if (found.bad == 0) {
    file.text = normalize_line_ends(std::string(bytes));
    return file;
  }
  bool as_windows_1252 = found.good == 0;
  std::string before =
      normalize_line_ends(replace_bad_bytes(bytes.substr(0, found.first_bad), as_windows_1252));
  file.text = normalize_line_ends(replace_bad_bytes(bytes, as_windows_1252));
  auto place = static_cast<std::uint32_t>(before.size());
  diag.warning("not-utf8", Span{&file, place, place + 1},
               as_windows_1252 ? "this file is not UTF-8; it was read as Windows-1252"
                               : "this byte is not UTF-8; such bytes were replaced by U+FFFD",
               "save the file as UTF-8");
  return file;
}

SourceFile decode_source(std::string path, std::string_view bytes, Diagnostics& diag) {
  SourceFile file = decode_program(std::move(path), bytes, diag);
  std::size_t count = count_controls(file.text);
  if (count == 0) return file;
  std::size_t first = first_control(file.text), behind = first;
  auto example = static_cast<unsigned>(next_code_point(file.text, behind));
  diag.warning("control-characters",
               Span{&file, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(behind)},
               count == 1
                   ? fmt::format("the control character U+{:04X} was read as a space", example)
                   : fmt::format("{} control characters were read as spaces; here is U+{:04X}",
                                 count, example),
               "they have no meaning in a text; delete them from the file");
  return {std::move(file.path), without_controls(std::move(file.text))};
}

namespace {

// The character that a doubly encoded run at `begin` stands for, and the offset at which it ends;
// nothing if there is no such run.
std::optional<char32_t> double_encoded(std::string_view text, std::size_t begin, std::size_t& end) {
  std::string inner;
  std::size_t at = begin, wanted = 1;
  while (inner.size() < wanted) {
    if (at >= text.size()) return std::nullopt;
    auto byte = to_windows_1252(next_code_point(text, at));
    if (!byte) return std::nullopt;
    if (inner.empty()) {
      wanted = *byte >= 0xF0 && *byte <= 0xF4  ? 4
               : *byte >= 0xE0 && *byte < 0xF0 ? 3
               : *byte >= 0xC2 && *byte < 0xE0 ? 2
                                               : 0;
      if (wanted == 0) return std::nullopt;
    } else if (*byte < 0x80 || *byte >= 0xC0) {
      return std::nullopt;
    }
    inner += static_cast<char>(*byte);
  }
  std::size_t length = valid_sequence(inner, 0);
  if (length != inner.size()) return std::nullopt;
  end = at;
  std::size_t offset = 0;
  return next_code_point(inner, offset);
}

}  // namespace

SourceFile repair_double_encoding(SourceFile file, Diagnostics& diag) {
  std::string out, first;
  Span first_place;
  std::size_t plain = 0, count = 0;
  static constexpr CharSet leads("\xC2\xC3");
  for (std::size_t i = 0; (i = leads.find_in(file.text, i)) < file.text.size();) {
    // A doubly encoded run begins with one of U+00C2 to U+00F4, whose first byte is always 0xC3.
    std::size_t end = 0;
    std::optional<char32_t> meant = double_encoded(file.text, i, end);
    if (!meant) {
      ++i;
      continue;
    }
    out.append(file.text, plain, i - plain);
    append_utf8(out, *meant);
    if (count++ == 0) {
      append_utf8(first, *meant);
      first_place = {&file, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    }
    plain = i = end;
  }
  if (count == 0) return file;
  diag.warning("double-encoded", first_place,
               count == 1 ? "this text was encoded twice; it was read as '" + first + "'"
                          : fmt::format("{} letters of this file were encoded twice; "
                                        "here one was read as '{}'",
                                        count, first),
               count == 1 ? "put '" + first + "' into the file"
                          : "save the text as UTF-8 once more, from where it is right");
  out.append(file.text, plain);
  return {std::move(file.path), std::move(out)};
}

std::string repair_utf8(std::string text) {
  std::string repaired;
  std::size_t copied = 0;  // what stands before it is in `repaired`, if anything was wrong
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = valid_sequence(text, at);
    if (size == 0) {
      repaired.append(text, copied, at - copied);
      append_utf8(repaired, static_cast<unsigned char>(text[at]));
      copied = at + 1;
    }
    at += std::max<std::size_t>(size, 1);
  }
  if (copied == 0) return text;
  return repaired.append(text, copied);
}

}  // namespace kbgen
