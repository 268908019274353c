#include "content/fields.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/html.h"
#include "base/text.h"

namespace kbgen {

Fields::Fields(const Yaml* map, Diagnostics& diag) : map_(map), diag_(diag) {}

const Yaml* Fields::find(std::string_view key) {
  if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
  const Yaml* value = map_ ? map_->find(key) : nullptr;
  return value && !value->is_null() ? value : nullptr;
}

void Fields::wrong_type(const Yaml& value, std::string_view key, std::string_view expected,
                        std::string help) {
  diag_.error("wrong-type", value.span,
              "'" + std::string(key) + "' must be " + std::string(expected), std::move(help));
}

const Yaml* Fields::scalar(std::string_view key, std::string_view expected) {
  const Yaml* value = find(key);
  if (!value || value->is_scalar()) return value;
  wrong_type(*value, key, expected);
  return nullptr;
}

const Yaml* Fields::any(std::string_view key) { return find(key); }

const Yaml* Fields::map(std::string_view key, std::string_view example) {
  const Yaml* value = find(key);
  if (!value || value->is_map()) return value;
  wrong_type(
      *value, key, "a map of keys and values",
      example.empty() ? "" : "for example " + std::string(key) + ": " + std::string(example));
  return nullptr;
}

const Yaml* Fields::list(std::string_view key) {
  const Yaml* value = find(key);
  if (!value || value->is_list()) return value;
  wrong_type(*value, key, "a list");
  return nullptr;
}

Span Fields::span(std::string_view key) const {
  const Yaml* value = map_ ? map_->find(key) : nullptr;
  return value ? value->span : Span();
}

// What of the text behind a key is a comment although it looks meant: in "title: #7 Rivers" all of
// it, in "title: Rivers #7" the number. Empty for "title: Rivers  # a draft".
static Span lost_in_comment(const YamlMember& member) {
  const Yaml& value = member.value;
  bool may_lose = value.is_null() || (value.is_scalar() && !value.is_quoted);
  if (!may_lose || !member.key_span) return {};
  const std::string& text = member.key_span.file->text;
  std::size_t begin = value.is_null() ? member.key_span.end + 1 : value.span.end;
  std::size_t end = std::min(text.find('\n', begin), text.size());
  std::size_t at = std::min(text.find_first_not_of(" \t", begin), end);
  bool is_comment = at > begin && at + 1 < end && text[at] == '#';
  bool looks_meant =
      is_comment && (value.is_null() ? !is_ascii_space(text[at + 1]) : is_digit(text[at + 1]));
  if (!looks_meant) return {};
  return {member.key_span.file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

void Fields::report_comment(std::string_view key) {
  if (!map_) return;
  auto member = std::ranges::find(map_->members, key, &YamlMember::key);
  if (member == map_->members.end()) return;
  if (Span lost = lost_in_comment(*member))
    diag_.warning("text-in-comment", lost,
                  "'" + std::string(key) + "' ends before this '#', which begins a comment",
                  "quotation marks around the whole text keep it");
}

std::string Fields::text(std::string_view key) {
  report_comment(key);
  const Yaml* value = scalar(key, "text");
  return value ? std::string(trim(value->text)) : "";
}

std::string Fields::required_text(std::string_view key, Span where) {
  std::string value = text(key);
  const Yaml* given = find(key);
  if (value.empty() && (!given || given->is_scalar()))
    diag_.error("missing-key", where, "'" + std::string(key) + "' is missing or empty");
  return value;
}

Reference Fields::reference(std::string_view key) {
  const Yaml* value = scalar(key, "one name");
  return value ? Reference{std::string(trim(value->text)), value->span} : Reference();
}

// Whether a text is a list of slugs without brackets ("ada, bob"): no slug has a comma.
static bool are_slugs(std::string_view text) {
  std::vector<std::string_view> parts = split(text, ',');
  return parts.size() > 1 &&
         std::ranges::all_of(parts, [](std::string_view part) { return is_slug(trim(part)); });
}

std::vector<Reference> Fields::references(std::string_view key) {
  std::vector<Reference> references;
  const Yaml* value = find(key);
  if (!value) return references;
  if (value->is_scalar() && are_slugs(value->text)) {
    wrong_type(*value, key, "a list of names", "write it as [" + value->text + "]");
    return references;
  }
  if (value->is_scalar()) return {{std::string(trim(value->text)), value->span}};
  if (!value->is_list()) wrong_type(*value, key, "a list of names");
  for (const Yaml& item : value->items) {
    if (item.is_scalar())
      references.push_back({std::string(trim(item.text)), item.span});
    else
      wrong_type(item, key, "a list of names");
  }
  return references;
}

std::vector<Alias> Fields::aliases(std::string_view key) {
  std::vector<Alias> aliases;
  for (Reference& reference : references(key))
    if (!reference.name.empty()) aliases.push_back({std::move(reference.name), reference.span});
  return aliases;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> texts;
  for (Reference& reference : references(key)) texts.push_back(std::move(reference.name));
  return texts;
}

static bool report_unsafe(const Reference& url, Diagnostics& diag) {
  if (is_safe_url(url.name)) return false;
  diag.error("unsafe-link", url.span, "this is not an address that a page may link to",
             "only http, https, mailto and tel are allowed");
  return true;
}

std::string Fields::url(std::string_view key) {
  Reference value = reference(key);
  return report_unsafe(value, diag_) ? "" : value.name;
}

std::vector<std::string> Fields::urls(std::string_view key) {
  std::vector<std::string> urls;
  for (const Reference& value : references(key))
    if (!report_unsafe(value, diag_)) urls.push_back(value.name);
  return urls;
}

std::optional<Date> Fields::date(std::string_view key) {
  const Yaml* value = scalar(key, "a date");
  if (!value) return std::nullopt;
  std::optional<Date> date = parse_date(value->text);
  if (!date)
    diag_.error("bad-date", value->span, "'" + value->text + "' is not a date",
                "write it as precisely as it is known: 2020, 2020-03, 2020-03-01 or "
                "2020-03-01T15:00+01:00");
  return date;
}

std::optional<Timecode> Fields::time(std::string_view key) {
  const Yaml* value = scalar(key, "a time");
  if (!value) return std::nullopt;
  std::optional<Timecode> time = parse_timecode(trim(value->text));
  if (!time)
    diag_.error("bad-time", value->span, "'" + value->text + "' is not a time",
                "write it as 45, 4:51 or 1:02:03");
  return time;
}

std::optional<std::int64_t> Fields::large_number(std::string_view key) {
  const Yaml* value = scalar(key, "a number");
  if (!value) return std::nullopt;
  std::int64_t number = 0;
  const char* end = value->text.data() + value->text.size();
  auto [stopped, error] = std::from_chars(value->text.data(), end, number);
  if (error == std::errc() && stopped == end) return number;
  wrong_type(*value, key, "a whole number");
  return std::nullopt;
}

std::optional<int> Fields::number(std::string_view key) {
  std::optional<std::int64_t> number = large_number(key);
  if (!number) return std::nullopt;
  if (*number < 0 || *number > 1'000'000) {
    wrong_type(*map_->find(key), key, "a number between 0 and 1000000");
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

bool Fields::flag(std::string_view key, bool otherwise) {
  const Yaml* value = scalar(key, "true or false");
  if (!value) return otherwise;
  if (value->text == "true" || value->text == "yes") return true;
  if (value->text == "false" || value->text == "no") return false;
  wrong_type(*value, key, "true or false");
  return otherwise;
}

std::vector<ExternalLink> Fields::links(std::string_view key) {
  std::vector<ExternalLink> links;
  const Yaml* value = list(key);
  if (!value) return links;
  for (const Yaml& item : value->items) {
    if (!item.is_map()) {
      wrong_type(item, key, "a list of {title, url}");
      continue;
    }
    Fields link(&item, diag_);
    ExternalLink read{link.text("title"), link.url("url")};
    if (!item.find("url")) diag_.error("missing-key", item.span, "this link has no 'url'");
    link.reject_unknown();
    if (read.title.empty()) read.title = read.url;
    if (!read.url.empty()) links.push_back(std::move(read));
  }
  return links;
}

std::vector<CorrectionRule> Fields::corrections(std::string_view key) {
  std::vector<CorrectionRule> rules;
  const Yaml* value = map(key);
  if (!value) return rules;
  for (const YamlMember& member : value->members) {
    // A correction must leave words: if it removed them, pages could not show what was heard.
    if (!member.value.is_scalar() || split_words(member.key).empty() ||
        split_words(member.value.text).empty())
      diag_.error("wrong-type", member.value.span,
                  "a correction maps what was heard to what was said", "\"pi torch\": \"PyTorch\"");
    else
      rules.push_back(
          {collapse_space(member.key), collapse_space(member.value.text), member.key_span});
  }
  return rules;
}

std::vector<const YamlMember*> Fields::unknown() const {
  std::vector<const YamlMember*> unknown;
  if (!map_) return unknown;
  for (const YamlMember& member : map_->members)
    if (std::ranges::find(known_, member.key) == known_.end()) unknown.push_back(&member);
  return unknown;
}

std::string Fields::help_for(std::string_view unknown_key) const {
  std::string_view first = unknown_key.substr(0, unknown_key.find(' '));
  if (first != unknown_key && std::ranges::find(known_, first) != known_.end())
    return "write a colon: '" + std::string(first) + ": " +
           std::string(unknown_key.substr(first.size() + 1)) + "'";
  std::string help = did_you_mean(unknown_key, known_);
  return help.empty() && !known_.empty() ? "known here: " + join(known_, ", ") : help;
}

void Fields::reject_unknown() {
  constexpr std::size_t most = 20;  // more of them have one common cause
  const std::vector<const YamlMember*> keys = unknown();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const YamlMember& member = *keys[i];
    if (i == most && i + 1 < keys.size()) {
      diag_.error("unknown-key", member.key_span,
                  "'" + member.key + "' and " + std::to_string(keys.size() - most - 1) +
                      " more keys are unknown, too");
      return;
    }
    diag_.error("unknown-key", member.key_span, "unknown key '" + member.key + "'",
                help_for(member.key));
  }
}

}  // namespace kbgen
