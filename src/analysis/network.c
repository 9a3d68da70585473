/* network.c - where each code lies in the network of codes that occur together: its
 * centralities and its community (graph.h). */
#include "config.h"

#include "analysis/analysis.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/code_units.h"
#include "analysis/graph.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

struct network {
	struct sg_view v;
	struct sg_tables *t;
	struct sg_tables pairs; /* sg_cooccur: the pairs, then their codes */
	uint32_t *node;         /* of a code that occurs */
	uint32_t *code,
		*row; /* of a node: its code, its row among those of the pairs */
	uint32_t nnodes;
	struct sg_graph_edge *edges;
	struct sg_graph graph;
	struct sg_str unit;
};

enum {
	CODE,
	NAME,
	UNITS,
	DEGREE,
	STRENGTH,
	SHARE,
	BETWEENNESS,
	CLOSENESS,
	EIGENVECTOR,
	COMMUNITY,
	NCOLUMNS
};

static struct sg_str label(const struct network *n, enum sg_label l)
{
	return sg_label(l, n->v.english);
}

static uint32_t code_of(const struct network *n, const struct sg_cell *c)
{
	return sg_study_code_find(n->v.s, c->text);
}

static void find_edges(struct network *n)
{
	const struct sg_table *pairs = &n->pairs.v[0], *codes = &n->pairs.v[1];
	struct sg_arena *arena = n->v.arena;

	n->node = sg_arena_array(arena, n->v.s->ncodes, sizeof *n->node);
	n->code = sg_arena_array(arena, codes->nrows, sizeof *n->code);
	n->row = sg_arena_array(arena, codes->nrows, sizeof *n->row);
	for (uint32_t i = 0; i < codes->nrows; i++) {
		uint32_t code = code_of(n, sg_table_at(codes, i, "code"));
		if (sg_table_at(codes, i, "n")->number > 0) {
			n->code[n->nnodes] = code;
			n->row[n->nnodes] = i;
			n->node[code] = n->nnodes++;
		}
	}
	n->edges = sg_arena_array(arena, pairs->nrows, sizeof *n->edges);
	for (size_t i = 0; i < pairs->nrows; i++)
		n->edges[i] = (struct sg_graph_edge){
			n->node[code_of(n, sg_table_at(pairs, i, "code1"))],
			n->node[code_of(n, sg_table_at(pairs, i, "code2"))],
			sg_table_at(pairs, i, "n11")->number};
}

static struct sg_table *new_table(struct network *n)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool right, wrap;
	} columns[NCOLUMNS] = {
		[CODE] = {"code", SG_LABEL_CODE, false, false},
		[NAME] = {"name", SG_LABEL_CODE, false, true},
		[UNITS] = {"n", SG_LABEL_NETWORK_UNITS, true, false},
		[DEGREE] = {"degree", SG_LABEL_DEGREE, true, false},
		[STRENGTH] = {"strength", SG_LABEL_STRENGTH, true, false},
		[SHARE] = {"degree_centrality", SG_LABEL_DEGREE_SHARE, true, false},
		[BETWEENNESS] = {"betweenness", SG_LABEL_BETWEENNESS, true, false},
		[CLOSENESS] = {"closeness", SG_LABEL_CLOSENESS, true, false},
		[EIGENVECTOR] = {"eigenvector", SG_LABEL_EIGENVECTOR, true, false},
		[COMMUNITY] = {"community", SG_LABEL_COMMUNITY, true, false},
	};
	struct sg_table *t = sg_tables_add(n->t, "network", NCOLUMNS);

	for (size_t k = 0; k < NCOLUMNS; k++)
		sg_table_column(n->t, t, k, columns[k].key, label(n, columns[k].label),
			columns[k].right, columns[k].wrap);
	t->columns[CODE].machine = true;
	return t;
}

