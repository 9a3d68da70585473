/* graph.h - measures of an undirected graph with weights, computed by igraph (0.10), which
 * is loaded when they are asked for. */
#ifndef SG_ANALYSIS_GRAPH_H
#define SG_ANALYSIS_GRAPH_H

#include "base/arena.h"
#include "base/error.h"

/* Communities grow in a random order: of some runs from a seed, the one of the greatest
 * modularity. */
enum { SG_GRAPH_RUNS = 50, SG_GRAPH_SEED = 20201207 };

struct sg_graph_edge {
	uint32_t a, b; /* nodes, a != b; a pair at most once */
	double weight; /* above 0 */
};

/* Freeman (1978) for degree, betweenness and closeness, which know no weights. */
struct sg_graph_node {
	uint32_t degree;     /* neighbours */
	double strength;     /* sum of the weights of its edges */
	double degree_share; /* degree / (n - 1) */
	double betweenness;  /* of (n - 1)(n - 2) / 2 pairs of others */
	double closeness;    /* 1 / mean distance to the nodes it reaches; NAN: none */
	double eigenvector; /* with weights; the largest is 1 (Bonacich 1972), and outside
				the part of the graph that it is in 0; NAN without edges */
	uint32_t community; /* Louvain (Blondel et al. 2008) with weights: from 1 in the
				    order of the nodes; 0: alone */
};

struct sg_graph {
	struct sg_graph_node *nodes; /* in the arena given */
	double density;              /* edges / pairs; NAN below two nodes */
	double modularity;           /* of the communities; NAN without an edge */
	uint32_t communities;        /* of two nodes and more */
};

/* SG_EUSAGE when the program was built without igraph or the library is not there; SG_EIO
 * when it fails. */
int sg_graph_measure(const struct sg_graph_edge *edges, size_t nedges, size_t nnodes,
	struct sg_arena *arena, struct sg_graph *out, struct sg_error *err);

#endif
