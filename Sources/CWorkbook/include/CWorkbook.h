#pragma once

// libzip and libxlsxwriter, which read and write workbooks. Most runs of a program touch no workbook, and to load the two
// with all that they need takes a tenth of the time of a small picture. So a program is not linked with them: `zip.c` and
// `xlsxwriter.c` define those of their functions that are used, each of which loads its library with the first call.
#include <xlsxwriter.h>
#include <zip.h>