static void add_row(struct network *n, struct sg_table *t, uint32_t of)
{
	const struct sg_table *codes = &n->pairs.v[1];
	const struct sg_graph_node *node = &n->graph.nodes[of];
	uint32_t code = n->code[of];
	struct sg_cell *row = sg_table_row(n->t, t);

	row[CODE] = sg_cell_text(n->v.s->codes[code].label);
	row[NAME] = sg_cell_text(sg_view_code_title(&n->v, code));
	row[UNITS] = sg_cell_count(sg_table_at(codes, n->row[of], "n")->number);
	row[DEGREE] = sg_cell_count(node->degree);
	row[STRENGTH] = sg_cell_count(node->strength);
	row[SHARE] = sg_cell_real(node->degree_share, 3);
	row[BETWEENNESS] = sg_cell_real(node->betweenness, 3);
	row[CLOSENESS] = sg_cell_real(node->closeness, 3);
	row[EIGENVECTOR] = sg_cell_real(node->eigenvector, 3);
	if (node->community)
		row[COMMUNITY] = sg_cell_count(node->community);
}

static void add_notes(struct network *n, struct sg_table *t, double min)
{
	const struct sg_table *pairs = &n->pairs.v[0];
	struct sg_arena *a = n->v.arena;
	struct sg_str none = SG_STR("");
	struct sg_str args[] = {sg_count_str(a, pairs->nrows),
		sg_count_str(a, min > 1 ? (uint64_t)ceil(min) : 1),
		isfinite(n->graph.density) ? sg_decimal_str(a, n->graph.density, 3)
					   : SG_STR("–"),
		sg_count_str(a, n->nnodes),
		sg_count_str(a, n->pairs.v[1].nrows - n->nnodes)};

	sg_table_note(
		n->t, t, SG_ABOUT_RULE, sg_fill(a, label(n, SG_NOTE_NETWORK), args, 5));
	sg_remark(n->t, t, &n->v, SG_NOTE_CENTRALITY, none, none, none);
	if (isfinite(n->graph.modularity)) {
		struct sg_str found[] = {sg_count_str(a, n->graph.communities),
			sg_decimal_str(a, n->graph.modularity, 3),
			sg_count_str(a, SG_GRAPH_SEED), sg_count_str(a, SG_GRAPH_RUNS)};
		sg_table_note(n->t, t, SG_ABOUT_RULE,
			sg_fill(a, label(n, SG_NOTE_COMMUNITIES), found, 4));
	}
	/* What the units and the codings are. */
	for (size_t i = 0; i < pairs->nnotes; i++)
		if (pairs->notes[i].about != SG_ABOUT_RULE)
			sg_table_note(
				n->t, t, pairs->notes[i].about, pairs->notes[i].text);
	sg_remark_source(t, &n->v);
}

static int measure(
	struct network *n, const struct sg_table_options *o, struct sg_error *err)
{
	const struct sg_table *pairs = &n->pairs.v[0];

	find_edges(n);
	int rc = sg_graph_measure(
		n->edges, pairs->nrows, n->nnodes, n->v.arena, &n->graph, err);
	if (rc < 0)
		return rc;
	struct sg_table *t = new_table(n);
	t->caption = sg_fill(n->v.arena, label(n, SG_LABEL_NETWORK_TITLE), &n->unit, 1);
	for (uint32_t i = 0; i < n->nnodes; i++)
		add_row(n, t, i);
	add_notes(n, t, o->min);
	return 0;
}

int sg_network(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_table_options pairs = *o;
	struct network n = {.t = out};

	pairs.nodes = true;
	pairs.more = pairs.tests = false;
	pairs.top = 0;
	enum sg_code_unit unit;
	int rc = sg_view_init(&n.v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_code_unit_find(s, o->unit, &unit, err);
	if (rc < 0)
		return rc;
	n.unit = label(&n, sg_code_unit_label(unit));
	sg_tables_init(&n.pairs);
	rc = sg_cooccur(s, &pairs, &n.pairs, err);
	if (rc == 0)
		rc = measure(&n, o, err);
	sg_tables_release(&n.pairs);
	return rc;
}
