// The Markdown export, for people and for repositories: `**Name:** \[1:02:03\]
// words`, as Changelog keeps its transcripts, under front matter that names the format.
//
// Markdown cannot spell everything: emphasis may not end before a letter, and a
// bare address becomes a link. So a paragraph that is more than letters is read
// back before it is written, and what would not survive is left out: first the
// marks, never a word.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/char_set.h"
#include "base/markdown.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/layout.h"
#include "formats/markdown_speech.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

constexpr CharSet special("\\`*_[]<&~#");

// Whether an address stands at the front, which Markdown makes a link of by itself:
// "https://…", "www.…", "ada@…".
bool begins_address(std::string_view text) {
  for (std::string_view front : {"http://", "https://", "www."})
    if (text.starts_with(front)) return true;
  std::size_t at = text.substr(0, 100).find_first_of(" @");
  return at != text.npos && at > 0 && text[at] == '@';
}

enum class Addresses { bare, escaped };

void append_escaped_markdown(std::string& out, std::string_view text, Addresses addresses) {
  bool at_front = true;  // of a word
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (addresses == Addresses::bare && at_front && begins_address(text.substr(i))) {
      std::size_t end = std::min(text.find(' ', i), text.size());
      out += text.substr(i, end - i);
      i = end - 1;
      continue;
    }
    at_front = text[i] == ' ';
    bool is_www = text[i] == '.' && text.substr(0, i).ends_with("www");
    bool is_address = addresses == Addresses::escaped && (text[i] == ':' || is_www);
    if (special.has(text[i]) || is_address) out += '\\';
    out += text[i];
  }
}

std::string_view sign_of(Mark::Kind kind) {
  switch (kind) {
    case Mark::Kind::emphasis:
      return "*";
    case Mark::Kind::strong:
      return "**";
    case Mark::Kind::code:
      return "`";
    case Mark::Kind::strike:
      return "~~";
    case Mark::Kind::link:
      return "[";
  }
  return "";
}

// Whether a mark is the link that Markdown makes of its words by itself:
// "ada@example.org", "https://example.org".
bool is_bare_address(const Mark& mark, std::string_view text) {
  if (mark.kind != Mark::Kind::link) return false;
  return mark.url == text || mark.url == fmt::format("mailto:{}", text) ||
         mark.url == fmt::format("http://{}", text);
}

// Writes text with its marks. Marks nest: each is written with what is inside it.
class InlineWriter {
 public:
  InlineWriter(std::string_view text, const std::vector<Mark>& marks)
      : text_(text), marks_(marks) {}

  std::string write() {
    write_until(static_cast<std::uint32_t>(text_.size()));
    return std::move(out_);
  }

 private:
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  void write_until(std::uint32_t end) {
    while (next_ < marks_.size() && marks_[next_].text.begin < end) {
      const Mark& mark = marks_[next_++];
      if (mark.text.begin < at_ || mark.text.end > end) continue;
      append_escaped_markdown(out_, slice(at_, mark.text.begin), Addresses::bare);
      at_ = mark.text.begin;
      write_mark(mark);
    }
    append_escaped_markdown(out_, slice(at_, end), Addresses::bare);
    at_ = end;
  }

  void write_mark(const Mark& mark) {
    std::string_view inside = slice(mark.text.begin, mark.text.end);
    if (mark.kind == Mark::Kind::code || is_bare_address(mark, inside)) {
      std::string_view sign = mark.kind == Mark::Kind::code ? "`" : "";
      out_.append(sign).append(inside).append(sign);
      at_ = mark.text.end;
      while (next_ < marks_.size() && marks_[next_].text.begin < at_) ++next_;
      return;
    }
    out_ += sign_of(mark.kind);
    write_until(mark.text.end);
    if (mark.kind == Mark::Kind::link)
      out_ += mark.url.find_first_of(" ()<>\\") == mark.url.npos ? fmt::format("]({})", mark.url)
                                                                 : fmt::format("](<{}>)", mark.url);
    else
      out_ += sign_of(mark.kind);
  }

  std::string_view text_;
  const std::vector<Mark>& marks_;
  std::string out_;
  std::size_t next_ = 0;
  std::uint32_t at_ = 0;
};

// Reads what is written and writes it again, until that changes nothing: an address
// that became a link is a link the next time. Nothing if words change on the way.
std::optional<std::string> stable_form(std::string_view text, std::string written) {
  for (int round = 0; round < 4; ++round) {
    SourceFile file{"", "x " + written};
    std::vector<MarkdownBlock> blocks = markdown_blocks(whole_file(file));
    if (blocks.size() != 1 || blocks[0].text != "x " + std::string(text)) return std::nullopt;
    auto end = static_cast<std::uint32_t>(blocks[0].text.size());
    std::string again = InlineWriter(text, marks_within(blocks[0].marks, {2, end})).write();
    if (again == written) return written;
    written = std::move(again);
  }
  return std::nullopt;
}

