#include <xlsxwriter.h>

#include "forward.h"

// The one whose header this is: others have other structures.
#if defined(__APPLE__)
#define LIBRARY "libxlsxwriter." LXW_SOVERSION ".dylib", "libxlsxwriter.dylib"
#else
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION
#endif

FORWARD2(void, format_set_align, lxw_format *, uint8_t)
FORWARD2(void, format_set_bg_color, lxw_format *, lxw_color_t)
FORWARD1(void, format_set_bold, lxw_format *)
FORWARD2(void, format_set_border_color, lxw_format *, lxw_color_t)
FORWARD2(void, format_set_bottom, lxw_format *, uint8_t)
FORWARD2(void, format_set_fg_color, lxw_format *, lxw_color_t)
FORWARD2(void, format_set_font_color, lxw_format *, lxw_color_t)
FORWARD2(void, format_set_font_name, lxw_format *, const char *)
FORWARD2(void, format_set_font_size, lxw_format *, double)
FORWARD1(void, format_set_italic, lxw_format *)
FORWARD2(void, format_set_left, lxw_format *, uint8_t)
FORWARD2(void, format_set_num_format, lxw_format *, const char *)
FORWARD2(void, format_set_pattern, lxw_format *, uint8_t)
FORWARD2(void, format_set_reading_order, lxw_format *, uint8_t)
FORWARD2(void, format_set_right, lxw_format *, uint8_t)
FORWARD2(void, format_set_rotation, lxw_format *, int16_t)
FORWARD1(void, format_set_text_wrap, lxw_format *)
FORWARD2(void, format_set_top, lxw_format *, uint8_t)
FORWARD1(void, format_set_unlocked, lxw_format *)
FORWARD1(char *, lxw_strerror, lxw_error)
FORWARD0(const char *, lxw_version)
FORWARD1(void, lxw_workbook_free, lxw_workbook *)
FORWARD1(lxw_format *, workbook_add_format, lxw_workbook *)
FORWARD2(lxw_worksheet *, workbook_add_worksheet, lxw_workbook *, const char *)
FORWARD1(lxw_error, workbook_close, lxw_workbook *)
FORWARD3(lxw_error, workbook_define_name, lxw_workbook *, const char *, const char *)
FORWARD1(lxw_workbook *, workbook_new, const char *)
FORWARD2(lxw_error, workbook_set_properties, lxw_workbook *, lxw_doc_properties *)
FORWARD1(void, worksheet_activate, lxw_worksheet *)
FORWARD5(lxw_error, worksheet_autofilter, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t)
FORWARD1(void, worksheet_center_horizontally, lxw_worksheet *)
FORWARD6(lxw_error, worksheet_conditional_format_range, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
    lxw_conditional_format *)
FORWARD6(lxw_error, worksheet_data_validation_range, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
    lxw_data_validation *)
FORWARD3(void, worksheet_fit_to_pages, lxw_worksheet *, uint16_t, uint16_t)
FORWARD3(void, worksheet_freeze_panes, lxw_worksheet *, lxw_row_t, lxw_col_t)
FORWARD1(void, worksheet_hide, lxw_worksheet *)
FORWARD7(lxw_error, worksheet_merge_range, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t, const char *,
    lxw_format *)
FORWARD5(lxw_error, worksheet_print_area, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t)
FORWARD3(void, worksheet_protect, lxw_worksheet *, const char *, lxw_protection *)
FORWARD3(lxw_error, worksheet_repeat_columns, lxw_worksheet *, lxw_col_t, lxw_col_t)
FORWARD3(lxw_error, worksheet_repeat_rows, lxw_worksheet *, lxw_row_t, lxw_row_t)
FORWARD6(lxw_error, worksheet_set_column_opt, lxw_worksheet *, lxw_col_t, lxw_col_t, double, lxw_format *,
    lxw_row_col_options *)
FORWARD1(void, worksheet_set_first_sheet, lxw_worksheet *)
FORWARD2(lxw_error, worksheet_set_footer, lxw_worksheet *, const char *)
FORWARD2(lxw_error, worksheet_set_header, lxw_worksheet *, const char *)
FORWARD1(void, worksheet_set_landscape, lxw_worksheet *)
FORWARD5(void, worksheet_set_margins, lxw_worksheet *, double, double, double, double)
FORWARD2(void, worksheet_set_paper, lxw_worksheet *, uint8_t)
FORWARD5(lxw_error, worksheet_set_row_opt, lxw_worksheet *, lxw_row_t, double, lxw_format *, lxw_row_col_options *)
FORWARD2(void, worksheet_set_tab_color, lxw_worksheet *, lxw_color_t)
FORWARD4(lxw_error, worksheet_write_blank, lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_format *)
FORWARD5(lxw_error, worksheet_write_boolean, lxw_worksheet *, lxw_row_t, lxw_col_t, int, lxw_format *)
FORWARD5(lxw_error, worksheet_write_comment_opt, lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
    lxw_comment_options *)
FORWARD6(lxw_error, worksheet_write_formula_str, lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *,
    const char *)
FORWARD5(lxw_error, worksheet_write_number, lxw_worksheet *, lxw_row_t, lxw_col_t, double, lxw_format *)
FORWARD5(lxw_error, worksheet_write_string, lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *)
FORWARD5(lxw_error, worksheet_write_url, lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *)
