/* page_words.h - the words of the page in the two languages of reports. */
#ifndef SG_REPORT_PAGE_WORDS_H
#define SG_REPORT_PAGE_WORDS_H

#include "base/str.h"

enum sg_page_word {
#define X(name, ko, en) SG_SAY_##name,
#include "report/page_words.def"
#undef X
	SG_SAY_COUNT_
};

/* Static text; {0} and {1} are holes (sg_fill). */
struct sg_str sg_page_word(enum sg_page_word word, bool english);

#endif
