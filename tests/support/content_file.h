// Content files in memory, as if they had been found on the disk.
#pragma once

#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "content/discover.h"
#include "formats/transcript_formats.h"

namespace kbgen {

// A file below `content_folder`; whatever is not Markdown is a bare transcript.
inline ContentFile content_file(const std::string& content_folder, const std::string& path,
                                ContentKind kind, std::string text) {
  ContentFile file;
  file.kind = kind;
  file.slug = file_stem(path);
  if (file_extension(path) != ".md") file.format = recognize_format(text);
  file.source =
      std::make_shared<const SourceFile>(SourceFile{content_folder + "/" + path, std::move(text)});
  return file;
}

// The kind of content of the first folder of a path, such as "guests/ada.md".
inline ContentKind content_kind_of(const std::string& path) {
  for (const ContentFolder& row : content_folders)
    if (path.substr(0, path.find('/')) == row.folder) return row.kind;
  throw std::runtime_error("there is no folder of content for " + path);
}

}  // namespace kbgen
