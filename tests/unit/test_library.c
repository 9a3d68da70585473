/* test_library.c - the main job through include/saegim.h alone: answers and codebook
 * in, Table 2 out. Prints TAP by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "saegim.h"

static void check(int ok, const char *what)
{
	static int n;

	printf("%s %d - %s\n", ok ? "ok" : "not ok", ++n, what);
}

int main(void)
{
	const char *root = getenv("SRCDIR");
	struct sg_project_options options = {.now = "2026-01-01T00:00:00Z"};
	struct sg_table_choices choices = {.question = "Q4", .format = "md"};
	struct sg_ingest_counts in;
	struct sg_code_counts coded;
	struct sg_project *p;
	char *table = NULL;
	size_t size = 0;

	puts("1..5");
	if (!root || chdir(root) != 0)
		return 1;
	int rc = sg_project_create(&p, ":memory:", &options);
	check(rc == 0, "create");
	rc = sg_project_questionnaire(
		p, "corpora/intelligent-government/questionnaire.md");
	check(rc == 0, "questionnaire");
	rc = sg_project_ingest(
		p, "corpora/intelligent-government/interviews", NULL, &in);
	check(rc == 0 && in.added == 30 && in.answers == 360, "ingest");
	rc = sg_project_code(p, "codebooks/intelligent-government.md", NULL, &coded);
	check(rc == 0 && coded.run == 1 && coded.live > 0, "code");
	rc = sg_project_table(p, "findings", &choices, &table, &size);
	check(rc == 0 && size == strlen(table) && strstr(table, "C3b"), "findings");
	if (rc != 0)
		fprintf(stderr, "%s\n", sg_project_error(p));
	free(table);
	sg_project_close(p);
	return 0;
}
