#include "theme/shorten_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/char_set.h"
#include "base/text.h"

namespace kbgen {

namespace {

enum class Kind { word, text, number, sign };

struct Token {
  Kind kind;
  std::string_view text;
  std::size_t partner = 0;  // of a bracket: the token that closes or opens it
};

constexpr std::string_view keywords[] = {
    "as",         "async",   "await",  "break",    "case", "catch",  "class",   "const",
    "continue",   "default", "delete", "do",       "else", "export", "extends", "false",
    "finally",    "for",     "from",   "function", "get",  "if",     "import",  "in",
    "instanceof", "let",     "new",    "null",     "of",   "return", "set",     "static",
    "super",      "switch",  "this",   "throw",    "true", "try",    "typeof",  "undefined",
    "var",        "void",    "while",  "yield"};

bool is_keyword(std::string_view word) {
  return std::ranges::find(keywords, word) != std::end(keywords);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t end_of_word(std::string_view script, std::size_t at) {
  while (at < script.size() && is_word_byte(script[at])) ++at;
  return at;
}

// Whether a slash behind this token begins a regular expression; nothing if it may be either.
std::optional<bool> may_be_expression(const Token& before) {
  if (before.kind == Kind::sign) {
    if (before.text == "}") return std::nullopt;
    return before.text != ")" && before.text != "]";
  }
  return before.kind == Kind::word && is_keyword(before.text);
}

// The end of what begins at `at` with a quotation mark or the slash of a regular expression;
// nothing if it does not end, or has texts of its own.
std::optional<std::size_t> end_of_text(std::string_view script, std::size_t at) {
  bool in_class = false;
  for (std::size_t i = at + 1; i < script.size(); ++i) {
    char c = script[i];
    if (c == '\\')
      ++i;
    else if (script[at] == '/' && (c == '[' || c == ']'))
      in_class = c == '[';
    else if (c == script[at] && !in_class)
      return i + 1;
    else if (c == '\n' && script[at] != '`')
      return std::nullopt;
    else if (script[at] == '`' && script.substr(i, 2) == "${" &&
             script.substr(i, script.find('}', i) - i).find_first_of("`{", 2) != script.npos)
      return std::nullopt;
  }
  return std::nullopt;
}

// Connects brackets; false if they do not match.
bool pair_brackets(std::vector<Token>& tokens) {
  constexpr std::string_view opening = "([{", closing = ")]}";
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::sign || tokens[i].text.size() != 1) continue;
    std::size_t which = closing.find(tokens[i].text);
    if (opening.find(tokens[i].text) != opening.npos) open.push_back(i);
    if (which == closing.npos) continue;
    if (open.empty() || tokens[open.back()].text[0] != opening[which]) return false;
    tokens[i].partner = open.back();
    tokens[open.back()].partner = i;
    open.pop_back();
  }
  return open.empty();
}

// The tokens of a script; nothing if one cannot be sure of them.
std::optional<std::vector<Token>> tokens_of(std::string_view script) {
  static constexpr CharSet space(" \t\r\n");
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < script.size();) {
    std::string_view rest = script.substr(at);
    if (space.has(rest[0])) {
      ++at;
      continue;
    }
    if (rest.starts_with("/*")) return std::nullopt;
    if (rest.starts_with("//")) {
      at = std::min(script.size(), script.find('\n', at));
      continue;
    }
    Kind kind = Kind::sign;
    std::size_t end = at + 1;
    if (is_word_byte(rest[0])) {
      kind = rest[0] >= '0' && rest[0] <= '9' ? Kind::number : Kind::word;
      end = end_of_word(script, at);
      while (kind == Kind::number && end < script.size() && script[end] == '.')
        end = end_of_word(script, end + 1);
    } else if (rest[0] == '"' || rest[0] == '\'' || rest[0] == '`' || rest[0] == '/') {
      std::optional<bool> is_text = rest[0] != '/'   ? std::optional(true)
                                    : tokens.empty() ? std::nullopt
                                                     : may_be_expression(tokens.back());
      if (!is_text) return std::nullopt;
      if (*is_text) {
        std::optional<std::size_t> close = end_of_text(script, at);
        if (!close) return std::nullopt;
        kind = Kind::text;
        end = *close;
      }
    } else if (rest.starts_with("...")) {
      end = at + 3;
    } else if (rest.starts_with("=>") || rest.starts_with("?.")) {
      end = at + 2;
    }
    tokens.push_back({kind, script.substr(at, end - at)});
    at = end;
  }
  if (!pair_brackets(tokens)) return std::nullopt;
  return tokens;
}

