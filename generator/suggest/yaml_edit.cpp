#include "suggest/yaml_edit.h"

#include <algorithm>

#include "base/diagnostics.h"
#include "base/front_matter.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

constexpr std::string_view corrections_key = "corrections", transcript_key = "transcript";

bool same_value(const Yaml& a, const Yaml& b) {
  if (a.kind != b.kind || a.text != b.text) return false;
  return std::ranges::equal(a.items, b.items, same_value) &&
         std::ranges::equal(a.members, b.members, [](const YamlMember& x, const YamlMember& y) {
           return x.key == y.key && same_value(x.value, y.value);
         });
}

Yaml scalar(std::string_view text) {
  Yaml value;
  value.kind = Yaml::Kind::scalar;
  value.text = text;
  return value;
}

// Returns the map below `key`, which is made if there is nothing. A value that is no map stays as
// it is; then the comparison in result() fails.
Yaml& map_below(Yaml& parent, std::string_view key) {
  YamlMember* member = parent.find_member(key);
  if (!member) member = &parent.members.emplace_back(YamlMember{std::string(key), {}, {}});
  if (member->value.is_null()) member->value.kind = Yaml::Kind::map;
  return member->value;
}

class Editor {
 public:
  Editor(const SourceFile& file, Span part, std::string_view heard, std::string_view said)
      : file_(file), part_(part), text_(file.text), heard_(heard), said_(said) {
    entry_ = yaml_quoted(heard) + ": " + yaml_quoted(said);
  }

  bool parse() {
    Diagnostics diag;
    std::optional<Yaml> root = parse_yaml(part_, diag);
    if (!root || diag.has_errors() || !(root->is_map() || root->is_null())) return false;
    root_ = std::move(*root);
    root_.kind = Yaml::Kind::map;
    return true;
  }

  // Whether `transcript:` is a list of turns. The episode's corrections stand beside it then.
  bool has_turns() {
    YamlMember* transcript = root_.find_member(transcript_key);
    return transcript && transcript->value.is_list();
  }

  // Writes the correction into the text, for `settings` below `transcript:`, else at the top.
  // Returns false if the file is written in a way that this cannot change.
  bool add(bool settings) {
    settings = settings && !has_turns();
    YamlMember* parent = settings ? root_.find_member(transcript_key) : nullptr;
    if (settings && !parent) return append("transcript:\n  corrections:\n    " + entry_ + "\n");
    if (parent && parent->value.is_scalar()) return add_beside_path(*parent);
    YamlMember* own = (parent ? parent->value : root_).find_member(corrections_key);
    if (own) return add_below(*own, entry_);
    if (!parent) return append("corrections:\n  " + entry_ + "\n");
    if (is_flow(parent->value)) return add_below(*parent, "corrections: {" + entry_ + "}");
    std::string below(indent_below(*parent) + 2, ' ');
    return add_below(*parent, "corrections:\n" + below + entry_);
  }

  // Returns the new text if reading it gives the old values and the correction; nothing else.
  std::optional<std::string> result(bool settings) {
    bool in_settings = settings && !has_turns();
    Yaml& map = map_below(in_settings ? transcript_settings() : root_, corrections_key);
    if (map.find_member(heard_)) return std::nullopt;
    map.members.push_back({heard_, {}, scalar(said_)});
    SourceFile edited{file_.path, text_};
    Span part = whole_file(edited);
    if (settings) {
      std::optional<FrontMatter> front = find_front_matter(edited);
      if (!front) return std::nullopt;
      part = front->fields;
    }
    Diagnostics diag;
    std::optional<Yaml> read = parse_yaml(part, diag);
    if (!read || diag.has_errors() || !same_value(*read, root_)) return std::nullopt;
    return text_;
  }

 private:
  Yaml& transcript_settings() {
    YamlMember* member = root_.find_member(transcript_key);
    if (member && member->value.is_scalar()) {
      Yaml settings;
      settings.kind = Yaml::Kind::map;
      settings.members.push_back({"file", {}, scalar(member->value.text)});
      member->value = std::move(settings);
    }
    return map_below(root_, transcript_key);
  }

  bool is_flow(const Yaml& map) const { return map.is_map() && file_.text[map.span.begin] == '{'; }

