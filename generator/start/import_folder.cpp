#include "start/import_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "base/work.h"
#include "base/yaml_writer.h"
#include "content/file_kinds.h"
#include "content/foreign_front_matter.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"
#include "start/adopted_pages.h"
#include "start/foreign_links.h"
#include "start/foreign_markup.h"
#include "start/generator_paths.h"
#include "start/import_places.h"
#include "start/known_topics.h"
#include "start/page_people.h"
#include "start/page_transcript.h"

namespace kbgen {

namespace {

// The order in which front matter is written; a key that is not in it comes behind these.
constexpr std::string_view order_of_keys[] = {
    "title",    "name",  "type",   "role",  "show",   "season",     "number",   "date",
    "recorded", "hosts", "guests", "by",    "topics", "parent",     "related",  "resources",
    "summary",  "image", "audio",  "video", "url",    "transcript", "chapters", "links"};

Yaml in_order(Yaml keys) {
  auto place = [](const YamlMember& member) {
    return std::ranges::find(order_of_keys, member.key) - std::begin(order_of_keys);
  };
  std::ranges::stable_sort(keys.members, {}, place);
  return keys;
}

// The slugs that a page may have. Below a folder its name tells it from its namesakes.
std::vector<std::string> wishes_of(const AdoptedPage& adopted, const ForeignSite& site) {
  const ForeignPage& page = *adopted.page;
  bool is_numbered = adopted.kind == ContentKind::page;
  std::string own = text_of(adopted.keys, "slug");
  std::string name = slugify(is_numbered ? without_number(page.name) : page.name);
  if (own.empty() || !is_slug(own)) own = name == "untitled" ? slugify(adopted.title) : name;
  std::vector<std::string> wishes{own};
  if (std::string folder = parent_path(page.path); !folder.empty() && !site.folder.empty())
    wishes.push_back(slugify(replace_all(folder, "_", "") + "-" + own));
  return wishes;
}

class FolderImporter {
 public:
  FolderImporter(const ForeignSite& site, const Generator& generator,
                 const ImportSettings& settings)
      : site_(site),
        settings_(settings),
        transcripts_(site),
        links_(site),
        adopted_(adopt_pages(site, generator)),
        places_(settings.records, settings.content),
        topics_(settings.records.topics),
        people_(KnownPeople({}), {}, settings) {
    find_places();
    for (const EpisodeRecord& episode : settings.records.episodes)
      if (episode.number) numbers_.emplace(episode.show.name, episode.season, *episode.number);
  }

  ImportedFolder run(Diagnostics& diag) {
    StageTimer timer(settings_.work, "import");
    imported_.left_out = site_.left_out;
    imported_.settings = other_settings();
    for (std::size_t i = 0; i < adopted_.size(); ++i) {
      if (std::string why = why_left_out(adopted_[i]); !why.empty())
        imported_.left_out[why].push_back(adopted_[i].page->path);
      else if (place_of_[i].is_there)
        ++imported_.there;
      else
        imported_.pages.push_back(import(i));
    }
    import_bare_transcripts(diag);
    for (const std::string& path : site_.others)
      if (!copied_.contains(join_path(site_.folder, path)))
        imported_.left_out["a file that no page uses"].push_back(path);
    return std::move(imported_);
  }

 private:
  // The settings of the site that config.yaml has not, or otherwise.
  std::vector<SiteSetting> other_settings() const {
    const Config& config = settings_.config;
    const std::map<std::string_view, std::string_view> ours = {{"title", config.title},
                                                               {"description", config.description},
                                                               {"base_url", config.base_url},
                                                               {"language", config.language}};
    std::vector<SiteSetting> others = site_.settings;
    std::erase_if(others, [&](const SiteSetting& one) { return ours.at(one.key) == one.value; });
    return others;
  }

