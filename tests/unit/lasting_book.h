/* lasting_book.h - random edits of a codebook's text, as a person makes them with an
 * editor and with `codebook rename|move|merge|split`. Header only.
 */
#ifndef SG_TEST_LASTING_BOOK_H
#define SG_TEST_LASTING_BOOK_H

#include "codebook/restructure.h"
#include "random_study.h"

static const char lb_start[] =
	"# 책\n* facet 입장: 찬성 | 반대\n* facet 성격: 현황 | 제안\n"
	"* $부정 = 부족 | ~어렵다\n* $사람 = 담당자 | 인력\n* $제도 = 제도 | 정부\n"
	"\n## A1 자원\n- 예산\n\n### A2 인력\n- $사람 AND $부정 => 입장: 반대\n"
	"\n## B1 기술\n- 데이터 | AI\n\n### B2 정부\n* unit: paragraph\n- *정부\n"
	"- EXCEPT 전자정부\n\n## C1 신뢰\n* default: Q3\n- 신뢰\n";

struct lb_world {
	struct rs_random *random;
	unsigned names;      /* given so far */
	char dropped[8][16]; /* labels that left the book, which may come back */
	size_t ndropped;
};

static inline void lb_rule(struct lb_world *w, struct sg_buf *out)
{
	struct rs_rule r;

	/* References to codes that are not there are errors, and mostly are not. */
	do
		rs_new_rule(w->random, &r);
	while (strchr(r.expr, '@') && rs_below(w->random, 8));
	sg_buf_printf(out, "- %s%s%s%s%s%s%s\n", r.scope[0] ? "[" : "", r.scope,
		r.scope[0] ? "] " : "", rs_rule_marks[r.kind], r.expr,
		r.facet[0] ? " => " : "", r.facet);
}

static inline void lb_heading(struct lb_world *w, struct sg_buf *out)
{
	if (w->ndropped && rs_below(w->random, 3) == 0) {
		size_t i = rs_below(w->random, w->ndropped);
		sg_buf_printf(out, "%s 돌아온 것 %u", w->dropped[i], ++w->names);
		memcpy(w->dropped[i], w->dropped[--w->ndropped], sizeof *w->dropped);
		return;
	}
	++w->names;
	sg_buf_printf(out, "%c%u 이름 %u", 'A' + (int)rs_below(w->random, 6),
		w->names + 9, w->names);
}

static inline void lb_forget(struct lb_world *w, struct sg_str label)
{
	if (w->ndropped == 8)
		memmove(w->dropped, w->dropped + 1, 7 * sizeof *w->dropped),
			w->ndropped--;
	snprintf(w->dropped[w->ndropped++], sizeof *w->dropped, "%.*s", SG_ARG(label));
}

/* By hand: a line or a section in, out, or otherwise. */
static inline void lb_by_hand(
	struct lb_world *w, const struct sg_codebook *book, struct sg_edits *e)
{
	static const char *const settings[] = {"unit: answer", "unit: sentence",
		"within: paragraph", "unit: paragraph", "default: Q2",
		"default: Q1, Q4", "questions: Q1, Q2", "questions: Q2.시급"};
	const struct sg_code *c = &book->codes[rs_below(w->random, book->ncodes)];
	const struct sg_rule *r =
		c->nrules ? &c->rules[rs_below(w->random, c->nrules)] : NULL;
	const struct sg_list *l = &book->lists[rs_below(w->random, book->nlists)];
	size_t line = c->off + sg_str_findc(sg_str_skip(book->body, c->off), '\n') + 1;
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	switch (rs_below(w->random, 9)) {
	case 0:
		if (r && c->nrules > 1)
			sg_edits_add(e, r->off, r->len, SG_STR(""));
		break;
	case 1:
	case 2:
		lb_rule(w, &b);
		if (r)
			sg_edits_add(e, r->off, r->len, sg_buf_str(&b));
		break;
	case 3:
		sg_buf_printf(&b, "* %s\n", RS_PICK(w->random, settings));
		sg_edits_add(e, line, 0, sg_buf_str(&b));
		break;
	case 4:
		if (book->ncodes > 3) {
			lb_forget(w, c->label);
			sg_edits_add(e, c->off, c->len, SG_STR(""));
		}
		break;
	case 5:
		if (book->ncodes < 14) {
			sg_buf_printf(&b, "\n\n%.*s ", 2 + (int)c->level, "######");
			lb_heading(w, &b);
			sg_buf_addc(&b, '\n');
			lb_rule(w, &b);
			sg_buf_addc(&b, '\n');
			sg_edits_add(e, c->off + c->len, 0, sg_buf_str(&b));
		}
		break;
	case 6: {
		char expr[160];
		rs_new_expr(w->random, expr, sizeof expr);
		sg_buf_printf(&b, "* $%.*s = %s\n", SG_ARG(l->name), expr);
		sg_edits_add(e, l->off, l->len, sg_buf_str(&b));
		break;
	}
	default:
		lb_rule(w, &b);
		sg_edits_add(e, line, 0, sg_buf_str(&b));
		break;
	}
	sg_buf_release(&b);
}

