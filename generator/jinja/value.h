// What a template works with: Python's values, as far as Jinja shows them.
//
// A Value is 16 bytes. Copying one never allocates; text and objects that
// outlive the render are only pointed at, everything else is counted.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kbgen::jinja {

// What several Values own together. It is deleted with the last of them.
struct Shared {
  Shared() = default;
  Shared(const Shared&) {}
  Shared& operator=(const Shared&) { return *this; }
  virtual ~Shared() = default;
  mutable std::atomic<std::uint32_t> owners{0};
};

struct SharedText : Shared {
  explicit SharedText(std::string t) : text(std::move(t)) {}
  std::string text;
};

class Runtime;
struct Arguments;
struct Object;
struct Sequence;
struct Writer;
struct List;
struct Map;

class Value {
 public:
  enum class Kind : std::uint8_t {
    undefined,
    none,
    boolean,
    integer,
    number,
    text,
    list,
    map,
    sequence,
    object
  };

  Value() = default;  // undefined, without a name
  Value(const Value& other) noexcept
      : kind_(other.kind_),
        owned_(other.owned_),
        flag_(other.flag_),
        size_(other.size_),
        data_(other.data_) {
    if (owned_) data_.shared->owners.fetch_add(1, std::memory_order_relaxed);
  }
  Value(Value&& other) noexcept
      : kind_(other.kind_),
        owned_(other.owned_),
        flag_(other.flag_),
        size_(other.size_),
        data_(other.data_) {
    other.kind_ = Kind::undefined;
    other.owned_ = false;
    other.size_ = 0;
  }
  Value& operator=(Value other) noexcept {
    std::swap(kind_, other.kind_);
    std::swap(owned_, other.owned_);
    std::swap(flag_, other.flag_);
    std::swap(size_, other.size_);
    std::swap(data_, other.data_);
    return *this;
  }
  ~Value() {
    if (owned_ && data_.shared->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
      drop(data_.shared);
  }

  static Value none() { return Value(Kind::none, 0); }
  static Value boolean(bool value) { return Value(Kind::boolean, value ? 1 : 0); }
  static Value integer(std::int64_t value) { return Value(Kind::integer, value); }
  static Value number(double value);

  // What a view shows must outlive the render; `text` keeps its own copy.
  static Value view(std::string_view text) { return Value(Kind::text, text, false); }
  static Value safe_view(std::string_view html) { return Value(Kind::text, html, true); }
  static Value text(std::string text);
  static Value safe_text(std::string html);  // Jinja's Markup: never escaped again

  // Lists and maps made here are frozen: several renders may share them, so no
  // template can change them.
  static Value list(std::vector<Value> items);
  static Value map(std::vector<std::pair<std::string, Value>> entries);

  static Value borrow(const Object& object);  // it must outlive the render
  static Value own(std::unique_ptr<const Object> object);
  static Value share(const Object& object);  // one that Values own already
  static Value borrow(const Sequence& sequence);
  static Value own(std::unique_ptr<const Sequence> sequence);
  static Value own(std::unique_ptr<List> list);
  static Value own(std::unique_ptr<Map> map);

  // An undefined value remembers what was asked for, for reports. `name` must outlive
  // the value.
  static Value undefined_variable(std::string_view name);
  static Value undefined(std::string message, std::string help = "");
  static Value lenient_undefined(std::string message);  // may be used even in strict mode

  Kind kind() const { return kind_; }
  bool is_undefined() const { return kind_ == Kind::undefined; }
  bool is_none() const { return kind_ == Kind::none; }
  bool is_boolean() const { return kind_ == Kind::boolean; }
  bool is_text() const { return kind_ == Kind::text; }
  bool is_safe() const { return kind_ == Kind::text && flag_; }
  // Python counts booleans among the integers.
  bool is_integral() const { return kind_ == Kind::integer || kind_ == Kind::boolean; }
  bool is_numeric() const { return is_integral() || kind_ == Kind::number; }

  std::int64_t as_integer() const { return data_.integer; }  // of an integral value
  double as_number() const;                                  // of a numeric value
  inline std::string_view as_text() const;                   // empty if it is not text
  inline List* as_list() const;                              // null if it is none
  inline Map* as_map() const;
  inline const Sequence* as_sequence() const;
  inline const Object* as_object() const;

  // Why this value is undefined, and what to do about it.
  std::string undefined_message() const;
  std::string undefined_help() const;
  bool is_lenient() const { return kind_ == Kind::undefined && flag_; }
  std::string_view undefined_name() const;  // of an undefined variable; else empty

  bool same_as(const Value& other) const;  // Python's `is`

 private:
  Value(Kind kind, std::int64_t integer) : kind_(kind) { data_.integer = integer; }
  Value(Kind kind, Shared* shared, bool owned, bool flag = false);
  Value(Kind kind, std::string_view text, bool flag)
      : kind_(kind), flag_(flag), size_(static_cast<std::uint32_t>(text.size())) {
    data_.text = text.data();
  }
  static void drop(Shared* shared);

  Kind kind_ = Kind::undefined;
  bool owned_ = false;
  bool flag_ = false;  // text: safe; undefined: lenient
  std::uint32_t size_ = 0;
  union {
    std::int64_t integer;
    double number;
    const char* text;
    Shared* shared;
  } data_ = {0};
};

// A thing with named fields, seen by templates as `thing.field`.
struct Object : Shared {
  virtual std::string_view type_name() const = 0;
  // The field of this name. Undefined when the type has no such field, and when this
  // thing has not set it.
  virtual Value attribute(std::string_view name) const = 0;
  virtual std::vector<std::string> attribute_names() const = 0;
  // Reading a field that attribute_names() does not have is a mistake to be
  // reported in strict mode, even below `is defined`.
  virtual bool has_fixed_fields() const { return true; }
  // Appends HTML for `{{ thing }}`, past any copying or escaping. False: it
  // cannot be printed.
  virtual bool write(std::string&) const { return false; }
  virtual bool equals(const Object& other) const { return this == &other; }
  virtual bool is_callable() const { return false; }
  virtual Value call(Runtime&, const Arguments&) const { return {}; }
  virtual const Writer* as_writer() const { return nullptr; }  // for the engine's own types
};

// A list whose items are made when they are asked for.
struct Sequence : Shared {
  virtual std::size_t size() const = 0;
  virtual Value at(std::size_t index) const = 0;
  virtual std::string printed() const { return ""; }  // empty: it prints as a list
};

struct List : Shared {
  // A group is what groupby makes: a tuple whose items are also .grouper and
  // .list. An iterator gives each item once, like Python's generators: it is
  // always true and has no length. The three views are those of dict.
  enum class Flavor { list, tuple, group, iterator, keys, values, items };

