/* html.c - see html.h; and the writer of a page that holds nothing but tables. */
#include "config.h"

#include "report/html.h"

#include <stdio.h>

#define FONTS                                                                                \
	"'함초롬바탕','HCR Batang','맑은 고딕','Malgun Gothic','Noto Sans CJK KR'," \
	"'Apple SD Gothic Neo',serif"
#define TEXT   "word-break:keep-all;overflow-wrap:anywhere;white-space:pre-wrap;"
#define BORDER "border:1px solid #555;padding:2pt 4pt;"

void sg_html_escape(struct sg_str s, struct sg_buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '&': sg_buf_addz(out, "&amp;"); break;
		case '<': sg_buf_addz(out, "&lt;"); break;
		case '>': sg_buf_addz(out, "&gt;"); break;
		case '"': sg_buf_addz(out, "&quot;"); break;
		case '\'': sg_buf_addz(out, "&#39;"); break;
		default: sg_buf_addc(out, s.p[i]);
		}
	}
}

static void line(const struct sg_print_line *l, struct sg_buf *out)
{
	sg_buf_addz(out, l->strong ? "<b>" : "");
	sg_html_escape(l->text, out);
	sg_buf_addz(out, l->strong ? "</b>" : "");
}

void sg_html_lines(const struct sg_print_cell *c, struct sg_buf *out)
{
	if (c->nlines == 1) {
		line(&c->lines[0], out);
		return;
	}
	for (size_t i = 0; i < c->nlines; i++) {
		bool quote = c->lines[i].kind == SG_PRINT_QUOTE;
		sg_buf_addz(out, quote && i ? "<p style=\"margin:3pt 0 0 0\">"
					    : "<p style=\"margin:0\">");
		line(&c->lines[i], out);
		sg_buf_addz(out, "</p>");
	}
}

static void columns(const struct sg_print_table *t, const struct sg_html_hooks *hooks,
	struct sg_buf *out)
{
	sg_buf_addz(out, "<colgroup>");
	for (size_t k = 0; k < t->ncolumns; k++) {
		unsigned tenths = (unsigned)(t->columns[k].width * 1000 + 0.5);
		sg_buf_printf(
			out, "<col style=\"width:%u.%u%%\">", tenths / 10, tenths % 10);
	}
	sg_buf_addz(out, "</colgroup>\n<thead>\n<tr>");
	for (size_t k = 0; k < t->ncolumns; k++) {
		sg_buf_addz(out, hooks ? "<th scope=\"col\">"
				       : "<th scope=\"col\" style=\"" BORDER
					 "background:#e9e9e9;text-align:center;"
					 "vertical-align:middle;font-weight:bold\">");
		if (hooks)
			hooks->name(hooks->ctx, k, out);
		else
			sg_html_escape(t->columns[k].label, out);
		sg_buf_addz(out, "</th>");
	}
	sg_buf_addz(out, "</tr>\n</thead>\n");
}

/* The first column names the row, unless it holds numbers or quotations. */
static bool names_row(const struct sg_print_cell *c, size_t k)
{
	return k == 0 && !c->right && c->nlines && c->lines[0].kind == SG_PRINT_TEXT;
}

static bool open_cell(const struct sg_print_cell *c, size_t k, struct sg_buf *out)
{
	bool head = names_row(c, k);

	sg_buf_addz(out, head ? "<th" : "<td");
	if (c->rows > 1)
		sg_buf_printf(out, " rowspan=\"%u\"", c->rows);
	if (head)
		sg_buf_printf(out, " scope=\"%s\"", c->rows > 1 ? "rowgroup" : "row");
	return head;
}

static void cell(const struct sg_print_cell *c, size_t k, struct sg_buf *out)
{
	bool head = open_cell(c, k, out);

	sg_buf_printf(out, " style=\"" BORDER "text-align:%s;vertical-align:top%s",
		c->right ? "right" : "left", head ? ";font-weight:normal" : "");
	if (c->indent)
		sg_buf_printf(out, ";padding-left:%uem", c->indent + 1U);
	sg_buf_addz(out, "\">");
	sg_html_lines(c, out);
	sg_buf_addz(out, head ? "</th>" : "</td>");
}

static void hooked_cell(const struct sg_html_hooks *hooks,
	const struct sg_print_cell *c, size_t row, size_t k, struct sg_buf *out)
{
	bool head = open_cell(c, k, out);

	if (c->right)
		sg_buf_addz(out, " class=\"num\"");
	else if (c->indent)
		sg_buf_printf(out, " class=\"in%u\"", c->indent < 3 ? c->indent : 3);
	sg_buf_addc(out, '>');
	hooks->cell(hooks->ctx, c, row, k, out);
	sg_buf_addz(out, head ? "</th>" : "</td>");
}

