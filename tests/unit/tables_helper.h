/* tables_helper.h - looking into tables in tests: rows by the text of their code. */
#ifndef SG_TESTS_TABLES_HELPER_H
#define SG_TESTS_TABLES_HELPER_H

#include <math.h>
#include <string.h>

#include "analysis/table.h"

static inline const struct sg_cell *th_cell(
	const struct sg_table *t, size_t row, const char *key)
{
	static const struct sg_cell nothing = {0};

	for (size_t k = 0; k < t->ncolumns; k++)
		if (row < t->nrows && sg_str_eqz(t->columns[k].key, key))
			return &t->cells[row * t->ncolumns + k];
	return &nothing;
}

/* Row whose cell under `key` has the text, or SIZE_MAX. */
static inline size_t th_row(const struct sg_table *t, const char *key, const char *text)
{
	for (size_t i = 0; i < t->nrows; i++)
		if (sg_str_eqz(th_cell(t, i, key)->text, text))
			return i;
	return SIZE_MAX;
}

static inline double th_number(
	const struct sg_table *t, const char *code, const char *key)
{
	return th_cell(t, th_row(t, "code", code), key)->number;
}

static inline void th_near(double number, double expected)
{
	if (!(fabs(number - expected) < 1e-9))
		fail_msg("%.12g is not %.12g", number, expected);
}

static inline bool th_note(const struct sg_table *t, const char *part)
{
	for (size_t i = 0; i < t->nnotes; i++)
		if (sg_str_find(t->notes[i].text, sg_str_of(part)) != SIZE_MAX)
			return true;
	return false;
}

#endif
