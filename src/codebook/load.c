/* load.c - see load.h. */
#include "config.h"

#include "codebook/load.h"

#include <string.h>

#include "base/file.h"
#include "text/decode.h"
#include "text/utf8.h"

/* UTF-8 whose lines end in LF, so that byte ranges are those of the file. */
static bool is_plain(struct sg_str s)
{
	bool lf = sg_str_findc(s, '\n') != SIZE_MAX,
	     cr = sg_str_findc(s, '\r') != SIZE_MAX;

	return sg_str_findc(s, '\0') == SIZE_MAX && (lf || !cr) &&
	       sg_utf8_check(s) == SIZE_MAX;
}

int sg_outline_load(const char *path, struct sg_buf *out, struct sg_error *err)
{
	struct sg_buf bytes;
	const char *encoding;

	sg_buf_init(&bytes);
	int rc = sg_file_read(path, SG_CODEBOOK_MOST_BYTES, &bytes, err);
	if (rc == 0) {
		if (is_plain(sg_buf_str(&bytes)))
			sg_buf_add(out, sg_buf_str(&bytes));
		else
			rc = sg_decode(
				sg_buf_str(&bytes), NULL, path, out, &encoding, err);
	}
	sg_buf_release(&bytes);
	return rc;
}

struct sg_str sg_keep_composed(struct sg_arena *a, struct sg_str s)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_compose(s, &b);
	struct sg_str kept = sg_arena_str(a, sg_buf_str(&b));
	sg_buf_release(&b);
	return kept;
}
