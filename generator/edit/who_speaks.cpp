#include "edit/who_speaks.h"

#include <algorithm>

#include "base/apply_fix.h"
#include "base/text.h"
#include "content/speakers_fix.h"

namespace kbgen {

namespace {

// The text with another slug for a label that `speakers:` has; nothing if it has not.
std::optional<std::string> with_other_slug(const EpisodeRecord& record, const std::string& text,
                                           const std::string& label, const std::string& slug) {
  for (const auto& [known, person] : record.transcript_settings.speakers) {
    if (known.text != label || !person.span || !known.span) continue;
    return std::string(text).replace(person.span.begin, person.span.end - person.span.begin, slug);
  }
  return std::nullopt;
}

bool gives(const EpisodeRecord& record, const std::string& label, const std::string& slug) {
  if (label.empty()) return record.transcript_settings.speaker.name == slug;
  return std::ranges::any_of(record.transcript_settings.speakers, [&](const auto& entry) {
    return entry.first.text == label && entry.second.name == slug;
  });
}

}  // namespace

std::optional<std::string> with_speaker(const Knowledge& known, const EpisodeSource& source,
                                        const std::string& words, const std::string& label,
                                        const std::string& slug) {
  if (!source.episode || source.episode->is_transcript()) return std::nullopt;
  const SourceFile& file = *source.episode->source;
  const EpisodeVersion before = read_version(known, source, words);
  std::optional<std::string> text = with_other_slug(before.record, file.text, label, slug);
  if (!text) {
    std::optional<Fix> fix =
        label.empty() ? speaker_fix(file, slug) : speakers_fix(file, {{label, slug}});
    text = file.text;
    if (!fix || !apply_fix(*text, *fix)) return std::nullopt;
  }
  // Reading the new file must give the label to the person, and no new mistake.
  ContentFile changed = *source.episode;
  changed.source = std::make_shared<const SourceFile>(SourceFile{file.path, *text});
  const bool has_words = source.words == source.episode;
  const EpisodeSource after{source.path, &changed, has_words ? &changed : source.words};
  const EpisodeVersion version = read_version(known, after, has_words ? *text : words);
  if (version.errors > before.errors || !gives(version.record, label, slug)) return std::nullopt;
  return text;
}

std::optional<std::string> find_person(const Site& site, std::string_view name) {
  for (const Person& person : site.people)
    if (!person.origin.path.empty() && person.slug == name) return person.slug;
  for (const Person& person : site.people)
    if (!person.origin.path.empty() && fold(person.name) == fold(name)) return person.slug;
  return std::nullopt;
}

}  // namespace kbgen
