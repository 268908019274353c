// Reads a YAML map by key and type. Keys that were never asked for are reported with the nearest
// known key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/yaml.h"
#include "content/values.h"

namespace kbgen {

class Fields {
 public:
  // If `map` is null, every field is absent. `map` and `diag` must outlive the Fields.
  Fields(const Yaml* map, Diagnostics& diag);

  // Absent fields give an empty value; a wrong type is reported as
  // `wrong-type` and gives an empty value too.
  std::string text(std::string_view key);
  Reference reference(std::string_view key);
  std::vector<Reference> references(std::string_view key);  // a list, or one name alone
  std::vector<Alias> aliases(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::string url(std::string_view key);  // reports `unsafe-link`
  std::vector<std::string> urls(std::string_view key);
  std::optional<Date> date(std::string_view key);      // reports `bad-date`
  std::optional<Timecode> time(std::string_view key);  // reports `bad-time`
  std::optional<int> number(std::string_view key);
  std::optional<std::int64_t> large_number(std::string_view key);
  bool flag(std::string_view key, bool otherwise);
  std::vector<ExternalLink> links(std::string_view key);          // {title, url}
  std::vector<CorrectionRule> corrections(std::string_view key);  // heard: said

  // The value as YAML; null if it is absent or of another type. `example` is a value for the help
  // of `wrong-type`.
  const Yaml* map(std::string_view key, std::string_view example = "");
  const Yaml* list(std::string_view key);
  const Yaml* any(std::string_view key);
  Span span(std::string_view key) const;  // of the value; empty if absent

  // Reports `missing-key` at `where` if the text is absent or empty.
  std::string required_text(std::string_view key, Span where);

  // The keys that were not asked for, and a report of `unknown-key` for each of them.
  std::vector<const YamlMember*> unknown() const;
  void reject_unknown();
  // Help for such a key: the nearest key that was asked for, or all of them.
  std::string help_for(std::string_view unknown_key) const;

  // The keys that were asked for, in this order.
  const std::vector<std::string>& known() const { return known_; }

 private:
  const Yaml* find(std::string_view key);
  void wrong_type(const Yaml& value, std::string_view key, std::string_view expected,
                  std::string help = "");
  const Yaml* scalar(std::string_view key, std::string_view expected);
  void report_comment(std::string_view key);  // reports `text-in-comment`

  const Yaml* map_;
  Diagnostics& diag_;
  std::vector<std::string> known_;
};

}  // namespace kbgen
