#ifndef REMIT_MACHINE_H
#define REMIT_MACHINE_H

// What the machine and its C library do in one step, and Swift has no words for.

#include <limits.h>
#include <stdint.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// Asks for the memory at an address, which need not be valid, without waiting for it, where a load would hold up all
/// that comes after it.
static inline void remit_prefetch(const void *address) { __builtin_prefetch(address); }

/// Keeps large pieces of memory that are freed for what is asked for next, since the system takes longer to clear new
/// pages than most work with them takes. It holds for the whole process, hence only for a program that soon ends.
static inline void remit_keep_freed_memory(void) {
#if defined(__GLIBC__)
  // The most that the C library takes: 32 MiB. Larger pieces are given back as ever.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

#if defined(__ARM_NEON) && !defined(__SSE2__)
/// The highest bits of 64 bytes as one word.
static inline uint64_t remit_bits(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
#define REMIT_BITS(x) vandq_u8(vreinterpretq_u8_s8(vshrq_n_s8(vreinterpretq_s8_u8(x), 7)), bit)
  uint8x16_t low = vpaddq_u8(REMIT_BITS(a), REMIT_BITS(b)), high = vpaddq_u8(REMIT_BITS(c), REMIT_BITS(d));
#undef REMIT_BITS
  uint8x16_t all = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}
#endif

/// Which of 64 bytes are one of three: bit i stands for byte i.
static inline uint64_t remit_any_of_three(const uint8_t *bytes, uint8_t first, uint8_t second, uint8_t third) {
  uint64_t bits = 0;
#if defined(__SSE2__)
  const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third);
  for (int part = 0; part < 4; part++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, a), _mm_cmpeq_epi8(x, b)), _mm_cmpeq_epi8(x, c));
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * part);
  }
#elif defined(__ARM_NEON)
  const uint8x16_t a = vdupq_n_u8(first), b = vdupq_n_u8(second), c = vdupq_n_u8(third);
#define REMIT_FOUND(x) vorrq_u8(vorrq_u8(vceqq_u8(x, a), vceqq_u8(x, b)), vceqq_u8(x, c))
  bits = remit_bits(REMIT_FOUND(vld1q_u8(bytes)), REMIT_FOUND(vld1q_u8(bytes + 16)),
                    REMIT_FOUND(vld1q_u8(bytes + 32)), REMIT_FOUND(vld1q_u8(bytes + 48)));
#undef REMIT_FOUND
#else
  for (int i = 0; i < 64; i++)
    bits |= (uint64_t)(bytes[i] == first || bytes[i] == second || bytes[i] == third) << i;
#endif
  return bits;
}

/// Which of 64 bytes are 0x80 or more: bit i stands for byte i.
static inline uint64_t remit_high(const uint8_t *bytes) {
  uint64_t bits = 0;
#if defined(__SSE2__)
  for (int part = 0; part < 4; part++)
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * part)))
            << (16 * part);
#elif defined(__ARM_NEON)
  bits = remit_bits(vld1q_u8(bytes), vld1q_u8(bytes + 16), vld1q_u8(bytes + 32), vld1q_u8(bytes + 48));
#else
  for (int i = 0; i < 64; i++) bits |= (uint64_t)(bytes[i] >> 7) << i;
#endif
  return bits;
}

#endif
