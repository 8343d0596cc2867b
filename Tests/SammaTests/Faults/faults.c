// Stands between a program and the C library, and lets some of its calls fail, as a full disk, a system without memory or
// an interrupted call would. Loaded by LD_PRELOAD; what fails is told by the environment:
//
//   FAULT_KINDS  what may fail, of the names in `kinds`, with commas between
//   FAULT_FIRST  the number of the first call of these kinds that fails, counted from 1
//   FAULT_LAST   that of the last
//   FAULT_RATE   instead: that one call in so many fails, drawn from
//   FAULT_SEED
//   FAULT_CODE   the error number; by default a usual one of the kind
//   FAULT_NOTES  a file that gets a line for each call that fails
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum kind {
  CREATE = 1, OPEN = 2, WRITE = 4, READ = 8, RENAME = 16, SYNC = 32, FOLDER = 64, RIGHTS = 128, MEMORY = 256, THREAD = 512,
  CHILD = 1024, REMOVE = 2048, SHORT = 4096, BREAK = 8192
};

static const struct { const char *name; enum kind kind; int code; } kinds[] = {
  {"create", CREATE, EACCES}, {"open", OPEN, EMFILE}, {"write", WRITE, ENOSPC}, {"read", READ, EIO},
  {"rename", RENAME, EIO}, {"sync", SYNC, EIO}, {"folder", FOLDER, EACCES}, {"rights", RIGHTS, EPERM},
  {"memory", MEMORY, ENOMEM}, {"thread", THREAD, EAGAIN}, {"child", CHILD, EAGAIN}, {"remove", REMOVE, EACCES},
  // Calls that do less than they were asked to, or are to be made again: no faults, and nobody may notice.
  {"short", SHORT, 0}, {"break", BREAK, EINTR},
};

// Smaller allocations than this never fail: no program has a way to go on without them.
static const size_t large = 256 * 1024;

static unsigned wanted;
static long first, last, rate;
static unsigned long seed;
static int code;
static char notes[4096];
static atomic_long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *chosen = getenv("FAULT_KINDS"), *file = getenv("FAULT_NOTES");
  if (!chosen || !file) return;
  strncpy(notes, file, sizeof notes - 1);
  first = number("FAULT_FIRST"), last = number("FAULT_LAST"), rate = number("FAULT_RATE");
  seed = (unsigned long)number("FAULT_SEED"), code = (int)number("FAULT_CODE");
  unsigned found = 0;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    size_t length = strlen(kinds[i].name);
    for (const char *place = chosen; place; place = strchr(place, ',')) {
      place += *place == ',';
      if (!strncmp(place, kinds[i].name, length) && (!place[length] || place[length] == ',')) found |= kinds[i].kind;
    }
  }
  wanted = found;
}

static unsigned long mixed(unsigned long value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
  return value ^ (value >> 31);
}

// Whether a call is to fail, with the reason in errno.
static int fails(enum kind kind) {
  if (!(wanted & kind)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (rate ? mixed(seed + (unsigned long)call * 0x9E3779B97F4A7C15UL) % (unsigned long)rate : call < first || call > last)
    return 0;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (kinds[i].kind != kind) continue;
    // Past this library's own functions, which would count the note.
    long file = syscall(SYS_openat, AT_FDCWD, notes, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file >= 0) {
      syscall(SYS_write, file, kinds[i].name, strlen(kinds[i].name));
      syscall(SYS_write, file, "\n", 1);
      syscall(SYS_close, file);
    }
    errno = code && kinds[i].code != EINTR ? code : kinds[i].code;
  }
  return 1;
}

#define REAL(result, name, ...)                                         \
  static result (*real)(__VA_ARGS__);                                   \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// Files that users have: not what the system tells of itself, nor what the language's library reads of its own.
static int is_users(const char *path) {
  return strncmp(path, "/proc/", 6) && strncmp(path, "/sys/", 5) && strncmp(path, "/dev/", 5) && strncmp(path, "/etc/", 5)
    && strncmp(path, "/usr/", 5);
}

#define OPEN_LIKE(function)                                             \
  int function(const char *path, int flags, ...) {                      \
    REAL(int, #function, const char *, int, ...);                       \
    va_list rest;                                                       \
    va_start(rest, flags);                                              \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                       \
    int writes = flags & (O_CREAT | O_WRONLY | O_RDWR);                 \
    if (is_users(path) && fails(writes ? CREATE : OPEN)) return -1;     \
    return real(path, flags, mode);                                     \
  }
OPEN_LIKE(open)
OPEN_LIKE(open64)

#define WRITE_LIKE(bytes, size)                                         \
  if (descriptor == STDOUT_FILENO || is_file(descriptor)) {             \
    if (fails(WRITE)) return -1;                                        \
    if (is_file(descriptor) && fails(BREAK)) return -1;                 \
    if (size > 1 && fails(SHORT)) size = (size + 1) / 2;                \
  }

ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (descriptor != STDERR_FILENO) { WRITE_LIKE(bytes, size) }
  return real(descriptor, bytes, size);
}

ssize_t read(int descriptor, void *bytes, size_t size) {
  REAL(ssize_t, "read", int, void *, size_t);
  if (is_file(descriptor)) {
    if (fails(READ) || fails(BREAK)) return -1;
    if (size > 1 && fails(SHORT)) size = (size + 1) / 2;
  }
  return real(descriptor, bytes, size);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  return fails(RENAME) ? -1 : real(from, to);
}

int fsync(int descriptor) {
  REAL(int, "fsync", int);
  return fails(SYNC) ? -1 : real(descriptor);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  return fails(FOLDER) ? -1 : real(path, mode);
}

int fchmod(int descriptor, mode_t mode) {
  REAL(int, "fchmod", int, mode_t);
  return fails(RIGHTS) ? -1 : real(descriptor, mode);
}

int ftruncate(int descriptor, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  return fails(WRITE) ? -1 : real(descriptor, size);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  return fails(REMOVE) ? -1 : real(path);
}

pid_t fork(void) {
  REAL(pid_t, "fork", void);
  return fails(CHILD) ? -1 : real();
}

int posix_spawn(
  pid_t *process, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
  char *const arguments[], char *const environment[]) {
  REAL(int, "posix_spawn", pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,
       char *const *, char *const *);
  return fails(CHILD) ? errno : real(process, path, actions, attributes, arguments, environment);
}

int pthread_create(
  pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  REAL(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  return fails(THREAD) ? errno : real(thread, attributes, run, argument);
}

// The names under which the C library has its own; dlsym itself allocates.
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

void *malloc(size_t size) { return size >= large && fails(MEMORY) ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) {
  return count && size >= large / count && fails(MEMORY) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) { return size >= large && fails(MEMORY) ? NULL : __libc_realloc(old, size); }
