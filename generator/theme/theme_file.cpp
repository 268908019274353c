#include "theme/theme_file.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "content/fields.h"

namespace kbgen {

using jinja::Value;

// A type of options. A new one is a row of `option_types` below and a word in themes/README.md.
struct OptionType {
  std::string_view name;
  // Reads the field `key` as a value for templates. If the field is absent or wrong, it is the
  // type's empty value; what is wrong is reported as `wrong-type`.
  Value (*read)(Fields& fields, std::string_view key, const ThemeOption& option, Diagnostics& diag);
};

namespace {

Value read_text(Fields& fields, std::string_view key, const ThemeOption&, Diagnostics&) {
  return Value::text(fields.text(key));
}

Value read_number(Fields& fields, std::string_view key, const ThemeOption&, Diagnostics&) {
  return Value::integer(fields.large_number(key).value_or(0));
}

Value read_truth(Fields& fields, std::string_view key, const ThemeOption&, Diagnostics&) {
  return Value::boolean(fields.flag(key, false));
}

Value read_list(Fields& fields, std::string_view key, const ThemeOption&, Diagnostics&) {
  std::vector<Value> items;
  for (std::string& text : fields.texts(key)) items.push_back(Value::text(std::move(text)));
  return Value::list(std::move(items));
}

Value read_choice(Fields& fields, std::string_view key, const ThemeOption& option,
                  Diagnostics& diag) {
  Reference wanted = fields.reference(key);
  if (wanted.name.empty()) return Value::text(option.choices.empty() ? "" : option.choices.front());
  if (std::ranges::find(option.choices, wanted.name) == option.choices.end())
    diag.error("wrong-type", wanted.span,
               "'" + option.name + "' must be one of: " + join(option.choices, ", "),
               did_you_mean(wanted.name, option.choices));
  return Value::text(wanted.name);
}

// Whether the text can be put into a style sheet as the value of a property: it cannot end the
// declaration, open a comment or begin an address. Whether it is a colour, the browser decides.
bool is_color(std::string_view text) {
  return text.find_first_of(";:{}<>\"'\\*@\n") == text.npos && text.find("//") == text.npos;
}

Value read_color(Fields& fields, std::string_view key, const ThemeOption& option,
                 Diagnostics& diag) {
  Reference wanted = fields.reference(key);
  if (is_color(wanted.name)) return Value::text(wanted.name);
  diag.error("wrong-type", wanted.span, "'" + option.name + "' must be a color of CSS",
             "for example \"#b5520e\", rebeccapurple or oklch(60% 0.15 50)");
  return Value::text("");
}

constexpr OptionType option_types[] = {
    {"text", read_text}, {"number", read_number}, {"truth", read_truth},
    {"list", read_list}, {"choice", read_choice}, {"color", read_color},
};

const OptionType* find_type(const Reference& name, Span option, Diagnostics& diag) {
  std::vector<std::string> known;
  for (const OptionType& type : option_types) {
    if (type.name == name.name) return &type;
    known.emplace_back(type.name);
  }
  if (name.name.empty())
    diag.error("missing-key", option, "this option has no 'type'", "known: " + join(known, ", "));
  else
    diag.error("wrong-type", name.span, "there is no type '" + name.name + "' of options",
               "known: " + join(known, ", "));
  return nullptr;
}

std::optional<ThemeOption> read_option(const YamlMember& member, Diagnostics& diag) {
  if (!member.value.is_map()) {
    diag.error("wrong-type", member.value.span, "an option is a map of type, default and help",
               member.key + ": {type: truth, default: true, help: \"…\"}");
    return std::nullopt;
  }
  Fields fields(&member.value, diag);
  ThemeOption option;
  option.name = member.key;
  option.type = find_type(fields.reference("type"), member.key_span, diag);
  option.help = fields.required_text("help", member.key_span);
  option.choices = fields.texts("choices");
  if (option.type) option.value = option.type->read(fields, "default", option, diag);
  fields.reject_unknown();
  return option.type ? std::optional(std::move(option)) : std::nullopt;
}

}  // namespace

std::string_view name_of(const OptionType& type) { return type.name; }

std::string printed_value(const ThemeOption& option) {
  const Value& value = option.value;
  if (value.is_boolean()) return value.as_integer() ? "true" : "false";
  if (value.is_integral()) return std::to_string(value.as_integer());
  if (value.is_text()) return value.as_text().empty() ? "\"\"" : std::string(value.as_text());
  std::vector<std::string> items;
  for (const Value& item : value.as_list()->items) items.emplace_back(item.as_text());
  return "[" + join(items, ", ") + "]";
}

ThemeFile read_theme_file(const SourceFile& source, Diagnostics& diag) {
  ThemeFile file;
  std::optional<Yaml> root = parse_yaml(whole_file(source), diag);
  if (!root || root->is_null()) return file;
  if (!root->is_map()) {
    diag.error("bad-yaml", root->span, "theme.yaml must be a map of keys and values",
               "title: \"…\"");
    return file;
  }
  Fields fields(&*root, diag);
  file.title = fields.text("title");
  file.description = fields.text("description");
  file.extends = fields.reference("extends");
  if (const Yaml* options = fields.map("options"))
    for (const YamlMember& member : options->members)
      if (auto option = read_option(member, diag)) file.options.push_back(std::move(*option));
  file.assets = fields.references("assets");
  fields.reject_unknown();
  return file;
}

void set_options(std::vector<ThemeOption>& options, const Yaml& wanted, Diagnostics& diag) {
  Fields fields(wanted.is_map() ? &wanted : nullptr, diag);
  for (ThemeOption& option : options) {
    if (fields.any(option.name))
      option.value = option.type->read(fields, option.name, option, diag);
  }
  fields.reject_unknown();
}

}  // namespace kbgen
