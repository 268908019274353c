#include "language/messages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/html.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

// Makes a Message of one key of a strings file. Used once for each key.
class MessageReader {
 public:
  MessageReader(std::string_view tag, Diagnostics& diag) : tag_(tag), diag_(diag) {
    message_.locale = &locale_of(tag);
    message_.is_english = tag == "en";
  }

  // False if the value is not a text or a map of plural forms, which is reported.
  bool read(const YamlMember& member) {
    if (member.value.is_map())
      for (const YamlMember& form : member.value.members) read_form(form);
    else
      read_text(Plural::other, member);
    bool has_other = message_.has_form.back();
    if (!has_other && is_good_)
      diag_.error("missing-key", member.key_span, "'" + member.key + "' has no 'other'",
                  "the form that counts where no other does");
    return has_other && is_good_;
  }
  Message finish() && { return std::move(message_); }

 private:
  void read_form(const YamlMember& member) {
    std::optional<Plural> plural = plural_named(member.key);
    if (plural && (message_.locale->uses(*plural) || !is_known_locale(tag_)))
      return read_text(*plural, member);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < plural_count; ++i)
      if (Plural one = static_cast<Plural>(i); message_.locale->uses(one))
        known.emplace_back(name_of(one));
    diag_.error("unknown-key", member.key_span,
                fmt::format("numbers have no form '{}' in '{}'", member.key, tag_),
                "known: " + join(known, ", "));
  }

  void read_text(Plural plural, const YamlMember& member) {
    const Yaml& value = member.value;
    if (!value.is_scalar()) {
      is_good_ = false;
      diag_.error("wrong-type", value.is_null() ? member.key_span : value.span,
                  "this must be a text, or a map of 'one', 'other' …");
      return;
    }
    auto index = static_cast<std::size_t>(plural);
    message_.has_form[index] = true;
    message_.forms[index] = pieces_of(value.text);
  }

  // Cuts a text into texts and places: "{count} words" is a place and a text. Whatever stands in
  // braces is a place.
  Message::Form pieces_of(std::string_view text) {
    Message::Form form;
    while (true) {
      std::size_t open = text.find('{'), close = text.find('}', std::min(open, text.size()));
      if (close == text.npos) break;
      if (open > 0) form.push_back({std::string(text.substr(0, open))});
      std::string name(text.substr(open + 1, close - open - 1));
      message_.places.insert(name);
      form.push_back({std::move(name), true});
      text.remove_prefix(close + 1);
    }
    if (!text.empty() || form.empty()) form.push_back({std::string(text)});
    return form;
  }

  std::string_view tag_;
  Diagnostics& diag_;
  Message message_;
  bool is_good_ = true;
};

bool is_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos;
}

std::vector<std::string> listed(const std::set<std::string, std::less<>>& names) {
  return {names.begin(), names.end()};
}

}  // namespace

bool Message::has_forms() const { return std::ranges::count(has_form, true) > 1; }

const Message::Form& Message::form(std::uint64_t count) const {
  auto index = static_cast<std::size_t>(locale->plural_of(count));
  return has_form[index] ? forms[index] : forms.back();
}

Strings::Strings(std::string_view language) : language_("en"), locale_(&locale_of("en")) {
  tags_ = tags_of(language);
  std::ranges::reverse(tags_);
  if (tags_.empty() || tags_.front() != "en") tags_.insert(tags_.begin(), "en");
}

// Checks that a translation has the placeholders of the English text: others would never be filled
// in, and what a missing one stands for would not be on the page. A text with several plural forms
// may leave some out, because a form may say its number in words.
static bool has_good_places(const Message& message, const Message* english, Span where,
                            Diagnostics& diag) {
  std::size_t before = diag.all().size();
  bool may_leave_out = !english || english->has_forms() || message.has_forms();
  for (const std::string& place : may_leave_out ? decltype(message.places)() : english->places)
    if (!message.places.contains(place))
      diag.error("missing-placeholder", where, "this text has no '{" + place + "}'",
                 "the English text has it");
  for (const std::string& place : message.places) {
    bool is_known = is_name(place) && (!english || english->places.contains(place));
    if (is_known) continue;
    std::vector<std::string> known = english ? listed(english->places) : std::vector<std::string>();
    std::string help = did_you_mean(place, known);
    if (help.empty() && english)
      help = known.empty() ? "nothing is filled into this text" : "known: " + join(known, ", ");
    diag.error("unknown-placeholder", where, "'{" + place + "}' is no placeholder of this text",
               help.empty() ? "a placeholder is made of small letters and '_'" : help);
  }
  return diag.all().size() == before;
}

void Strings::add(std::string_view tag, const SourceFile& file, Diagnostics& diag) {
  std::optional<Yaml> root = parse_yaml(whole_file(file), diag);
  if (!root || root->is_null()) return;
  if (!root->is_map()) {
    diag.error("bad-yaml", root->span, "strings must be a map of keys and texts", "cite: \"…\"");
    return;
  }
  language_ = tag;
  locale_ = &locale_of(tag);
  bool is_english = tag == "en";
  for (const YamlMember& member : root->members) {
    MessageReader reader(tag, diag);
    if (!reader.read(member)) continue;
    Message message = std::move(reader).finish();
    auto known = messages_.find(member.key);
    const Message* english = is_english || known == messages_.end() ? nullptr : &known->second;
    if (!has_good_places(message, english, member.key_span, diag)) continue;
    if (english) message.places.insert(english->places.begin(), english->places.end());
    if (known == messages_.end() && !is_english)
      own_keys_.emplace(member.key, locate(member.key_span));
    messages_.insert_or_assign(member.key, std::move(message));
  }
}

const Message* Strings::find(std::string_view key) const {
  auto found = messages_.find(key);
  return found == messages_.end() ? nullptr : &found->second;
}

std::vector<std::string> Strings::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, message] : messages_) keys.push_back(key);
  std::ranges::sort(keys);
  return keys;
}

static std::string_view value_of(Strings::Values values, std::string_view name) {
  auto found =
      std::ranges::find(values, name, &std::pair<std::string_view, std::string_view>::first);
  return found == values.end() ? std::string_view() : found->second;
}

std::string Strings::text(std::string_view key, Values values) const {
  const Message* message = find(key);
  if (!message) return std::string(key);
  std::string out;
  for (const Message::Piece& piece : message->forms.back())
    out += piece.is_place ? value_of(values, piece.text) : std::string_view(piece.text);
  return out;
}

std::string Strings::html(std::string_view key, Values values) const {
  const Message* message = find(key);
  if (!message) return escape_html(key);
  std::string out;
  for (const Message::Piece& piece : message->forms.back()) {
    if (piece.is_place)
      out += value_of(values, piece.text);
    else
      append_escaped(out, piece.text);
  }
  return out;
}

std::string Strings::date(const Date& date) const {
  std::string year = std::to_string(date.year);
  if (date.month == 0) return year;
  std::string month = text("month_" + std::to_string(date.month));
  if (date.day == 0) return text("date_of_month", {{"month", month}, {"year", year}});
  return text("date_of_day", {{"day", std::to_string(date.day)}, {"month", month}, {"year", year}});
}

std::vector<std::string> Strings::untranslated() const {
  std::vector<std::string> keys;
  bool is_english = tags_.size() == 1 || tags_[1].starts_with("en-");
  for (const auto& [key, message] : messages_)
    if (message.is_english && !is_english) keys.push_back(key);
  std::ranges::sort(keys);
  return keys;
}

}  // namespace kbgen
