// Folders of notes that no program makes a site of: the vault of an Obsidian user, or any folder of
// Markdown and transcripts. Their pages had no addresses.

#include "base/disk.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

bool is_vault(const std::string& folder) { return has_any(folder, {".obsidian"}); }

bool is_note(std::string_view path, const Yaml&) {
  return !has_part(path, {"templates", "Templates"});
}

bool is_there(const std::string& folder) { return is_directory(folder); }

bool is_no_part(std::string_view path, const Yaml&) { return !has_hidden_part(path); }

std::string has_no_address(const ForeignPage&, const Yaml&) { return ""; }

}  // namespace

extern const Generator obsidian = {
    .name = "obsidian",
    .recognises = is_vault,
    .has_page = is_note,
    .address_of = has_no_address,
    .may_be_plain_speech = true,
    .has_percent_comments = true,
};

extern const Generator markdown_folder = {
    .name = "markdown",
    .recognises = is_there,
    .has_page = is_no_part,
    .address_of = has_no_address,
    .may_be_plain_speech = true,
};

}  // namespace kbgen
