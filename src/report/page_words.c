/* page_words.c - see page_words.h. */
#include "config.h"

#include "report/page_words.h"

static const struct {
	const char *ko, *en;
} words[] = {
#define X(name, ko, en) {ko, en},
#include "report/page_words.def"
#undef X
};

struct sg_str sg_page_word(enum sg_page_word word, bool english)
{
	return sg_str_of(english ? words[word].en : words[word].ko);
}
