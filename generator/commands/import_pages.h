// Writes the pages of an import one by one, and says what became of all of it. Both the import of
// folders and that of transcripts end so.
#pragma once

#include "commands/arguments.h"
#include "start/import_folder.h"

namespace kbgen {

// Writes the pages below the content folder and prints them, then the closing paragraph; with
// --dry-run it only prints. A page that cannot be written is reported, and the others are written
// all the same. `from` is where they come from, for the paragraph: " from jekyll". The result is
// the exit status: 1 if a page could not be written or something was reported.
int write_pages(const ImportedFolder& imported, std::string_view from, const std::string& content,
                const Arguments& given, const Diagnostics& diag);

}  // namespace kbgen
