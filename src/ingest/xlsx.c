/* xlsx.c - see xlsx.h: the workbook, its relationships, styles and texts. The cells are
 * read in xlsx_sheet.c. */
#include "config.h"

#include "ingest/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ingest/key.h"
#include "ingest/xlsx_parts.h"
#include "text/decode.h"
#include "text/utf8.h"

struct relation {
	struct sg_str id, type, target;
};

enum { /* Excel's own limits, or above them */
	SHEETS_MAX = 4096,
	FORMATS_MAX = 5000,
	STYLES_MAX = 70000,
};

static int too_many(struct sg_xlsx_parts *x, const struct sg_part *part)
{
	return sg_error_at(x->err, SG_ETOOBIG, x->path, 0, 0,
		_("'%s' in it has more entries than Excel can have"), part->name);
}

/* Calls fn for every node of a part. */
static int each_node(struct sg_xlsx_parts *x, const char *name,
	int (*fn)(struct sg_xlsx_parts *x, struct sg_part *part))
{
	struct sg_part part;
	int rc = sg_part_open(&part, x->package, name, x->err);

	if (rc < 0)
		return rc;
	while ((rc = sg_part_next(&part)) > 0) {
		rc = fn(x, &part);
		if (rc < 0)
			break;
	}
	sg_part_close(&part);
	return rc;
}

/* "../a/b.xml" relative to the folder of `from`, without the leading slash. */
static struct sg_str resolve(
	struct sg_arena *arena, struct sg_str from, struct sg_str target)
{
	struct sg_buf b;
	struct sg_str rest = target, piece;

	sg_buf_init(&b);
	if (!sg_str_starts(target, SG_STR("/"))) {
		size_t dir = from.n;
		while (dir > 0 && from.p[dir - 1] != '/')
			dir--;
		sg_buf_add(&b, sg_str_sub(from, 0, dir));
	}
	while (sg_str_split(&rest, '/', &piece)) {
		if (piece.n == 0 || sg_str_eqz(piece, "."))
			continue;
		if (sg_str_eqz(piece, "..")) {
			b.n -= b.n > 0; /* the slash */
			while (b.n > 0 && b.p[b.n - 1] != '/')
				b.n--;
			continue;
		}
		if (b.n && b.p[b.n - 1] != '/')
			sg_buf_addc(&b, '/');
		sg_buf_add(&b, piece);
		sg_buf_addc(&b, '/');
	}
	if (b.n && b.p[b.n - 1] == '/')
		b.n--;
	struct sg_str out = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

static int on_relation(struct sg_xlsx_parts *x, struct sg_part *part)
{
	if (!sg_part_starts(part, "Relationship"))
		return 0;
	struct relation r = {sg_part_attribute(part, "Id", &x->scratch),
		sg_part_attribute(part, "Type", &x->scratch),
		sg_part_attribute(part, "Target", &x->scratch)};
	r.target = resolve(&x->scratch, x->base, r.target);
	if (sg_str_ends(r.type, SG_STR("/officeDocument")))
		x->main = r.target;
	else if (sg_str_ends(r.type, SG_STR("/sharedStrings")))
		x->strings_part = r.target;
	else if (sg_str_ends(r.type, SG_STR("/styles")))
		x->styles_part = r.target;
	else if (sg_str_ends(r.type, SG_STR("/worksheet")))
		for (size_t i = 0; i < x->sheets.n; i++)
			if (sg_str_eq(x->sheets.v[i].id, r.id))
				x->sheets.v[i].part = r.target;
	return 0;
}

static int on_workbook(struct sg_xlsx_parts *x, struct sg_part *part)
{
	if (sg_part_starts(part, "workbookPr")) {
		struct sg_str v = sg_part_attribute(part, "date1904", &x->scratch);
		x->from_1904 = sg_str_eqz(v, "1") || sg_str_eqz(v, "true");
	}
	if (!sg_part_starts(part, "sheet"))
		return 0;
	if (x->sheets.n == SHEETS_MAX)
		return too_many(x, part);
	struct sg_str state = sg_part_attribute(part, "state", &x->scratch);
	struct sg_xlsx_tab s = {.name = sg_part_attribute(part, "name", &x->scratch),
		.id = sg_part_attribute(part, "id", &x->scratch),
		.hidden = sg_str_starts(state, SG_STR("hidden")) ||
			  sg_str_starts(state, SG_STR("veryHidden"))};
	SG_PUSH(&x->sheets, s);
	return 0;
}

static int on_style(struct sg_xlsx_parts *x, struct sg_part *part)
{
	uint64_t id = 0;

	if (sg_part_starts(part, "cellXfs"))
		x->in_cell_styles = true;
	if (sg_part_ends(part, "cellXfs"))
		x->in_cell_styles = false;
	if (x->formats.n > FORMATS_MAX || x->styles.n > STYLES_MAX)
		return too_many(x, part);
	if (sg_part_starts(part, "numFmt")) {
		struct sg_str code = sg_part_attribute(part, "formatCode", &x->scratch);
		sg_str_uint(sg_part_attribute(part, "numFmtId", &x->scratch),
			UINT32_MAX, &id);
		struct sg_xlsx_format f = {id, sg_number_style_of(code, &x->scratch)};
		SG_PUSH(&x->formats, f);
	}
	if (!x->in_cell_styles || !sg_part_starts(part, "xf"))
		return 0;
	sg_str_uint(sg_part_attribute(part, "numFmtId", &x->scratch), UINT32_MAX, &id);
	struct sg_number_style style = sg_number_style_builtin(id);
	for (size_t i = 0; i < x->formats.n; i++)
		if (x->formats.v[i].id == id)
			style = x->formats.v[i].style;
	SG_PUSH(&x->styles, style);
	return 0;
}

/* _x000D_ stands for the character U+000D (ST_Xstring, 22.9.2.19). */
static bool escape_at(struct sg_str s, size_t at, uint32_t *cp)
{
	*cp = 0;
	if (at + 7 > s.n || s.p[at + 1] != 'x' || s.p[at + 6] != '_')
		return false;
	for (size_t i = at + 2; i < at + 6; i++) {
		char c = s.p[i];
		uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
				 : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
				 : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
							: 16;
		if (digit == 16)
			return false;
		*cp = *cp << 4 | digit;
	}
	return *cp != 0 && (*cp < 0xD800 || *cp > 0xDFFF);
}

struct sg_str sg_xlsx_stored(struct sg_xlsx_parts *x, struct sg_str raw)
{
	struct sg_buf *plain = &x->plain, *composed = &x->composed;
	uint32_t cp;

