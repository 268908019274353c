#include "theme/strings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/html.h"
#include "base/json.h"
#include "base/own_folder.h"
#include "base/text.h"
#include "base/unicode.h"
#include "jinja/function.h"
#include "jinja/print.h"
#include "jinja/runtime.h"

namespace kbgen {

namespace {

using jinja::Value;

// Whether a file's name is a language: "de", "pt-BR", "zh-Hant-TW".
bool is_tag(std::string_view name) {
  std::string_view language = name.substr(0, name.find_first_of("-_"));
  return (language.size() == 2 || language.size() == 3) &&
         std::ranges::all_of(language, is_ascii_letter);
}

// The strings files of one layer's folder, by language tag.
std::map<std::string, std::string> strings_files(const std::string& folder, Diagnostics& diag) {
  std::map<std::string, std::string> files;
  std::string strings = join_path(folder, "strings");
  if (!is_directory(strings)) return files;
  for (const std::string& file : list_files(strings, diag)) {
    std::string path = join_path(strings, file), tag = file.substr(0, file.find('.'));
    if (file_extension(file) == ".yaml" && is_tag(tag))
      files.emplace(tags_of(tag).front(), path);
    else
      diag.error("stray-theme-file", path, "this file is not named after a language",
                 "name it like de.yaml or pt-BR.yaml");
  }
  return files;
}

void append_value(jinja::Runtime& runtime, std::string& out, const Value& value, bool as_html) {
  if (as_html)
    append_escaped_value(runtime, out, value);
  else
    append_printed(runtime, out, value);
}

// t() of templates.
class StringFunction final : public jinja::Object {
 public:
  explicit StringFunction(const Strings& strings) : strings_(strings) {}
  std::string_view type_name() const override { return string_function_name; }
  Value attribute(std::string_view) const override { return {}; }
  std::vector<std::string> attribute_names() const override { return {}; }
  bool is_callable() const override { return true; }

  Value call(jinja::Runtime& runtime, const jinja::Arguments& given) const override {
    if (given.positional.size() != 1 || !given.positional[0].is_text())
      return runtime.fail("t() takes one key, and values by name");
    std::string_view key = given.positional[0].as_text();
    const Message* message = strings_.find(key);
    if (!message)
      return runtime.fail_as("unknown-string", "there is no string '" + std::string(key) + "'",
                             did_you_mean(key, strings_.keys()));
    return message->is_fixed() ? Value::view(message->fixed_text())
                               : filled(runtime, *message, given);
  }

 private:
  // The message with its placeholders filled in. It is text, unless a value is HTML: then the rest
  // is escaped.
  static Value filled(jinja::Runtime& runtime, const Message& message,
                      const jinja::Arguments& given) {
    bool as_html =
        std::ranges::any_of(given.named, [](auto& named) { return named.second.is_safe(); });
    std::string out;
    for (const Message::Piece& piece : message.form(count_of(given))) {
      if (piece.is_place)
        append_place(runtime, out, message, piece.text, given, as_html);
      else if (as_html)
        append_escaped(out, piece.text);
      else
        out += piece.text;
    }
    return runtime.text(std::move(out), as_html);
  }

  static std::uint64_t count_of(const jinja::Arguments& given) {
    for (const auto& [name, value] : given.named)
      if (name == "count" && value.is_integral() && value.as_integer() >= 0)
        return static_cast<std::uint64_t>(value.as_integer());
    return 0;
  }

  static void append_place(jinja::Runtime& runtime, std::string& out, const Message& message,
                           std::string_view name, const jinja::Arguments& given, bool as_html) {
    auto value = std::ranges::find(given.named, name, &std::pair<std::string, Value>::first);
    if (value == given.named.end()) {
      runtime.fail_as("missing-placeholder", fmt::format("'{{{}}}' needs a value", name),
                      fmt::format("t(…, {}=…)", name));
    } else if (name == "count" && value->second.is_integral() && value->second.as_integer() >= 0) {
      out += format_number(count_of(given), *message.locale);
    } else {
      append_value(runtime, out, value->second, as_html);
    }
  }

