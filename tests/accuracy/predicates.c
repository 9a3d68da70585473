/* predicates.c - answers for predicates.py: reads lines "form<TAB>eojeol" and
 * prints 1 where ~form matches the eojeol, else 0. Forms come sorted, so that
 * only the last one is kept compiled. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/predicate.h"

#define LINE_SIZE 4096

int main(void)
{
	char line[LINE_SIZE], last[LINE_SIZE] = "";
	struct sg_predicate *predicate = NULL;
	struct sg_error err = {0};
	int status = EXIT_SUCCESS;

	while (fgets(line, sizeof line, stdin)) {
		char *tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = '\0';
		struct sg_str run = sg_str_of(tab + 1);
		run.n -= sg_str_ends(run, SG_STR("\n"));
		if (strcmp(line, last) != 0) {
			sg_predicate_free(predicate);
			predicate = sg_predicate_new(sg_str_of(line), &err);
			strcpy(last, line);
		}
		if (!predicate) {
			fprintf(stderr, "predicates: %s: %s\n", line, err.text);
			status = EXIT_FAILURE;
			break;
		}
		puts(sg_predicate_match(predicate, run) ? "1" : "0");
	}
	sg_predicate_free(predicate);
	return status;
}