  // The home page and pages such as "search" are there in a site of ours by itself, and only
  // episodes can be drafts here: other drafts would be published.
  static std::string why_left_out(const AdoptedPage& adopted) {
    const ForeignPage& page = *adopted.page;
    if (adopted.kind == ContentKind::episode) return "";
    if (page.is_draft) return "a draft of something else than an episode";
    bool is_own = adopted.kind == ContentKind::page &&
                  (page.address == "/" || is_own_page(slugify(page.name)));
    return is_own ? "a page that kbgen makes itself" : "";
  }
  static bool is_left_out(const AdoptedPage& adopted) { return !why_left_out(adopted).empty(); }

  // Gives every page its place before any link to it is written, and makes known who and what has
  // a page.
  void find_places() {
    std::vector<PersonRecord> people = settings_.records.people;
    for (const AdoptedPage& adopted : adopted_) {
      if (is_left_out(adopted)) {
        place_of_.push_back({});
        transcript_of_.emplace_back();
        continue;
      }
      place_of_.push_back(places_.place({adopted.kind, adopted.title, adopted.date,
                                         adopted.page->address, wishes_of(adopted, site_)}));
      const ImportPlace& place = place_of_.back();
      slug_of_name_[adopted.kind].emplace(adopted.page->name, place.slug);
      claimed_.insert(without_extension(adopted.page->path));
      transcript_of_.push_back(adopted.kind == ContentKind::episode
                                   ? transcript_file_of(adopted, site_, transcripts_)
                                   : "");
      claimed_.insert(without_extension(transcript_of_.back()));
      if (place.is_there) continue;
      if (adopted.kind == ContentKind::topic) topics_.add(place.slug, adopted.title);
      if (adopted.kind != ContentKind::person) continue;
      PersonRecord person;
      person.slug = place.slug;
      person.name = adopted.title;
      people.push_back(std::move(person));
    }
    people_ = PagePeople(KnownPeople(people), slug_of_name_[ContentKind::person], settings_);
  }

  void note(std::string what, std::string value, std::string why) {
    made_.findings.push_back({std::move(what), std::move(value), std::move(why)});
  }

  ImportedPage import(std::size_t i) {
    const AdoptedPage& adopted = adopted_[i];
    made_ = {};
    notes_ = adopted.notes;
    Yaml keys = adopted.keys;
    std::erase_if(keys.members, [](const YamlMember& one) { return one.key == "slug"; });
    const std::string& slug = place_of_[i].slug;
    if (adopted.kind == ContentKind::episode)
      take_episode_keys(adopted, transcript_of_[i], slug, keys);
    map_slugs(keys, "resources", ContentKind::resource);
    map_slugs(keys, "parent", ContentKind::topic);
    map_slugs(keys, "related", ContentKind::topic);
    if (adopted.kind != ContentKind::topic) take_topics(keys);
    if (adopted.kind == ContentKind::episode || adopted.kind == ContentKind::person)
      take_image(*adopted.page, adopted.kind, keys);
    take_addresses(*adopted.page, place_of_[i], keys);
    std::string text = "---\n" + yaml_lines(in_order(std::move(keys))) + "---\n" + body_of(adopted);
    made_.files.insert(made_.files.begin(),
                       {path_in_folder(adopted.kind, slug + ".md"), std::move(text)});
    for (const KeyNote& key : notes_) count_key(key, imported_.keys);
    return {adopted.page->path, adopted.kind, std::move(made_)};
  }

  // Notes that a key of the page was used after all, as one of ours.
  void was_used(std::string_view key, const char* as) {
    for (KeyNote& one : notes_)
      if (one.key == key) one = {KeyFate::used, one.key, as, one.span};
  }

  void take_episode_keys(const AdoptedPage& adopted, const std::string& transcript,
                         const std::string& slug, Yaml& keys) {
    if (!settings_.next.show.empty() && !keys.find("show"))
      set_member(keys, "show", yaml_scalar(settings_.next.show));
    if (adopted.page->is_draft) set_member(keys, "draft", yaml_scalar("true"));
    take_number(keys);
    people_.take_names(keys, made_);
    take_recording(*adopted.page, keys);
    take_transcript(adopted, transcript, slug, keys);
  }

