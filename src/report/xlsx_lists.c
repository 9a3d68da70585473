/* xlsx_lists.c - drop-down lists of a workbook; see xlsx.h. */
#include "config.h"

#include "report/xlsx_impl.h"

#include <stdlib.h>

#include "report/leaks.h"
#include "text/utf8.h"

enum { LIST_MAX = 255, HELP_MAX = 255 };

static void validate(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area a,
	const char *formula, char **words, const char *help)
{
	/* libxlsxwriter reads these strings only; its struct has no const */
	union {
		const char *in;
		char *out;
	} f = {formula}, h = {help};
	lxw_data_validation rule = {
		.validate = words ? LXW_VALIDATION_TYPE_LIST
				  : LXW_VALIDATION_TYPE_LIST_FORMULA,
		.ignore_blank = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON,
		.show_error = LXW_VALIDATION_ON,
		.show_input = LXW_VALIDATION_ON,
		.value_list = words,
		.value_formula = f.out,
		.input_message = help && help[0] ? h.out : NULL,
	};

	/* libxlsxwriter 1.1 copies the formula of a list twice and frees one copy. */
	SG_LEAKS_BEGIN();
	lxw_error rc = worksheet_data_validation_range(x->sheets.v[sheet].ws, a.row,
		(lxw_col_t)a.col, a.last_row, (lxw_col_t)a.last_col, &rule);
	SG_LEAKS_END();
	sg_xlsx_check(x, rc);
}

/* "='Sheet name'!$A$1:$A$9"; apostrophes in the name are doubled. */
static void add_range(struct sg_buf *b, const char *name, struct sg_xlsx_area a)
{
	char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];

	lxw_rowcol_to_cell_abs(first, a.row, (lxw_col_t)a.col, 1, 1);
	lxw_rowcol_to_cell_abs(last, a.last_row, (lxw_col_t)a.last_col, 1, 1);
	sg_buf_addz(b, "='");
	for (; *name; name++) {
		sg_buf_addc(b, *name);
		if (*name == '\'')
			sg_buf_addc(b, '\'');
	}
	sg_buf_printf(b, "'!%s:%s", first, last);
}

static void validate_range(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	const char *name, struct sg_xlsx_area from, const char *help)
{
	struct sg_buf b;

	sg_buf_init(&b);
	add_range(&b, name, from);
	validate(x, sheet, area, sg_buf_z(&b), NULL, help);
	sg_buf_release(&b);
}

void sg_xlsx_choices_from(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	size_t from_sheet, struct sg_xlsx_area from)
{
	validate_range(x, sheet, area, x->sheets.v[from_sheet].name, from, "");
}

void sg_xlsx_choices(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	const struct sg_str *words, size_t n, struct sg_str help)
{
	struct sg_xlsx_list list = {.words = {NULL, 0, 0}};
	size_t length = 0;
	bool plain = true;

	if (n == 0)
		return;
	help.n = sg_xlsx_prefix(help, HELP_MAX);
	char *beside = sg_strdup(help);
	for (size_t i = 0; i < n; i++) {
		length += sg_utf8_count(words[i]) + 1;
		plain = plain && sg_str_findc(words[i], ',') == SIZE_MAX &&
			sg_str_findc(words[i], '"') == SIZE_MAX && words[i].n &&
			words[i].p[0] != '=' && words[i].p[0] != ' ';
		SG_PUSH(&list.words, sg_strdup(words[i]));
	}
	if (plain && length <= LIST_MAX) {
		SG_PUSH(&list.words, NULL);
		validate(x, sheet, area, NULL, list.words.v, beside);
		for (size_t i = 0; i < n; i++)
			free(list.words.v[i]);
		free(list.words.v);
	} else {
		uint32_t col = (uint32_t)x->lists.n;
		SG_PUSH(&x->lists, list);
		validate_range(x, sheet, area, SG_XLSX_LISTS,
			(struct sg_xlsx_area){0, col, (uint32_t)n - 1, col}, beside);
	}
	free(beside);
}

void sg_xlsx_write_lists(struct sg_xlsx *x)
{
	if (x->lists.n == 0)
		return;
	size_t sheet = sg_xlsx_add_sheet(x, sg_strdup(sg_str_of(SG_XLSX_LISTS)));
	for (size_t i = 0; i < x->lists.n; i++)
		for (size_t k = 0; k < x->lists.v[i].words.n; k++)
			sg_xlsx_text(x, sheet, (uint32_t)k, (uint32_t)i,
				sg_str_of(x->lists.v[i].words.v[k]),
				(struct sg_xlsx_look){0});
	sg_xlsx_hide(x, sheet);
}
