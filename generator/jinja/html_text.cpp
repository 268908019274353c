#include "jinja/html_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/html.h"
#include "base/text.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

std::string strip_tags(std::string_view html) {
  std::string text = without_tags(html), out;
  for (std::string_view word : split_at_space(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return unescape_html(out);
}

// --- urlize ---

static bool is_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '_' ||
         is_word_char(static_cast<char32_t>(c));
}

static bool is_domain_label(std::string_view label) {
  return !label.empty() &&
         std::ranges::all_of(label, [](char c) { return is_word(c) || c == '%' || c == '-'; });
}

static bool is_top_level(std::string_view label) {
  if (label.starts_with("xn--")) return label.size() >= 6 && label.size() <= 63;
  return label.size() >= 2 && label.size() <= 63 && std::ranges::all_of(label, is_ascii_lower);
}

static bool is_ipv4(std::string_view host) {
  auto parts = split(host, '.');
  return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
           return !part.empty() && part.size() <= 3 &&
                  part.find_first_not_of("0123456789") == part.npos;
         });
}

static bool is_ipv6(std::string_view host) {
  return host.size() > 4 && host[0] == '[' && host.back() == ']' &&
         std::ranges::count(host, ':') >= 2 &&
         host.find_first_not_of("0123456789abcdef:", 1) == host.size() - 1;
}

static bool is_host(std::string_view host, bool has_scheme, bool has_www) {
  static constexpr std::string_view well_known[] = {"com", "net", "int",  "edu",
                                                    "gov", "org", "info", "mil"};
  if (has_scheme && (is_ipv4(host) || is_ipv6(host))) return true;
  auto labels = split(host, '.');
  std::string_view top = labels.back();
  labels.pop_back();
  if (!std::ranges::all_of(labels, is_domain_label)) return false;
  if (has_scheme || has_www) return is_top_level(top);
  auto long_enough = [](std::string_view label) {
    return count_code_points(label) >= 2 && count_code_points(label) <= 63;
  };
  return !labels.empty() && std::ranges::all_of(labels, long_enough) &&
         std::ranges::find(well_known, top) != std::end(well_known);
}

static bool is_url(std::string_view text) {
  std::string folded = lower_ascii(text);
  std::string_view rest = folded;
  bool has_scheme = rest.starts_with("http://") || rest.starts_with("https://");
  if (has_scheme) rest.remove_prefix(rest.find("//") + 2);
  bool has_www = !has_scheme && rest.starts_with("www.");
  if (has_www) rest.remove_prefix(4);
  std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view host = rest.substr(0, end);
  std::size_t port = host.rfind(':');
  bool has_port = port != host.npos && host.back() != ']';
  if (has_port) {
    std::string_view digits = host.substr(port + 1);
    if (digits.empty() || digits.size() > 5 ||
        digits.find_first_not_of("0123456789") != digits.npos)
      return false;
    host = host.substr(0, port);
  }
  return !host.empty() && is_host(host, has_scheme, has_www);
}

static bool is_email(std::string_view text) {
  for (std::size_t at = text.rfind('@'); at != text.npos && at > 0; at = text.rfind('@', at - 1)) {
    std::string_view domain = text.substr(at + 1);
    std::size_t dot = domain.rfind('.');
    bool good = dot != domain.npos && dot > 0 && dot + 1 < domain.size() && is_word(domain[0]) &&
                std::ranges::all_of(domain.substr(0, dot),
                                    [](char c) { return is_word(c) || c == '.' || c == '-'; }) &&
                std::ranges::all_of(domain.substr(dot + 1), is_word);
    if (good) return true;
  }
  return false;
}

static std::string link(std::string_view href, std::string_view shown,
                        std::string_view attributes) {
  return fmt::format("<a href=\"{}\"{}>{}</a>", href, attributes, shown);
}

static std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += what.size()) ++count;
  return count;
}

// A word in three parts: punctuation, a middle that may be a URL, and punctuation.
struct UrlWord {
  std::string head, middle, tail;
};

static UrlWord take_apart(std::string_view word) {
  std::size_t begin = 0, end = word.size();
  for (bool more = true; more;) {
    std::string_view rest = word.substr(begin);
    more = rest.starts_with('(') || rest.starts_with('<') || rest.starts_with("&lt;");
    if (more) begin += rest[0] == '&' ? 4 : 1;
  }
  for (bool more = true; more && end > begin;) {
    std::string_view rest = word.substr(begin, end - begin);
    bool entity = rest.ends_with("&gt;");
    more = entity || std::string_view(")>.,\n").find(rest.back()) != std::string_view::npos;
    if (more) end -= entity ? 4 : 1;
  }
  UrlWord parts{std::string(word.substr(0, begin)), std::string(word.substr(begin, end - begin)),
                std::string(word.substr(end))};
  // Closing brackets that belong to the URL go back from the tail to the middle.
  static constexpr std::pair<std::string_view, std::string_view> brackets[] = {
      {"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};
  for (const auto& [open, close] : brackets) {
    std::size_t opened = count_of(parts.middle, open);
    if (opened <= count_of(parts.middle, close)) continue;
    for (std::size_t i = std::min(opened, count_of(parts.tail, close)); i > 0; --i) {
      std::size_t cut = parts.tail.find(close) + close.size();
      parts.middle += parts.tail.substr(0, cut);
      parts.tail.erase(0, cut);
    }
  }
  return parts;
}

static std::string linked(const std::string& middle, const UrlizeOptions& options,
                          std::string_view attributes) {
  auto trimmed = [&](std::string_view url) {
    bool cut = options.is_limited && count_code_points(url) > options.limit;
    return cut ? fmt::format("{}...", code_point_range(url, 0, options.limit)) : std::string(url);
  };
  if (is_url(middle)) {
    bool has_scheme = middle.starts_with("https://") || middle.starts_with("http://");
    return link(has_scheme ? middle : "https://" + middle, trimmed(middle), attributes);
  }
  if (middle.starts_with("mailto:") && is_email(std::string_view(middle).substr(7)))
    return link(middle, middle.substr(7), "");
  bool like_email = middle.find('@') != middle.npos && !middle.starts_with("www.") &&
                    middle.find(':') == middle.npos;
  if (like_email && is_email(middle)) return link("mailto:" + middle, middle, "");
  for (const std::string& scheme : options.schemes)
    if (middle != scheme && middle.starts_with(scheme)) return link(middle, middle, attributes);
  return middle;
}

std::string link_urls(std::string_view html, const UrlizeOptions& options) {
  std::string attributes;
  if (!options.rel.empty()) attributes += fmt::format(" rel=\"{}\"", escape_html(options.rel));
  if (!options.target.empty())
    attributes += fmt::format(" target=\"{}\"", escape_html(options.target));
  std::string out;
  std::size_t begin = 0;
  for (std::string_view word : split_at_space(html)) {
    auto at = static_cast<std::size_t>(word.data() - html.data());
    out += html.substr(begin, at - begin);
    begin = at + word.size();
    UrlWord parts = take_apart(word);
    out += parts.head + linked(parts.middle, options, attributes) + parts.tail;
  }
  return out.append(html.substr(begin));
}

}  // namespace kbgen::jinja
