// `for`, and the object that is called `loop` inside it.
#include <deque>

#include "jinja/call.h"
#include "jinja/operations.h"
#include "jinja/renderer.h"

namespace kbgen::jinja {

namespace {

// The items that a loop's `if` lets through. Each is judged when its turn comes, because
// what the body sets counts for the items after it.
class ChosenItems {
 public:
  ChosenItems(Renderer& renderer, const For& node, const Value& of)
      : renderer_(renderer), node_(node), all_(renderer.runtime(), of), around_(renderer.scope()) {}

  bool next(Value& item) {
    if (!ahead_.empty()) {
      item = std::move(ahead_.front());
      ahead_.pop_front();
    } else if (at_end_ || !renderer_.next_chosen(node_, all_, around_, item)) {
      at_end_ = true;
      return false;
    }
    ++taken_;
    return true;
  }

  // How many items there are in all. To count them all that are left are judged now.
  std::size_t size() {
    if (!node_.condition) return all_.size();
    for (Value item; !at_end_;) {
      at_end_ = !renderer_.next_chosen(node_, all_, around_, item);
      if (!at_end_) ahead_.push_back(std::move(item));
    }
    return taken_ + ahead_.size();
  }

 private:
  Renderer& renderer_;
  const For& node_;
  Items all_;
  Scope* around_;
  std::deque<Value> ahead_;
  std::size_t taken_ = 0;
  bool at_end_ = false;
};

struct LoopValue : Writer {
  LoopValue(Renderer& r, const For& f, const Value& of, std::size_t d)
      : Writer(r), node(f), items(r, f, of), depth(d) {
    if (node.is_recursive) place = r.capture_context();
  }

  std::string_view type_name() const override { return "loop"; }
  std::vector<std::string> attribute_names() const override;
  Value attribute(std::string_view name) const override;
  void write_call(const Arguments& arguments) const override;

  bool next(Value& item);
  bool peek() const;
  Value changed(const std::vector<Value>& values) const;

  const For& node;
  mutable ChosenItems items;
  std::size_t depth;
  Renderer::RenderContext place;
  std::int64_t index = -1;  // of the current item, from 0
  Value before, current;
  mutable Value after;
  mutable bool has_after = false;
  mutable std::vector<Value> last_changed;
  mutable bool ever_changed = false;
};

// Whether there is a next item. It is fetched only when it is needed, as in Jinja,
// because an iterator may be shared.
bool LoopValue::peek() const {
  if (!has_after) has_after = items.next(after);
  return has_after;
}

bool LoopValue::next(Value& item) {
  if (!peek()) return false;
  has_after = false;
  before = std::move(current);
  current = item = std::move(after);
  ++index;
  return true;
}

Value cycle(Call& call) {
  const auto& loop = static_cast<const LoopValue&>(*call.self.as_object());
  const auto& values = call.written.positional;
  if (values.empty()) return call.runtime.fail("loop.cycle needs at least one value");
  return values[static_cast<std::size_t>(loop.index) % values.size()];
}

Value changed(Call& call) {
  return static_cast<const LoopValue&>(*call.self.as_object()).changed(call.written.positional);
}

constexpr Function loop_functions[] = {{"cycle", "*", cycle}, {"changed", "*", changed}};

Value LoopValue::changed(const std::vector<Value>& values) const {
  bool same = ever_changed &&
              std::ranges::equal(values, last_changed,
                                 [](const Value& a, const Value& b) { return are_equal(a, b); });
  if (same) return Value::boolean(false);
  ever_changed = true;
  last_changed = values;
  return Value::boolean(true);
}

std::vector<std::string> LoopValue::attribute_names() const {
  return {"index", "index0", "revindex", "revindex0", "first", "last",   "length",
          "depth", "depth0", "previtem", "nextitem",  "cycle", "changed"};
}

Value LoopValue::attribute(std::string_view name) const {
  auto number = [](auto i) { return Value::integer(static_cast<std::int64_t>(i)); };
  if (name == "index") return number(index + 1);
  if (name == "index0") return number(index);
  if (name == "first") return Value::boolean(index == 0);
  if (name == "last") return Value::boolean(!peek());
  if (name == "length") return number(items.size());
  if (name == "revindex") return number(static_cast<std::int64_t>(items.size()) - index);
  if (name == "revindex0") return number(static_cast<std::int64_t>(items.size()) - index - 1);
  if (name == "depth") return number(depth + 1);
  if (name == "depth0") return number(depth);
  if (name == "previtem")
    return index == 0 ? Value::undefined("there is no item before the first") : before;
  if (name == "nextitem")
    return peek() ? after : Value::undefined("there is no item after the last");
  if (name == "cycle") return bind(loop_functions[0], Value::share(*this));
  if (name == "changed") return bind(loop_functions[1], Value::share(*this));
  return {};
}

void LoopValue::write_call(const Arguments& arguments) const {
  Runtime& runtime = renderer.runtime();
  if (!node.is_recursive) {
    runtime.fail("this loop is not recursive", "write '{% for … in … recursive %}'");
  } else if (arguments.positional.size() != 1) {
    runtime.fail("loop() takes the items of the next level");
  } else {
    renderer.in_context(place, {"in the recursive loop, called from", "", "", runtime.place},
                        [&] { renderer.render_loop(node, arguments.positional[0], depth + 1); });
  }
}

}  // namespace

bool Renderer::next_chosen(const For& loop, Items& items, Scope* around, Value& item) {
  if (!loop.condition) return items.next(item);
  bool found = false;
  Scope* before = std::exchange(scope_, around);
  in_new_scope([&] {
    while (!found && !runtime_.failed() && items.next(item) && runtime_.spend(1)) {
      scope_->clear();
      assign(loop.target, item);
      found = truth(*loop.condition);
    }
  });
  scope_ = before;
  return found && !runtime_.failed();
}

void Renderer::render_loop(const For& node, const Value& items, std::size_t depth) {
  bool ran = false;
  in_new_scope([&] {
    Value item;
    auto turn = [&] {
      ran = true;
      assign(node.target, std::move(item));
      render(node.body);
      // Variables that one turn sets are gone in the next.
      scope_->clear();
      return runtime_.spend(1);
    };
    if (!node.uses_loop) {
      Items all(runtime_, items);
      Scope* around = scope_->parent;
      while (!runtime_.failed() && next_chosen(node, all, around, item) && turn()) {
      }
      return;
    }
    // `loop` is made in the scope around the loop, in which loop() will run.
    Scope* inside = std::exchange(scope_, scope_->parent);
    auto made = std::make_unique<LoopValue>(*this, node, items, depth);
    scope_ = inside;
    LoopValue* loop = made.get();
    Value value = Value::own(std::move(made));
    Symbol name = loop_;
    while (!runtime_.failed() && loop->next(item)) {
      if (name) scope_->set(name, value);
      if (!turn()) break;
    }
  });
  if (!ran && !runtime_.failed()) in_new_scope([&] { render(node.otherwise); });
}

}  // namespace kbgen::jinja
