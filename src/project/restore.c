/* restore.c - see restore.h. */
#include "config.h"

#include "project/restore.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "coding/coding.h"
#include "store/history.h"

enum { MOST_BYTES = 64 << 20 };

enum presence { ABSENT, SAME, OTHER };

static enum presence look(const char *path, struct sg_str body)
{
	struct sg_error ignored = {0};
	struct sg_buf b;

	if (sg_file_kind(path) == SG_FILE_NONE)
		return ABSENT;
	sg_buf_init(&b);
	bool same = sg_file_read(path, MOST_BYTES, &b, &ignored) == 0 &&
		    sg_str_eq(sg_buf_str(&b), body);
	sg_buf_release(&b);
	return same ? SAME : OTHER;
}

/* "my" of "my.run3", which restored another run before. */
static struct sg_str plain_stem(struct sg_str stem)
{
	struct sg_str rest = stem;
	size_t at, from = 0;

	while ((at = sg_str_find(rest, SG_STR(".run"))) != SIZE_MAX) {
		from += at;
		struct sg_str tail = sg_str_skip(stem, from + 4);
		size_t n = 0;
		while (n < tail.n && ((tail.p[n] >= '0' && tail.p[n] <= '9') ||
					     (n && tail.p[n] == '-')))
			n++;
		if (n && n == tail.n)
			return sg_str_sub(stem, 0, from);
		from += 4;
		rest = sg_str_skip(stem, from);
	}
	return stem;
}

static struct sg_str folder_of(struct sg_str path)
{
	return sg_str_sub(path, 0, (size_t)(sg_path_base(path.p).p - path.p));
}

/* Where the old codebook goes: where it still lies, or, under a name that nothing else
 * has, beside it, or beside the present one where that folder is gone. */
static struct sg_str place(struct sg_arena *arena, const struct sg_run_book *old,
	struct sg_str present, uint32_t run, enum presence *there)
{
	if (look(old->path.p, old->body) == SAME) {
		*there = SAME;
		return old->path;
	}
	struct sg_str dir = folder_of(old->path);
	struct sg_str stem = plain_stem(sg_path_stem(old->path.p));
	struct sg_str ext = sg_path_ext(old->path.p);
	if (dir.n && sg_file_kind(sg_arena_strz(arena, dir)) != SG_FILE_DIR)
		dir = folder_of(present);
	for (unsigned n = 1;; n++) {
		struct sg_str again =
			n > 1 ? sg_arena_printf(arena, "-%u", n) : SG_STR("");
		struct sg_str path = sg_arena_printf(arena, "%.*s%.*s.run%u%.*s%s%.*s",
			SG_ARG(dir), SG_ARG(stem), run, SG_ARG(again), ext.n ? "." : "",
			SG_ARG(ext));
		*there = look(path.p, old->body);
		if (*there != OTHER)
			return path;
	}
}

static int apply(struct sg_project *p, const struct sg_run_book *old, uint32_t run,
	unsigned threads, struct sg_restored *out)
{
	struct sg_error *err = sg_project_err(p);
	struct sg_code_options o = {.now = sg_project_now(p),
		.restores = run,
		.ignore_scopes = old->ignored_scopes,
		.threads = threads};
	struct sg_codebook *book;
	struct sg_run_summary sum;
	struct sg_notes notes;

	/* The reader's warnings were told when it was applied first. */
	int rc = sg_run_codebook(&book, sg_project_store(p), run, out->path.p, err);
	if (rc < 0)
		return rc;
	sg_notes_init(&notes);
	rc = sg_code_run(sg_project_store(p), book, &o, &sum, &notes, err);
	if (rc == 0)
		out->counts = (struct sg_code_counts){sum.run, sum.codes, sum.evaluated,
			sum.texts, sum.born, sum.died, sum.live};
	sg_notes_fold(&notes, SG_NOTES_SHOWN);
	sg_project_excerpts(book, &notes);
	sg_project_tell(p, &notes);
	sg_notes_release(&notes);
	sg_codebook_free(book);
	return rc;
}

static int restore(struct sg_project *p, uint32_t run, unsigned threads,
	struct sg_arena *arena, struct sg_restored *out, bool *wrote)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_error *err = sg_project_err(p);
	struct sg_run_book old, present;
	enum presence there;
	uint32_t last;

	int rc = sg_store_last_run(store, &last, err);
	if (rc == 0)
		rc = sg_run_book_load(&old, arena, store, run, err);
	if (rc == 0)
		rc = sg_run_book_load(&present, arena, store, last, err);
	if (rc < 0)
		return rc;
	out->path = place(arena, &old, present.path, run, &there);
	rc = apply(p, &old, run, threads, out);
	if (rc == 0)
		rc = sg_run_difference(store, run, &out->differ, err);
	if (rc == 0 && out->counts.run && there == ABSENT) {
		rc = sg_file_write(out->path.p, old.body, err);
		*wrote = rc == 0;
	}
	return rc;
}

int sg_project_restore(struct sg_project *p, uint32_t run, unsigned threads,
	struct sg_arena *arena, struct sg_restored *out)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_error *err = sg_project_err(p);
	bool wrote = false;

	memset(out, 0, sizeof *out);
	sg_error_reset(err);
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	rc = restore(p, run, threads, arena, out, &wrote);
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
	if (rc < 0 && wrote)
		unlink(out->path.p);
	out->wrote = wrote && rc == 0;
	return rc;
}
