// Jinja2 templates: the same template and data give the same text as Jinja2 3.1.
//
// Templates are added once, then rendered any number of times, from any number
// of threads. The engine knows nothing of what it renders.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/json.h"
#include "base/source.h"
#include "jinja/function.h"
#include "jinja/options.h"
#include "jinja/value.h"

namespace kbgen::jinja {

struct Library;
struct Template;
class TemplateSet;

class Environment {
 public:
  explicit Environment(Options options = {});
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  // Filters, tests and globals are added before the templates that use them. The rows
  // must outlive the environment.
  void add_filters(std::span<const Function> rows);
  void add_tests(std::span<const Function> rows);
  void add_functions(std::span<const Function> rows);  // globals that can be called
  void add_global(std::string name, Value value);

  // Adds a template under the name that `extends` and `include` use. A later one hides
  // an earlier one of that name; inside the later one its own name means the earlier
  // one, so that it can extend what it hides. False if it has mistakes, which are
  // reported; then it hides nothing and nobody finds it.
  bool add_template(std::string name, SourceFile source, Diagnostics& diag);
  bool has_template(std::string_view name) const;  // also if it has mistakes
  std::vector<std::string> template_names() const;

  // Renders a template and appends the result to `out`; safe to call from any thread.
  // An error is reported and ends this render only: it returns false, and what was
  // written before stays in `out`.
  bool render(std::string_view name, const Context& context, std::string& out,
              Diagnostics& diag) const;

  const Options& options() const { return options_; }
  const Library& library() const { return *library_; }
  // The template of this name that hides all others. For a template of the same name,
  // whose source is `asking`, it is the one that this hides. Null if there is none.
  const Template* find_template(std::string_view name, const SourceFile* asking = nullptr) const;
  // All templates in the order of their names, also hidden and broken ones.
  std::vector<const Template*> all_templates() const;

 private:
  Options options_;
  std::unique_ptr<Library> library_;
  std::unique_ptr<TemplateSet> templates_;
};

// Makes of JSON what a template sees: lists and maps that it may change, as in Python.
Value value_of(const Json& json);

}  // namespace kbgen::jinja
