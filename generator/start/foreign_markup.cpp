#include "start/foreign_markup.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/html.h"
#include "base/text.h"
#include "content/embedded_media.h"
#include "content/youtube_ids.h"

namespace kbgen {

namespace {

// Whatever is closed further away than this is text, so that a line of a million openings takes
// no longer than any other.
constexpr std::size_t longest = 2'000;

struct Braces {
  std::string_view open, close;
};

// The longer ones first.
constexpr Braces template_braces[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}};

// The braces of the template that begins at the beginning of `text`; null if none does.
const Braces* braces_at(std::string_view text) {
  for (const Braces& braces : template_braces)
    if (text.starts_with(braces.open)) return &braces;
  return nullptr;
}

// What stands between the braces: "include x.html"; and where the template ends, npos if nowhere.
struct Template {
  const Braces* braces = nullptr;
  std::string_view inside;
  std::size_t end = std::string_view::npos;
};

Template template_at(std::string_view text) {
  text = text.substr(0, longest);
  Template found{braces_at(text), {}, std::string_view::npos};
  if (!found.braces) return found;
  std::size_t begin = found.braces->open.size(), close = text.find(found.braces->close, begin);
  if (close == text.npos) return found;
  found.inside = trim(text.substr(begin, close - begin));
  if (found.inside.starts_with('-')) found.inside = trim(found.inside.substr(1));
  found.end = close + found.braces->close.size();
  return found;
}

std::string_view without_quotes(std::string_view text) {
  text = trim(text);
  bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                   text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// "{% include %}": a template is named by its first word.
std::string name_of(const Template& found) {
  std::string_view word = found.inside.substr(0, found.inside.find_first_of(" |\t("));
  return std::string(found.braces->open) + " " + std::string(word) + " " +
         std::string(found.braces->close);
}

// "<iframe>" for an HTML tag at the beginning of `text`; empty for an address in angle brackets, a
// comment, or "<" alone.
std::string tag_at(std::string_view text) {
  std::size_t begin = text.starts_with("</") ? 2 : 1, end = begin;
  while (end < text.size() && (is_ascii_alphanumeric(text[end]) || text[end] == '-')) ++end;
  bool is_tag = end > begin && is_ascii_letter(text[begin]) && end < text.size() &&
                std::string_view(" \t/>").find(text[end]) != std::string_view::npos;
  return is_tag ? "<" + std::string(text.substr(begin, end - begin)) + ">" : "";
}

// "[gallery]" for a shortcode of WordPress behind its bracket, which has values or closes another
// one: `gallery ids="1"]`, `/caption]`. Empty for other words in brackets.
std::string shortcode_at(std::string_view text) {
  text = text.substr(0, text.find_first_of("]\n"));
  std::size_t begin = text.starts_with('/') ? 1 : 0, end = begin;
  while (end < text.size() &&
         (is_ascii_alphanumeric(text[end]) || text[end] == '-' || text[end] == '_'))
    ++end;
  bool is_closing = begin == 1 && end == text.size();
  bool has_values =
      begin == 0 && end < text.size() && text[end] == ' ' && text.find('=') != text.npos;
  return end > begin && (is_closing || has_values)
             ? "[" + std::string(text.substr(begin, end - begin)) + "]"
             : "";
}

bool is_fence(std::string_view line) {
  line = trim_left(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

// One line of Markdown while it is taken over.
class LineAdapter {
 public:
  LineAdapter(std::string_view line, std::size_t number, const LinkAnswers& answers,
              AdaptedMarkdown& adapted)
      : line_(line), number_(number), answers_(answers), adapted_(adapted) {}

  void run() {
    take_definition();
    while (at_ < line_.size()) {
      if (line_[at_] == '`')
        take_code();
      else if (rest().starts_with("]("))
        take_target();
      else if (rest().starts_with("[[") || rest().starts_with("![["))
        take_wiki_link();
      else if (line_[at_] == '{' && braces_at(rest()))
        take_template();
      else
        take_character();
    }
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }

  void copy(std::size_t length) {
    adapted_.text += line_.substr(at_, length);
    at_ += std::min(length, line_.size() - at_);
  }

  void note(const std::string& what) { adapted_.left.emplace(what, number_); }

  void take_character() {
    if (line_[at_] == '<')
      if (std::string tag = tag_at(rest()); !tag.empty()) note(tag);
    if (rest().starts_with("\\["))
      if (std::string code = shortcode_at(rest().substr(2, longest)); !code.empty()) note(code);
    copy(line_[at_] == '\\' ? 2 : 1);
  }

  // Copies the code between two runs of backticks of the same length; a run that nothing closes on
  // its line is text.
  void take_code() {
    std::size_t length = std::min(line_.find_first_not_of('`', at_), line_.size()) - at_;
    std::string_view near = rest().substr(0, longest);
    std::size_t close = near.find(near.substr(0, length), length);
    copy(close == near.npos ? length : close + length);
  }

  // Takes "[words]: target" at the beginning of a line. "[1]: Yes" and "[^1]: See there." are
  // words.
  void take_definition() {
    bool may_be_one = line_.starts_with('[') && !line_.starts_with("[^");
    std::size_t colon = may_be_one ? line_.find("]: ") : line_.npos;
    if (colon == line_.npos || line_.find(']') != colon) return;
    std::size_t end = std::min(line_.find(' ', colon + 3), line_.size());
    std::string_view target = line_.substr(colon + 3, end - colon - 3),
                     behind = trim(line_.substr(end));
    bool has_title_alone = behind.empty() || behind.starts_with('"') || behind.starts_with('\'');
    bool is_path = target.find('/') != target.npos || target.find(".md") != target.npos;
    if (!has_title_alone || !is_path) return;
    copy(colon + 3);
    write_target(end);
  }

  void take_target() {
    copy(2);
    bool is_in_brackets = rest().starts_with('<');
    if (is_in_brackets) ++at_;
    std::string_view near = rest().substr(0, longest);
    Template found = template_at(near);
    std::size_t begin = found.end == near.npos ? 0 : found.end;
    std::size_t end = near.find_first_of(is_in_brackets ? ">" : " )", begin);
    write_target(at_ + std::min(end, near.size()));
    if (is_in_brackets && rest().starts_with('>')) ++at_;
  }

  // Writes the target that ends at `end`. One with a space in it needs angle brackets.
  void write_target(std::size_t end) {
    std::string_view written = line_.substr(at_, end - at_);
    std::string target = target_without_template(written);
    if (auto ours = answers_.of_target(target)) target = *ours;
    if (Template left = template_at(target); left.end != std::string_view::npos)
      note(name_of(left));
    bool has_space = target.find(' ') != target.npos && !target.starts_with('{');
    adapted_.text += has_space ? "<" + target + ">" : target;
    at_ = end;
  }

  // "[[name#heading|words]]" and "![[picture.png]]". Brackets of a name that nothing has are
  // escaped: they were no link, and are none.
  void take_wiki_link() {
    bool is_embedded = line_[at_] == '!';
    std::size_t begin = is_embedded ? 3 : 2;
    std::string_view near = rest().substr(0, longest);
    std::size_t end = near.find("]]", begin);
    if (end == near.npos) return copy(begin);
    std::string_view inside = near.substr(begin, end - begin);
    std::string_view name = inside.substr(0, inside.find_first_of("|#"));
    std::size_t bar = inside.find('|');
    std::string_view words = bar == inside.npos ? name : trim(inside.substr(bar + 1));
    at_ += end + 2;
    std::optional<std::string> target = answers_.of_name(trim(name));
    if (!target) {
      std::string open = answers_.are_other_names_escaped ? "\\[\\[" : "[[";
      adapted_.text += (is_embedded ? "!" : "") + open + std::string(inside) + "]]";
      return note("[[" + std::string(trim(name)) + "]]");
    }
    bool is_picture = is_embedded && !target->ends_with(".md");
    adapted_.text += (is_picture ? "![" : "[") + std::string(words) + "](" +
                     (target->find(' ') == target->npos ? *target : "<" + *target + ">") + ")";
  }

  void take_template() {
    Template found = template_at(rest());
    if (found.end == line_.npos) return copy(found.braces->open.size());
    std::string target = target_without_template(rest().substr(0, found.end));
    // A path of the site outside of a link, as in HTML, is a path all the same.
    if (target.starts_with('/')) {
      adapted_.text += target;
      at_ += found.end;
      return;
    }
    EmbeddedMedia media = media_in(found.inside);
    if (media.youtube.empty() && media.audio.empty()) {
      note(name_of(found));
      return copy(found.end);
    }
    // A shortcode for a player becomes a link to what it plays.
    bool is_video = !media.youtube.empty();
    adapted_.text += "<" + (is_video ? youtube_address(media.youtube) : media.audio) + ">";
    at_ += found.end;
  }

  std::string_view line_;
  std::size_t number_, at_ = 0;
  const LinkAnswers& answers_;
  AdaptedMarkdown& adapted_;
};

}  // namespace

std::string target_without_template(std::string_view target) {
  std::string_view path = trim(target);
  Template found = template_at(path);
  for (std::string_view root : {"site.baseurl", "site.url"})
    if (found.end != path.npos && found.inside == root) {
      path.remove_prefix(found.end);
      found = template_at(path);
    }
  if (found.end == path.npos) return std::string(path);
  std::string behind(path.substr(found.end));
  std::size_t bar = found.inside.find('|');
  std::string_view filter = bar == path.npos ? "" : trim(found.inside.substr(bar + 1));
  for (std::string_view known : {"relative_url", "absolute_url", "url", "prepend: site.baseurl"})
    if (filter == known) return std::string(without_quotes(found.inside.substr(0, bar))) + behind;
  for (std::string_view word : {"link ", "post_url ", "ref ", "relref "})
    if (found.inside.starts_with(word))
      return std::string(without_quotes(found.inside.substr(word.size()))) + behind;
  return std::string(path);
}

AdaptedMarkdown adapt_markdown(std::string_view markdown, const LinkAnswers& answers) {
  AdaptedMarkdown adapted;
  std::size_t number = 0;
  bool is_code = false;
  std::vector<std::string_view> lines = split(markdown, '\n');
  for (std::string_view line : lines) {
    if (number++ > 0) adapted.text += '\n';
    bool is_of_code = is_code || is_fence(line);
    if (is_fence(line)) is_code = !is_code;
    if (is_of_code)
      adapted.text += line;
    else
      LineAdapter(line, number, answers, adapted).run();
  }
  return adapted;
}

}  // namespace kbgen
