/* office.h - reading back what the writers of DOCX, HWPX and HTML wrote, in tests: parts
 * of a ZIP file, and the tables of a document as grids in which a joined cell gives its
 * text to every place it covers. Independent of the code under test but for its slices. */
#ifndef SG_TESTS_OFFICE_H
#define SG_TESTS_OFFICE_H

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <zip.h>

#include "base/arena.h"

struct of_grid {
	size_t rows, cols;
	struct sg_str *cells;
};

struct of_grids {
	struct sg_arena arena;
	SG_VEC(struct of_grid) tables;
};

static inline void of_release(struct of_grids *g)
{
	sg_arena_release(&g->arena);
	free(g->tables.v);
}

/* A part of the ZIP file in bytes; fails when it is not there. */
static inline void of_part(struct sg_str bytes, const char *name, struct sg_buf *out)
{
	char block[4096];
	zip_int64_t n;
	zip_error_t why;

	zip_error_init(&why);
	zip_t *zip = zip_open_from_source(
		zip_source_buffer_create(bytes.p, bytes.n, 0, &why), ZIP_CHECKCONS,
		&why);
	assert_non_null(zip);
	zip_file_t *file = zip_fopen(zip, name, 0);
	if (!file)
		fail_msg("no part %s", name);
	while ((n = zip_fread(file, block, sizeof block)) > 0)
		sg_buf_add(out, (struct sg_str){block, (size_t)n});
	zip_fclose(file);
	zip_discard(zip);
}

static inline xmlDocPtr of_xml(struct sg_str bytes, const char *name)
{
	struct sg_buf part;

	sg_buf_init(&part);
	of_part(bytes, name, &part);
	xmlDocPtr doc = xmlReadMemory(part.p, (int)part.n, name, NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	sg_buf_release(&part);
	return doc;
}

static inline bool of_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static inline const char *of_attr(
	struct sg_arena *a, const xmlNode *n, const char *name, const char *fallback)
{
	for (const xmlAttr *p = n->properties; p; p = p->next)
		if (strcmp((const char *)p->name, name) == 0) {
			xmlChar *v = xmlNodeListGetString(n->doc, p->children, 1);
			const char *copy =
				sg_arena_strz(a, sg_str_of(v ? (const char *)v : ""));
			xmlFree(v);
			return copy;
		}
	return fallback;
}

static inline const xmlNode *of_child(const xmlNode *n, const char *name)
{
	for (n = n->children; n; n = n->next)
		if (of_is(n, name))
			return n;
	return NULL;
}

/* Text below n; paragraphs (elements called p) are parted by LF. leaf: only text inside
 * elements of that name counts, or NULL. */
static inline void of_text(
	const xmlNode *n, const char *leaf, bool inside, struct sg_buf *out)
{
	for (const xmlNode *c = n->children; c; c = c->next) {
		if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) {
			if (inside || !leaf)
				sg_buf_addz(out, (const char *)c->content);
			continue;
		}
		if (c->type != XML_ELEMENT_NODE)
			continue;
		if (of_is(c, "p") && out->n)
			sg_buf_addc(out, '\n');
		if (of_is(c, "br"))
			sg_buf_addc(out, '\n');
		of_text(c, leaf, inside || (leaf && of_is(c, leaf)), out);
	}
}

static inline struct sg_str of_text_of(
	struct sg_arena *a, const xmlNode *n, const char *leaf)
{
	struct sg_buf b;

