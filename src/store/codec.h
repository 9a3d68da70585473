/* codec.h - one description of a record, used to write it as JSON and to read it back:
 * each sg_codec_* call writes a value, or reads one of that name into the same place.
 * Reading is strict: names stand in the order of the description, numbers are whole and
 * not negative; anything else marks the codec as bad and reads as nothing. Internal to
 * src/store. */
#ifndef SG_STORE_CODEC_H
#define SG_STORE_CODEC_H

#include "base/arena.h"

struct sg_codec {
	struct sg_buf *out;  /* writing: JSON is appended; NULL: reading */
	struct sg_str in;    /* reading: what is left */
	struct sg_arena *to; /* reading: texts and lists are kept there */
	bool first;          /* nothing stands yet in the object or list at hand */
	bool bad;            /* reading: this is not what was described */
};

/* name is NULL for an element of a list. */
void sg_codec_open(struct sg_codec *c, const char *name, char bracket);
void sg_codec_close(struct sg_codec *c, char bracket);
void sg_codec_str(struct sg_codec *c, const char *name, struct sg_str *s);
/* UINT32_MAX is null. */
void sg_codec_u32(struct sg_codec *c, const char *name, uint32_t *n);
void sg_codec_bool(struct sg_codec *c, const char *name, bool *b);
/* Reads the next element of a list where an older file has a bool there; false: it has
 * none, or this is writing. */
bool sg_codec_old_bool(struct sg_codec *c, bool *b);
/* n elements of size bytes each; item writes or reads one. */
void sg_codec_list(struct sg_codec *c, const char *name, void **v, size_t *n,
	size_t size, void (*item)(struct sg_codec *c, void *element, void *ctx),
	void *ctx);
/* Whether all was read and nothing is left. */
bool sg_codec_done(const struct sg_codec *c);

#endif
