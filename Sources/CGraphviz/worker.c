#define _GNU_SOURCE
#include "CGraphviz.h"
#include "context.h"

#include <dirent.h>
#include <fcntl.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

// Only a process of one thread may be copied: in a copy, whatever other threads have locked stays locked for ever.
static int has_one_thread(void) {
  DIR *tasks = opendir("/proc/self/task");
  if (!tasks) return 0;
  int count = 0;
  for (struct dirent *entry; (entry = readdir(tasks));) count += entry->d_name[0] != '.';
  closedir(tasks);
  return count == 1;
}

// A copy begins with all that the process has; half of what it may have must be left for its work.
static int is_small(size_t bytes) {
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  size_t pages = 0;
  int count = fscanf(file, "%zu", &pages);
  fclose(file);
  return count == 1 && pages <= bytes / 2 / (size_t)sysconf(_SC_PAGESIZE);
}

pid_t remit_worker_fork(int input, int errors, int near, int heard, size_t bytes) {
  if (!has_one_thread() || !is_small(bytes)) return -1;
  pid_t process = fork();
  if (process != 0) return process;
  setpgid(0, 0);
  close(near);
  close(heard);
  int nothing = open("/dev/null", O_WRONLY);
  if (dup2(input, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) _exit(2);
  close(input);
  close(errors);
  if (nothing > STDERR_FILENO) close(nothing);
  return 0;
}

static void limit(int resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && value > now.rlim_max) value = now.rlim_max;
  now.rlim_cur = value;
  setrlimit(resource, &now);
}

void remit_worker_confine(size_t bytes) {
  remit_memory_in_blocks();
#if defined(__GLIBC__)
  // What one picture gives back the next one takes again; the system need not hear of it.
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 4 << 20);
#endif
#if defined(__linux__)
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  // Whoever started it tells what happened; nobody else is to be told, by traces or dumps.
  static const int faults[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP, SIGXCPU};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, (rlim_t)bytes);
}

void remit_worker_allow(uint32_t seconds) {
  struct rusage used;
  if (getrusage(RUSAGE_SELF, &used) != 0) return;
  limit(RLIMIT_CPU, (rlim_t)used.ru_utime.tv_sec + (rlim_t)used.ru_stime.tv_sec + seconds + 2);
}