	sg_buf_init(&b);
	of_text(n, leaf, false, &b);
	struct sg_str s = sg_arena_str(a, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

/* Puts text into rows × cols places from row, col. */
static inline void of_put(struct of_grid *g, size_t row, size_t col, size_t rows,
	size_t cols, struct sg_str text)
{
	assert_true(row + rows <= g->rows && col + cols <= g->cols);
	for (size_t r = row; r < row + rows; r++)
		for (size_t c = col; c < col + cols; c++) {
			assert_null(g->cells[r * g->cols + c].p); /* no overlap */
			g->cells[r * g->cols + c] = text;
		}
}

static inline void of_grid_new(
	struct of_grids *g, struct of_grid *grid, size_t rows, size_t cols)
{
	grid->rows = rows;
	grid->cols = cols;
	grid->cells = sg_arena_array(&g->arena, rows * cols + 1, sizeof *grid->cells);
}

static inline void of_grid_done(struct of_grids *g, const struct of_grid *grid)
{
	for (size_t i = 0; i < grid->rows * grid->cols; i++)
		assert_non_null(grid->cells[i].p); /* no hole */
	SG_PUSH(&g->tables, *grid);
}

static inline size_t of_count(const xmlNode *n, const char *name)
{
	size_t count = 0;

	for (n = n->children; n; n = n->next)
		count += of_is(n, name);
	return count;
}

static inline void of_docx_table(struct of_grids *g, const xmlNode *tbl)
{
	struct of_grid grid;
	size_t row = 0;

	of_grid_new(g, &grid, of_count(tbl, "tr"),
		of_count(of_child(tbl, "tblGrid"), "gridCol"));
	for (const xmlNode *tr = tbl->children; tr; tr = tr->next) {
		size_t col = 0;
		if (!of_is(tr, "tr"))
			continue;
		for (const xmlNode *tc = tr->children; tc; tc = tc->next) {
			if (!of_is(tc, "tc"))
				continue;
			const xmlNode *merge = of_child(of_child(tc, "tcPr"), "vMerge");
			bool on = merge &&
				  strcmp(of_attr(&g->arena, merge, "val", "continue"),
					  "continue") == 0;
			struct sg_str text = of_text_of(&g->arena, tc, "t");
			if (on)
				assert_int_equal(text.n, 0);
			of_put(&grid, row, col, 1, 1,
				on ? grid.cells[(row - 1) * grid.cols + col] : text);
			col++;
		}
		row++;
	}
	of_grid_done(g, &grid);
}

static inline void of_hwpx_table(struct of_grids *g, const xmlNode *tbl)
{
	struct of_grid grid;
	size_t row = 0;

	of_grid_new(g, &grid, (size_t)atol(of_attr(&g->arena, tbl, "rowCnt", "0")),
		(size_t)atol(of_attr(&g->arena, tbl, "colCnt", "0")));
	for (const xmlNode *tr = tbl->children; tr; tr = tr->next) {
		if (!of_is(tr, "tr"))
			continue;
		for (const xmlNode *tc = tr->children; tc; tc = tc->next) {
			if (!of_is(tc, "tc"))
				continue;
			const xmlNode *at = of_child(tc, "cellAddr"),
				      *span = of_child(tc, "cellSpan");
			assert_int_equal(
				atol(of_attr(&g->arena, at, "rowAddr", "")), row);
			of_put(&grid, row,
				(size_t)atol(of_attr(&g->arena, at, "colAddr", "")),
				(size_t)atol(of_attr(&g->arena, span, "rowSpan", "")),
				(size_t)atol(of_attr(&g->arena, span, "colSpan", "")),
				of_text_of(&g->arena, of_child(tc, "subList"), "t"));
		}
		row++;
	}
	assert_int_equal(row, grid.rows);
	of_grid_done(g, &grid);
}

static inline void of_html_rows(
	struct of_grids *g, struct of_grid *grid, const xmlNode *part, size_t *row)
{
	for (const xmlNode *tr = part->children; tr; tr = tr->next) {
		size_t col = 0;
		if (!of_is(tr, "tr"))
			continue;
		for (const xmlNode *td = tr->children; td; td = td->next) {
			if (!of_is(td, "td") && !of_is(td, "th"))
				continue;
			while (col < grid->cols &&
				grid->cells[*row * grid->cols + col].p)
				col++;
			size_t span =
				(size_t)atol(of_attr(&g->arena, td, "colspan", "1"));
			of_put(grid, *row, col,
				(size_t)atol(of_attr(&g->arena, td, "rowspan", "1")),
				span, of_text_of(&g->arena, td, NULL));
			col += span;
		}
		++*row;
	}
}

static inline void of_html_table(struct of_grids *g, const xmlNode *tbl)
{
	const xmlNode *head = of_child(tbl, "thead"), *body = of_child(tbl, "tbody");
	struct of_grid grid;
	size_t row = 0;

	of_grid_new(g, &grid, of_count(head, "tr") + of_count(body, "tr"),
		of_count(of_child(head, "tr"), "th"));
	of_html_rows(g, &grid, head, &row);
	of_html_rows(g, &grid, body, &row);
	of_grid_done(g, &grid);
}

static inline void of_walk(struct of_grids *g, const xmlNode *n, const char *name,
	void (*table)(struct of_grids *g, const xmlNode *tbl))
{
	for (; n; n = n->next) {
		if (of_is(n, name))
			table(g, n);
		else
			of_walk(g, n->children, name, table);
	}
}

static inline void of_docx(struct of_grids *g, struct sg_str bytes)
{
	xmlDocPtr doc = of_xml(bytes, "word/document.xml");

	memset(g, 0, sizeof *g);
	of_walk(g, xmlDocGetRootElement(doc), "tbl", of_docx_table);
	xmlFreeDoc(doc);
}

/* Sections in the order of the spine. */
static inline void of_hwpx(struct of_grids *g, struct sg_str bytes)
{
	xmlDocPtr content = of_xml(bytes, "Contents/content.hpf");
	const xmlNode *spine = of_child(xmlDocGetRootElement(content), "spine");
	char name[80];

	memset(g, 0, sizeof *g);
	for (const xmlNode *n = spine->children; n; n = n->next) {
		const char *id =
			of_is(n, "itemref") ? of_attr(&g->arena, n, "idref", "") : "";
		if (strncmp(id, "section", 7) != 0)
			continue;
		snprintf(name, sizeof name, "Contents/%s.xml", id);
		xmlDocPtr doc = of_xml(bytes, name);
		of_walk(g, xmlDocGetRootElement(doc), "tbl", of_hwpx_table);
		xmlFreeDoc(doc);
	}
	xmlFreeDoc(content);
}

static inline void of_html(struct of_grids *g, struct sg_str bytes)
{
	htmlDocPtr doc = htmlReadMemory(bytes.p, (int)bytes.n, "t.html", "UTF-8",
		HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);

	memset(g, 0, sizeof *g);
	assert_non_null(doc);
	of_walk(g, xmlDocGetRootElement(doc), "table", of_html_table);
	xmlFreeDoc(doc);
}

#endif
