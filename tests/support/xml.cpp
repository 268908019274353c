#include "support/xml.h"

#include <vector>

namespace kbgen {

namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
         c == '-' || c == '_' || c == '.';
}
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : rest_(text), size_(text.size()) {}

  std::string run() {
    if (take("<?xml")) skip_past("?>");
    while (problem_.empty() && !rest_.empty()) rest_.front() == '<' ? read_tag() : read_text();
    if (problem_.empty() && !open_.empty())
      fail("'" + std::string(open_.back()) + "' is not closed");
    if (problem_.empty() && roots_ != 1) fail("there is not exactly one root");
    return problem_;
  }

 private:
  void fail(const std::string& what) {
    if (problem_.empty()) problem_ = what + " at byte " + std::to_string(size_ - rest_.size());
  }

  bool take(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  void skip_past(std::string_view end) {
    std::size_t at = rest_.find(end);
    if (at == rest_.npos) return fail("'" + std::string(end) + "' is missing");
    rest_.remove_prefix(at + end.size());
  }

  std::string_view take_name() {
    std::size_t end = 0;
    while (end < rest_.size() && is_name_char(rest_[end])) ++end;
    std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (name.empty()) fail("a name is missing");
    return name;
  }

  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
  }

  void read_tag() {
    rest_.remove_prefix(1);
    if (take("/")) return read_end();
    std::string_view name = take_name();
    if (open_.empty()) ++roots_;
    open_.push_back(name);
    while (problem_.empty()) {
      skip_blanks();
      if (take(">")) return;
      if (take("/>")) return open_.pop_back();
      take_name();
      if (!take("=\"")) return fail("an attribute has no value");
      while (problem_.empty() && !take("\"")) read_char("<");
    }
  }

  void read_end() {
    std::string_view name = take_name();
    if (open_.empty() || open_.back() != name)
      return fail("'" + std::string(name) + "' is closed, but not open");
    open_.pop_back();
    if (!take(">")) fail("'>' is missing");
  }

  void read_text() {
    if (open_.empty() && !is_blank(rest_.front())) return fail("text outside the root");
    read_char("<");
  }

  void read_char(std::string_view forbidden) {
    if (rest_.empty()) return fail("the text ends too early");
    auto c = static_cast<unsigned char>(rest_.front());
    if (forbidden.find(rest_.front()) != forbidden.npos) return fail("a sign that must be escaped");
    if (c < 0x20 && !is_blank(rest_.front())) return fail("a control character");
    if (c == '&') return read_entity();
    rest_.remove_prefix(1);
  }

  void read_entity() {
    for (std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
      if (take(entity)) return;
    if (!take("&#")) return fail("an entity that XML does not have");
    skip_past(";");
  }

  std::string_view rest_;
  std::size_t size_;
  std::string problem_;
  std::vector<std::string_view> open_;
  int roots_ = 0;
};

}  // namespace

std::string xml_problem(std::string_view text) { return XmlReader(text).run(); }

}  // namespace kbgen