  void take_number(Yaml& keys) {
    std::string number = text_of(keys, "number"), season = text_of(keys, "season");
    auto as_number = [](const std::string& digits) {
      bool is_number = !digits.empty() && digits.size() < 7 &&
                       digits.find_first_not_of("0123456789") == digits.npos;
      return is_number ? std::optional(std::stoi(digits)) : std::nullopt;
    };
    std::optional<int> value = as_number(number);
    if (!value || numbers_.emplace(text_of(keys, "show"), as_number(season), *value).second) return;
    std::erase_if(keys.members, [](const YamlMember& one) { return one.key == "number"; });
    note("number", "none", "another episode is number " + number);
  }

  void take_topics(Yaml& keys) {
    const Yaml* words = keys.find("topics");
    if (!words) return;
    std::vector<std::string> slugs;
    const auto& pages = slug_of_name_[ContentKind::topic];
    for (const Yaml& word : words->items) {
      auto page = pages.find(word.text);
      TopicGuess topic = page == pages.end() ? topics_.find_or_add(word.text)
                                             : TopicGuess{page->second, word.text};
      if (std::ranges::find(slugs, topic.slug) == slugs.end()) slugs.push_back(topic.slug);
      if (!topic.is_new) continue;
      NewContent content;
      content.title = topic.title;
      content.slug = topic.slug;
      content.date = settings_.today;
      made_.files.push_back(new_content_file(ContentKind::topic, content));
    }
    set_member(keys, "topics", yaml_list(slugs));
  }

  // Puts our slugs in place of the names of files.
  void map_slugs(Yaml& keys, const char* key, ContentKind kind) {
    YamlMember* member = keys.find_member(key);
    if (!member) return;
    std::vector<std::string> slugs;
    for (const Yaml& item : member->value.items) {
      auto page = slug_of_name_[kind].find(item.text);
      if (page != slug_of_name_[kind].end()) slugs.push_back(page->second);
    }
    if (key == std::string_view("parent") && !slugs.empty())
      member->value = yaml_scalar(slugs.front());
    else
      member->value = yaml_list(slugs);
  }

  // The path by which pages show a file of the site, which is copied beside the content.
  std::optional<std::string> copied(std::string_view target, const ForeignPage& page) {
    std::optional<ForeignLinks::Medium> medium = links_.medium_of(target, page);
    if (!medium) return std::nullopt;
    copied_.insert(medium->file);
    if (copies_.insert(medium->path).second && !exists(join_path(settings_.content, medium->path)))
      made_.files.push_back({medium->path, "", medium->file});
    return "/" + medium->path;
  }

  void take_image(const ForeignPage& page, ContentKind kind, Yaml& keys) {
    std::erase_if(keys.members, [](const YamlMember& one) { return one.key == "image"; });
    for (const YamlMember& one : values_read_as("image", page.front_matter, kind)) {
      const Yaml* path = &one.value;
      if (path->is_list() && !path->items.empty()) path = &path->items.front();
      if (const Yaml* source = path->find("src")) path = source;
      std::optional<std::string> copy =
          path->is_scalar() ? copied(trim(path->text), page) : std::nullopt;
      if (!copy) continue;
      was_used(one.key, "image");
      return set_member(keys, "image", yaml_scalar(*copy));
    }
  }

  void take_recording(const ForeignPage& page, Yaml& keys) {
    for (const char* key : {"audio", "video"}) {
      YamlMember* recording = keys.find_member(key);
      if (!recording) continue;
      YamlMember* url = recording->value.find_member("url");
      Yaml& address = url ? url->value : recording->value;
      if (!address.is_scalar()) continue;
      if (auto path = copied(address.text, page)) address = yaml_scalar(*path);
    }
  }

