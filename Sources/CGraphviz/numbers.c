#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#include <graphviz/gvcjob.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// Most of what Graphviz spends on an SVG is the writing of numbers, by `snprintf`. It calls this function of its own for
// each; a program that has one of the same name and meaning takes its place. Newer Graphviz hides its functions from
// others, and is left as it is.
#ifndef GRAPHVIZ_VERSION_MAJOR

extern size_t gvwrite(GVJ_t *job, const char *bytes, size_t count);
void gvprintdouble(GVJ_t *job, double number);

// Beyond this, hundredths are not counted exactly.
static const double most = 1e12;

// The number in hundredths, rounded as `printf` does: what is halfway goes to the even one.
static int64_t hundredths(double number) {
  double product = number * 100;
  // What the product has lost, which only matters for what seems to be halfway.
  double lost = fma(number, 100, -product);
  double whole = floor(product);
  double part = product - whole;
  int64_t count = (int64_t)whole;
  if (part > 0.5 || (part == 0.5 && (lost > 0 || (lost == 0 && count % 2 != 0)))) count++;
  return count;
}

static size_t write_long(char *buffer, size_t size, double number) {
  int length = snprintf(buffer, size, "%.02f", number);
  return length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
}

// Two decimals, without zeros at the end; nearly nothing is 0 without a sign.
void gvprintdouble(GVJ_t *job, double number) {
  char buffer[400];
  if (number > -0.005 && number < 0.005) {
    gvwrite(job, "0", 1);
    return;
  }
  double size = fabs(number);
  if (!(size < most)) {
    size_t count = write_long(buffer, sizeof buffer, number);
    if (count > 3 && memcmp(buffer + count - 3, ".00", 3) == 0) count -= 3;
    else if (count > 3 && buffer[count - 3] == '.' && buffer[count - 1] == '0') count -= 1;
    gvwrite(job, buffer, count);
    return;
  }
  uint64_t left = (uint64_t)hundredths(size);
  char *end = buffer + sizeof buffer;
  char *start = end;
  unsigned decimals = left % 100;
  left /= 100;
  if (decimals % 10 != 0) *--start = (char)('0' + decimals % 10);
  if (decimals != 0) {
    *--start = (char)('0' + decimals / 10);
    *--start = '.';
  }
  do {
    *--start = (char)('0' + left % 10);
    left /= 10;
  } while (left != 0);
  if (number < 0) *--start = '-';
  gvwrite(job, start, (size_t)(end - start));
}

#endif