  std::size_t line_begin(std::size_t at) const {
    std::size_t newline = at == 0 ? std::string::npos : file_.text.rfind('\n', at - 1);
    return newline == std::string::npos ? 0 : newline + 1;
  }
  std::size_t line_end(std::size_t at) const {
    return std::min(file_.text.find('\n', at), file_.text.size());
  }
  std::size_t indent_of(const YamlMember& member) const {
    return member.key_span.begin - line_begin(member.key_span.begin);
  }
  std::size_t indent_below(const YamlMember& parent) const {
    return parent.value.members.empty() ? indent_of(parent) + 2
                                        : indent_of(parent.value.members.front());
  }

  // Returns the end of the last line that belongs to a key, by indentation.
  std::size_t end_of_block(const YamlMember& member) const {
    std::size_t end = line_end(member.key_span.begin);
    for (std::size_t at = end + 1; at < part_.end; at = line_end(at) + 1) {
      std::string_view line = std::string_view(file_.text).substr(at, line_end(at) - at);
      std::size_t indent = line.find_first_not_of(' ');
      if (indent == line.npos) continue;
      if (indent <= indent_of(member)) break;
      end = line_end(at);
    }
    return end;
  }

  void insert(std::size_t at, const std::string& what) { text_.insert(at, what); }

  // Inserts a member behind the last one of a map, in block or in flow style.
  bool add_below(const YamlMember& member, const std::string& what) {
    if (is_flow(member.value)) return add_in_flow(member.value, what);
    if (!member.value.is_map() && !member.value.is_null()) return false;
    std::string indent(indent_below(member), ' ');
    insert(end_of_block(member), "\n" + indent + what);
    return true;
  }

  bool add_in_flow(const Yaml& map, const std::string& what) {
    int depth = 0;
    for (std::size_t at = map.span.begin; at < part_.end; ++at) {
      char c = file_.text[at];
      if (c == '"' || c == '\'') {
        at = end_of_quotes(at);
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth > 0) continue;
      std::size_t last = file_.text.find_last_not_of(" \n", at - 1);
      insert(last + 1, (map.members.empty() || file_.text[last] == ',' ? "" : ", ") + what);
      return true;
    }
    return false;
  }

  std::size_t end_of_quotes(std::size_t at) const {
    char quote = file_.text[at];
    for (++at; at < part_.end && file_.text[at] != quote; ++at)
      if (quote == '"' && file_.text[at] == '\\') ++at;
    return at;
  }

  // `transcript: path` becomes a map that has the path under `file`.
  bool add_beside_path(const YamlMember& member) {
    std::size_t value = member.value.span.begin;
    if (line_begin(value) != line_begin(member.key_span.begin)) return false;
    std::size_t colon = file_.text.rfind(':', value);
    if (colon == std::string::npos || colon < member.key_span.begin) return false;
    std::string indent(indent_of(member) + 2, ' ');
    insert(line_end(value), "\n" + indent + "corrections:\n" + indent + "  " + entry_);
    text_.replace(colon + 1, value - colon - 1, "\n" + indent + "file: ");
    return true;
  }

  bool append(const std::string& what) {
    bool ends_line = part_.end == 0 || file_.text[part_.end - 1] == '\n';
    insert(part_.end, (ends_line ? "" : "\n") + what);
    return true;
  }

  const SourceFile& file_;
  Span part_;
  std::string text_, heard_, said_, entry_;
  Yaml root_;
};

}  // namespace

std::optional<std::string> with_correction_in_config(const SourceFile& file, std::string_view heard,
                                                     std::string_view said) {
  Editor editor(file, whole_file(file), heard, said);
  if (!editor.parse() || !editor.add(false)) return std::nullopt;
  return editor.result(false);
}

std::optional<std::string> with_correction_in_episode(const SourceFile& file,
                                                      std::string_view heard,
                                                      std::string_view said) {
  std::optional<FrontMatter> front = find_front_matter(file);
  if (!front || front->language != FrontMatter::Language::yaml) return std::nullopt;
  Editor editor(file, front->fields, heard, said);
  if (!editor.parse() || !editor.add(true)) return std::nullopt;
  return editor.result(true);
}

std::string_view place_of_corrections(const SourceFile& episode) {
  std::optional<FrontMatter> front = find_front_matter(episode);
  if (!front || front->language != FrontMatter::Language::yaml) return "corrections:";
  Editor editor(episode, front->fields, "", "");
  return editor.parse() && editor.has_turns() ? "corrections:" : "transcript: corrections:";
}

}  // namespace kbgen
