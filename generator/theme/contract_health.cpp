// What templates may read of the findings of `kbgen check`.

#include "theme/contract.h"
#include "theme/health.h"

namespace kbgen {

using jinja::Value;

template <class Row>
static Value page_url(const Row& row, const View& view) {
  return Value::text(row.page_title.empty() ? "" : view.url(row.page_path));
}

std::span<const Field<Health>> Contract<Health>::fields() {
  static constexpr Field<Health> fields[] = {
      {"count", "number", "Number of all findings; 0 if nothing is wrong.",
       [](const Health& h, const View& v) { return v.number(h.count); }},
      {"codes", "list of health_code", "The findings by code.",
       [](const Health& h, const View& v) { return wrap_list(v, h.codes); }},
      {"files", "list of health_file", "The files with findings, by path.",
       [](const Health& h, const View& v) { return wrap_list(v, h.files); }},
  };
  return fields;
}

std::span<const Field<HealthCode>> Contract<HealthCode>::fields() {
  static constexpr Field<HealthCode> fields[] = {
      {"code", "text", "The code at the end of the messages: `unused-alias`.",
       [](const HealthCode& c, const View& v) { return v.text(c.code); }},
      {"meaning", "text", "What it means and what to do, in English, as `kbgen explain` says it.",
       [](const HealthCode& c, const View& v) { return v.text(c.meaning); }},
      {"count", "number", "Number of findings with this code.",
       [](const HealthCode& c, const View& v) { return v.number(c.count); }},
      {"findings", "list of finding", "At most a hundred, sorted by file and line.",
       [](const HealthCode& c, const View& v) { return wrap_list(v, c.findings); }},
  };
  return fields;
}

std::span<const Field<HealthFile>> Contract<HealthFile>::fields() {
  static constexpr Field<HealthFile> fields[] = {
      {"path", "text",
       "Path of the file below the folder of config.yaml; empty: the site as a whole.",
       [](const HealthFile& f, const View& v) { return v.text(f.path); }},
      {"count", "number", "Number of findings in it.",
       [](const HealthFile& f, const View& v) { return v.number(f.count); }},
      {"codes", "list of text", "Codes of its findings, each once.",
       [](const HealthFile& f, const View& v) { return wrap_list(v, f.codes); }},
      {"title", "text", "Title of the page that is made of it; empty if none is.",
       [](const HealthFile& f, const View& v) { return v.text(f.page_title); }},
      {"url", "text", "Address of that page; empty if none is.", page_url<HealthFile>},
      {"edit_url", "text", "Where it can be edited; empty without `repository`.",
       [](const HealthFile& f, const View& v) { return v.text(f.edit_url); }},
  };
  return fields;
}

std::span<const Field<Finding>> Contract<Finding>::fields() {
  static constexpr Field<Finding> fields[] = {
      {"code", "text", "The code at the end of the message.",
       [](const Finding& f, const View& v) { return v.text(f.code); }},
      {"message", "text", "What is wrong, in English.",
       [](const Finding& f, const View& v) { return v.text(f.message); }},
      {"help", "text", "What to do, in English; may be empty.",
       [](const Finding& f, const View& v) { return v.text(f.help); }},
      {"path", "text", "Path of the file below the folder of config.yaml; may be empty.",
       [](const Finding& f, const View& v) { return v.text(f.path); }},
      {"line", "number?", "Line in the file; none: the file as a whole.",
       [](const Finding& f, const View& v) {
         return f.line > 0 ? v.number(std::size_t{f.line}) : v.absent();
       }},
      {"source", "text", "Text of the line; may be empty.",
       [](const Finding& f, const View& v) { return v.text(f.source); }},
      {"title", "text", "Title of the page that is made of the file; empty if none is.",
       [](const Finding& f, const View& v) { return v.text(f.page_title); }},
      {"url", "text", "Address of that page; empty if none is.", page_url<Finding>},
      {"edit_url", "text", "Where the line can be edited; empty without `repository`.",
       [](const Finding& f, const View& v) { return v.text(f.edit_url); }},
  };
  return fields;
}

}  // namespace kbgen