  const Strings& strings_;
};

// A message as JSON for scripts: {"one": "{count} word", "other": …}, or the text alone if it has
// one form.
Json json_of(const Message& message) {
  auto written = [](const Message::Form& form) {
    std::string text;
    for (const Message::Piece& piece : form)
      text += piece.is_place ? "{" + piece.text + "}" : piece.text;
    return text;
  };
  Json::Map forms;
  for (std::size_t i = 0; i < plural_count; ++i)
    if (message.has_form[i])
      forms.emplace_back(name_of(static_cast<Plural>(i)), written(message.forms[i]));
  return forms.size() == 1 ? Json(written(message.forms.back())) : Json(std::move(forms));
}

void report_untranslated(const Project& project, const Strings& strings, Diagnostics& diag) {
  constexpr std::size_t most_shown = 5;
  std::vector<std::string> keys = strings.untranslated();
  if (keys.empty()) return;
  const std::string& language = project.config.language;
  std::string file = "theme/strings/" + tags_of(language).front() + ".yaml";
  bool is_begun = strings.language() != "en";
  std::string some = join({keys.begin(), keys.begin() + std::min(keys.size(), most_shown)}, ", ");
  diag.warning("untranslated", project.place_of("language"),
               is_begun ? fmt::format("not translated into '{}': {} of the theme's strings",
                                      strings.language(), keys.size())
                        : fmt::format("the theme has no strings in the language '{}'", language),
               is_begun ? fmt::format("put them into {}: {}{}", file, some,
                                      keys.size() > most_shown ? " …" : "")
                        : "copy strings/en.yaml of the theme 'default' to " + file);
}

}  // namespace

std::unique_ptr<Strings> load_strings(const Project& project, const std::vector<ThemeLayer>& layers,
                                      Diagnostics& diag) {
  std::vector<std::string> folders{join_path(project.themes, "default")};
  if (!is_directory(join_path(folders[0], "strings")))
    folders[0] = join_path(own_folder("themes"), "default");
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
    if (real_path(layer->folder) != real_path(folders[0])) folders.push_back(layer->folder);
  std::vector<std::map<std::string, std::string>> files;
  for (const std::string& folder : folders) files.push_back(strings_files(folder, diag));

  auto strings = std::make_unique<Strings>(project.config.language);
  for (const std::string& tag : strings->tags())
    for (const auto& of_layer : files) {
      auto file = of_layer.find(tag);
      if (file == of_layer.end()) continue;
      if (std::optional<std::string> bytes = read_file(file->second, diag))
        strings->add(tag, decode_source(file->second, *bytes, diag), diag);
    }
  if (project.thorough) report_untranslated(project, *strings, diag);
  return strings;
}

std::unique_ptr<const jinja::Object> string_function(const Strings& strings) {
  return std::make_unique<StringFunction>(strings);
}

// Looks for the text `t("` rather than parsing JavaScript; scripts of a theme may not have another
// function called t.
std::vector<StringUse> find_string_uses(const SourceFile& script) {
  static constexpr std::string_view call = "t(\"";
  std::vector<StringUse> uses;
  const std::string& text = script.text;
  for (std::size_t at = text.find(call); at != text.npos; at = text.find(call, at + 1)) {
    char before = at > 0 ? text[at - 1] : ' ';
    std::size_t begin = at + call.size(), end = text.find_first_of("\"\n", begin);
    if (is_word_char(static_cast<unsigned char>(before)) || before == '.') continue;
    if (end == text.npos || text[end] != '"') continue;
    char after = text[std::min(text.find_first_not_of(" \n", end + 1), text.size() - 1)];
    uses.push_back({text.substr(begin, end - begin),
                    after == '+',
                    {&script, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }
  return uses;
}

std::vector<std::string> keys_of(const StringUse& use, const Strings& strings, Diagnostics& diag) {
  if (!use.is_prefix && strings.find(use.key)) return {use.key};
  std::vector<std::string> keys;
  for (std::string& key : strings.keys())
    if (use.is_prefix && key.starts_with(use.key)) keys.push_back(std::move(key));
  if (keys.empty())
    diag.error(
        "unknown-string", use.place,
        fmt::format("there is no string {}'{}'", use.is_prefix ? "that begins with " : "", use.key),
        did_you_mean(use.key, strings.keys()));
  return keys;
}

// t() is written as a function declaration, which holds before the line in which it stands, and in
// modules that are loaded later. Digits are 0 to 9, as in pages.
std::string string_script(const Strings& strings, const std::set<std::string, std::less<>>& keys) {
  Json::Map texts;
  for (const std::string& key : keys) texts.emplace_back(key, json_of(*strings.find(key)));
  return fmt::format(
      R"(
function t(key, values = {{}}) {{
  t.texts ||= {};
  const language = {}, {{ count }} = values, text = t.texts[key];
  const form = text?.other ? text[new Intl.PluralRules(language).select(count)] ?? text.other : text;
  const valueOf = (name) => (name === "count" ? count.toLocaleString(`${{language}}-u-nu-latn`) : values[name]);
  return form?.replace(/\{{(\w+)\}}/g, (_, name) => valueOf(name));
}}
)",
      format_json(Json(std::move(texts))), format_json(Json(strings.language())));
}

}  // namespace kbgen
