// Takes Markdown of another program over: its links lead to our files, and what only that program
// understands (Liquid, shortcodes, HTML) stays as text and is named.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// Where the links of one page lead now.
struct LinkAnswers {
  // The new target of a link or picture; nothing: it stays as it is.
  std::function<std::optional<std::string>(std::string_view target)> of_target;
  // The target of "[[name]]"; nothing: nothing is called so.
  std::function<std::optional<std::string>(std::string_view name)> of_name;
  // Whether brackets around other names are escaped: in prose they would be a link of ours, in a
  // transcript they are words.
  bool are_other_names_escaped = true;
};

struct AdaptedMarkdown {
  std::string text;
  // What stays as text, such as "{% include %}" and "<iframe>" → its first line, from 1.
  std::map<std::string, std::size_t> left;
};

// Code is copied as it is. Takes linear time.
AdaptedMarkdown adapt_markdown(std::string_view markdown, const LinkAnswers& answers);

// What a template in a link leads to: "/x" of "{{ site.baseurl }}/x" and of "{{ '/x' |
// relative_url }}", the file of "{% link x.md %}", "{% post_url x %}" and "{{< ref "x.md" >}}". Any
// other text is given back.
std::string target_without_template(std::string_view target);

}  // namespace kbgen
