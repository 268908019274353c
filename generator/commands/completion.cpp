// Writes the completion of kbgen for three shells. It completes the names of commands, of their
// parts and of their options, and files everywhere else.

#include <fmt/format.h>

#include "base/text.h"
#include "commands/describe.h"

namespace kbgen {

namespace {

// Commands and their parts in one list. Parts come before their command, because the scripts take
// the first case that matches and "theme *" matches "theme new".
std::vector<const Command*> all_of(Commands commands) {
  std::vector<const Command*> all;
  for (const Command* command : commands) {
    all.insert(all.end(), command->parts.begin(), command->parts.end());
    all.push_back(command);
  }
  return all;
}

// One name that begins with dashes, with the value and the meaning of its option.
struct Flag {
  std::string name, value, meaning;
};

std::vector<Flag> flags_of(const Command& command) {
  std::vector<Flag> flags;
  for (const Option& option : options_with_help(command))
    if (!is_argument(option))
      for (std::string& name : names_of(option))
        flags.push_back({std::move(name), value_of(option), meaning_of(option)});
  return flags;
}

std::string flags_in_a_row(const Command& command) {
  std::vector<std::string> names;
  for (const Flag& flag : flags_of(command)) names.push_back(flag.name);
  return join(names, " ");
}

std::string words_in_a_row(Commands commands) {
  std::vector<std::string> words;
  for (const Command* command : commands) words.emplace_back(last_word(*command));
  return join(words, " ");
}

// A text in the single quotes of a shell, on one line.
std::string quoted(std::string_view text) {
  return "'" + replace_all(collapse_space(text), "'", "'\\''") + "'";
}

std::string bash(Commands commands) {
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
                                 words_in_a_row(commands));
  for (const Command* command : all_of(commands))
    text += fmt::format("    '{0}' | '{0} '*) names='{1}' flags='{2}' ;;\n", command->name,
                        words_in_a_row(command->parts), flags_in_a_row(*command));
  return text + R"(  esac
  ((COMP_CWORD > 2)) && names=""
  [[ $current == -* ]] && names=$flags
  COMPREPLY=($(compgen -W "$names" -- "$current"))
}
complete -o default -F _kbgen kbgen
)";
}

// "name:purpose" for zsh's _describe, where colons in the purpose must be escaped.
std::string zsh_entry(const Command& command) {
  return quoted(fmt::format("{}:{}", last_word(command), replace_all(command.purpose, ":", "\\:")));
}

std::string zsh_options(const Command& command) {
  std::string text;
  for (const Flag& flag : flags_of(command)) {
    std::string meaning = flag.meaning;
    for (const char* sign : {"\\", "[", "]", ":"})
      meaning = replace_all(meaning, sign, std::string("\\") + sign);
    text +=
        " " + quoted(flag.name + "[" + meaning + "]" + (flag.value.empty() ? "" : ":value:_files"));
  }
  return text + " '*:file:_files'";
}

std::string zsh(Commands commands) {
  std::string text =
      "#compdef kbgen\n# Completion of kbgen for zsh; `kbgen describe` wrote it.\n"
      "_kbgen() {\n  local -a names\n  if (( CURRENT == 2 )); then\n    names=(\n";
  for (const Command* command : commands) text += "      " + zsh_entry(*command) + "\n";
  text += "    )\n    _describe command names\n    return\n  fi\n";
  for (const Command* command : commands) {
    if (command->parts.empty()) continue;
    text += fmt::format("  if [[ $words[2] == {} ]] && (( CURRENT == 3 )); then\n    names=(\n",
                        command->name);
    for (const Command* part : command->parts) text += "      " + zsh_entry(*part) + "\n";
    text += "    )\n    _describe part names\n    return\n  fi\n";
  }
  text += "  case \"$words[2] $words[3] \" in\n";
  for (const Command* command : all_of(commands))
    text += "    " + quoted(command->name) + "\\ *) _arguments" + zsh_options(*command) + " ;;\n";
  return text + "  esac\n}\n_kbgen \"$@\"\n";
}

std::string fish_condition(const Command& command) {
  std::string text;
  for (std::string_view word : split_words(command.name))
    text += (text.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + std::string(word));
  return quoted(text);
}

std::string fish(Commands commands) {
  std::string text = "# Completion of kbgen for fish; `kbgen describe` wrote it.\n";
  for (const Command* command : commands) {
    text += fmt::format("complete -c kbgen -n __fish_use_subcommand -f -a {} -d {}\n",
                        command->name, quoted(command->purpose));
    for (const Command* part : command->parts)
      text += fmt::format("complete -c kbgen -n {} -f -a {} -d {}\n", fish_condition(*command),
                          last_word(*part), quoted(part->purpose));
  }
  for (const Command* command : all_of(commands))
    for (const Flag& flag : flags_of(*command)) {
      bool is_long = flag.name.starts_with("--");
      text += fmt::format("complete -c kbgen -n {} -{} {}{} -d {}\n", fish_condition(*command),
                          is_long ? "l" : "s", flag.name.substr(is_long ? 2 : 1),
                          flag.value.empty() ? "" : " -r", quoted(flag.meaning));
    }
  return text;
}

}  // namespace

std::vector<WrittenPage> completions(Commands commands) {
  return {{"completion/kbgen.bash", bash(commands)},
          {"completion/_kbgen", zsh(commands)},
          {"completion/kbgen.fish", fish(commands)}};
}

}  // namespace kbgen
