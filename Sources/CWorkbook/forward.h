#pragma once

// A function of a library that is loaded when first called: FORWARD2(result, name, type, type) defines one of two
// parameters, which the library itself does not see. Each file that uses this defines `LIBRARY`, the names of its library,
// of which the first that is found counts.

/// Where the function of a library is. Ends the program where there is none, as the system's loader does with a program
/// whose libraries are missing.
void *remit_forward_find(const char *const *libraries, const char *name);

#define FORWARD(result, name, parameters, arguments) \
  __attribute__((visibility("hidden"))) result name parameters { \
    static __typeof__(&name) known; \
    __typeof__(&name) function = __atomic_load_n(&known, __ATOMIC_RELAXED); \
    if (!function) { \
      static const char *const libraries[] = {LIBRARY, (const char *)0}; \
      function = (__typeof__(&name))remit_forward_find(libraries, #name); \
      __atomic_store_n(&known, function, __ATOMIC_RELAXED); \
    } \
    return function arguments; \
  }

#define FORWARD0(result, name) FORWARD(result, name, (void), ())
#define FORWARD1(result, name, A) FORWARD(result, name, (A a), (a))
#define FORWARD2(result, name, A, B) FORWARD(result, name, (A a, B b), (a, b))
#define FORWARD3(result, name, A, B, C) FORWARD(result, name, (A a, B b, C c), (a, b, c))
#define FORWARD4(result, name, A, B, C, D) FORWARD(result, name, (A a, B b, C c, D d), (a, b, c, d))
#define FORWARD5(result, name, A, B, C, D, E) FORWARD(result, name, (A a, B b, C c, D d, E e), (a, b, c, d, e))
#define FORWARD6(result, name, A, B, C, D, E, F) \
  FORWARD(result, name, (A a, B b, C c, D d, E e, F f), (a, b, c, d, e, f))
#define FORWARD7(result, name, A, B, C, D, E, F, G) \
  FORWARD(result, name, (A a, B b, C c, D d, E e, F f, G g), (a, b, c, d, e, f, g))
