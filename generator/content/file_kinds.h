// What the name of a file tells of what is in it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kbgen {

bool is_markdown_file(const std::string& path);
// How files that hold a transcript and nothing else may end. Of several beside an episode the one
// that comes first here is its transcript.
std::span<const std::string_view> transcript_extensions();
// Whether a file may hold a transcript and nothing else, going by its extension.
bool may_be_transcript_file(const std::string& path);
// Whether pages may use a file as it is: a picture, a recording, a film, slides.
bool is_medium(const std::string& path);

// Whether a file explains the folder to people and tools (README, LICENSE …) and is not content.
// Such files stand at the top, or are called in capitals: topics/license.md is about licenses.
bool is_about_the_folder(const std::string& path);

// Whether kbgen itself makes a page of this slug at the top of a site, such as "search".
bool is_own_page(std::string_view slug);

}  // namespace kbgen
