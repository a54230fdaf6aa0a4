#include "forward.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

void *remit_forward_find(const char *const *libraries, const char *name) {
  void *library = NULL;
  // A library that is open already is only counted again.
  for (const char *const *file = libraries; *file && !library; file++) library = dlopen(*file, RTLD_LAZY | RTLD_LOCAL);
  void *function = library ? dlsym(library, name) : NULL;
  if (function) return function;
  const char *why = dlerror();
  fprintf(stderr, "error while loading shared libraries: %s\n", why ? why : name);
  _exit(127);
}
