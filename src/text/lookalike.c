/* lookalike.c - see lookalike.h. Members of closed classes (pronouns, numerals,
 * determiners, conjunctive adverbs, bound nouns) and the commonest adverbs and
 * nouns of this kind; no list can settle the rest, which depends on context. */
#include "config.h"

#include "text/lookalike.h"

#include <string.h>

static const struct {
	const char16_t *stem, *words;
} lookalikes[] = {
	{u"하", u"한 하나* 하지만"},
};

const char16_t *sg_lookalikes(const char16_t *text, size_t n)
{
	for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++) {
		const char16_t *stem = lookalikes[i].stem;
		size_t k = 0;
		while (stem[k] && k < n && stem[k] == text[k])
			k++;
		if (k == n && !stem[k])
			return lookalikes[i].words;
	}
	return NULL;
}

bool sg_lookalike_in(const char16_t *words, const char16_t *run, size_t n)
{
	while (words && *words) {
		size_t k = 0;
		while (words[k] && words[k] != u' ' && words[k] != u'*')
			k++;
		bool open = words[k] == u'*';
		if ((k == n || (open && k < n)) &&
			memcmp(words, run, k * sizeof *run) == 0)
			return true;
		words += k + open;
		words += *words == u' ';
	}
	return false;
}
