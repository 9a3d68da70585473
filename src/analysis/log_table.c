/* log_table.c - see log_table.h. */
#include "config.h"

#include "analysis/log_table.h"

#include "analysis/labels.h"

static struct sg_str take(struct sg_arena *arena, struct sg_buf *b)
{
	struct sg_str s = sg_arena_str(arena, sg_buf_str(b));

	sg_buf_release(b);
	return s;
}

struct sg_str sg_log_codes(
	const struct sg_log *log, uint32_t run, bool all, struct sg_arena *arena)
{
	size_t n = 0, fresh = 0;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < log->ncodes; i++) {
		n += log->codes[i].run == run;
		fresh += log->codes[i].run == run && log->codes[i].what == SG_LOG_NEW;
	}
	if (!all && n == fresh && n && run == log->runs[0].id) {
		sg_buf_printf(&b, "+%zu", n);
		return take(arena, &b);
	}
	for (size_t i = 0; i < log->ncodes; i++) {
		const struct sg_log_code *c = &log->codes[i];
		if (c->run != run)
			continue;
		sg_buf_addz(&b, b.n ? ", " : "");
		if (c->what == SG_LOG_RENAMED)
			sg_buf_printf(&b, "%.*s→", SG_ARG(c->was));
		sg_buf_printf(&b, "%s%.*s",
			c->what == SG_LOG_NEW    ? "+"
			: c->what == SG_LOG_GONE ? "−"
						 : "",
			SG_ARG(c->label));
	}
	return take(arena, &b);
}

struct sg_str sg_log_said(const struct sg_log *log, uint32_t run,
	struct sg_str (*word)(struct sg_str verdict), struct sg_arena *arena)
{
	const struct sg_log_said *last = NULL;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < log->nsaid; i++) {
		const struct sg_log_said *s = &log->said[i];
		if (s->run != run)
			continue;
		if (!last || !sg_str_eq(last->coder, s->coder))
			sg_buf_printf(&b, "%s%.*s", b.n ? "; " : "", SG_ARG(s->coder));
		else
			sg_buf_addc(&b, ',');
		struct sg_str verdict = word ? word(s->verdict) : s->verdict;
		sg_buf_printf(&b, " %.*s %zu", SG_ARG(verdict), s->n);
		last = s;
	}
	return take(arena, &b);
}

struct sg_str sg_log_frozen(
	const struct sg_log *log, uint32_t run, struct sg_arena *arena)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < log->freezes.n; i++)
		if (log->freezes.v[i].run == run)
			sg_buf_printf(&b, "%s%.*s", b.n ? ", " : "",
				SG_ARG(log->freezes.v[i].name));
	return take(arena, &b);
}

void sg_log_table(const struct sg_log *log, bool english, struct sg_tables *out)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool right, wrap;
	} columns[] = {
		{"run", SG_LABEL_RUN, true, false},
		{"time", SG_LABEL_TIME, false, false},
		{"codebook", SG_LABEL_CODEBOOK, false, true},
		{"sha256", SG_LABEL_CODEBOOK, false, false},
		{"born", SG_LABEL_BORN, true, false},
		{"died", SG_LABEL_DIED, true, false},
		{"live", SG_LABEL_LIVE, true, false},
		{"restores", SG_LABEL_RUN, true, false},
		{"codes", SG_LABEL_CHANGED_CODES, false, true},
		{"said", SG_LABEL_SAID_SINCE, false, true},
		{"note", SG_LABEL_REMARK, false, true},
		{"frozen", SG_LABEL_FROZEN_AS, false, true},
	};
	struct sg_arena *a = &out->arena;
	struct sg_table *t =
		sg_tables_add(out, "log", sizeof columns / sizeof *columns);

	t->caption = sg_label(SG_LABEL_LOG, english);
	for (size_t i = 0; i < t->ncolumns; i++)
		sg_table_column(out, t, i, columns[i].key,
			sg_label(columns[i].label, english), columns[i].right,
			columns[i].wrap);
	t->columns[3].machine = t->columns[7].machine = true;
	for (size_t i = log->nruns; i-- > 0;) {
		const struct sg_log_run *r = &log->runs[i];
		struct sg_cell *c = sg_table_row(out, t);
		c[0] = sg_cell_count(r->id);
		c[1] = sg_cell_text(sg_arena_str(a, r->at));
		c[2] = sg_cell_text(sg_arena_str(a, r->path));
		c[3] = sg_cell_text(sg_arena_str(a, sg_str_of(r->sha256)));
		c[4] = sg_cell_count((double)r->born);
		c[5] = sg_cell_count((double)r->died);
		c[6] = sg_cell_count((double)r->live);
		if (r->restores)
			c[7] = sg_cell_count(r->restores);
		c[8] = sg_cell_text(sg_log_codes(log, r->id, true, a));
		c[9] = sg_cell_text(sg_log_said(log, r->id, NULL, a));
		c[10] = sg_cell_text(sg_arena_str(a, r->note));
		c[11] = sg_cell_text(sg_log_frozen(log, r->id, a));
	}
}