	sg_buf_reset(plain);
	sg_buf_reset(composed);
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i] == '_' && escape_at(raw, i, &cp)) {
			sg_utf8_put(plain, cp);
			i += 6;
		} else {
			sg_buf_addc(plain, raw.p[i]);
		}
	}
	sg_compose(sg_buf_str(plain), composed);
	if (composed->n == 0)
		return (struct sg_str){"", 0};
	return sg_arena_str(x->arena, sg_buf_str(composed));
}

bool sg_xlsx_append(struct sg_part *part, unsigned *phonetic, struct sg_buf *text)
{
	int type = xmlTextReaderNodeType(part->xml);

	/* the reading of Japanese names, which is not part of the text */
	if (sg_part_starts(part, "rPh") && !sg_part_ends(part, "rPh"))
		++*phonetic;
	else if (sg_part_ends(part, "rPh") && *phonetic > 0)
		--*phonetic;
	if (*phonetic ||
		(type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA &&
			type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE &&
			type != XML_READER_TYPE_WHITESPACE))
		return false;
	const xmlChar *value = xmlTextReaderConstValue(part->xml);
	sg_buf_add(text, sg_str_of((const char *)value));
	return true;
}

static int on_string(struct sg_xlsx_parts *x, struct sg_part *part)
{
	if (sg_part_starts(part, "si"))
		sg_buf_reset(&x->raw);
	if (sg_part_starts(part, "t"))
		x->in_text = true;
	if (x->in_text)
		sg_xlsx_append(part, &x->phonetic, &x->raw);
	else if (sg_part_starts(part, "rPh") || sg_part_ends(part, "rPh"))
		sg_xlsx_append(part, &x->phonetic, &x->raw);
	if (sg_part_ends(part, "t"))
		x->in_text = false;
	if (sg_part_ends(part, "si") && x->strings.n == SG_XLSX_CELLS)
		return too_many(x, part);
	if (sg_part_ends(part, "si"))
		SG_PUSH(&x->strings, sg_xlsx_stored(x, sg_buf_str(&x->raw)));
	return 0;
}

/* Relations of a part are in _rels/NAME.rels beside it. */
static int read_relations(struct sg_xlsx_parts *x, struct sg_str of)
{
	size_t dir = of.n;

	while (dir > 0 && of.p[dir - 1] != '/')
		dir--;
	struct sg_str name = sg_arena_printf(&x->scratch, "%.*s_rels/%.*s.rels",
		SG_ARG(sg_str_sub(of, 0, dir)), SG_ARG(sg_str_skip(of, dir)));
	x->base = of;
	return each_node(x, name.p, on_relation);
}

