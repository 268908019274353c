#include "content/record_source.h"

#include "base/controls.h"
#include "base/markdown.h"
#include "base/text.h"
#include "content/file_name_facts.h"

namespace kbgen {

bool RecordSource::finds(const std::string& path) const {
  std::optional<FileStamp> stamp = stamp_of(path);
  looked_at.push_back({path, stamp, !stamp || stamp == settled_stamp_of(path)});
  return exists(path);
}

void RecordSource::reject_unknown(const Fields& fields) const {
  for (const YamlMember* member : fields.unknown())
    notes.push_back(
        {KeyFate::unknown, member->key, fields.help_for(member->key), member->key_span});
}

void RecordSource::begin(Metadata& record, Diagnostics& diag) const {
  record.origin.path = project.path_in_root(file.source->path);
  record.origin.file = file.source.get();
  record.slug = file.slug;
  if (const Yaml* given = project.bare ? front_matter.find("slug") : nullptr)
    record.slug = given->text;
  if (!is_slug(record.slug)) {
    record.slug = slugify(file.slug);
    // The name of a bare transcript was chosen by a recorder, not by the author.
    if (!file.is_transcript() && !project.bare)
      diag.warning(
          "bad-slug", file.source->path,
          "the name of this file cannot be part of a path; '" + record.slug + "' is used instead",
          "rename it to " + record.slug + file_extension(file.source->path));
  }
}

static std::string title_from_file_name(std::string_view name) {
  std::string words = replace_all(replace_all(name, "-", " "), "_", " ");
  return capitalize(collapse_space(words));
}

std::string RecordSource::title_or(std::string given) const {
  if (!given.empty()) return given;
  if (!file.is_transcript())
    for (const MarkdownBlock& block : markdown_blocks(body))
      if (block.kind == MarkdownBlock::Kind::heading && block.level == 1)
        return collapse_space(without_controls(block.text));
  if (!project.bare) return title_from_file_name(file.slug);
  std::string title = facts_of_file_name(telling_name(file.source->path)).title;
  return title.empty() ? title_from_file_name(file.slug) : title;
}

}  // namespace kbgen
