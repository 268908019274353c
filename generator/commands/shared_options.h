// The options that several commands have, so that they have the same names and meanings everywhere.
#pragma once

#include "commands/command.h"

namespace kbgen::shared {

inline constexpr Option config = {"--config", "config.yaml [config.yaml]", Takes::text};

// --config for commands that also work in a folder of transcripts without config.yaml.
inline constexpr Option config_or_folder = {
    "--config", "config.yaml, or a folder of transcripts [config.yaml]", Takes::text};

inline constexpr Option base_url = {
    "--base-url", "the site's address, instead of `base_url` of config.yaml", Takes::text};

inline constexpr Option build_date = {"--date", "the day of the build [SOURCE_DATE_EPOCH]",
                                      Takes::text};

inline constexpr Option drafts = {"--drafts", "include episodes with `draft: true`"};

inline constexpr Option all = {"--all",
                               "show all messages of each kind, not only the first twenty"};

inline constexpr Option jobs = {.name = "--jobs",
                                .meaning = "how many threads [as many as processors]",
                                .takes = Takes::number,
                                .range = Range{1, 1024}};

inline constexpr Option timings = {"--timings", "say how long each stage took"};

}  // namespace kbgen::shared
