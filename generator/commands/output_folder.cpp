#include "commands/output_folder.h"

#include "base/disk.h"
#include "publish/manifest.h"

namespace kbgen {

// Whether the output folder is a folder of the content with files of the author: one that has files
// and that kbgen never published to.
static bool is_among_sources(const Project& project) {
  Diagnostics of_listing;
  return is_really_below(project.output, project.content) &&
         !exists(join_path(project.output, manifest_file)) &&
         !list_files(project.output, of_listing).empty();
}

void check_output_folder(const Project& project, Diagnostics& diag) {
  const std::string& output = project.output;
  if (exists(output) && !is_directory(output))
    diag.error("cannot-write", output, "the output folder is a file",
               "move it away, or choose another folder with --output");
  else if (!exists(output) && kind_of_path_itself(output) != PathKind::nothing)
    diag.error("cannot-write", output, "the output folder is a link to a folder that is not there",
               "make that folder, or choose another one with --output");
  const std::string own_theme = join_path(project.root, "theme"),
                    own_themes = join_path(project.root, "themes");
  for (const std::string& source :
       {project.root, project.content, own_theme, own_themes, project.themes}) {
    if (!is_really_below(source, output)) continue;
    diag.error("output-over-sources", output, "the output folder holds the sources",
               "choose another one with --output");
    return;
  }
  if (exists(output) && is_among_sources(project))
    diag.error("output-over-sources", output, "the output folder holds files of the content",
               "choose another one with --output");
}

}  // namespace kbgen