std::string write_inline(std::string_view text, const std::vector<Mark>& marks) {
  bool may_be_address = text.find("://") != text.npos || text.find("www.") != text.npos ||
                        text.find('@') != text.npos;
  bool is_plain = marks.empty() && !may_be_address && special.find_in(text) == text.size();
  if (is_plain) return std::string(text);
  if (auto good = stable_form(text, InlineWriter(text, marks).write())) return *good;
  if (auto good = stable_form(text, InlineWriter(text, {}).write())) return *good;
  std::string escaped;
  append_escaped_markdown(escaped, text, Addresses::escaped);
  return stable_form(text, escaped).value_or(escaped);
}

// Escapes a sign at the front that would make a heading, a list, a quotation or a
// table of the line.
std::string escape_front(std::string written) {
  std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  bool is_number = digits > 0 && digits < 10 && digits < written.size() &&
                   (written[digits] == '.' || written[digits] == ')');
  if (is_number)
    written.insert(digits, "\\");
  else if (!written.empty() &&
           std::string_view("#+->=|").find(written[0]) != std::string_view::npos)
    written.insert(0, "\\");
  return written;
}

// Puts a guard before words that the reader would take for a time. Bold words at the
// front that it would take for a label are bold no longer.
void guard_words(std::string& text, std::vector<Mark>& marks, bool may_be_label) {
  auto insert = [&](std::uint32_t at) {
    text.insert(at, guard);
    for (Mark& mark : marks) {
      if (mark.text.begin >= at) mark.text.begin += static_cast<std::uint32_t>(guard.size());
      if (mark.text.end > at) mark.text.end += static_cast<std::uint32_t>(guard.size());
    }
  };
  std::uint32_t from = 0;
  while (auto mark = find_time_mark(text, from)) {
    insert(mark->text.begin);
    from = mark->text.end + static_cast<std::uint32_t>(guard.size());
  }
  if (may_be_label && find_bold_label(text, marks))
    std::erase_if(marks, [](const Mark& mark) {
      return mark.kind == Mark::Kind::strong && mark.text.begin == 0;
    });
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Transcript& transcript, const Layout& layout)
      : transcript_(transcript), layout_(layout) {}

  std::string write() {
    out_ = export_front_matter;
    for (std::size_t i = 0; i < layout_.paragraphs.size(); ++i) add(layout_.paragraphs[i], i);
    return std::move(out_);
  }

 private:
  void add(const Paragraph& paragraph, std::size_t index) {
    out_ += '\n';
    bool is_speech = paragraph.kind == Cue::Kind::speech;
    bool has_label = paragraph.kind != Cue::Kind::heading && add_label(paragraph, index);
    if (has_label) out_ += is_speech ? " " : "\n\n";
    if (paragraph.kind == Cue::Kind::heading) out_ += "## ";
    if (paragraph.kind == Cue::Kind::list_item) out_ += "- ";
    if (paragraph.kind == Cue::Kind::quote) out_ += "> ";
    if (paragraph.start) out_ += fmt::format("\\[{}\\] ", format_timecode(*paragraph.start));

    std::string text = replace_all(
        std::string_view(transcript_.text).substr(paragraph.text.begin, paragraph.text.size()),
        "\n", " ");
    std::vector<Mark> marks = marks_of(paragraph);
    bool is_front = !has_label && !paragraph.start;
    guard_words(text, marks, is_speech && is_front);
    std::string written = write_inline(text, marks);
    out_ += is_front || !is_speech ? escape_front(written) : written;
    out_ += '\n';
  }

  // Writes the speaker's label where the reader would not carry on with the speaker
  // before. False where it does.
  bool add_label(const Paragraph& paragraph, std::size_t index) {
    const Turn& turn = layout_.turns[paragraph.turn];
    bool begins_turn = turn.first_paragraph == index && turn.speaker >= 0;
    if (!begins_turn && turn.speaker == carried_) return false;
    carried_ = turn.speaker;
    std::string label =
        spell_label(carried_ < 0 ? "" : transcript_.speakers[static_cast<std::size_t>(carried_)]);
    out_ += fmt::format("**{}:**", escaped_label(label));
    return true;
  }

  static std::string escaped_label(std::string_view label) {
    std::string escaped;
    append_escaped_markdown(escaped, label, Addresses::escaped);
    return escaped;
  }

  // The marks of a paragraph. Marks and paragraphs ascend, so the search goes on where
  // the last one ended.
  std::vector<Mark> marks_of(const Paragraph& paragraph) {
    const auto& marks = transcript_.marks;
    while (first_mark_ < marks.size() && marks[first_mark_].text.end <= paragraph.text.begin)
      ++first_mark_;
    std::size_t end = first_mark_;
    while (end < marks.size() && marks[end].text.begin < paragraph.text.end) ++end;
    auto at = [&](std::size_t i) { return marks.begin() + static_cast<std::ptrdiff_t>(i); };
    return marks_within(std::vector<Mark>(at(first_mark_), at(end)), paragraph.text);
  }

  const Transcript& transcript_;
  const Layout& layout_;
  std::string out_;
  std::int32_t carried_ = -1;  // the speaker whom the reader carries on with
  std::size_t first_mark_ = 0;
};

}  // namespace

static std::string write_markdown(const Transcript& transcript, const Layout& layout) {
  return MarkdownWriter(transcript, layout).write();
}

extern const TranscriptWriter markdown_writer = {"markdown", ".md", "text/markdown",
                                                 write_markdown};

}  // namespace kbgen
