/* graph.c - see graph.h. igraph brings some twenty libraries; linked, they would be loaded
 * by every command. */
#include "config.h"

#include "analysis/graph.h"

#include <math.h>

#ifdef HAVE_IGRAPH
#include <dlfcn.h>
#include <igraph.h>

#define LIBIGRAPH "libigraph.so.3"

/* What is used of igraph. */
#define FUNCTIONS(X)                     \
	X(igraph_set_error_handler)      \
	X(igraph_set_warning_handler)    \
	X(igraph_error_handler_ignore)   \
	X(igraph_warning_handler_ignore) \
	X(igraph_strerror)               \
	X(igraph_rng_default)            \
	X(igraph_rng_seed)               \
	X(igraph_vector_init)            \
	X(igraph_vector_destroy)         \
	X(igraph_vector_int_init)        \
	X(igraph_vector_int_destroy)     \
	X(igraph_create)                 \
	X(igraph_destroy)                \
	X(igraph_vss_all)                \
	X(igraph_degree)                 \
	X(igraph_strength)               \
	X(igraph_betweenness)            \
	X(igraph_closeness)              \
	X(igraph_arpack_options_init)    \
	X(igraph_eigenvector_centrality) \
	X(igraph_community_multilevel)

struct library {
#define MEMBER(name) __typeof__(name) *name;
	FUNCTIONS(MEMBER)
#undef MEMBER
};

