#include "base/disk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support/temporary_folder.h"

namespace kbgen {

namespace fs = std::filesystem;

TEST_CASE("only a file that is not there is absent; what cannot be read says why") {
  TemporaryFolder folder;
  write_bytes("file", "bytes");
  write_bytes("empty", "");
  fs::create_directory("folder");
  REQUIRE(mkfifo("fifo", 0600) == 0);
  fs::create_symlink("nowhere", "dangling");
  fs::create_symlink("file", "link");
  fs::create_symlink("circle", "circle");
  CHECK(try_to_read("file").bytes == "bytes");
  CHECK(try_to_read("link").bytes == "bytes");
  CHECK(try_to_read("empty").bytes == "");
  CHECK(try_to_read("absent").is_absent());
  CHECK(try_to_read("file/below").is_absent());
  CHECK(try_to_read("folder").problem == "it is a folder");
  CHECK(try_to_read("fifo").problem == "it is no regular file");
  CHECK(try_to_read("/dev/null").problem == "it is no regular file");
  CHECK(try_to_read("dangling").problem == "it is a link to a file that is not there");
  CHECK(try_to_read("circle").problem == "Too many levels of symbolic links");

  Diagnostics diag;
  CHECK(!read_file_if_any("absent", diag));
  CHECK(!diag.has_errors());
  CHECK(!read_file("absent", diag));
  CHECK(!read_file_if_any("folder", diag));
  CHECK(format_diagnostics(diag) ==
        "absent: error: this file cannot be read: there is no such file [unreadable-file]\n"
        "folder: error: this file cannot be read: it is a folder [unreadable-file]\n");
}

TEST_CASE("a file is read to its end, whatever its size is said to be") {
  Diagnostics diag;
  std::optional<std::string> bytes = read_file("/proc/self/status", diag);
  CHECK(format_diagnostics(diag) == "");
  REQUIRE(bytes);
  CHECK(bytes->find("kbgen_tests") != std::string::npos);
  CHECK(bytes->find('\0') == std::string::npos);
}

TEST_CASE(
    "files are listed in the order of their bytes; a folder that cannot be read is reported") {
  TemporaryFolder folder;
  for (const char* path : {"a/b/2", "a/b/10", "a/.hidden", "a/c", "outside"}) write_bytes(path, "");
  fs::create_symlink("b/2", "a/inside");
  fs::create_symlink("../outside", "a/leads-out");
  fs::create_symlink("..", "a/circle");
  Diagnostics diag;
  CHECK(list_files("a", diag) == std::vector<std::string>{"b/10", "b/2", "c", "inside"});
  CHECK(list_files("nowhere", diag).empty());
  CHECK(!diag.has_errors());
  CHECK(list_files("outside", diag).empty());
  CHECK(format_diagnostics(diag) ==
        "outside: error: this folder cannot be read: Not a directory [unreadable-file]\n");
}

TEST_CASE("a file is replaced as a whole, through links, and keeps its permissions") {
  TemporaryFolder folder;
  write_bytes("there/file", "old");
  fs::permissions("there/file", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("there/file", "link");
  fs::create_symlink("link", "link-to-link");
  CHECK(write_file_atomically("link-to-link", "new") == "");
  CHECK(read_bytes("there/file") == "new");
  CHECK(fs::is_symlink("link"));
  CHECK(fs::status("there/file").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(files_below(".") == std::vector<std::string>{"link", "link-to-link", "there/file"});
}

TEST_CASE("a file that is there is not replaced where it must not be") {
  TemporaryFolder folder;
  write_bytes("file", "mine");
  CHECK(write_file_atomically("file", "new", Replace::no) == "cannot write file: File exists");
  CHECK(write_file_atomically("folder/file", "new", Replace::no) == "");
  CHECK(read_bytes("file") == "mine");
  CHECK(files_below(".") == std::vector<std::string>{"file", "folder/file"});
}

TEST_CASE("new bytes do not wait in a link that somebody put there") {
  TemporaryFolder folder;
  write_bytes("precious", "mine");
  fs::create_symlink("precious", "file.kbgen-new");
  CHECK(write_file_atomically("file", "new") == "");
  CHECK(read_bytes("precious") == "mine");
  CHECK(read_bytes("file") == "new");
}

TEST_CASE("a folder is the same place by what it is, not by how it is spelled") {
  TemporaryFolder folder;
  fs::create_directories("a/b");
  fs::create_symlink("a", "link");
  CHECK(is_same_place("a/b", "link/../a/b/."));
  CHECK(!is_same_place("a", "a/b"));
  CHECK(!is_same_place("a", "nowhere"));
  CHECK(is_really_below("a/b", "link"));
  CHECK(is_really_below("link/b", "a"));
  CHECK(!is_really_below("a", "link/b"));
  CHECK(!is_really_below("nowhere", "a"));
}

}  // namespace kbgen
