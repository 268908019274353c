// Writes the manual pages of kbgen and of each command, in the macros of man(7).

#include <fmt/format.h>

#include "base/text.h"
#include "commands/describe.h"

namespace kbgen {

namespace {

// A text in which roff finds no requests: it escapes backslashes everywhere, and dots and
// apostrophes at the beginning of a line. Hyphens are escaped, too, because roff would print
// another character, which cannot be pasted into a shell.
std::string roff(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool begins = out.empty() || out.back() == '\n';
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string heading(std::string_view name, std::string_view purpose) {
  return fmt::format(".TH \"{}\" 1 \"\" \"kbgen {}\"\n.SH NAME\n{} \\- {}\n", upper(name),
                     KBGEN_VERSION, roff(name), roff(purpose));
}

std::string synopsis(const Command& command) {
  std::string text = fmt::format(".B kbgen {}\n[\\fIOPTIONS\\fR]", roff(command.name));
  for (const Option& option : command.options) {
    if (!is_argument(option)) continue;
    std::string name = "\\fI" + roff(option.name) + "\\fR";
    text += option.is_required ? " " + name : " [" + name + "]";
  }
  return text + "\n";
}

std::string options_of(const Command& command) {
  std::string text;
  for (const Option& option : options_with_help(command)) {
    std::string value = is_argument(option) ? "" : value_of(option);
    if (!value.empty()) value = " \\fI" + roff(value) + "\\fR";
    text += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(join(names_of(option), ", ")), value,
                        roff(meaning_of(option)));
  }
  return text;
}

// The command's footer, whose lines are printed as they are.
std::string footer_of(const Command& command) {
  if (command.footer.empty()) return "";
  return fmt::format(".SH MORE\n.nf\n{}\n.fi\n", roff(trim_right(command.footer)));
}

WrittenPage page_of(const Command& command) {
  std::string text =
      heading(fmt::format("kbgen-{}", command.name), command.purpose) + ".SH SYNOPSIS\n";
  if (command.run) text += synopsis(command);
  for (std::size_t i = 0; i < command.parts.size(); ++i)
    text += (i > 0 || command.run ? ".br\n" : "") + synopsis(*command.parts[i]);
  text += fmt::format(".SH DESCRIPTION\n{}\n.SH OPTIONS\n", roff(description_of(command)));
  text += options_of(command);
  for (const Command* part : command.parts)
    text += fmt::format(".SH \"{}\"\n{}\n", upper(part->name), roff(description_of(*part))) +
            options_of(*part);
  text += footer_of(command);
  text += ".SH \"EXIT STATUS\"\n0 clean, 1 the content is wrong, 2 the command line is wrong.\n";
  text += ".SH \"SEE ALSO\"\n.BR kbgen (1)\n";
  return {fmt::format("man/kbgen-{}.1", command.name), text};
}

}  // namespace

std::vector<WrittenPage> manual_pages(Commands commands) {
  std::string text =
      heading("kbgen", "makes a website of podcast transcripts") +
      ".SH SYNOPSIS\n.B kbgen\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n"
      "Makes a knowledge base of podcast transcripts: a static website on which every\n"
      "moment can be found, linked and cited.\n.SH COMMANDS\n";
  std::vector<WrittenPage> pages;
  for (const Command* command : commands) {
    text +=
        fmt::format(".TP\n.BR kbgen\\-{} (1)\n{}\n", roff(command->name), roff(command->purpose));
    pages.push_back(page_of(*command));
  }
  text +=
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nthe day of the build, where \\-\\-date does not say it\n"
      ".TP\n\\fBKBGEN_THEMES\\fR\nthe folder of the themes that kbgen brings\n"
      ".TP\n\\fBNO_COLOR\\fR\nno colour in messages\n"
      ".TP\n\\fBVISUAL\\fR, \\fBEDITOR\\fR\nwhat \\fBkbgen new \\-\\-edit\\fR opens\n";
  pages.insert(pages.begin(), {"man/kbgen.1", text});
  return pages;
}

}  // namespace kbgen
