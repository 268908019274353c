#include "base/json.h"

namespace kbgen {

std::optional<double> Json::number() const {
  if (auto* i = std::get_if<std::int64_t>(&value)) return static_cast<double>(*i);
  if (auto* d = std::get_if<double>(&value)) return *d;
  return std::nullopt;
}

const Json* Json::find(std::string_view key) const {
  if (const Map* members = map())
    for (const auto& [name, member] : *members)
      if (name == key) return &member;
  return nullptr;
}

namespace {

struct ValueWriter {
  JsonWriter& out;

  void operator()(std::nullptr_t) const { out.null(); }
  void operator()(bool b) const { out.boolean(b); }
  void operator()(std::int64_t i) const { out.number(i); }
  void operator()(double d) const { out.number(d); }
  void operator()(const std::string& text) const { out.text(text); }
  void operator()(const Json::List& list) const {
    out.begin_list();
    for (const Json& item : list) write_json(out, item);
    out.end_list();
  }
  void operator()(const Json::Map& map) const {
    out.begin_map();
    for (const auto& [key, value] : map) write_json(out.key(key), value);
    out.end_map();
  }
};

}  // namespace

void write_json(JsonWriter& out, const Json& json) { std::visit(ValueWriter{out}, json.value); }

std::string format_json(const Json& json, JsonLayout layout) {
  JsonWriter out(layout);
  write_json(out, json);
  return out.take();
}

}  // namespace kbgen
