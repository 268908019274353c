#include "theme/read_recorder.h"

#include "base/digest.h"

namespace kbgen {

void feed(std::string& facts, std::string_view text) {
  feed(facts, text.size());
  facts += text;
}

void feed(std::string& facts, std::uint64_t number) {
  facts.append(reinterpret_cast<const char*>(&number), sizeof number);
}

// The kind of each value is written before it, so that the text "1" differs from the number 1.
void feed(std::string& facts, const jinja::Value& value) {
  using Kind = jinja::Value::Kind;
  facts += static_cast<char>(value.kind());
  switch (value.kind()) {
    case Kind::boolean:
    case Kind::integer:
      return feed(facts, static_cast<std::uint64_t>(value.as_integer()));
    case Kind::number:
      return feed(facts, std::to_string(value.as_number()));
    case Kind::text:
      facts += value.is_safe() ? 's' : 't';
      return feed(facts, value.as_text());
    case Kind::list:
      feed(facts, value.as_list()->items.size());
      for (const jinja::Value& item : value.as_list()->items) feed(facts, item);
      return;
    case Kind::map:
      for (const auto& [key, entry] : value.as_map()->entries()) {
        feed(facts, key);
        feed(facts, entry);
      }
      return;
    case Kind::sequence: {
      const jinja::Sequence& items = *value.as_sequence();
      feed(facts, items.size());
      for (std::size_t i = 0; i < items.size(); ++i) feed(facts, items.at(i));
      return;
    }
    case Kind::object:
      if (auto* object = dynamic_cast<const ModelObject*>(value.as_object())) object->feed(facts);
      return;
    case Kind::undefined:
    case Kind::none:
      return;
  }
}

std::uint64_t digest_of_value(const jinja::Value& value) {
  std::string facts;
  feed(facts, value);
  return quick_digest_of(facts);
}

void ReadRecorder::add(std::string_view type, std::string subject, std::string_view field,
                       const jinja::Value& value) {
  reads_.push_back(
      {std::string(type), std::move(subject), std::string(field), digest_of_value(value)});
}

}  // namespace kbgen