static void paragraph(const char *word, struct sg_str text, struct sg_buf *out)
{
	if (text.n == 0)
		return;
	sg_buf_addz(out, "<p style=\"margin:2pt 0;font-family:" FONTS
			 ";font-size:8.5pt;line-height:1.4;" TEXT "\">");
	sg_html_escape(sg_str_of(word), out);
	struct sg_str rest = text, one;
	for (bool first = true; sg_str_line(&rest, &one); first = false) {
		sg_buf_addz(out, first ? "" : "<br>");
		sg_html_escape(one, out);
	}
	sg_buf_addz(out, "</p>\n");
}

static void caption(const struct sg_print_table *t, bool styled, struct sg_buf *out)
{
	sg_buf_addz(out, styled ? "<table style=\"border-collapse:collapse;width:100%;"
				  "font-family:" FONTS
				  ";font-size:9pt;line-height:1.4;" TEXT "\">\n"
				  "<caption style=\"caption-side:top;text-align:left;"
				  "font-size:10pt;padding:4pt 0\"><b>"
				: "<table>\n<caption><b>");
	sg_html_escape(t->mark, out);
	sg_buf_addc(out, ' ');
	sg_html_escape(t->caption, out);
	sg_buf_addz(out, "</b>");
	if (t->lead.n) {
		sg_buf_addz(out, styled ? "<br><span style=\"font-size:9pt\">"
					: "<br><span class=\"lead\">");
		sg_html_escape(t->lead, out);
		sg_buf_addz(out, "</span>");
	}
	sg_buf_addz(out, "</caption>\n");
}

static void rows(const struct sg_print_table *t, const struct sg_html_hooks *hooks,
	struct sg_buf *out)
{
	for (size_t row = 0; row < t->nrows; row++) {
		sg_buf_addz(out, "<tr");
		if (hooks)
			hooks->row(hooks->ctx, row, out);
		sg_buf_addc(out, '>');
		for (size_t k = 0; k < t->ncolumns; k++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			if (!c->covered && hooks)
				hooked_cell(hooks, c, row, k, out);
			else if (!c->covered)
				cell(c, k, out);
		}
		sg_buf_addz(out, "</tr>\n");
	}
}

void sg_html_table_with(const struct sg_print_table *t,
	const struct sg_write_options *o, const struct sg_html_hooks *hooks,
	struct sg_buf *out)
{
	caption(t, !hooks, out);
	columns(t, hooks, out);
	sg_buf_addz(out, "<tbody>\n");
	rows(t, hooks, out);
	if (t->nrows == 0 && t->ncolumns) {
		sg_buf_printf(out, "<tr><td colspan=\"%zu\" style=\"" BORDER "\">",
			t->ncolumns);
		sg_html_escape(sg_str_of(sg_word(SG_WORD_NO_ROWS, o)), out);
		sg_buf_addz(out, "</td></tr>\n");
	}
	sg_buf_addz(out, "</tbody>\n</table>\n");
	if (hooks) {
		hooks->notes(hooks->ctx, out);
		return;
	}
	paragraph(sg_word(SG_WORD_NOTE, o), t->notes, out);
	paragraph(sg_word(SG_WORD_SOURCE, o), t->source, out);
}

void sg_html_table(const struct sg_print_table *t, const struct sg_write_options *o,
	struct sg_buf *out)
{
	sg_html_table_with(t, o, NULL, out);
}

static void page_head(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_arena *arena, bool landscape, struct sg_buf *out)
{
	struct sg_str title = o->title;

	if (title.n == 0 && tables->n)
		title = tables->v[0].caption;
	sg_buf_printf(out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta "
		"charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
		"'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
		o->english ? "en" : "ko");
	sg_html_escape(sg_print_text(title, arena), out);
	sg_buf_printf(out,
		"</title>\n<style>\n"
		"body{max-width:%s;margin:12mm auto;padding:0 4mm;color:#000;"
		"background:#fff}\n"
		"section{margin-bottom:12mm;overflow-x:auto}\n"
		"@page{size:A4 %s;margin:18mm 16mm}\n"
		"@media print{body{margin:0;padding:0;max-width:none}"
		"tr{break-inside:avoid}section{overflow:visible}}\n"
		"</style>\n</head>\n<body>\n",
		landscape ? "265mm" : "178mm", landscape ? "landscape" : "portrait");
}

int sg_write_html(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct sg_arena arena;
	struct sg_buf body;
	bool landscape = false;

	(void)err;
	sg_arena_init(&arena);
	sg_buf_init(&body);
	for (size_t i = 0; i < tables->n; i++) {
		struct sg_print_table t;
		sg_print_layout(tables, i, o, &arena, &t);
		landscape |= t.landscape;
		sg_buf_addz(&body, "<section id=\"");
		sg_html_escape(sg_print_text(tables->v[i].id, &arena), &body);
		sg_buf_addz(&body, "\">\n");
		sg_html_table(&t, o, &body);
		sg_buf_addz(&body, "</section>\n");
	}
	page_head(tables, o, &arena, landscape, out);
	sg_buf_add(out, sg_buf_str(&body));
	sg_buf_addz(out, "</body>\n</html>\n");
	sg_buf_release(&body);
	sg_arena_release(&arena);
	return 0;
}
