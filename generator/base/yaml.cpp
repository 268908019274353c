#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "base/controls.h"
#include "base/encoding.h"
#include "base/text.h"

namespace kbgen {

const Yaml* Yaml::find(std::string_view key) const {
  auto found = std::ranges::find(members, key, &YamlMember::key);
  return found == members.end() ? nullptr : &found->value;
}

YamlMember* Yaml::find_member(std::string_view key) {
  auto found = std::ranges::find(members, key, &YamlMember::key);
  return found == members.end() ? nullptr : &*found;
}

namespace {

// The offset at which a scalar that begins at `begin` ends in the source. The library only tells
// its beginning. A scalar of several lines without quotation marks ends with its first line here,
// which is enough for underlining it.
std::uint32_t end_in(std::string_view text, std::size_t begin, const std::string& value) {
  if (begin >= text.size()) return static_cast<std::uint32_t>(text.size());
  char quote = text[begin];
  if (quote == '"' || quote == '\'') {
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != quote) at += text[at] == '\\' && quote == '"' ? 2 : 1;
    return static_cast<std::uint32_t>(std::min(at + 1, text.size()));
  }
  std::size_t end = std::min(begin + value.size(), text.find('\n', begin));
  return static_cast<std::uint32_t>(std::min(end, text.size()));
}

std::uint32_t end_of_scalar(std::string_view part, std::uint32_t offset, std::uint32_t begin,
                            const std::string& value) {
  return offset + end_in(part, begin - offset, value);
}

// Whether a line of the text after its first one begins like a key ("date: 2026") that stands no
// deeper than `column`, which is that of the key of the text. Deeper lines belong to the text,
// whatever is in them.
bool holds_keys(std::string_view text, std::size_t column) {
  std::vector<std::string_view> lines = split(text, '\n');
  return std::any_of(lines.begin() + 1, lines.end(), [&](std::string_view line) {
    std::size_t indent = line.size() - trim_left(line).size();
    line = trim_left(line);
    std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    return indent <= column && end != line.npos && end > 0 && line.substr(end).starts_with(": ");
  });
}

// The column of the key whose value begins at this offset, or of that value where it has no key.
std::size_t column_of(std::string_view text, std::size_t offset) {
  std::size_t newline = text.substr(0, offset).rfind('\n');
  std::size_t begin = newline == text.npos ? 0 : newline + 1;
  std::size_t key = text.find_first_not_of("- ", begin);
  return (key < offset ? key : text.find_first_not_of(' ', begin)) - begin;
}

// Builds the tree from the events of the library yaml-cpp, each of which tells its place.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(Span part, Diagnostics& diag)
      : part_(part), diag_(diag), first_line_(line_column_of(*part.file, part.begin).line) {}

  // A second document is a mistake: the library takes "- a" followed by "b: c" for two of them.
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 2)
      diag_.error("bad-yaml", span(mark, 1), "this does not belong to what stands above it",
                  "check the indentation, and that lists and keys are not mixed");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add(start(mark, Yaml::Kind::null));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    diag_.error("bad-yaml", span(mark, 1), "YAML aliases are not supported",
                "write the value out where it is used");
    add(start(mark, Yaml::Kind::null));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    Yaml scalar = start(mark, Yaml::Kind::scalar);
    // The library writes "\_" and "\N" as one byte each.
    scalar.text = without_controls(repair_utf8(value));
    scalar.is_quoted = tag == "!";
    scalar.span.end = end_of_scalar(part_.text(), part_.begin, scalar.span.begin, value);
    if (scalar.is_quoted) check_closed(scalar.span);
    bool says_null = !scalar.is_quoted && (value.empty() || value == "~" || value == "null");
    if (says_null) scalar.kind = Yaml::Kind::null;
    add(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({start(mark, Yaml::Kind::list), {}, 0, {}});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open_.push_back({start(mark, Yaml::Kind::map), {}, 0, {}});
  }
  void OnMapEnd() override { close(); }

  Yaml root;

 private:
  // A list or map that is still being read. In a map, `key` is the key whose value comes next.
  struct Open {
    Yaml value;
    std::optional<YamlMember> key;
    std::uint32_t key_line = 0;
    std::unordered_map<std::string, std::uint32_t> lines;  // key → its line, for all keys so far
  };

  Span span(const YAML::Mark& mark, std::uint32_t length) const {
    std::uint32_t limit = part_.end;
    auto begin = std::min(part_.begin + static_cast<std::uint32_t>(std::max(mark.pos, 0)), limit);
    return {part_.file, begin, std::min(begin + length, limit)};
  }

  Yaml start(const YAML::Mark& mark, Yaml::Kind kind) {
    line_ = first_line_ + static_cast<std::uint32_t>(std::max(mark.line, 0));
    Yaml value;
    value.kind = kind;
    value.span = span(mark, 1);
    return value;
  }

  // Reports a quotation mark that is never closed, because the library takes everything up to the
  // end for the text then, and one that is closed only after lines that look like keys.
  void check_closed(Span scalar) {
    std::string_view text = scalar.text();
    bool has_quote = text.starts_with('"') || text.starts_with('\'');
    if (has_quote && (text.size() < 2 || text.back() != text.front()))
      diag_.error("bad-yaml", Span{scalar.file, scalar.begin, scalar.begin + 1},
                  "this quotation mark is never closed", "put another one behind the text");
    else if (has_quote && holds_keys(text, column_of(scalar.file->text, scalar.begin)))
      diag_.warning("bad-yaml", Span{scalar.file, scalar.begin, scalar.begin + 1},
                    "this quotation mark is closed some lines below",
                    "if the text ends on its line, put another one there");
  }

  void close() {
    Yaml done = std::move(open_.back().value);
    open_.pop_back();
    add(std::move(done));
  }

  void add(Yaml value) {
    if (open_.empty()) {
      if (documents_ == 1) root = std::move(value);
    } else if (Open& parent = open_.back(); parent.value.is_list()) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      if (!value.is_scalar() && !value.is_null())
        diag_.error("bad-yaml", value.span, "a key must be plain text");
      parent.key = YamlMember{value.text, value.span, {}};
      parent.key_line = line_;
    } else {
      add_member(parent, std::move(value));
    }
  }

  void add_member(Open& parent, Yaml value) {
    YamlMember member = std::move(*parent.key);
    parent.key.reset();
    auto [first, is_new] = parent.lines.emplace(member.key, parent.key_line);
    if (!is_new) {
      diag_.error("duplicate-key", member.key_span,
                  "the key '" + member.key + "' stands here twice",
                  "the first is on line " + std::to_string(first->second));
      return;
    }
    member.value = std::move(value);
    parent.value.members.push_back(std::move(member));
  }

  Span part_;
  Diagnostics& diag_;
  std::uint32_t first_line_;  // of the part, in its file
  std::uint32_t line_ = 0;    // of the latest value
  std::vector<Open> open_;
  int documents_ = 0;
};

