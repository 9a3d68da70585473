/* network_files.c - the table of codes that occur together as a network for other programs:
 * GraphML 1.0 (graphml.graphdrawing.org), which igraph, Gephi, Cytoscape and yEd read, and
 * GEXF 1.3 (gexf.net), Gephi's own. Undirected: a node a code, an edge a pair; every number
 * of the table is a datum of its edge, and nodes also have their degree (pairs) and
 * strength (sum of n11). */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/number.h"
#include "report/cells.h"
#include "report/xml.h"

struct node {
	struct sg_str label;
	size_t row;
};

struct network {
	const struct sg_table *pairs, *nodes; /* nodes: NULL where they were not made */
	size_t code1, code2, name1, name2, n11; /* columns of pairs */
	size_t code, name, theme, n;            /* and of nodes */
	double *degree, *strength;              /* by row of nodes */
	struct sg_xml xml;
	struct sg_buf text; /* scratch */
	bool gexf;
};

static const struct sg_table *find(const struct sg_tables *tables, const char *id)
{
	for (size_t i = 0; i < tables->n; i++)
		if (sg_str_eqz(tables->v[i].id, id))
			return &tables->v[i];
	return NULL;
}

static void key(struct network *g, const char *id, const char *of, const char *type)
{
	if (g->gexf)
		sg_xml_leaf(&g->xml, "attribute", "id", id, "title", id, "type", type,
			NULL);
	else
		sg_xml_leaf(&g->xml, "key", "id", id, "for", of, "attr.name", id,
			"attr.type", type, NULL);
}

static bool is_text(const struct sg_cell *c)
{
	return c->kind == SG_CELL_TEXT || c->kind == SG_CELL_EMPTY;
}

static const char *integer(const struct network *g)
{
	return g->gexf ? "integer" : "int";
}

/* What the column says, which holds without pairs too. */
static const char *type_of(const struct network *g, size_t k)
{
	switch (g->pairs->columns[k].kind) {
	case SG_CELL_REAL: return "double";
	case SG_CELL_COUNT: return integer(g);
	default: return "string";
	}
}

/* Of pairs: what is not the name of one of the two. */
static bool is_datum(const struct network *g, size_t k)
{
	return k != g->code1 && k != g->code2 && k != g->name1 && k != g->name2;
}

static void open_keys(struct network *g, const char *of)
{
	if (g->gexf)
		sg_xml_open(&g->xml, "attributes", "class", of, NULL);
}

static void close_if_gexf(struct network *g)
{
	if (g->gexf)
		sg_xml_close(&g->xml);
}

static void keys(struct network *g)
{
	const struct sg_table *t = g->pairs;

	open_keys(g, "node");
	if (!g->gexf)
		key(g, "label", "node", "string");
	key(g, "name", "node", "string");
	key(g, "theme", "node", "string");
	key(g, "n", "node", integer(g));
	key(g, "degree", "node", integer(g));
	key(g, "strength", "node", integer(g));
	close_if_gexf(g);
	open_keys(g, "edge");
	for (size_t k = 0; k < t->ncolumns; k++)
		if (is_datum(g, k))
			key(g, t->columns[k].key.p, "edge", type_of(g, k));
	close_if_gexf(g);
}

static void datum(struct network *g, const char *name, struct sg_str value)
{
	sg_buf_reset(&g->text);
	sg_visible(value, &g->text);
	if (g->gexf) {
		sg_xml_leaf(&g->xml, "attvalue", "for", name, "value",
			sg_buf_z(&g->text), NULL);
		return;
	}
	sg_xml_open(&g->xml, "data", "key", name, NULL);
	sg_xml_text(&g->xml, sg_buf_str(&g->text));
	sg_xml_close(&g->xml);
}

static void number(struct network *g, const char *name, double value, unsigned digits)
{
	struct sg_buf b;

	if (!isfinite(value)) /* no datum: not defined */
		return;
	sg_buf_init(&b);
	sg_decimal(&b, value, digits);
	datum(g, name, sg_buf_str(&b));
	sg_buf_release(&b);
}

static int by_label(const void *a, const void *b)
{
	const struct node *x = a, *y = b;

	return sg_str_cmp(x->label, y->label);
}

static void count(struct network *g, const struct node *nodes, size_t pair, size_t end)
{
	const struct node wanted = {sg_table_cell(g->pairs, pair, end)->text, 0};
	const struct node *node =
		bsearch(&wanted, nodes, g->nodes->nrows, sizeof *nodes, by_label);

	g->degree[node->row]++;
	g->strength[node->row] += sg_table_cell(g->pairs, pair, g->n11)->number;
}

/* Degree and strength of every node. The nodes are the codes of all pairs and more. */
static void count_pairs(struct network *g)
{
	size_t n = g->nodes->nrows;
	struct node *nodes = sg_zalloc(n, sizeof *nodes);

	g->degree = sg_zalloc(n, sizeof *g->degree);
	g->strength = sg_zalloc(n, sizeof *g->strength);
	for (size_t i = 0; i < n; i++)
		nodes[i] = (struct node){sg_table_cell(g->nodes, i, g->code)->text, i};
	qsort(nodes, n, sizeof *nodes, by_label);
	for (size_t i = 0; i < g->pairs->nrows; i++) {
		count(g, nodes, i, g->code1);
		count(g, nodes, i, g->code2);
	}
	free(nodes);
}

