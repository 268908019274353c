// Jinja2 templates: the same template and data give the same text as Jinja2 3.1.
//
// Templates are added once, then rendered any number of times, from any number
// of threads. The engine knows nothing of what it renders.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/json.h"
#include "base/source.h"
#include "jinja/function.h"
#include "jinja/value.h"

namespace kbgen::jinja {

struct Library;
struct Template;

struct Options {
  bool autoescape = true;
  bool strict = true;  // Jinja's StrictUndefined; else its default Undefined
  bool trim_blocks = false;
  bool lstrip_blocks = false;
  bool keep_trailing_newline = false;

  // What one render may use: a template that never ends is an error.
  std::uint64_t most_steps = 10'000'000;           // turns of loops, calls, items looked at
  std::uint64_t most_text = 256ull * 1024 * 1024;  // bytes of output and of text made on the way
  int deepest_calls = 200;                         // includes, macros, blocks, recursive loops
};

// The names a template finds, beside the globals.
using Context = std::vector<std::pair<std::string, Value>>;

class Environment {
 public:
  explicit Environment(Options options = {});
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  // Before the templates that use them. The rows must outlive the environment.
  void add_filters(std::span<const Function> rows);
  void add_tests(std::span<const Function> rows);
  void add_functions(std::span<const Function> rows);  // globals that are called
  void add_global(std::string name, Value value);

  // Under the name that `extends` and `include` use. A later one hides an
  // earlier one of that name; inside the later one its own name means the
  // earlier one, so that it can extend what it hides. False if it was not
  // understood; then it hides nothing and nobody finds it.
  bool add_template(std::string name, SourceFile source, Diagnostics& diag);
  bool has_template(std::string_view name) const;  // if only a broken one
  std::vector<std::string> template_names() const;

  // Appends to `out`. An error ends this render only; what it has written so
  // far stays in `out`.
  bool render(std::string_view name, const Context& context, std::string& out,
              Diagnostics& diag) const;

  const Options& options() const { return options_; }
  const Library& library() const { return *library_; }
  // The one that hides all others, unless it is asked for by a template of
  // that name: then the one that this hides.
  const Template* find_template(std::string_view name, const SourceFile* asking = nullptr) const;
  // Hidden and broken ones, too; in the order of their names.
  std::vector<const Template*> all_templates() const;

 private:
  Options options_;
  std::unique_ptr<Library> library_;
  std::map<std::string, std::unique_ptr<Template>, std::less<>> templates_;
};

// JSON as a template sees it: lists and maps that it may change, as in Python.
Value value_of(const Json& json);

}  // namespace kbgen::jinja
