/* sheet_xlsx.c - a coding sheet that came back as an Excel workbook, as
 * report/sheet_xlsx.c writes it; and any workbook with the columns of sheet_table.c. */
#include "config.h"

#include "ingest/sheet_file.h"
#include "ingest/sheet_rows.h"

static const struct sg_sheet *meta_of(const struct sg_workbook *book)
{
	for (size_t i = 0; i < book->n; i++)
		if (sg_str_eqz(book->v[i].name, SG_SHEET_META))
			return &book->v[i];
	return NULL;
}

bool sg_sheet_is_xlsx(struct sg_str bytes, const char *source)
{
	struct sg_error ignored = {0};
	struct sg_workbook book;
	bool is = sg_is_workbook(bytes);

	if (!is)
		return false;
	is = sg_xlsx_read_bytes(&book, bytes, source, &ignored) == 0 && meta_of(&book);
	sg_workbook_release(&book);
	return is;
}

int sg_sheet_read_xlsx(struct sg_sheet_file *out, struct sg_str bytes,
	const char *source, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_table_reader r;
	struct sg_workbook book;
	int rc = sg_xlsx_read_bytes(&book, bytes, source, err);

	if (rc == 0) {
		const struct sg_sheet *meta = meta_of(&book), *first = NULL;
		if (meta) {
			out->coder =
				sg_arena_str(&out->arena, sg_sheet_cell(meta, 0, 1));
			out->blind = sg_str_eqz(sg_sheet_cell(meta, 1, 1), "yes");
			first = &book.v[0];
		} else {
			first = sg_sheet_choose(&book, NULL, source, notes, err);
		}
		sg_table_reader_init(&r, out, source, false, notes);
		rc = first ? sg_sheet_rows(
				     first, source, notes, sg_table_reader_row, &r, err)
			   : SG_EINPUT;
	}
	sg_workbook_release(&book);
	if (rc == 0 && out->n == 0)
		rc = sg_error_at(err, SG_EINPUT, source, 0, 0,
			_("there is no answer in this sheet"));
	return rc;
}
