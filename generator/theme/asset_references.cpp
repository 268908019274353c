#include "theme/asset_references.h"

#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Scans the text of a style sheet or a script from left to right. It knows no grammar: callers
// decide what to take and what to pass over.
class Scanner {
 public:
  Scanner(const SourceFile& source, std::string_view name)
      : source_(source), folder_(parent_path(name)) {}

  bool done() const { return at_ >= source_.text.size(); }
  std::string_view rest() const { return std::string_view(source_.text).substr(at_); }
  void skip(std::size_t count) { at_ = std::min(at_ + count, source_.text.size()); }
  void skip_past(std::string_view end) {
    std::size_t found = rest().find(end);
    skip(found == std::string_view::npos ? rest().size() : found + end.size());
  }
  void skip_space() {
    while (!done() && std::string_view(" \t\n\r\f").find(rest()[0]) != std::string_view::npos)
      skip(1);
  }
  bool take(std::string_view word) {
    if (!equals_ignoring_ascii_case(rest().substr(0, word.size()), word)) return false;
    skip(word.size());
    return true;
  }
  // Whether a word may begin here, because no letter or digit stands directly before.
  bool is_at_word() const {
    return at_ == 0 || !is_word_char(static_cast<unsigned char>(source_.text[at_ - 1]));
  }

  // Takes a text in quotation marks, "…" or '…', and returns the span between them. The text ends
  // with its line, should the second mark be missing.
  Span quoted() {
    char quote = rest()[0];
    skip(1);
    std::size_t begin = at_;
    while (!done() && rest()[0] != quote && rest()[0] != '\n') skip(rest()[0] == '\\' ? 2 : 1);
    Span inside = span(begin);
    skip(1);
    return inside;
  }
  bool is_at_quote() const { return !done() && (rest()[0] == '"' || rest()[0] == '\''); }

  Span unquoted_until(std::string_view ends) {
    std::size_t begin = at_;
    std::size_t found = rest().find_first_of(ends);
    skip(found == std::string_view::npos ? rest().size() : found);
    return span(begin);
  }

  // Adds the address to `references`, unless it is one that stays as it is: absolute on this host,
  // data: and the like, or a fragment alone.
  void add(Span address, std::vector<AssetReference>& references) const {
    std::string_view url = address.text();
    bool is_on_host =
        url.starts_with("//") || url.starts_with("http:") || url.starts_with("https:");
    if (is_on_host) references.push_back({address, "", ""});
    if (url.starts_with("/") || is_external_url(url)) return;
    std::size_t end = std::min(url.find_first_of("?#"), url.size());
    if (end == 0) return;
    references.push_back({address, normalize_path(join_path(folder_, url.substr(0, end))),
                          std::string(url.substr(end))});
  }

 private:
  Span span(std::size_t begin) const {
    return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  const SourceFile& source_;
  std::string folder_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<AssetReference> find_style_references(const SourceFile& source, std::string_view name) {
  std::vector<AssetReference> references;
  Scanner css(source, name);
  while (!css.done()) {
    if (css.take("/*")) {
      css.skip_past("*/");
    } else if (css.is_at_word() && css.take("url(")) {
      css.skip_space();
      css.add(css.is_at_quote() ? css.quoted() : css.unquoted_until(") \t\n"), references);
    } else if (css.take("@import")) {
      css.skip_space();
      if (css.is_at_quote()) css.add(css.quoted(), references);
    } else if (css.is_at_quote()) {
      css.quoted();
    } else {
      css.skip(1);
    }
  }
  return references;
}

// A text within a script may look like an import. The caller tells them apart: only an address of
// an asset that the theme has is an import.
std::vector<AssetReference> find_script_references(const SourceFile& source,
                                                   std::string_view name) {
  std::vector<AssetReference> references;
  Scanner script(source, name);
  while (!script.done()) {
    if (script.is_at_word() && (script.take("from") || script.take("import"))) {
      script.skip_space();
      script.take("(");
      script.skip_space();
      if (!script.is_at_quote()) continue;
      Span address = script.quoted();
      if (address.text().starts_with("./") || address.text().starts_with("../"))
        script.add(address, references);
    } else {
      script.skip(1);
    }
  }
  return references;
}

}  // namespace kbgen
