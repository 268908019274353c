// Completion: commands, their parts, their options; files everywhere else.

#include <fmt/format.h>

#include "base/text.h"
#include "commands/describe.h"

namespace kbgen {

namespace {

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

// Each command, and each of its parts, as a case of its own.
std::vector<const DescribedCommand*> all_of(const std::vector<DescribedCommand>& commands) {
  std::vector<const DescribedCommand*> all;
  for (const DescribedCommand& command : commands) {
    for (const DescribedCommand& part : command.parts) all.push_back(&part);
    all.push_back(&command);
  }
  return all;
}

std::vector<std::string> flags_of(const DescribedCommand& command) {
  std::vector<std::string> flags;
  for (const DescribedOption& option : command.options)
    if (!option.is_argument) flags.insert(flags.end(), option.names.begin(), option.names.end());
  return flags;
}

std::vector<std::string> names_of(const std::vector<DescribedCommand>& commands) {
  std::vector<std::string> names;
  for (const DescribedCommand& command : commands) names.push_back(last_word(command.name));
  return names;
}

// Within single quotes of a shell.
std::string quoted(std::string_view text) {
  return "'" + replace_all(collapse_space(text), "'", "'\\''") + "'";
}

std::string bash(const std::vector<DescribedCommand>& commands) {
  std::string text = fmt::format(R"(# Completion of kbgen for bash; `kbgen describe` wrote it.
_kbgen() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} names="" flags=""
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{}' -- "$current"))
    return
  fi
  local command=${{COMP_WORDS[1]}}
  ((COMP_CWORD > 2)) && command+=" ${{COMP_WORDS[2]}}"
  case $command in
)",
                                 join(names_of(commands), " "));
  for (const DescribedCommand* command : all_of(commands))
    text += fmt::format("    '{0}' | '{0} '*) names='{1}' flags='{2}' ;;\n", command->name,
                        join(names_of(command->parts), " "), join(flags_of(*command), " "));
  return text + R"(  esac
  ((COMP_CWORD > 2)) && names=""
  [[ $current == -* ]] && names=$flags
  COMPREPLY=($(compgen -W "$names" -- "$current"))
}
complete -o default -F _kbgen kbgen
)";
}

// "name:what it is", where a colon of its own is escaped.
std::string zsh_entry(const DescribedCommand& command) {
  return quoted(last_word(command.name) + ":" + replace_all(command.purpose, ":", "\\:"));
}

std::string zsh_options(const DescribedCommand& command) {
  std::string text;
  for (const DescribedOption& option : command.options) {
    std::string meaning = option.meaning;
    for (const char* sign : {"\\", "[", "]", ":"})
      meaning = replace_all(meaning, sign, std::string("\\") + sign);
    for (const std::string& name : option.names)
      if (!option.is_argument)
        text += " " +
                quoted(name + "[" + meaning + "]" + (option.value.empty() ? "" : ":value:_files"));
  }
  return text + " '*:file:_files'";
}

std::string zsh(const std::vector<DescribedCommand>& commands) {
  std::string text =
      "#compdef kbgen\n# Completion of kbgen for zsh; `kbgen describe` wrote it.\n"
      "_kbgen() {\n  local -a names\n  if (( CURRENT == 2 )); then\n    names=(\n";
  for (const DescribedCommand& command : commands) text += "      " + zsh_entry(command) + "\n";
  text += "    )\n    _describe command names\n    return\n  fi\n";
  for (const DescribedCommand& command : commands) {
    if (command.parts.empty()) continue;
    text +=
        "  if [[ $words[2] == " + command.name + " ]] && (( CURRENT == 3 )); then\n    names=(\n";
    for (const DescribedCommand& part : command.parts) text += "      " + zsh_entry(part) + "\n";
    text += "    )\n    _describe part names\n    return\n  fi\n";
  }
  text += "  case \"$words[2] $words[3] \" in\n";
  for (const DescribedCommand* command : all_of(commands))
    text += "    " + quoted(command->name) + "\\ *) _arguments" + zsh_options(*command) + " ;;\n";
  return text + "  esac\n}\n_kbgen \"$@\"\n";
}

std::string fish_condition(const DescribedCommand& command) {
  std::string text;
  for (std::string_view word : split_words(command.name))
    text += (text.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + std::string(word));
  return quoted(text);
}

std::string fish(const std::vector<DescribedCommand>& commands) {
  std::string text = "# Completion of kbgen for fish; `kbgen describe` wrote it.\n";
  for (const DescribedCommand& command : commands) {
    text += fmt::format("complete -c kbgen -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                        quoted(command.purpose));
    for (const DescribedCommand& part : command.parts)
      text += fmt::format("complete -c kbgen -n {} -f -a {} -d {}\n", fish_condition(command),
                          last_word(part.name), quoted(part.purpose));
  }
  for (const DescribedCommand* command : all_of(commands))
    for (const DescribedOption& option : command->options)
      for (const std::string& name : option.names) {
        if (option.is_argument) continue;
        bool is_long = name.starts_with("--");
        text += fmt::format("complete -c kbgen -n {} -{} {}{} -d {}\n", fish_condition(*command),
                            is_long ? "l" : "s", name.substr(is_long ? 2 : 1),
                            option.value.empty() ? "" : " -r", quoted(option.meaning));
      }
  return text;
}

}  // namespace

std::vector<WrittenPage> completions(const std::vector<DescribedCommand>& commands) {
  return {{"completion/kbgen.bash", bash(commands)},
          {"completion/_kbgen", zsh(commands)},
          {"completion/kbgen.fish", fish(commands)}};
}

}  // namespace kbgen
