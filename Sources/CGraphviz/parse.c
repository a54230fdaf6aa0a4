#include "CGraphviz.h"
#include "context.h"

#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <string.h>

// Graphviz' own parser numbers a graph's objects by the addresses of their names, and visits clusters in that order:
// the same text could be laid out in another way each time. Here names are numbered as they come, so a text has one
// picture.
typedef struct {
  // Names are strings of the graph, since Graphviz looks in front of each for how it was quoted.
  Agraph_t *graph;
  char **names;
  size_t count;
  size_t capacity;
  // Indices of names plus one, by hash; a power of two, at least twice as many as names.
  size_t *slots;
  size_t slot_count;
  uint64_t anonymous;
} numbering;

static size_t hash_of(const char *name) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 0x100000001b3u;
  return (size_t)(hash ^ (hash >> 32));
}

// The slot of a name, or the free one where it belongs.
static size_t *slot_of(const numbering *numbers, const char *name) {
  size_t mask = numbers->slot_count - 1;
  size_t slot = hash_of(name) & mask;
  while (numbers->slots[slot] && strcmp(numbers->names[numbers->slots[slot] - 1], name) != 0) slot = (slot + 1) & mask;
  return &numbers->slots[slot];
}

static int grow(numbering *numbers) {
  size_t capacity = numbers->capacity ? numbers->capacity * 2 : 64;
  char **names = realloc(numbers->names, capacity * sizeof *names);
  if (!names) return 0;
  numbers->names = names;
  size_t *slots = calloc(capacity * 2, sizeof *slots);
  if (!slots) return 0;
  free(numbers->slots);
  numbers->slots = slots;
  numbers->slot_count = capacity * 2;
  numbers->capacity = capacity;
  for (size_t i = 0; i < numbers->count; i++) *slot_of(numbers, numbers->names[i]) = i + 1;
  return 1;
}

// That of the graph read last. A graph that gives back all its memory at once does not close its numbering.
static numbering *unclosed;

static void numbers_close(void *state) {
  numbering *numbers = state;
  if (!numbers) return;
  if (numbers == unclosed) unclosed = NULL;
  // The graph frees its strings itself, right after this.
  free(numbers->names);
  free(numbers->slots);
  free(numbers);
}

static void *numbers_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  numbering *numbers = calloc(1, sizeof(numbering));
  if (numbers) numbers->graph = graph;
  unclosed = numbers;
  return numbers;
}

// Even numbers for names, odd ones for what has none. The last parameter is an int or a bool.
static long numbers_map(void *state, int kind, char *name, uint64_t *number, int create) {
  numbering *numbers = state;
  (void)kind;
  if (!numbers) return 0;
  if (!name) {
    *number = 2 * numbers->anonymous++ + 1;
    return 1;
  }
  if (numbers->count == numbers->capacity && !grow(numbers)) return 0;
  size_t *slot = slot_of(numbers, name);
  if (!*slot) {
    if (!(create & 0xff)) return 0;
    char *copy = agstrdup(numbers->graph, name);
    if (!copy) return 0;
    if (numbers->count == 0) remit_memory_hash_strings(numbers->graph);
    numbers->names[numbers->count++] = copy;
    *slot = numbers->count;
  }
  *number = 2 * (uint64_t)*slot;
  return 1;
}

static void numbers_free(void *state, int kind, uint64_t number) { (void)state, (void)kind, (void)number; }

static char *numbers_print(void *state, int kind, uint64_t number) {
  const numbering *numbers = state;
  (void)kind;
  if (number == 0 || number % 2 != 0 || number / 2 > numbers->count) return NULL;
  return numbers->names[number / 2 - 1];
}

typedef struct {
  const char *text;
  size_t left;
} reader;

static int read_text(void *channel, char *buffer, int size) {
  reader *source = channel;
  size_t count = source->left < (size_t)size ? source->left : (size_t)size;
  memcpy(buffer, source->text, count);
  source->text += count;
  source->left -= count;
  return (int)count;
}

remit_graph *remit_graph_parse(const char *dot) {
  static Agiddisc_t ids;
  static Agiodisc_t io;
  static Agdisc_t discipline;
  ids = AgIdDisc;
  ids.open = (__typeof__(ids.open))numbers_open;
  ids.close = (__typeof__(ids.close))numbers_close;
  ids.map = (__typeof__(ids.map))numbers_map;
  ids.free = (__typeof__(ids.free))numbers_free;
  ids.print = (__typeof__(ids.print))numbers_print;
  io = AgIoDisc;
  io.afread = read_text;
  if (remit_memory_use(&discipline)) numbers_close(unclosed);
  discipline.id = &ids;
  discipline.io = &io;
  reader source = {dot, strlen(dot)};
  return (remit_graph *)agread((void *)&source, &discipline);
}