/* By command. */
static inline int lb_by_command(struct lb_world *w, const struct sg_codebook *book,
	struct sg_edits *e, struct sg_notes *notes, struct sg_error *err)
{
	uint32_t a = (uint32_t)rs_below(w->random, book->ncodes),
		 b = (uint32_t)rs_below(w->random, book->ncodes);
	const struct sg_code *c = &book->codes[a];
	char which[16];
	struct sg_buf name;
	int rc;

	sg_buf_init(&name);
	lb_heading(w, &name);
	switch (rs_below(w->random, 5)) {
	case 0:
		rc = sg_restructure_move(book, a,
			rs_below(w->random, 3) ? b : SG_NO_CODE, e, notes, err);
		break;
	case 1:
		rc = book->ncodes > 4 ? sg_restructure_merge(book, a, b, e, notes, err)
				      : 0;
		break;
	case 2:
		snprintf(which, sizeof which, "%u",
			c->nrules ? c->rules[rs_below(w->random, c->nrules)].line : 1);
		rc = book->ncodes < 14
			     ? sg_restructure_split(book, a, sg_buf_str(&name),
				       sg_str_of(which), e, notes, err)
			     : 0;
		break;
	default:
		rc = sg_restructure_rename(book, a, sg_buf_str(&name), e, notes, err);
		break;
	}
	sg_buf_release(&name);
	return rc;
}

/* One edit of body, in place; false when it came to nothing (an edit that does not read
 * is taken back). */
static inline bool lb_edit(struct lb_world *w, struct sg_buf *body)
{
	struct sg_codebook *book = NULL, *after = NULL;
	struct sg_error err = {0};
	struct sg_notes notes;
	struct sg_edits edits;
	struct sg_buf then;
	bool done = false;
	struct lb_world before = *w;

	sg_notes_init(&notes);
	sg_edits_init(&edits);
	sg_buf_init(&then);
	if (sg_codebook_read(&book, sg_buf_str(body), "book.md", &notes) == 0) {
		int rc = 0;
		if (rs_below(w->random, 3))
			lb_by_hand(w, book, &edits);
		else
			rc = lb_by_command(w, book, &edits, &notes, &err);
		if (rc == 0 && edits.n)
			rc = sg_edits_apply(&edits, sg_buf_str(body), &then, &err);
		done = rc == 0 && then.n &&
		       sg_codebook_read(&after, sg_buf_str(&then), "book.md", &notes) ==
			       0 &&
		       after->ncodes > 1;
	}
	if (done) {
		sg_buf_reset(body);
		sg_buf_add(body, sg_buf_str(&then));
	} else {
		before.names = w->names;
		*w = before;
	}
	sg_buf_addz(body, "");
	sg_codebook_free(book);
	sg_codebook_free(after);
	sg_notes_release(&notes);
	sg_edits_release(&edits);
	sg_buf_release(&then);
	return done;
}

#endif