class NameShortener {
 public:
  NameShortener(std::vector<Token> tokens, bool is_module)
      : tokens_(std::move(tokens)), is_module_(is_module) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      bool closes = is(i, ")") || is(i, "]") || is(i, "}");
      if (closes) open.pop_back();
      around_.push_back(open.empty() ? none : open.back());
      if (!closes && tokens_[i].partner > i) open.push_back(i);
    }
  }

  // Whether the token may get a new name: it is no property.
  bool can_change(std::size_t i) const { return is_name(i); }

  // New names for those that can have them.
  std::map<std::string_view, std::string> names() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      find_declarations(i);
      check(i);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_name(i) && !is_declared_at(i)) kept_.insert(tokens_[i].text);
    // Other scripts see what one that is no module declares outside of blocks.
    for (const auto& [name, ranges] : declared_)
      if (!is_module_ && std::ranges::find(ranges, 0u, &Range::begin) != ranges.end())
        kept_.insert(name);
    std::map<std::string_view, std::ptrdiff_t> savings;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::string_view name = tokens_[i].text;
      if (is_name(i) && !kept_.contains(name))
        savings[name] += joint(i).empty() ? static_cast<std::ptrdiff_t>(name.size()) - 1 : -3;
    }
    return give_names(savings);
  }

  // What comes between a name and its new one where the name must stay, too: in `{name}`, which is
  // short for `{name: name}`, and in imports. Empty elsewhere.
  std::string_view joint(std::size_t i) const {
    if (!is_member(i)) return {};
    std::size_t brace = around_[i];
    return brace > 0 && text(brace - 1) == "import" ? " as " : ":";
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Range {
    std::size_t begin, end;
  };

  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].text : std::string_view();
  }
  bool is(std::size_t i, std::string_view sign) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::sign && tokens_[i].text == sign;
  }
  bool is_word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::word && !is_keyword(tokens_[i].text);
  }
  bool begins_member(std::size_t i) const {
    bool in_braces = around_[i] != none && is(around_[i], "{");
    return in_braces && i > 0 && (is(i - 1, "{") || is(i - 1, ","));
  }
  // Whether a word is the name of a property, of a method, or what another module calls its export.
  bool is_key(std::size_t i) const {
    bool is_behind_dot = i > 0 && (is(i - 1, ".") || is(i - 1, "?."));
    bool is_method = is(i + 1, "(") && is(tokens_[i + 1].partner + 1, "{") &&
                     (i == 0 || text(i - 1) != "function");
    bool is_source = begins_member(i) && (is(i + 1, ":") || text(i + 1) == "as");
    return is_behind_dot || is_method || is_source;
  }
  bool is_name(std::size_t i) const { return is_word(i) && !is_key(i); }
  bool is_member(std::size_t i) const {
    return begins_member(i) && (is(i + 1, ",") || is(i + 1, "}") || is(i + 1, "="));
  }
  bool is_declared_at(std::size_t i) const {
    auto found = declared_.find(tokens_[i].text);
    return found != declared_.end() && std::ranges::any_of(found->second, [&](const Range& range) {
             return range.begin <= i && i <= range.end;
           });
  }
  void declare(std::size_t i, Range range) {
    if (is_name(i)) declared_[tokens_[i].text].push_back(range);
  }

  // The block around a token, with the brackets in front of it in which a loop declares.
  Range block_around(std::size_t i) const {
    std::size_t bracket = around_[i];
    if (bracket == none) return {0, tokens_.size()};
    std::size_t end = tokens_[bracket].partner;
    if (is(bracket, "(")) end = end_of_body(end + 1);
    return {bracket, end};
  }

  // The end of a body that begins at `i`: of a block, or of the expression or statement there.
  std::size_t end_of_body(std::size_t i) const {
    if (is(i, "{")) return tokens_[i].partner;
    for (; i < tokens_.size(); ++i) {
      if (is(i, ")") || is(i, "]") || is(i, "}") || is(i, ",") || is(i, ";")) break;
      if (tokens_[i].partner > i) i = tokens_[i].partner;
    }
    return i;
  }

  void find_declarations(std::size_t i) {
    if (text(i) == "import" && is(i + 1, "{")) {
      declare_pattern(i + 1, {0, tokens_.size()});
    } else if (text(i) == "const" || text(i) == "let") {
      for (std::size_t at = i + 1; is_name(at) || is(at, "[") || is(at, "{"); ++at) {
        if (is_name(at))
          declare(at, block_around(i));
        else
          declare_pattern(at, block_around(i));
        if (!is_name(at)) at = tokens_[at].partner;
        if (!is(at + 1, ",")) break;
        ++at;
      }
    } else if (text(i) == "function") {
      std::size_t name = is(i + 1, "*") ? i + 2 : i + 1;
      if (is_name(name)) declare(name, block_around(i));
      std::size_t list = is_name(name) ? name + 1 : name;
      if (is(list, "(")) declare_pattern(list, {list, end_of_body(tokens_[list].partner + 1)});
    } else if (is(i, "=>") && i > 0) {
      Range range{is(i - 1, ")") ? tokens_[i - 1].partner : i - 1, end_of_body(i + 1)};
      if (is(i - 1, ")"))
        declare_pattern(range.begin, range);
      else
        declare(i - 1, range);
    } else if (text(i) == "catch" && is(i + 1, "(")) {
      declare_pattern(i + 1, {i + 1, end_of_body(tokens_[i + 1].partner + 1)});
    }
  }

  // Declares the names within brackets. What stands behind "=" are values, whose own names must be
  // declared elsewhere; taking them for declarations would hide that they are not.
  void declare_pattern(std::size_t open, Range range) {
    bool is_exported = open > 1 && text(open - 2) == "export";
    for (std::size_t i = open + 1; i < tokens_[open].partner; ++i) {
      if (is(i, "=")) {
        i = end_of_body(i + 1) - 1;
        continue;
      }
      if (is_name(i)) declare(i, range);
      if (is_name(i) && is_exported) kept_.insert(tokens_[i].text);
    }
  }

  // Keeps a name that is more than a name of its own where it stands here.
  void check(std::size_t i) {
    if (tokens_[i].kind == Kind::text && tokens_[i].text[0] == '`') {
      for (std::size_t at = 0; at < tokens_[i].text.size(); ++at) {
        std::size_t end = end_of_word(tokens_[i].text, at);
        if (end > at) kept_.insert(tokens_[i].text.substr(at, end - at));
        at = std::max(at, end);
      }
    }
    if (!is_name(i)) return;
    bool is_listed = is_member(i) && around_[i] > 0 && text(around_[i] - 1) == "export";
    bool is_exported = (i > 1 && text(i - 2) == "export") || (i > 2 && text(i - 3) == "export");
    bool is_imported = i > 0 && (text(i - 1) == "as" || text(i - 1) == "import");
    bool is_label = i > 0 && (text(i - 1) == "break" || text(i - 1) == "continue");
    if (is_listed || is_exported || is_imported || is_label) kept_.insert(tokens_[i].text);
  }

  // The more bytes a new name saves, the shorter it is.
  std::map<std::string_view, std::string> give_names(
      const std::map<std::string_view, std::ptrdiff_t>& savings) const {
    constexpr std::ptrdiff_t least = 2;
    std::vector<std::string_view> names;
    for (const auto& [name, bytes] : savings)
      if (bytes > least) names.push_back(name);
    std::ranges::stable_sort(names, std::greater(),
                             [&](std::string_view name) { return savings.at(name); });
    std::set<std::string_view> taken = kept_;
    for (const Token& token : tokens_)
      if (token.kind == Kind::word) taken.insert(token.text);
    // Names that are never declared in the same place may be called the same, which compresses
    // well.
    std::map<std::string_view, std::string> given;
    std::vector<std::vector<Range>> used;  // by number of the new name: where it is taken
    for (std::string_view name : names) {
      const std::vector<Range>& ranges = declared_.at(name);
      std::size_t number = 0;
      while (number < used.size() &&
             (taken.contains(spelled(number)) || overlap(used[number], ranges)))
        ++number;
      while (taken.contains(spelled(number))) ++number;
      used.resize(std::max(used.size(), number + 1));
      used[number].insert(used[number].end(), ranges.begin(), ranges.end());
      given[name] = spelled(number);
    }
    return given;
  }

  static bool overlap(const std::vector<Range>& some, const std::vector<Range>& others) {
    return std::ranges::any_of(some, [&](const Range& one) {
      return std::ranges::any_of(others, [&](const Range& other) {
        return one.begin <= other.end && other.begin <= one.end;
      });
    });
  }

  // 0 is "a", 25 "z", 26 "aa".
  static std::string spelled(std::size_t number) {
    std::string name(1, static_cast<char>('a' + number % 26));
    return number < 26 ? name : spelled(number / 26 - 1) + name;
  }

  std::vector<Token> tokens_;
  bool is_module_;
  std::vector<std::size_t> around_;  // by token: the bracket that it stands in
  std::map<std::string_view, std::vector<Range>> declared_;
  std::set<std::string_view> kept_;
};

}  // namespace

std::string shorten_names(std::string_view script) {
  std::optional<std::vector<Token>> tokens = tokens_of(script);
  if (!tokens) return std::string(script);
  auto has = [&](auto... words) {
    return std::ranges::any_of(*tokens, [&](const Token& token) {
      return token.kind == Kind::word && ((token.text == words) || ...);
    });
  };
  if (has("class", "var", "eval", "with")) return std::string(script);
  NameShortener shortener(*tokens, has("export") || script.starts_with("import{"));
  std::map<std::string_view, std::string> names = shortener.names();
  std::string out;
  const char* written = script.data();
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    std::string_view name = (*tokens)[i].text;
    auto found = shortener.can_change(i) ? names.find(name) : names.end();
    if (found == names.end()) continue;
    std::string_view joint = shortener.joint(i);
    out.append(written, name.data());
    if (!joint.empty()) out.append(name).append(joint);
    out.append(found->second);
    written = name.data() + name.size();
  }
  return out.append(written, script.data() + script.size());
}

}  // namespace kbgen
