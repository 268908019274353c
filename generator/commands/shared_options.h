// Options that several commands have, so that they mean the same everywhere.
#pragma once

#include "commands/command.h"

namespace kbgen::shared {

inline constexpr Option config = {"--config", "config.yaml [config.yaml]", Takes::text};

// Of commands that also take a folder without one.
inline constexpr Option config_or_folder = {
    "--config", "config.yaml, or a folder of transcripts [config.yaml]", Takes::text};

inline constexpr Option base_url = {"--base-url", "where the site will be, instead of `base_url`",
                                    Takes::text};

inline constexpr Option build_date = {"--date", "the day of the build [SOURCE_DATE_EPOCH]",
                                      Takes::text};

inline constexpr Option drafts = {"--drafts", "take in episodes with `draft: true`"};

inline constexpr Option jobs = {.name = "--jobs",
                                .meaning = "how many threads [all there are]",
                                .takes = Takes::number,
                                .range = Range{1, 1024}};

inline constexpr Option timings = {"--timings", "say how long each stage took"};

}  // namespace kbgen::shared
