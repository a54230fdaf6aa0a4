#include <sqlite3.h>

// What Swift cannot call: functions with a list of arguments, and casts that C hides in macros.

/// Switches one of SQLite's defences on or off for a connection.
static inline int remit_sqlite_configure(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

/// Binds a copy of a text of so many bytes.
static inline int remit_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
