/* analysis.h - the tables of a study: pure functions from a study (store/study.h) and
 * options to table values. The source of a measure is named where it is
 * computed. */
#ifndef SG_ANALYSIS_ANALYSIS_H
#define SG_ANALYSIS_ANALYSIS_H

#include "analysis/table.h"
#include "store/study.h"

/* `--where 직군=공무원`: several conditions must all hold; values split by | are either. */
struct sg_condition {
	struct sg_str attribute, values;
};

enum sg_sort { SG_SORT_CODEBOOK, SG_SORT_COUNT, SG_SORT_NAME };
enum sg_base { SG_BASE_VALID, SG_BASE_ASKED, SG_BASE_ALL };

struct sg_filter {
	const struct sg_condition *where;
	size_t nwhere;
	const struct sg_str *questions; /* labels; none: all */
	size_t nquestions;
	const struct sg_str *codes; /* labels, their subtrees; none: all */
	size_t ncodes;
	const bool *cases;   /* by case of the study: those chosen; NULL: all */
	struct sg_str coder; /* empty: rules and people as v_coding; "rules"; a name */
};

/* Values of an attribute that are listed; of more only how many there are. */
enum { SG_OVERVIEW_VALUES = 12 };

struct sg_table_options {
	struct sg_filter filter;
	struct sg_str by; /* attribute to split by, or empty */
	struct sg_str
		facet;  /* whose values split the rows' n, or empty; findings: empty
				shows those that have values */
	uint32_t level; /* 1 themes, 2, 3 …; 0: the command's default */
	double min;     /* rows with n below it are left out and counted in a note */
	enum sg_sort sort;
	enum sg_base base;
	struct sg_str group;  /* attribute shown with quotations; empty: the first */
	uint32_t small_group; /* groups below it get no %; 0: 20 */
	const struct sg_methods
		*methods; /* methods: what is not in the study (methods.h) */
	bool cqr;         /* themes, findings: a column of CQR labels (cqr.h) */
	bool nodes; /* cooccur: a second table of the codes themselves, for a network */
	/* findings */
	uint32_t outside_min; /* n from which codes outside the focus are named; 0: 2 */
	uint32_t quotes; /* most quotations a row; UINT32_MAX: none; 0: the default 2 */
	/* matrix */
	const char *columns; /* "respondent" (NULL), "question", or an attribute's name;
				of a matrix of codes what `rows` may be */
	bool presence;       /* 0/1 for n */
	/* matrix of codes: what meets what on `unit`: a code (its subcodes), "part",
	 * "facet:NAME", "question", or an attribute; rows empty: the plain matrix */
	struct sg_str rows;
	const char *cell; /* "n" (NULL), "n%", "quotes" */
	/* saturation: interviews; 0: 4 and 2 */
	uint32_t base_size, run_length;
	/* cooccur */
	const char *unit; /* "sentence", "paragraph", "answer", "respondent",
			     "overlap" */
	bool more;        /* Dice, overlap, cosine, lift, φ, n10, n01, n00, N too */
	uint32_t top;     /* pairs printed; 0: all; keyness: terms, 0: a few */
	bool tests; /* cooccur, crosstab: p values, which are never shown unasked */
	/* quotes */
	struct sg_str query; /* of codes (code_query.h) on `unit`; empty: all chosen */
	/* keyness */
	const char *measure; /* "g2" (NULL) or "logodds": what the order is by */
};

/* Each adds its table or tables to out; errors: SG_ENOTFOUND for an unknown code,
 * question, attribute or coder (naming near ones). Each table states base, N, and how
 * much of it a person has reviewed. */
/* Who the respondents are (one table), and by question who was asked, who answered, and
 * how many coded cells a person has reviewed (another). */
int sg_overview(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
int sg_findings(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
int sg_themes(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
int sg_matrix(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
int sg_cooccur(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* Codes of those pairs in their network: centralities and communities (graph.h, which
 * tells the errors). */
int sg_network(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* Codes of a subtree against those of another, parts, facets, questions or groups. */
int sg_matrix_coding(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* New codes by interview (saturation.h). */
int sg_saturation(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* Codes by the values of one attribute, or of two crossed ("직군,지역" in by): people,
 * and with tests χ² or what fits small counts, Cramér's V and residuals. */
int sg_crosstab(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* Words that set a code's sentences (filter.codes[0]) or each group of an attribute (by)
 * apart from all others; SG_EUSAGE without either. */
int sg_keyness_table(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);
/* Quotations of a code and its subtree, in full: respondent, group, question, text. */
int sg_quotes(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);

/* Segments of the rules against a standard (doc/coders.md, 5): precision, recall, F1 and κ at sentence, answer and respondent, beside
 * their baselines; the cells of the findings table; per theme and, when per_code, per
 * code; share of sentences each code takes. */
struct sg_evaluate_options {
	struct sg_filter filter;    /* codes, questions, respondents by attribute */
	struct sg_str gold, second; /* second: another coder to show beside, or empty */
	const struct sg_str *respondents; /* those counted; none: all that gold read */
	size_t nrespondents;
	bool per_code, cells; /* cells: each of the findings table */
	const bool *held;     /* by case: kept unseen while refining, reported apart and
			     never quoted; NULL: nobody */
	const struct sg_study *before; /* as an earlier run left it, or NULL */
	uint32_t before_run;
};
int sg_evaluate(const struct sg_study *s, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_error *err);

/* Where the rules and the standard differ, sentence by sentence, of those not held out:
 * by code in the codebook's order, then by answer. */
struct sg_eval_error {
	bool miss; /* gold coded it, the rules did not; else a false alarm */
	uint32_t code, answer, start, stop;
	uint32_t segment;   /* of a false alarm: the row of the rules' segment */
	struct sg_str rule; /* filled by the caller: which rule, and why */
};
struct sg_eval_errors {
	struct sg_eval_error *v;
	size_t n, misses; /* in the arena of the tables given */
};
int sg_evaluate_errors(const struct sg_study *s, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_eval_errors *errors, struct sg_error *err);
/* The table of v[0..shown). */
int sg_evaluate_errors_table(const struct sg_study *s,
	const struct sg_eval_errors *errors, size_t shown, struct sg_tables *out,
	struct sg_error *err);

/* Agreement between coders ("rules": the rules) over what they both read: overall, by
 * code, which codes stand for which, and where they differ (doc/coders.md, 3). */
struct sg_agree_options {
	struct sg_filter filter; /* its coder is not looked at */
	const struct sg_str *coders;
	size_t ncoders;
	const char *unit; /* "sentence", "answer", "respondent", "characters"; NULL: all
			     in the first table, sentences in the others */
	uint32_t level;   /* codes rolled up to 1 themes, 2, …; 0: as they are */
	bool disagreements; /* all of them */
	bool apart; /* pairs that read nothing together are named in a note, the others
		       compared; else SG_ENOTFOUND */
	uint32_t samples; /* of the bootstrap */
	uint64_t seed;
};
int sg_agree(const struct sg_study *s, const struct sg_agree_options *o,
	struct sg_tables *out, struct sg_error *err);

/* What was drawn for coders and how much of it they have read; of one coder, each
 * answer in the order of drawing. */
int sg_assigned(const struct sg_study *s, struct sg_str coder, struct sg_tables *out,
	struct sg_error *err);

#endif