  // Copies the file of the transcript, and lists who speaks in it.
  void take_transcript(const AdoptedPage& adopted, const std::string& file, const std::string& slug,
                       Yaml& keys) {
    Yaml settings;
    if (const Yaml* written = keys.find("transcript"); written && !written->is_scalar())
      settings = *written;
    if (settings.is_list()) return;
    place_transcript(adopted, file, slug, settings);
    if (auto transcript = read_transcript_of(adopted, file, site_))
      people_.take_speakers(*transcript, keys, settings, made_);
    bool is_path_alone = settings.members.size() == 1 && settings.find("file");
    if (settings.members.empty()) settings = Yaml();
    set_member(keys, "transcript", is_path_alone ? *settings.find("file") : settings);
  }

  // Puts the path of the copy into `settings`, the map of `transcript:`. Prose that was read as
  // speech has to say so.
  void place_transcript(const AdoptedPage& adopted, const std::string& file,
                        const std::string& slug, Yaml& settings) {
    if (!file.empty()) {
      std::string copy = "transcripts/" + slug + file_extension(file);
      made_.files.push_back(
          {path_in_folder(ContentKind::episode, copy), "", join_path(site_.folder, file)});
      set_member(settings, "file", yaml_scalar(copy));
    } else if (const Yaml* named = settings.find("file")) {
      note("transcript", named->text, "left out: there is no such file in what is imported");
      std::erase_if(settings.members, [](const YamlMember& one) { return one.key == "file"; });
    } else if (adopted.speech && adopted.speech == find_format("plain")) {
      set_member(settings, "format", yaml_scalar("plain"));
    }
  }

  void take_addresses(const ForeignPage& page, const ImportPlace& place, Yaml& keys) {
    std::vector<std::string> aliases;
    const std::string index = "/index.html";
    if (const Yaml* written = keys.find("aliases"))
      for (const Yaml& alias : written->items) {
        std::string path = alias.text;
        if (path.ends_with(index)) path.erase(path.size() - index.size() + 1);
        if (!path.starts_with('/') || places_.take_address(path, place)) aliases.push_back(path);
      }
    if (!page.address.empty() && places_.take_address(page.address, place))
      aliases.push_back(page.address);
    if (!page.address.empty())
      for (const char* key : {"permalink", "url", "path", "id"}) was_used(key, "aliases");
    set_member(keys, "aliases", yaml_list(aliases));
  }

  // The Markdown of a page with links to our files: its notes, then its transcript, whose words
  // stay as they are.
  std::string body_of(const AdoptedPage& adopted) {
    std::string_view body = adopted.page->body;
    std::size_t notes = adopted.speech                 ? 0
                        : adopted.transcript_begin > 0 ? adopted.transcript_begin
                                                       : body.size();
    LinkAnswers answers = answers_for(*adopted.page);
    AdaptedMarkdown prose = adapt_markdown(body.substr(0, notes), answers);
    answers.are_other_names_escaped = false;
    AdaptedMarkdown speech = adapt_markdown(body.substr(notes), answers);
    auto lines_of_notes = static_cast<std::size_t>(std::ranges::count(body.substr(0, notes), '\n'));
    for (const auto& [what, line] : speech.left) prose.left.emplace(what, lines_of_notes + line);
    note_left(*adopted.page, prose.left);
    return prose.text + speech.text;
  }

  LinkAnswers answers_for(const ForeignPage& page) {
    auto file_of = [this](std::size_t i, std::string_view target) {
      std::size_t hash = target.find('#');
      return "../" + path_in_folder(adopted_[i].kind, place_of_[i].slug + ".md") +
             std::string(hash == target.npos ? "" : target.substr(hash));
    };
    LinkAnswers answers;
    answers.of_target = [this, &page,
                         file_of](std::string_view target) -> std::optional<std::string> {
      if (auto to = links_.page_of(target, page); to && !is_left_out(adopted_[*to]))
        return file_of(*to, target);
      return copied(target, page);
    };
    answers.of_name = [this, &page, file_of](std::string_view name) -> std::optional<std::string> {
      if (auto to = links_.page_called(name); to && !is_left_out(adopted_[*to]))
        return file_of(*to, "");
      return copied(name, page);
    };
    return answers;
  }