static int find_main(struct sg_xlsx_parts *x)
{
	int rc = 0;

	if (sg_package_has(x->package, "_rels/.rels"))
		rc = read_relations(x, (struct sg_str){"", 0});
	if (rc < 0)
		return rc;
	if (x->main.n == 0)
		x->main = SG_STR("xl/workbook.xml");
	if (sg_str_ends(x->main, SG_STR(".bin")))
		return sg_error_at(x->err, SG_EINPUT, x->path, 0, 0,
			_("a binary workbook (.xlsb): save it as .xlsx"));
	if (!sg_package_has(x->package, x->main.p) ||
		sg_str_find(x->main, SG_STR("word/")) != SIZE_MAX)
		return sg_error_at(x->err, SG_EINPUT, x->path, 0, 0,
			_("a zip file, but no Excel workbook"));
	return 0;
}

static int read_parts(struct sg_xlsx_parts *x, struct sg_workbook *out)
{
	int rc = find_main(x);

	if (rc == 0)
		rc = each_node(x, x->main.p, on_workbook);
	if (rc == 0)
		rc = read_relations(x, x->main);
	if (rc == 0 && x->styles_part.n && sg_package_has(x->package, x->styles_part.p))
		rc = each_node(x, x->styles_part.p, on_style);
	if (rc == 0 && x->strings_part.n &&
		sg_package_has(x->package, x->strings_part.p))
		rc = each_node(x, x->strings_part.p, on_string);
	if (rc < 0)
		return rc;
	out->v = sg_arena_array(x->arena, x->sheets.n, sizeof *out->v);
	for (size_t i = 0; i < x->sheets.n && rc == 0; i++) {
		const struct sg_xlsx_tab *s = &x->sheets.v[i];
		if (s->part.n == 0) /* a chart */
			continue;
		out->v[out->n].name = sg_xlsx_stored(x, s->name);
		out->v[out->n].hidden = s->hidden;
		rc = sg_xlsx_read_sheet(x, s->part.p, &out->v[out->n]);
		out->n++;
	}
	if (rc == 0 && out->n == 0)
		rc = sg_error_at(x->err, SG_EINPUT, x->path, 0, 0,
			_("there is no sheet in the workbook"));
	return rc;
}

int sg_xlsx_read_bytes(struct sg_workbook *out, struct sg_str bytes, const char *path,
	struct sg_error *err)
{
	struct sg_xlsx_parts x = {.path = path, .arena = &out->arena, .err = err};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_arena_init(&x.scratch);
	int rc = sg_package_open(&x.package, bytes, path, err);
	if (rc == 0)
		rc = read_parts(&x, out);
	sg_package_free(x.package);
	free(x.sheets.v);
	free(x.formats.v);
	free(x.styles.v);
	free(x.strings.v);
	free(x.cells.v);
	free(x.merges.v);
	sg_buf_release(&x.raw);
	sg_buf_release(&x.plain);
	sg_buf_release(&x.composed);
	sg_arena_release(&x.scratch);
	if (rc < 0)
		sg_workbook_release(out);
	return rc;
}

int sg_xlsx_read(struct sg_workbook *out, const char *path, struct sg_error *err)
{
	struct sg_buf bytes;

	memset(out, 0, sizeof *out);
	sg_buf_init(&bytes);
	int rc = sg_file_read(path, SG_PACKAGE_CAP, &bytes, err);
	if (rc == 0)
		rc = sg_xlsx_read_bytes(out, sg_buf_str(&bytes), path, err);
	sg_buf_release(&bytes);
	return rc;
}

void sg_workbook_release(struct sg_workbook *book)
{
	sg_arena_release(&book->arena);
	memset(book, 0, sizeof *book);
}

struct sg_str sg_sheet_cell(const struct sg_sheet *sheet, size_t row, size_t col)
{
	if (row >= sheet->nrows || col >= sheet->ncols)
		return (struct sg_str){"", 0};
	return sheet->cells[row * sheet->ncols + col];
}

const struct sg_sheet *sg_workbook_find(
	const struct sg_workbook *book, struct sg_str name)
{
	uint64_t number;

	for (size_t i = 0; i < book->n; i++)
		if (sg_str_eq(book->v[i].name, name))
			return &book->v[i];
	for (size_t i = 0; i < book->n && sg_key_length(name); i++)
		if (sg_key_eq(book->v[i].name, name))
			return &book->v[i];
	if (sg_str_uint(name, book->n, &number) && number > 0)
		return &book->v[number - 1];
	return NULL;
}