static int load(struct library *l, struct sg_error *err)
{
	void *library = dlopen(LIBIGRAPH, RTLD_NOW | RTLD_LOCAL);

	if (!library)
		return sg_error_set(err, SG_EUSAGE,
			_("measures of networks need igraph, which is not there (%s)"),
			dlerror());
		/* The way of POSIX from an object's address to a function's. */
#define FIND(name)                                  \
	*(void **)&l->name = dlsym(library, #name); \
	if (!l->name)                               \
		return sg_error_set(err, SG_EIO, _("igraph lacks %s"), #name);
	FUNCTIONS(FIND)
#undef FIND
	l->igraph_set_error_handler(l->igraph_error_handler_ignore);
	l->igraph_set_warning_handler(l->igraph_warning_handler_ignore);
	return 0;
}

struct measuring {
	const struct library *l;
	igraph_t graph;
	igraph_vector_int_t ends, whole; /* whole: results that are integers */
	igraph_vector_t weights, real;
	struct sg_graph *out;
	size_t n, nedges;
};

static igraph_error_t init(
	struct measuring *m, const struct sg_graph_edge *edges, size_t nedges)
{
	const struct library *l = m->l;
	igraph_integer_t n = (igraph_integer_t)m->n, e = (igraph_integer_t)nedges;
	igraph_error_t rc = l->igraph_vector_int_init(&m->ends, 2 * e);

	if (rc == IGRAPH_SUCCESS)
		rc = l->igraph_vector_int_init(&m->whole, n);
	if (rc == IGRAPH_SUCCESS)
		rc = l->igraph_vector_init(&m->weights, e);
	if (rc == IGRAPH_SUCCESS)
		rc = l->igraph_vector_init(&m->real, n);
	if (rc != IGRAPH_SUCCESS)
		return rc;
	for (size_t i = 0; i < nedges; i++) {
		VECTOR(m->ends)[2 * i] = edges[i].a;
		VECTOR(m->ends)[2 * i + 1] = edges[i].b;
		VECTOR(m->weights)[i] = edges[i].weight;
	}
	return l->igraph_create(&m->graph, &m->ends, n, IGRAPH_UNDIRECTED);
}

static void release(struct measuring *m)
{
	m->l->igraph_vector_int_destroy(&m->ends);
	m->l->igraph_vector_int_destroy(&m->whole);
	m->l->igraph_vector_destroy(&m->weights);
	m->l->igraph_vector_destroy(&m->real);
	m->l->igraph_destroy(&m->graph);
}

static igraph_error_t degrees(struct measuring *m)
{
	const struct library *l = m->l;
	igraph_error_t rc = l->igraph_degree(
		&m->graph, &m->whole, l->igraph_vss_all(), IGRAPH_ALL, IGRAPH_NO_LOOPS);

	if (rc == IGRAPH_SUCCESS)
		rc = l->igraph_strength(&m->graph, &m->real, l->igraph_vss_all(),
			IGRAPH_ALL, IGRAPH_NO_LOOPS, &m->weights);
	for (size_t i = 0; rc == IGRAPH_SUCCESS && i < m->n; i++) {
		struct sg_graph_node *node = &m->out->nodes[i];
		node->degree = (uint32_t)VECTOR(m->whole)[i];
		node->strength = VECTOR(m->real)[i];
		node->degree_share = m->n > 1 ? node->degree / ((double)m->n - 1) : NAN;
	}
	return rc;
}

static igraph_error_t betweenness(struct measuring *m)
{
	const struct library *l = m->l;
	double pairs = ((double)m->n - 1) * ((double)m->n - 2) / 2;
	igraph_error_t rc = l->igraph_betweenness(
		&m->graph, &m->real, l->igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);

	for (size_t i = 0; rc == IGRAPH_SUCCESS && i < m->n; i++)
		m->out->nodes[i].betweenness =
			m->n > 2 ? VECTOR(m->real)[i] / pairs : NAN;
	return rc;
}

static igraph_error_t closeness(struct measuring *m)
{
	const struct library *l = m->l;
	igraph_error_t rc = l->igraph_closeness(&m->graph, &m->real, NULL, NULL,
		l->igraph_vss_all(), IGRAPH_ALL, NULL, true);

	for (size_t i = 0; rc == IGRAPH_SUCCESS && i < m->n; i++)
		m->out->nodes[i].closeness = VECTOR(m->real)[i];
	return rc;
}

static igraph_error_t eigenvector(struct measuring *m)
{
	const struct library *l = m->l;
	igraph_arpack_options_t options;

	l->igraph_arpack_options_init(&options);
	igraph_error_t rc = l->igraph_eigenvector_centrality(&m->graph, &m->real, NULL,
		IGRAPH_UNDIRECTED, true, &m->weights, &options);
	for (size_t i = 0; rc == IGRAPH_SUCCESS && i < m->n; i++)
		m->out->nodes[i].eigenvector =
			m->nedges ? VECTOR(m->real)[i] : (double)NAN;
	return rc;
}

/* Numbers the communities of more than one node as the nodes come. */
static void number_communities(struct sg_graph *out, const igraph_integer_t *of,
	size_t n, struct sg_arena *arena)
{
	uint32_t *size = sg_arena_array(arena, n, sizeof *size);
	uint32_t *number = sg_arena_array(arena, n, sizeof *number);

	for (size_t i = 0; i < n; i++)
		size[of[i]]++;
	for (size_t i = 0; i < n; i++) {
		if (size[of[i]] > 1 && number[of[i]] == 0)
			number[of[i]] = ++out->communities;
		out->nodes[i].community = number[of[i]];
	}
}

/* The last of the modularities of a run, NAN without one. */
static double reached(const igraph_vector_t *steps)
{
	return steps->end > steps->stor_begin ? steps->end[-1] : NAN;
}

static igraph_error_t communities(struct measuring *m, struct sg_arena *arena)
{
	const struct library *l = m->l;
	igraph_vector_t steps;
	igraph_error_t rc = l->igraph_vector_init(&steps, 0);
	igraph_integer_t *best = sg_arena_array(arena, m->n, sizeof *best);

	if (rc != IGRAPH_SUCCESS)
		return rc;
	rc = l->igraph_rng_seed(l->igraph_rng_default(), SG_GRAPH_SEED);
	for (int run = 0; rc == IGRAPH_SUCCESS && run < SG_GRAPH_RUNS; run++) {
		rc = l->igraph_community_multilevel(
			&m->graph, &m->weights, 1, &m->whole, NULL, &steps);
		if (rc != IGRAPH_SUCCESS ||
			(run > 0 && !(reached(&steps) > m->out->modularity)))
			continue;
		m->out->modularity = reached(&steps);
		for (size_t i = 0; i < m->n; i++)
			best[i] = VECTOR(m->whole)[i];
	}
	l->igraph_vector_destroy(&steps);
	number_communities(m->out, best, m->n, arena);
	return rc;
}

static igraph_error_t measure(struct measuring *m, struct sg_arena *arena)
{
	igraph_error_t rc = degrees(m);

	if (rc == IGRAPH_SUCCESS)
		rc = betweenness(m);
	if (rc == IGRAPH_SUCCESS)
		rc = closeness(m);
	if (rc == IGRAPH_SUCCESS)
		rc = eigenvector(m);
	if (rc == IGRAPH_SUCCESS)
		rc = communities(m, arena);
	return rc;
}

int sg_graph_measure(const struct sg_graph_edge *edges, size_t nedges, size_t nnodes,
	struct sg_arena *arena, struct sg_graph *out, struct sg_error *err)
{
	struct library l;
	struct measuring m = {.l = &l, .out = out, .n = nnodes, .nedges = nedges};

	*out = (struct sg_graph){.modularity = NAN, .density = NAN};
	out->nodes = sg_arena_array(arena, nnodes, sizeof *out->nodes);
	if (nnodes > 1)
		out->density =
			2.0 * (double)nedges / ((double)nnodes * ((double)nnodes - 1));
	int rc = load(&l, err);
	if (rc < 0)
		return rc;
	igraph_error_t failed = init(&m, edges, nedges);
	if (failed != IGRAPH_SUCCESS) /* no memory */
		return sg_error_set(
			err, SG_EIO, _("igraph: %s"), l.igraph_strerror(failed));
	failed = measure(&m, arena);
	release(&m);
	if (nedges == 0)
		out->modularity = NAN;
	return failed == IGRAPH_SUCCESS ? 0
					: sg_error_set(err, SG_EIO, _("igraph: %s"),
						  l.igraph_strerror(failed));
}

#else

int sg_graph_measure(const struct sg_graph_edge *edges, size_t nedges, size_t nnodes,
	struct sg_arena *arena, struct sg_graph *out, struct sg_error *err)
{
	(void)edges;
	(void)nedges;
	(void)nnodes;
	(void)arena;
	*out = (struct sg_graph){.modularity = NAN};
	return sg_error_set(err, SG_EUSAGE,
		_("this saegim was built without measures of networks (igraph)"));
}

#endif