  // Notes what stays as text in a page, with its first line in the body.
  void note_left(const ForeignPage& page, const std::map<std::string, std::size_t>& lines) {
    for (const auto& [what, line] : lines) {
      LeftAsText& left = imported_.left_as_text[what];
      if (left.files++ == 0)
        left.first = fmt::format("{}:{}", page.path, line_in_file(page, what, line));
    }
  }

  // The line of the file that has what stands on a line of the body. Where HTML was written as
  // Markdown, the body is no part of the file, and the first such words are meant. A page of an
  // export has no file of its own.
  static std::size_t line_in_file(const ForeignPage& page, std::string_view what,
                                  std::size_t line) {
    const std::string& text = page.source->text;
    std::size_t begin = text.size() - page.body.size();
    bool is_of_export = !page.source->path.ends_with(page.path);
    if (is_of_export) return line;
    if (!text.ends_with(page.body)) {
      begin = text.find(what.substr(0, what.find_last_not_of("%}>]/ ") + 1));
      line = 1;
    }
    if (begin == text.npos) return 1;
    return line + static_cast<std::size_t>(std::count(
                      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  }

  // Makes episodes of transcripts that belong to no page. Of several forms of one recording the
  // first one is taken that is a transcript, unless each was meant.
  void import_bare_transcripts(Diagnostics& diag) {
    for (const std::string& path : site_.transcripts)
      if (site_.are_transcripts_meant || !claimed_.contains(without_extension(path)))
        import_bare_transcript(path, diag);
  }

  void import_bare_transcript(const std::string& path, Diagnostics& diag) {
    std::string file = join_path(site_.folder, path);
    std::optional<std::string> bytes = read_file(file, diag);
    if (!bytes) return;
    Diagnostics of_file;
    std::optional<SourceFile> text = decode_transcript(file, *bytes, of_file);
    bool is_transcript = text && (site_.are_transcripts_meant || best_fit(text->text));
    if (!is_transcript && !site_.are_transcripts_meant) {
      imported_.left_out["a file that no page uses"].push_back(path);
      return;
    }
    claimed_.insert(without_extension(path));
    ImportSettings settings = settings_;
    settings.places = &places_;
    std::optional<ImportedEpisode> made;
    if (text) made = import_transcript(*text, *bytes, settings, people_.known(), of_file);
    // Of a transcript that could be imported nothing is reported: its warnings come with every
    // build.
    if (!made)
      diag.merge(std::move(of_file));
    else if (made->is_there)
      ++imported_.there;
    else
      imported_.pages.push_back({path, ContentKind::episode, std::move(*made)});
  }

  const ForeignSite& site_;
  const ImportSettings& settings_;
  TranscriptFiles transcripts_;
  ForeignLinks links_;
  std::vector<AdoptedPage> adopted_;
  std::vector<ImportPlace> place_of_;       // of each of them
  std::vector<std::string> transcript_of_;  // the file of each of them; empty if there is none
  std::map<ContentKind, std::map<std::string, std::string>> slug_of_name_;
  ImportPlaces places_;
  KnownTopics topics_;
  PagePeople people_;
  std::set<std::tuple<std::string, std::optional<int>, int>> numbers_;  // show, season, number
  std::set<std::string> copied_;                                        // files that are copied
  std::set<std::string> copies_;                                        // the paths of their copies
  std::set<std::string> claimed_;  // paths of transcripts that have an episode, without extension
  ImportedEpisode made_;           // of the page that is imported now
  std::vector<KeyNote> notes_;     // of the same page
  ImportedFolder imported_;
};

}  // namespace

ImportedFolder import_folder(const ForeignSite& site, const Generator& generator,
                             const ImportSettings& settings, Diagnostics& diag) {
  return FolderImporter(site, generator, settings).run(diag);
}

}  // namespace kbgen