  List() = default;
  explicit List(std::vector<Value> values, Flavor f = Flavor::list)
      : items(std::move(values)), flavor(f) {}

  bool is_tuple() const { return flavor == Flavor::tuple || flavor == Flavor::group; }
  bool has_positions() const { return flavor == Flavor::list || is_tuple(); }

  std::vector<Value> items;
  Flavor flavor = Flavor::list;
  bool is_frozen = false;
  std::size_t consumed = 0;  // how many items of an iterator were taken
};

struct ValueHash {
  std::size_t operator()(const Value& value) const;
};
struct ValueEqual {
  bool operator()(const Value& a, const Value& b) const;
};

// Text with its hash. A name in a template is hashed once, when it is parsed.
struct HashedText {
  explicit HashedText(std::string_view t) : text(t), hash(std::hash<std::string_view>()(t)) {}
  std::string_view text;
  std::size_t hash;
};

// A mapping whose entries are in the order in which their keys were first set.
struct Map : Shared {
  const Value* find(const Value& key) const;
  const Value* find(const HashedText& key) const;
  const Value* find(std::string_view key) const { return find(HashedText(key)); }
  void set(const Value& key, Value value);
  bool erase(const Value& key);
  void clear();

  const std::vector<std::pair<Value, Value>>& entries() const { return entries_; }
  bool is_frozen = false;

 private:
  template <class IsKey>
  std::size_t position_of(std::size_t hash, IsKey is_key) const;
  std::size_t position_of(const Value& key, std::size_t hash) const;
  void index();

  std::vector<std::pair<Value, Value>> entries_;
  std::vector<std::size_t> hashes_;  // of the keys of the entries
  // A hash table of entries, which are counted from 1. Empty for a few entries.
  std::vector<std::uint32_t> places_;
};

std::string_view Value::as_text() const {
  if (kind_ != Kind::text) return {};
  if (owned_) return static_cast<SharedText*>(data_.shared)->text;
  return {data_.text, size_};
}
List* Value::as_list() const {
  return kind_ == Kind::list ? static_cast<List*>(data_.shared) : nullptr;
}
Map* Value::as_map() const {
  return kind_ == Kind::map ? static_cast<Map*>(data_.shared) : nullptr;
}
const Sequence* Value::as_sequence() const {
  return kind_ == Kind::sequence ? static_cast<Sequence*>(data_.shared) : nullptr;
}
const Object* Value::as_object() const {
  return kind_ == Kind::object ? static_cast<Object*>(data_.shared) : nullptr;
}

// The variables that a render begins with, beside the globals.
using Context = std::vector<std::pair<std::string, Value>>;

Value make_list(std::vector<Value> items, List::Flavor flavor = List::Flavor::list);

// Python's bool() and ==, and whether hash() would work. None of them fails: values
// nested deeper than anything sensible are not equal.
bool is_true(const Value& value);
bool are_equal(const Value& a, const Value& b, int depth = 0);
bool is_hashable(const Value& value, int depth = 0);

}  // namespace kbgen::jinja
