/* fuzz_decode.c - any bytes as a file, with and without a declared encoding (chosen by
 * the first byte): what comes out is valid UTF-8 without NUL or CR, and composing it
 * again changes nothing. */
#include "config.h"

#include <stdlib.h>

#include "text/decode.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const declared[] = {NULL, NULL, "CP949", "EUC-KR", "JOHAB",
		"ISO-2022-KR", "UTF-16LE", "UTF-8", "no-such-encoding"};
	const size_t n = sizeof declared / sizeof *declared;
	struct sg_error err;
	struct sg_buf out, again;
	const char *encoding = NULL;

	if (size == 0)
		return 0;
	sg_error_reset(&err);
	sg_buf_init(&out);
	sg_buf_init(&again);
	struct sg_str bytes = {(const char *)data + 1, size - 1};
	int rc = sg_decode(bytes, declared[data[0] % n], "f", &out, &encoding, &err);
	struct sg_str text = sg_buf_str(&out);
	if (rc ? err.code == SG_OK || !err.text[0] || text.n : !encoding)
		abort();
	if (sg_utf8_check(text) != SIZE_MAX || sg_str_findc(text, '\0') != SIZE_MAX ||
		sg_str_findc(text, '\r') != SIZE_MAX)
		abort();
	sg_compose(text, &again);
	if (!sg_str_eq(text, sg_buf_str(&again)))
		abort();
	sg_buf_release(&again);
	sg_buf_release(&out);
	return 0;
}
