#include "content/foreign_values.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/controls.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/media.h"
#include "base/text.h"
#include "content/foreign_made.h"
#include "content/youtube_ids.h"

namespace kbgen::foreign {

namespace {

bool has_file(const RecordSource& source, ContentKind kind, std::string_view slug) {
  return std::ranges::any_of(source.tree.files, [&](const ContentFile& file) {
    return file.kind == kind && !file.is_transcript() && file.slug == slug;
  });
}

// Whether words are the full name of a person: two to five words, and the first and the last begin
// with a capital.
bool is_full_name(std::string_view name) {
  std::vector<std::string_view> words = split_words(name);
  auto is_capital = [](std::string_view word) {
    return is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80;
  };
  return words.size() >= 2 && words.size() <= 5 && is_capital(words.front()) &&
         is_capital(words.back()) && name.find_first_of("0123456789@/:#<>{}[]|=_") == name.npos;
}

Yaml slugs_of(ContentKind kind, const Yaml& value, const RecordSource& source) {
  return list_of(parted(value, false), [&](const Yaml& item) {
    bool is_there = item.is_scalar() && has_file(source, kind, trim(item.text));
    return is_there ? item : Yaml();
  });
}

// Whether there is a file that front matter names, seen from its own folder or from the top.
bool is_file_here(std::string_view name, const RecordSource& source) {
  std::string folder =
      name.starts_with('/') ? source.project.content : parent_path(source.file.source->path);
  std::string path = join_path(folder, name.substr(name.starts_with('/')));
  return is_plain_name(path) && is_below(source.project.path_in_root(path), ".") &&
         source.finds(path) && !is_directory(path);
}

// A list with one link, as our front matter has them; null if there is no address.
Yaml list_of_link(std::string_view url, Span span) {
  Yaml list;
  if (url.empty()) return list;
  list.kind = Yaml::Kind::list;
  list.span = span;
  list.items.push_back(map_of("url", scalar(std::string(url), span)));
  return list;
}

bool is_web_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && is_safe_url(text);
}

}  // namespace

Yaml as_it_is(const Yaml& value, const RecordSource&) { return value; }

Yaml names(const Yaml& value, const RecordSource& source) {
  return list_of(parted(value, true), [&](const Yaml& item) {
    const Yaml* name = item.is_map() ? first_of(item, {"name", "full_name"}) : &item;
    if (!name) return Yaml();
    std::string who = name_in_link(*name);
    bool is_known = is_full_name(who) || has_file(source, ContentKind::person, who);
    return is_known ? scalar(who, name->span) : Yaml();
  });
}

Yaml resources(const Yaml& value, const RecordSource& source) {
  return slugs_of(ContentKind::resource, value, source);
}

Yaml topic_slugs(const Yaml& value, const RecordSource& source) {
  return slugs_of(ContentKind::topic, value, source);
}

Yaml video(const Yaml& value, const RecordSource& source) {
  for (const Yaml& item : value.items)
    if (Yaml made = video(item, source); !made.is_null()) return made;
  for (const char* key : {"youtube", "url", "id", "src", "href", "link"})
    if (const Yaml* one = value.find(key))
      if (Yaml made = video(*one, source); !made.is_null()) return made;
  if (!value.is_scalar()) return {};
  std::string_view written = trim(value.text);
  std::string id = is_youtube_id(written) ? std::string(written) : youtube_id_of(written);
  if (!id.empty()) return map_of("youtube", scalar(id, value.span));
  bool is_film = is_web_address(written) && is_film_address(written);
  return is_film ? map_of("url", scalar(std::string(written), value.span)) : Yaml();
}

Yaml audio(const Yaml& value, const RecordSource& source) {
  const Yaml* url =
      value.is_map() ? first_of(value, {"url", "src", "href", "link", "mp3", "m4a", "ogg", "file"})
                     : &value;
  if (!url || !url->is_scalar()) return {};
  std::string_view written = trim(url->text);
  bool is_there =
      is_sound_address(written) &&
      (is_web_address(written) || (!is_external_url(written) && is_file_here(written, source)));
  if (!is_there || value.is_scalar()) return is_there ? value : Yaml();
  Yaml made;
  made.kind = Yaml::Kind::map;
  made.span = value.span;
  for (const YamlMember& member : value.members) {
    bool is_known = member.key == "type" || member.key == "length" || member.key == "duration";
    if (&member.value == url)
      made.members.push_back({"url", member.key_span, *url});
    else if (is_known && member.value.is_scalar())
      made.members.push_back(member);
  }
  return made;
}

Yaml image(const Yaml& value, const RecordSource& source) {
  const Yaml* path = value.is_list() && !value.items.empty() ? &value.items.front() : &value;
  for (const char* key : {"path", "src", "url"})
    if (value.is_map() && value.find(key)) path = value.find(key);
  bool is_there =
      path->is_scalar() && !is_external_url(path->text) && is_file_here(trim(path->text), source);
  return is_there ? *path : Yaml();
}

Yaml transcript(const Yaml& value, const RecordSource& source) {
  if (!value.is_scalar()) return value;
  return is_file_here(trim(value.text), source) ? value : Yaml();
}

Yaml links(const Yaml& value, const RecordSource&) {
  Yaml list;
  list.span = value.span;
  auto add = [&](std::string title, const Yaml& url) {
    if (!url.is_scalar() || !is_web_address(trim(url.text))) return;
    Yaml link = map_of("url", scalar(std::string(trim(url.text)), url.span));
    if (!title.empty())
      link.members.push_back({"title", url.span, scalar(std::move(title), url.span)});
    list.items.push_back(std::move(link));
  };
  for (const YamlMember& member : value.members)
    add(capitalize(replace_all(member.key, "_", " ")), member.value);
  for (const Yaml& item : value.items) {
    const Yaml* url = item.is_map() ? first_of(item, {"url", "href", "link"}) : &item;
    const Yaml* title = first_of(item, {"title", "name", "label", "text", "platform"});
    if (url) add(title && title->is_scalar() ? collapse_space(title->text) : "", *url);
  }
  if (!list.items.empty()) list.kind = Yaml::Kind::list;
  return list;
}

Yaml home_page(const Yaml& value, const RecordSource&) {
  if (!value.is_scalar() || !is_web_address(trim(value.text))) return {};
  return list_of_link(trim(value.text), value.span);
}

// The address of an account that is written as an address, "@name" or "name".
static Yaml account_at(std::string_view place, const Yaml& value) {
  if (!value.is_scalar()) return {};
  std::string_view account = trim(value.text);
  if (is_web_address(account)) return list_of_link(account, value.span);
  if (account.starts_with('@')) account.remove_prefix(1);
  bool is_account = !account.empty() && std::ranges::all_of(account, [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
  return is_account ? list_of_link(std::string(place) + std::string(account), value.span) : Yaml();
}

Yaml twitter_account(const Yaml& value, const RecordSource&) {
  return account_at("https://twitter.com/", value);
}

Yaml github_account(const Yaml& value, const RecordSource&) {
  return account_at("https://github.com/", value);
}

Yaml old_paths(const Yaml& value, const RecordSource&) {
  return list_of(value, [](const Yaml& item) {
    // Jekyll's ":year" stands for a part of the path, and names without a slash are other names.
    bool is_path = item.is_scalar() && item.text.starts_with('/') && item.text.size() > 1 &&
                   item.text.find_first_of(":?#%{ ") == std::string::npos;
    return is_path ? item : Yaml();
  });
}

Yaml slug(const Yaml& value, const RecordSource&) {
  return value.is_scalar() && is_slug(value.text) ? value : Yaml();
}

}  // namespace kbgen::foreign