static void find_columns(struct network *g)
{
	g->code1 = sg_table_find(g->pairs, "code1");
	g->code2 = sg_table_find(g->pairs, "code2");
	g->name1 = sg_table_find(g->pairs, "name1");
	g->name2 = sg_table_find(g->pairs, "name2");
	g->n11 = sg_table_find(g->pairs, "n11");
	g->code = sg_table_find(g->nodes, "code");
	g->name = sg_table_find(g->nodes, "name");
	g->theme = sg_table_find(g->nodes, "theme");
	g->n = sg_table_find(g->nodes, "n");
}

static void put_node(struct network *g, size_t row)
{
	const struct sg_cell *cells = sg_table_cell(g->nodes, row, 0);
	struct sg_str label = cells[g->code].text;

	sg_buf_reset(&g->text);
	sg_visible(label, &g->text);
	sg_xml_open(&g->xml, "node", "id", sg_buf_z(&g->text), NULL);
	if (g->gexf) {
		sg_xml_attribute(&g->xml, "label", sg_buf_z(&g->text));
		sg_xml_open(&g->xml, "attvalues", NULL);
	} else {
		datum(g, "label", label);
	}
	datum(g, "name", cells[g->name].text);
	datum(g, "theme", cells[g->theme].text);
	number(g, "n", cells[g->n].number, 0);
	number(g, "degree", g->degree[row], 0);
	number(g, "strength", g->strength[row], 0);
	close_if_gexf(g);
	sg_xml_close(&g->xml);
}

static void put_edge(struct network *g, size_t row)
{
	const struct sg_table *t = g->pairs;
	const struct sg_cell *cells = sg_table_cell(t, row, 0);
	struct sg_buf from;

	sg_buf_init(&from);
	sg_buf_reset(&g->text);
	sg_visible(cells[g->code1].text, &from);
	sg_visible(cells[g->code2].text, &g->text);
	sg_xml_open(&g->xml, "edge", "source", sg_buf_z(&from), "target",
		sg_buf_z(&g->text), NULL);
	sg_buf_release(&from);
	if (g->gexf) {
		sg_xml_attribute(&g->xml, "id", sg_xml_num(&g->xml, (long)row));
		sg_xml_attribute(&g->xml, "weight",
			sg_xml_num(&g->xml, lround(cells[g->n11].number)));
		sg_xml_open(&g->xml, "attvalues", NULL);
	}
	for (size_t k = 0; k < t->ncolumns; k++) {
		const struct sg_cell *c = &cells[k];
		if (!is_datum(g, k))
			continue;
		if (is_text(c))
			datum(g, t->columns[k].key.p, c->text);
		else
			number(g, t->columns[k].key.p, c->number,
				c->kind == SG_CELL_REAL ? c->digits : 0);
	}
	close_if_gexf(g);
	sg_xml_close(&g->xml);
}

static void graphml(struct network *g)
{
	sg_xml_open(&g->xml, "graphml", "xmlns",
		"http://graphml.graphdrawing.org/xmlns", NULL);
	keys(g);
	sg_xml_open(
		&g->xml, "graph", "id", "cooccur", "edgedefault", "undirected", NULL);
	for (size_t i = 0; i < g->nodes->nrows; i++)
		put_node(g, i);
	for (size_t i = 0; i < g->pairs->nrows; i++)
		put_edge(g, i);
	sg_xml_close(&g->xml);
	sg_xml_close(&g->xml);
}

static void gexf(struct network *g)
{
	sg_xml_open(&g->xml, "gexf", "xmlns", "http://gexf.net/1.3", "version", "1.3",
		NULL);
	sg_xml_open(&g->xml, "graph", "defaultedgetype", "undirected", NULL);
	keys(g);
	sg_xml_open(&g->xml, "nodes", NULL);
	for (size_t i = 0; i < g->nodes->nrows; i++)
		put_node(g, i);
	sg_xml_close(&g->xml);
	sg_xml_open(&g->xml, "edges", NULL);
	for (size_t i = 0; i < g->pairs->nrows; i++)
		put_edge(g, i);
	sg_xml_close(&g->xml);
	sg_xml_close(&g->xml);
	sg_xml_close(&g->xml);
}

static int write(const struct sg_tables *tables, bool as_gexf, struct sg_buf *out,
	struct sg_error *err)
{
	struct network g = {.pairs = find(tables, "cooccur"),
		.nodes = find(tables, "cooccur-codes"),
		.gexf = as_gexf};

	if (!g.pairs || !g.nodes || tables->n != 2)
		return sg_error_set(err, SG_EUSAGE,
			_("%s is a network: only 'table cooccur' is one"),
			as_gexf ? "gexf" : "graphml");
	find_columns(&g);
	count_pairs(&g);
	sg_xml_init(&g.xml);
	sg_buf_init(&g.text);
	if (as_gexf)
		gexf(&g);
	else
		graphml(&g);
	sg_buf_release(&g.text);
	free(g.degree);
	free(g.strength);
	return sg_xml_finish(&g.xml, out, err);
}

int sg_write_graphml(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)o;
	return write(tables, false, out, err);
}

int sg_write_gexf(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)o;
	return write(tables, true, out, err);
}
