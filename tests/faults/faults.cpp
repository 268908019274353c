// A library that is loaded before a program (LD_PRELOAD) and lets a system call
// of it fail, or kills it there, as a broken disk, a full one or a power cut would.
//
//   FAULT=read:4:EIO          the fourth read() fails
//   FAULT=any:17:kill         killed just before the 17th call that changes the disk
//   FAULT=write:2:ENOSPC:on   the second write() fails, and all after it
//   FAULT=read:3:short        the third read() gets half of what it could
//   FAULT_WITHOUT=exchange    a file system that cannot exchange folders
//   FAULT_COUNTS=file         at the end: how often each call was made, one a line, and how
//                             many had changed the disk before the last rename
//
// Standard output and standard error always work.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

enum Call {
  any,
  open_call,
  read_call,
  write_call,
  close_call,
  rename_call,
  link_call,
  unlink_call,
  mkdir_call,
  rmdir_call,
  fsync_call,
  opendir_call,
  readdir_call,
  stat_call,
  lock_call,
  calls
};
constexpr const char* names[calls] = {"any",    "open",    "read",    "write", "close",
                                      "rename", "link",    "unlink",  "mkdir", "rmdir",
                                      "fsync",  "opendir", "readdir", "stat",  "lock"};

bool changes_the_disk(Call call) {
  return call == write_call || call == rename_call || call == link_call || call == unlink_call ||
         call == mkdir_call || call == rmdir_call || call == fsync_call;
}

struct Error {
  const char* name;
  int number;
};
constexpr Error errors[] = {{"EIO", EIO},       {"EACCES", EACCES}, {"ENOSPC", ENOSPC},
                            {"EINTR", EINTR},   {"EMFILE", EMFILE}, {"EROFS", EROFS},
                            {"EXDEV", EXDEV},   {"EDQUOT", EDQUOT}, {"EINVAL", EINVAL},
                            {"ENOMEM", ENOMEM}, {"EPERM", EPERM},   {"EBUSY", EBUSY}};
constexpr int kills = -1, shortens = -2;

std::atomic<long> counts[calls];
// How many calls had changed the disk when the last rename began.
std::atomic<long> before_last_rename;

struct Fault {
  Call call = calls;
  long at = 0;
  int what = 0;
  bool goes_on = false;

  Fault() {
    const char* text = std::getenv("FAULT");
    char name[16] = "", what_name[16] = "", on[4] = "";
    if (!text || sscanf(text, "%15[^:]:%ld:%15[^:]:%3s", name, &at, what_name, on) < 3) return;
    for (int i = 0; i < calls; ++i)
      if (!strcmp(names[i], name)) call = static_cast<Call>(i);
    if (!strcmp(what_name, "kill")) what = kills;
    if (!strcmp(what_name, "short")) what = shortens;
    for (const Error& error : errors)
      if (!strcmp(error.name, what_name)) what = error.number;
    goes_on = on[0] != '\0';
    if (call == calls || what == 0) {
      fprintf(stderr, "FAULT=%s is not understood\n", text);
      _exit(99);
    }
  }
};

int strike(const Fault& fault, Call call) {
  long count = ++counts[call];
  if (fault.call != call || (count != fault.at && !(fault.goes_on && count > fault.at))) return 0;
  if (fault.what == kills) {
    kill(getpid(), SIGKILL);
    pause();
  }
  return fault.what;
}

// What happens to this call: 0, `shortens`, or the error, which is in errno, too.
int hit(Call call) {
  static const Fault fault;
  int what = strike(fault, call);
  if (call == rename_call) before_last_rename = counts[any].load();
  if (what == 0 && changes_the_disk(call)) what = strike(fault, any);
  if (what > 0) errno = what;
  return what;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct Counter {
  ~Counter() {
    const char* path = std::getenv("FAULT_COUNTS");
    FILE* file = path ? fopen(path, "w") : nullptr;
    if (!file) return;
    for (int i = 0; i < calls; ++i) fprintf(file, "%s %ld\n", names[i], counts[i].load());
    fprintf(file, "before_last_rename %ld\n", before_last_rename.load());
    fclose(file);
  }
} counter;

}  // namespace

