/* hwpx.c - tables as a Hangul document on A4 (KS X 6101): captions that Hangul numbers, a
 * head that is repeated on every page, joined cells, notes below. Tables that are too
 * wide for an upright page stand in sections of their own. */
#include "config.h"

#include "report/hwpx.h"

#include <stdlib.h>

#include "report/hwpx_section.h"

enum { PREVIEW = 1000 /* bytes of Preview/PrvText.txt, about */ };

static void preview(const struct sg_print_table *tables, size_t n, struct sg_buf *out)
{
	for (size_t i = 0; i < n && out->n < PREVIEW; i++) {
		const struct sg_print_table *t = &tables[i];
		sg_buf_printf(
			out, "%.*s %.*s\r\n", SG_ARG(t->mark), SG_ARG(t->caption));
		for (size_t k = 0; k < t->ncolumns; k++)
			sg_buf_printf(out, "<%.*s>", SG_ARG(t->columns[k].label));
		sg_buf_addz(out, "\r\n");
		for (size_t row = 0; row < t->nrows && out->n < PREVIEW; row++) {
			for (size_t k = 0; k < t->ncolumns; k++) {
				const struct sg_print_cell *c =
					&t->cells[row * t->ncolumns + k];
				sg_buf_addc(out, '<');
				for (size_t l = 0; l < c->nlines; l++)
					sg_buf_printf(out, "%s%.*s", l ? " " : "",
						SG_ARG(c->lines[l].text));
				sg_buf_addc(out, '>');
			}
			sg_buf_addz(out, "\r\n");
		}
	}
}

/* End of the section that begins with table `first`: its tables have one direction. */
static size_t section_end(const struct sg_print_table *tables, size_t first, size_t n)
{
	size_t stop = first;

	while (stop < n && tables[stop].landscape == tables[first].landscape)
		stop++;
	return stop;
}

static size_t count_sections(const struct sg_print_table *tables, size_t n)
{
	size_t sections = n == 0;

	for (size_t first = 0; first < n; first = section_end(tables, first, n))
		sections++;
	return sections;
}

static int add_sections(struct sg_zip *zip, const struct sg_print_table *tables,
	size_t n, const struct sg_write_options *o, struct sg_arena *arena,
	struct sg_error *err)
{
	size_t first = 0, number = 0;
	int rc = 0;

	do {
		size_t stop = section_end(tables, first, n);
		struct sg_str name =
			sg_arena_printf(arena, "Contents/section%zu.xml", number++);
		rc = sg_hwpx_section(
			tables, first, stop, o, sg_zip_add(zip, name.p, false), err);
		first = stop;
	} while (rc == 0 && first < n);
	return rc;
}

int sg_write_hwpx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct sg_str title = o->title;
	struct sg_arena arena;
	struct sg_zip zip;

	sg_arena_init(&arena);
	sg_zip_init(&zip);
	struct sg_print_table *t = sg_arena_array(&arena, tables->n + 1, sizeof *t);
	for (size_t i = 0; i < tables->n; i++)
		sg_print_layout(tables, i, o, &arena, &t[i]);
	if (title.n == 0 && tables->n)
		title = tables->v[0].caption;
	sg_hwpx_begin(&zip);
	int rc = sg_hwpx_fixed_parts(&zip, count_sections(t, tables->n),
		sg_print_text(title, &arena), o, err);
	if (rc == 0)
		rc = add_sections(&zip, t, tables->n, o, &arena, err);
	if (rc == 0) {
		preview(t, tables->n, sg_zip_add(&zip, "Preview/PrvText.txt", false));
		rc = sg_zip_write(&zip, o->time, out, err);
	}
	sg_zip_release(&zip);
	sg_arena_release(&arena);
	return rc;
}
