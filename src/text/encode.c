/* encode.c - see encode.h. */
#include "config.h"

#include "text/encode.h"

#include <iconv.h>

#include "text/utf8.h"

enum { NAMED = 10 };

struct misfits {
	uint32_t seen[NAMED]; /* code points */
	size_t named, total;
	struct sg_buf list;
};

static void misfit(struct misfits *m, uint32_t c, struct sg_str bytes, size_t line)
{
	m->total++;
	for (size_t i = 0; i < m->named; i++)
		if (m->seen[i] == c)
			return;
	if (m->named == NAMED)
		return;
	m->seen[m->named++] = c;
	if (m->list.n)
		sg_buf_addz(&m->list, ", ");
	if (c >= 0x20 && c != 0x7F) /* what controls a terminal is named only */
		sg_buf_printf(&m->list, "%.*s ", SG_ARG(bytes));
	sg_buf_printf(&m->list, _("U+%04X (line %zu)"), c, line);
}

/* One character; false when CP949 has none. */
static bool put(iconv_t cd, struct sg_str c, struct sg_buf *out)
{
	/* iconv takes char ** but does not write through it. */
	union {
		const char *in;
		char *out;
	} from = {c.p};
	char bytes[8], *to = bytes;
	size_t left = c.n, room = sizeof bytes;

	/* A positive result counts characters that were replaced by others. */
	if (iconv(cd, &from.out, &left, &to, &room) != 0 || left) {
		iconv(cd, NULL, NULL, NULL, NULL);
		return false;
	}
	sg_buf_add(out, (struct sg_str){bytes, (size_t)(to - bytes)});
	return true;
}

int sg_encode_cp949(struct sg_str utf8, struct sg_buf *out, struct sg_error *err)
{
	struct misfits m = {.total = 0};
	size_t line = 1, before = out->n;
	int rc = 0;

	iconv_t cd = iconv_open("CP949", "UTF-8");
	if (cd == (iconv_t)-1)
		return sg_error_set(err, SG_EIO,
			_("this system cannot write the encoding '%s'"), "CP949");
	sg_buf_init(&m.list);
	for (size_t off = 0; off < utf8.n;) {
		size_t start = off;
		uint32_t c = sg_utf8_next(utf8, &off);
		struct sg_str bytes = sg_str_sub(utf8, start, off);
		line += c == '\n';
		if (c < 0x80)
			sg_buf_addc(out, (char)c);
		else if (!put(cd, bytes, out))
			misfit(&m, c, bytes, line);
	}
	if (m.total) {
		out->n = before;
		rc = sg_error_set(err, SG_EINPUT,
			_("CP949 does not have %zu characters of this: %s%s"), m.total,
			sg_buf_z(&m.list), m.named == NAMED ? " …" : "");
	}
	sg_buf_release(&m.list);
	iconv_close(cd);
	return rc;
}
