// Else it says that all may see them.
#define ZIP_EXTERN
#include <zip.h>

#include "forward.h"

#if defined(__APPLE__)
#define LIBRARY "libzip.5.dylib", "libzip.dylib"
#else
#define LIBRARY "libzip.so.4", "libzip.so.5"
#endif

FORWARD1(int, zip_close, zip_t *)
FORWARD1(void, zip_discard, zip_t *)
FORWARD1(void, zip_error_fini, zip_error_t *)
FORWARD1(void, zip_error_init, zip_error_t *)
FORWARD2(void, zip_error_init_with_code, zip_error_t *, int)
FORWARD1(const char *, zip_error_strerror, zip_error_t *)
FORWARD1(int, zip_fclose, zip_file_t *)
FORWARD4(zip_int64_t, zip_file_add, zip_t *, const char *, zip_source_t *, zip_flags_t)
FORWARD4(int, zip_file_replace, zip_t *, zip_uint64_t, zip_source_t *, zip_flags_t)
FORWARD5(int, zip_file_set_dostime, zip_t *, zip_uint64_t, zip_uint16_t, zip_uint16_t, zip_flags_t)
FORWARD4(int, zip_file_set_encryption, zip_t *, zip_uint64_t, zip_uint16_t, const char *)
FORWARD1(const char *, zip_file_strerror, zip_file_t *)
FORWARD3(zip_file_t *, zip_fopen_index, zip_t *, zip_uint64_t, zip_flags_t)
FORWARD3(zip_int64_t, zip_fread, zip_file_t *, void *, zip_uint64_t)
FORWARD3(const char *, zip_get_name, zip_t *, zip_uint64_t, zip_flags_t)
FORWARD2(zip_int64_t, zip_get_num_entries, zip_t *, zip_flags_t)
FORWARD0(const char *, zip_libzip_version)
FORWARD3(zip_t *, zip_open, const char *, int, int *)
FORWARD3(zip_t *, zip_open_from_source, zip_source_t *, int, zip_error_t *)
FORWARD4(zip_source_t *, zip_source_buffer, zip_t *, const void *, zip_uint64_t, int)
FORWARD4(zip_source_t *, zip_source_buffer_fragment, zip_t *, const zip_buffer_fragment_t *, zip_uint64_t, int)
FORWARD4(zip_source_t *, zip_source_file, zip_t *, const char *, zip_uint64_t, zip_int64_t)
FORWARD4(zip_source_t *, zip_source_filep_create, FILE *, zip_uint64_t, zip_int64_t, zip_error_t *)
FORWARD1(void, zip_source_free, zip_source_t *)
FORWARD4(int, zip_stat_index, zip_t *, zip_uint64_t, zip_flags_t, zip_stat_t *)
FORWARD1(void, zip_stat_init, zip_stat_t *)
FORWARD1(const char *, zip_strerror, zip_t *)
