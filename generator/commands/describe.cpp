#include "commands/describe.h"

#include <fmt/format.h>

#include "base/disk.h"
#include "commands/command_line.h"

namespace kbgen {

static DescribedOption describe_option(const CLI::Option& option) {
  DescribedOption described;
  described.is_argument = option.get_positional();
  described.is_required = option.get_required();
  described.meaning = option.get_description();
  if (described.is_argument) {
    described.names.push_back(option.get_name(true));
    return described;
  }
  for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) described.value = option.get_type_name();
  return described;
}

static DescribedCommand describe_app(const CLI::App& app, std::string name, std::string purpose) {
  DescribedCommand command;
  command.name = std::move(name);
  command.purpose = std::move(purpose);
  command.description = app.get_description();
  command.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options({}))
    command.options.push_back(describe_option(*option));
  for (const CLI::App* part : app.get_subcommands([](const CLI::App*) { return true; }))
    command.parts.push_back(
        describe_app(*part, command.name + " " + part->get_name(), part->get_description()));
  return command;
}

std::vector<DescribedCommand> describe(std::span<const Command> commands) {
  std::vector<DescribedCommand> described;
  for (const Command& command : commands)
    look_at_command(command.run, [&](const CLI::App& app) {
      described.push_back(describe_app(app, std::string(command.name), std::string(command.what)));
    });
  return described;
}

int describe_command(std::span<const Command> commands, int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: kbgen describe DIR\nWrites manual pages and completion there.\n");
    return 2;
  }
  std::vector<DescribedCommand> described = describe(commands);
  for (const auto& pages : {manual_pages(described), completions(described)})
    for (const WrittenPage& page : pages) {
      std::string path = join_path(argv[1], page.path);
      if (std::string problem = write_file_atomically(path, page.text); !problem.empty()) {
        fmt::print(stderr, "kbgen describe: {}: {}\n", path, problem);
        return 1;
      }
    }
  return 0;
}

}  // namespace kbgen
