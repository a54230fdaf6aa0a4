#include "context.h"

#include <graphviz/cgraph.h>
#include <graphviz/graphviz_version.h>
#include <stdlib.h>
#include <string.h>

// A worker's graphs live in blocks that are used again for the next one. To take a graph to pieces again, node by node
// and string by string, would take a tenth of the time of a picture.

static int in_blocks;

void remit_memory_in_blocks(void) { in_blocks = 1; }

// Newer Graphviz has no way to bring memory of one's own.
#ifdef GRAPHVIZ_VERSION_MAJOR

int remit_memory_use(Agdisc_t *discipline) {
  (void)discipline, (void)in_blocks;
  return 0;
}

void remit_memory_hash_strings(Agraph_t *graph) { (void)graph; }

#else

enum { BLOCK_SIZE = 1 << 18, ALIGNMENT = 16 };

typedef struct block {
  struct block *next;
  size_t size;
  size_t used;
  _Alignas(ALIGNMENT) char bytes[];
} block;

// Blocks of the graph that is there, the one to take from first, and blocks that wait for the next graph.
static block *taken;
static block *waiting;

static block *another(size_t size) {
  block *found = NULL;
  if (size <= BLOCK_SIZE && waiting) {
    found = waiting;
    waiting = found->next;
  } else {
    if (size < BLOCK_SIZE) size = BLOCK_SIZE;
    found = malloc(sizeof(block) + size);
    if (!found) return NULL;
    found->size = size;
  }
  found->used = 0;
  found->next = taken;
  taken = found;
  return found;
}

static void *take(void *state, size_t size) {
  (void)state;
  if (size > SIZE_MAX / 2) return NULL;
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  block *from = taken && taken->size - taken->used >= size ? taken : another(size);
  if (!from) return NULL;
  void *bytes = from->bytes + from->used;
  from->used += size;
  return memset(bytes, 0, size);
}

static void *take_more(void *state, void *bytes, size_t before, size_t size) {
  if (bytes && size <= before) return bytes;
  void *larger = take(state, size);
  if (larger && bytes) memcpy(larger, bytes, before);
  return larger;
}

static void give_back(void *state, void *bytes) { (void)state, (void)bytes; }

static void *open_blocks(Agdisc_t *discipline) {
  (void)discipline;
  // A state that is not null; there is one graph at a time.
  return &taken;
}

static void close_blocks(void *state) {
  (void)state;
  while (taken) {
    block *next = taken->next;
    if (taken->size == BLOCK_SIZE) {
      taken->next = waiting;
      waiting = taken;
    } else {
      free(taken);
    }
    taken = next;
  }
}

static Agmemdisc_t blocks = {open_blocks, take, take_more, give_back, close_blocks};

int remit_memory_use(Agdisc_t *discipline) {
  discipline->mem = in_blocks ? &blocks : NULL;
  return in_blocks;
}

// Every text of a graph is looked up among all the others, which Graphviz keeps in a tree. By their hashes they are found
// in a fourth of the time; but its own memory for dictionaries cannot make the table larger.
typedef struct {
  Dtdisc_t discipline;
  Agraph_t *graph;
} hashing;

static void *resize_table(Dict_t *dictionary, void *table, size_t size, Dtdisc_t *discipline) {
  Agraph_t *graph = ((hashing *)discipline)->graph;
  if (!table) return agalloc(graph, size);
  size_t before = (size_t)dictionary->data->ntab * sizeof(Dtlink_t *);
  // What is given back counts for nothing here.
  return size == 0 ? NULL : agrealloc(graph, table, before, size);
}

void remit_memory_hash_strings(Agraph_t *graph) {
  // For the one graph that is there, in blocks, with which the dictionary goes away.
  static hashing strings;
  Dict_t *dictionary = graph->clos->strdict;
  if (!in_blocks || !dictionary) return;
  strings = (hashing){*dtdisc(dictionary, NULL, 0), graph};
  strings.discipline.memoryf = resize_table;
  dtdisc(dictionary, &strings.discipline, DT_SAMECMP | DT_SAMEHASH);
  dtmethod(dictionary, Dtset);
}

#endif
