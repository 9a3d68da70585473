/* fuzz_study.c - any bytes as a frozen study: they are refused, or what is read can be
 * written, read and written again as the same; and its tables can be made. */
#include "config.h"

#include <stdlib.h>

#include "analysis/analysis.h"
#include "store/study_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void make_tables(const struct sg_study *s)
{
	struct sg_table_options o = {0};
	struct sg_error err = {0};
	struct sg_tables tables;

	sg_tables_init(&tables);
	sg_themes(s, &o, &tables, &err);
	sg_error_reset(&err);
	sg_findings(s, &o, &tables, &err);
	sg_tables_release(&tables);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str json = {(const char *)data, size};
	struct sg_error err = {0};
	struct sg_buf one, two;
	struct sg_study s, t;

	if (sg_study_read(&s, json, &err) < 0) {
		if (err.code == SG_OK)
			abort();
		return 0;
	}
	sg_buf_init(&one);
	sg_buf_init(&two);
	sg_study_write(&s, &one);
	if (sg_study_read(&t, sg_buf_str(&one), &err) < 0)
		abort();
	sg_study_write(&t, &two);
	if (!sg_str_eq(sg_buf_str(&one), sg_buf_str(&two)))
		abort();
	make_tables(&t);
	sg_study_release(&t);
	sg_study_release(&s);
	sg_buf_release(&one);
	sg_buf_release(&two);
	return 0;
}