// What probably made the library stop reading, which it notices a line later at times.
struct Slip {
  Span where;  // nothing: no idea
  std::string_view what, help;
};

Slip slip_on(Span line) {
  std::string_view text = line.text();
  std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  if (first == text.size()) return {};
  auto tab = line.begin + static_cast<std::uint32_t>(first);
  if (text[first] == '\t')
    return {{line.file, tab, tab + 1},
            "a tab indents this line",
            "YAML knows only spaces: write those"};
  bool is_item = first > 0 || text.starts_with('-') || text.starts_with('#');
  bool has_key = text.find(": ") != text.npos || text.ends_with(':');
  if (is_item || has_key) return {};
  return {line, "this is no key and no value",
          "write 'key: value', with a colon and a space behind it"};
}

// Looks at the line of a place and at the one above it, the upper one first.
Slip slip_near(Span part, Span where) {
  std::string_view text = part.text();
  std::size_t begin = where.begin - part.begin;
  auto line_begin = [&](std::size_t at) {
    std::size_t end = at > 0 ? text.rfind('\n', at - 1) : text.npos;
    return end == text.npos ? 0 : end + 1;
  };
  begin = line_begin(begin);
  std::size_t above = begin > 0 ? line_begin(begin - 1) : begin;
  for (std::size_t from : {above, begin}) {
    std::size_t end = std::min(text.find('\n', from), text.size());
    auto place = [&](std::size_t at) { return part.begin + static_cast<std::uint32_t>(at); };
    if (Slip slip = slip_on({part.file, place(from), place(end)}); slip.where) return slip;
  }
  return {};
}

}  // namespace

std::optional<Yaml> parse_yaml(Span part, Diagnostics& diag) {
  TreeBuilder builder(part, diag);
  std::istringstream stream{std::string(part.text())};
  try {
    YAML::Parser parser(stream);
    for (int document = 0; document < 2 && parser.HandleNextDocument(builder);) ++document;
  } catch (const YAML::Exception& problem) {
    auto at =
        std::min(part.begin + static_cast<std::uint32_t>(std::max(problem.mark.pos, 0)), part.end);
    Span where{part.file, at, std::min(at + 1, part.end)};
    if (Slip slip = slip_near(part, where); slip.where) {
      diag.error("bad-yaml", slip.where, std::string(slip.what), std::string(slip.help));
      return std::nullopt;
    }
    diag.error(
        "bad-yaml", where, "this is not YAML: " + problem.msg,
        "text with ': ' or '#' in it, or that begins with one of [ { * & ! % @ `, needs quotes; "
        "keys begin in the same column, and a space stands behind their ':'");
    return std::nullopt;
  }
  return std::move(builder.root);
}

std::string yaml_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (char c : collapse_space(text)) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) quoted += c;
  }
  return quoted + '"';
}

}  // namespace kbgen