#define REAL(name) static const auto real = next<decltype(&::name)>(#name)
#define FAIL(call) \
  if (hit(call) > 0) return -1

extern "C" {

int open(const char* path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list more;
    va_start(more, flags);
    mode = va_arg(more, mode_t);
    va_end(more);
  }
  FAIL(open_call);
  REAL(open);
  return real(path, flags, mode);
}

ssize_t read(int file, void* bytes, size_t size) {
  REAL(read);
  if (file < 3) return real(file, bytes, size);
  int what = hit(read_call);
  if (what > 0) return -1;
  return real(file, bytes, what == shortens && size > 1 ? size / 2 : size);
}

ssize_t write(int file, const void* bytes, size_t size) {
  REAL(write);
  if (file < 3) return real(file, bytes, size);
  int what = hit(write_call);
  if (what > 0) return -1;
  return real(file, bytes, what == shortens && size > 1 ? size / 2 : size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  FAIL(write_call);
  REAL(pwrite);
  return real(file, bytes, size, offset);
}

int close(int file) {
  REAL(close);
  int what = file < 3 ? 0 : hit(close_call);
  int result = real(file);
  if (what > 0) errno = what;
  return what > 0 ? -1 : result;
}

int rename(const char* from, const char* to) {
  FAIL(rename_call);
  REAL(rename);
  return real(from, to);
}

int renameat2(int a, const char* from, int b, const char* to, unsigned flags) noexcept {
  FAIL(rename_call);
  if (std::getenv("FAULT_WITHOUT")) {
    errno = EINVAL;
    return -1;
  }
  REAL(renameat2);
  return real(a, from, b, to, flags);
}

int link(const char* from, const char* to) noexcept {
  FAIL(link_call);
  REAL(link);
  return real(from, to);
}

int linkat(int a, const char* from, int b, const char* to, int flags) noexcept {
  FAIL(link_call);
  REAL(linkat);
  return real(a, from, b, to, flags);
}

int unlink(const char* path) noexcept {
  FAIL(unlink_call);
  REAL(unlink);
  return real(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  FAIL(unlink_call);
  REAL(unlinkat);
  return real(folder, path, flags);
}

int mkdir(const char* path, mode_t mode) noexcept {
  FAIL(mkdir_call);
  REAL(mkdir);
  return real(path, mode);
}

int rmdir(const char* path) noexcept {
  FAIL(rmdir_call);
  REAL(rmdir);
  return real(path);
}

int fsync(int file) {
  FAIL(fsync_call);
  REAL(fsync);
  return real(file);
}

int syncfs(int file) noexcept {
  FAIL(fsync_call);
  REAL(syncfs);
  return real(file);
}

int ftruncate(int file, off_t size) noexcept {
  FAIL(write_call);
  REAL(ftruncate);
  return real(file, size);
}

int flock(int file, int operation) noexcept {
  FAIL(lock_call);
  REAL(flock);
  return real(file, operation);
}

DIR* opendir(const char* path) {
  if (hit(opendir_call) > 0) return nullptr;
  REAL(opendir);
  return real(path);
}

struct dirent* readdir(DIR* folder) {
  if (hit(readdir_call) > 0) return nullptr;
  REAL(readdir);
  return real(folder);
}

int stat(const char* path, struct stat* info) noexcept {
  FAIL(stat_call);
  REAL(stat);
  return real(path, info);
}

int lstat(const char* path, struct stat* info) noexcept {
  FAIL(stat_call);
  REAL(lstat);
  return real(path, info);
}

int fstat(int file, struct stat* info) noexcept {
  FAIL(stat_call);
  REAL(fstat);
  return real(file, info);
}

}  // extern "C"
