/* replay.c - runs a fuzz target over its corpus without a fuzzer, as a TAP test: each
 * file of the folder named by the program (fuzz_expr: corpus/expr) must not crash. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *dir, const struct sg_names *names, size_t i)
{
	struct sg_error err = {0};
	struct sg_buf data;
	char *path = sg_path_join(dir, names->v[i]);

	sg_buf_init(&data);
	int rc = sg_file_read(path, (size_t)1 << 26, &data, &err);
	if (rc == 0) {
		/* A copy of just that size, so that a read past the end is seen. */
		uint8_t *copy = malloc(data.n ? data.n : 1);
		if (data.n)
			memcpy(copy, data.p, data.n);
		LLVMFuzzerTestOneInput(copy, data.n);
		free(copy);
	}
	printf("%s %zu - %s\n", rc == 0 ? "ok" : "not ok", i + 1, names->v[i]);
	sg_buf_release(&data);
	free(path);
	return rc;
}

int main(int argc, char **argv)
{
	const char *srcdir = getenv("SRCDIR");
	struct sg_str stem = sg_path_base(argc > 0 ? argv[0] : "");
	struct sg_names names = {NULL, 0, 0};
	struct sg_error err = {0};
	char dir[4096];
	int failed = 0;

	if (sg_str_starts(stem, SG_STR("fuzz_")))
		stem = sg_str_skip(stem, 5);
	snprintf(dir, sizeof dir, "%s/tests/fuzz/corpus/%.*s", srcdir ? srcdir : ".",
		SG_ARG(stem));
	if (sg_dir_list(dir, &names, &err) < 0 || names.n == 0) {
		printf("Bail out! no corpus in %s\n", dir);
		return 1;
	}
	printf("1..%zu\n", names.n);
	for (size_t i = 0; i < names.n; i++)
		failed |= replay(dir, &names, i) != 0;
	sg_names_release(&names);
	return failed;
}
