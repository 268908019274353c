// The state of a render, as far as filters, tests, methods and operators need it: how
// to fail, what may still be spent, how to look things up.
//
// Nothing throws. The first failure is recorded and everything after it is
// harmless: functions return undefined, loops end.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "jinja/function.h"
#include "jinja/library.h"
#include "jinja/options.h"
#include "jinja/value.h"

namespace kbgen::jinja {

// One step of the way to what is being rendered, for reports: "in macro 'card', called
// from …".
struct TraceStep {
  std::string_view what, name, link;
  Span from;
};

class Runtime {
 public:
  Runtime(const Library& library, const Options& options, Diagnostics& diag);
  Runtime(const Runtime&) = delete;

  const Library& library;
  const Options& options;
  bool autoescape;
  Span place;  // what is being evaluated, for reports
  std::vector<TraceStep> trace;
  std::function<std::vector<std::string>()> visible_names;  // for "did you mean"

  // Report an error, if it is the first. They return undefined, so that `return
  // runtime.fail(…)` reads well.
  Value fail(std::string message, std::string help = "");
  Value fail_as(std::string_view code, std::string message, std::string help = "");
  Value fail_undefined(const Value& value);  // for using it
  bool failed() const { return failed_; }

  // Count what the render uses. False when it has used up what it may, which is
  // reported, or has failed before.
  bool spend(std::uint64_t steps) {
    steps_ += steps;
    bool is_enough = steps_ <= options.most_steps && steps <= options.most_steps;
    return is_enough ? !failed_ : fail_too_long();
  }
  bool spend_text(std::uint64_t bytes) {
    text_ += bytes;
    bool is_enough = text_ <= options.most_text && bytes <= options.most_text;
    return is_enough ? !failed_ : fail_too_large();
  }
  // Makes a text and counts its bytes.
  Value text(std::string made, bool safe = false);

  // Counts how deeply evaluation is nested as long as it lives. False when it is nested
  // too deeply, which is reported.
  class Nested {
   public:
    explicit Nested(Runtime& runtime) : runtime_(runtime) { ++runtime_.depth_; }
    ~Nested() { --runtime_.depth_; }
    explicit operator bool() const {
      return runtime_.depth_ < deepest_evaluation || runtime_.fail_too_deep();
    }

   private:
    Runtime& runtime_;
  };

  // Evaluate of.name and of[key], methods included. The first returns a reference to the
  // field of a mapping; anything else it puts into `made`.
  const Value& attribute(const Value& of, const HashedText& name, const Methods& methods,
                         Value& made) {
    const Map* map = methods.of_map ? nullptr : of.as_map();
    const Value* found = map ? map->find(name) : nullptr;
    return found ? *found : other_attribute(of, name, methods, made);
  }
  Value attribute(const Value& of, std::string_view name);
  Value item(const Value& of, const Value& key);
  // Follows a path of fields and indexes, "a.b.0", as filters take it.
  Value path(Value of, const Value& path);

  Value call(const Value& callee, const Arguments& arguments);
  Value call_function(const Function& function, const Value& self, const Arguments& arguments);
  Value call_filter(std::string_view name, const Value& self, const Arguments& arguments);
  bool call_test(std::string_view name, const Value& self, const Arguments& arguments);

  // Python's bool(). In strict mode undefined has none, which is reported.
  bool truth(const Value& value);
  // Python's len(); false if it has none.
  bool length(const Value& value, std::size_t& length);
  bool may_be_key(const Value& value);  // if not, it is reported
  // Appends every item of a value. False if it has no items, which is reported.
  bool items(const Value& of, std::vector<Value>& items);

 private:
  // How deeply expressions and statements may be nested, through all calls: as deeply as
  // fits on a thread's stack.
  static constexpr int deepest_evaluation = 1500;

  bool fail_too_long();
  bool fail_too_large();
  bool fail_too_deep();
  const Value& other_attribute(const Value& of, const HashedText& name, const Methods& methods,
                               Value& made);
  Value missing(const Value& of, const Value& key);
  Value object_attribute(const Object& object, std::string_view name);

  Diagnostics& diag_;
  bool failed_ = false;
  std::uint64_t steps_ = 0, text_ = 0;
  int depth_ = 0;
};

// The items of anything that can be looped over, one by one.
class Items {
 public:
  Items(Runtime& runtime, Value of);
  bool next(Value& item);
  // How many items there are in all, those that next() has given included.
  std::size_t size() const;
  bool is_good() const { return good_; }

 private:
  Value of_;
  bool good_ = true;
  std::size_t at_ = 0;
  std::size_t start_ = 0;  // how many items others had taken from an iterator
};

}  // namespace kbgen::jinja
