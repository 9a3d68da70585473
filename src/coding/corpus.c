/* corpus.c - the texts of a project one after the other, for concordances and
 * surveys. */
#include "config.h"

#include "coding/coding.h"

#include <stdlib.h>

#include "store/rows.h"

struct sg_corpus {
	struct sg_store *store;
	struct sg_ids ids;
	size_t next;
	struct sg_text text;
};

int sg_corpus_open(struct sg_corpus **out, struct sg_store *store, struct sg_error *err)
{
	struct sg_corpus *c = sg_zalloc(1, sizeof *c);

	*out = NULL;
	c->store = store;
	sg_text_init(&c->text);
	int rc = sg_text_ids(store, SG_TEXTS_CURRENT, &c->ids, err);
	if (rc < 0)
		sg_corpus_close(c);
	else
		*out = c;
	return rc;
}

void sg_corpus_close(struct sg_corpus *c)
{
	if (!c)
		return;
	sg_text_release(&c->text);
	sg_ids_release(&c->ids);
	free(c);
}

int sg_corpus_next(void *corpus, struct sg_doc *doc, struct sg_error *err)
{
	struct sg_corpus *c = corpus;

	if (c->next == c->ids.n)
		return 0;
	int rc = sg_text_load(&c->text, c->store, c->ids.v[c->next++], err);
	if (rc < 0)
		return rc;
	*doc = c->text.doc;
	return 1;
}

struct sg_str sg_corpus_case(const struct sg_corpus *c, size_t answer)
{
	return c->text.answers[answer].respondent;
}

struct sg_span sg_corpus_code_points(const struct sg_corpus *c, struct sg_span bytes)
{
	return (struct sg_span){sg_offsets_cp(&c->text.offsets, bytes.start),
		sg_offsets_cp(&c->text.offsets, bytes.stop)};
}
