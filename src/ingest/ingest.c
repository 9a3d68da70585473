/* ingest.c - walks files and folders and gives each file to its reader; see ingest.h.
 * A new format is one row in the table. */
#include "config.h"

#include "ingest/ingest.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ingest/key.h"
#include "ingest/reader.h"
#include "text/decode.h"
#include "text/utf8.h"

enum { DEPTH_MAX = 32 /* of folders; also ends loops of links */ };

static const struct reader {
	const char *ext;
	int (*read)(struct sg_intake *in, const char *path, struct sg_error *err);
	int (*attributes)(struct sg_intake *in, const char *path, struct sg_error *err);
} readers[] = {
	{"txt", sg_text_read, NULL},
	{"md", sg_text_read, NULL},
	{"csv", sg_table_read, sg_table_read_attributes},
	{"tsv", sg_table_read, sg_table_read_attributes},
	{"xlsx", sg_table_read, sg_table_read_attributes},
	{"xlsm", sg_table_read, sg_table_read_attributes},
	{"xls", sg_table_read, sg_table_read_attributes}, /* refused, with advice */
	{"jsonl", sg_jsonl_read, NULL},
	{"ndjson", sg_jsonl_read, NULL},
};
#define KNOWN ".txt, .md, .csv, .tsv, .xlsx, .jsonl, .ndjson"

/* Extensions of a folder that no reader takes, with how many files have each. */
struct skipped_ext {
	char *ext, *first;
	size_t n;
};
struct skipped {
	struct skipped_ext *v;
	size_t n, cap;
};

bool sg_seen_add(struct sg_seen *seen, struct sg_str name)
{
	uint64_t h = sg_key_hash(name);

	/* signs count too: "R-1" and "R1" are two names */
	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * UINT64_C(1099511628211);
	h += h == 0;
	if (seen->n * 2 >= seen->cap) {
		struct sg_seen bigger = {NULL, seen->n, seen->cap ? seen->cap * 2 : 64};
		bigger.v = sg_zalloc(bigger.cap, sizeof *bigger.v);
		for (size_t i = 0; i < seen->cap; i++) {
			size_t at = (size_t)seen->v[i] & (bigger.cap - 1);
			while (seen->v[i] && bigger.v[at])
				at = (at + 1) & (bigger.cap - 1);
			if (seen->v[i])
				bigger.v[at] = seen->v[i];
		}
		free(seen->v);
		*seen = bigger;
	}
	size_t at = (size_t)h & (seen->cap - 1);
	while (seen->v[at] && seen->v[at] != h)
		at = (at + 1) & (seen->cap - 1);
	bool there = seen->v[at] == h;
	seen->v[at] = h;
	seen->n += !there;
	return there;
}

void sg_seen_release(struct sg_seen *seen)
{
	free(seen->v);
	*seen = (struct sg_seen){NULL, 0, 0};
}

void sg_intake_name(struct sg_str name, struct sg_buf *out)
{
	size_t bad;

	while ((bad = sg_utf8_check(name)) != SIZE_MAX) {
		sg_compose(sg_str_sub(name, 0, bad), out);
		sg_buf_printf(out, "\\x%02X", (unsigned char)name.p[bad]);
		name = sg_str_skip(name, bad + 1);
	}
	sg_compose(name, out);
}

static int check_lines(struct sg_str body, const char *path, struct sg_error *err)
{
	struct sg_str line;
	uint32_t no = 0;

	while (sg_str_line(&body, &line)) {
		no++;
		if (line.n > SG_LINE_CAP)
			return sg_error_at(err, SG_ETOOBIG, path, no, 0,
				_("line is longer than the %d MiB that are taken"),
				SG_LINE_CAP >> 20);
	}
	return 0;
}

int sg_intake_decode(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_buf *body, const char **encoding, struct sg_error *err)
{
	int rc = sg_decode(bytes, in->options->encoding, path, body, encoding, err);

	if (rc < 0) {
		sg_error_locate(err, path, 0, 0);
		return rc;
	}
	if (sg_key_length(sg_buf_str(body)) == 0)
		return sg_error_at(err, SG_EINPUT, path, 0, 0, _("file holds no text"));
	return check_lines(sg_buf_str(body), path, err);
}

static const struct reader *find_reader(const char *path)
{
	struct sg_str ext = sg_path_ext(path);

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (sg_key_eqz(ext, readers[i].ext))
			return &readers[i];
	return NULL;
}

/* Reads one file; its problems become notes. Negative only when the sink refused. */
static int read_file(struct sg_intake *in, const char *path, size_t base,
	int (*read)(struct sg_intake *in, const char *path, struct sg_error *err),
	struct sg_error *err)
{
	struct sg_error mine;
	struct sg_buf name;

	sg_buf_init(&name);
	sg_intake_name(sg_str_of(path + base), &name);
	in->name = sg_buf_str(&name);
	sg_error_reset(&mine);
	int rc = read(in, path, &mine);
	sg_buf_release(&name);
	if (in->stopped) {
		*err = mine;
		return rc;
	}
	if (rc < 0) {
		sg_error_locate(&mine, path, 0, 0);
		sg_notes_add_error(in->notes, &mine);
		in->report->failed++;
	}
	return 0;
}

static void add_skipped(struct skipped *s, const char *path)
{
	struct sg_str ext = sg_path_ext(path);

	for (size_t i = 0; i < s->n; i++) {
		if (sg_str_eqz(ext, s->v[i].ext)) {
			s->v[i].n++;
			return;
		}
	}
	SG_PUSH(s, (struct skipped_ext){sg_strdup(ext), sg_strdup(sg_str_of(path)), 1});
}

static void report_skipped(struct skipped *s, struct sg_notes *notes)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].n == 1)
			sg_notes_add(notes, SG_WARNING, s->v[i].first, 0, 0,
				_("not read: no reader for '.%s'"), s->v[i].ext);
		else
			sg_notes_add(notes, SG_WARNING, s->v[i].first, 0, 0,
				_("not read, with %zu more: no reader for '.%s'"),
				s->v[i].n - 1, s->v[i].ext);
		free(s->v[i].ext);
		free(s->v[i].first);
	}
	free(s->v);
}

/* Where no questionnaire tells that a text without headings is odd, the other texts do. */
static void report_plain(const struct sg_intake *in)
{
	bool told = in->options->questionnaire != NULL;

	for (size_t i = 0; in->divided && !told && i < in->plain.n; i++)
		sg_notes_add(in->notes, SG_WARNING, in->plain.v[i], 0, 0,
			_("neither question headings nor a respondent, as other texts "
			  "here have: it counts as a respondent with one answer; if it "
			  "is no interview, take it out of the folder"));
}

/* base is the length of the part of path that names of sources leave out. */
static int read_folder(struct sg_intake *in, const char *path, size_t base,
	unsigned depth, struct skipped *skipped, size_t *files, struct sg_error *err)
{
	struct sg_names names = {NULL, 0, 0};
	struct sg_error mine;
	int rc = 0;

	sg_error_reset(&mine);
	if (depth > DEPTH_MAX)
		sg_error_set(&mine, SG_ELIMIT, _("folders deeper than %d are not read"),
			DEPTH_MAX);
	else
		sg_dir_list(path, &names, &mine);
	if (mine.code != SG_OK) {
		sg_error_locate(&mine, path, 0, 0);
		sg_notes_add_error(in->notes, &mine);
		in->report->failed++;
	}
	for (size_t i = 0; i < names.n && rc == 0; i++) {
		/* Excel's and Word's mark that a file is open */
		if (sg_str_starts(sg_str_of(names.v[i]), SG_STR("~$")))
			continue;
		char *child = sg_path_join(path, names.v[i]);
		const struct reader *reader = find_reader(child);
		if (sg_file_kind(child) == SG_FILE_DIR) {
			rc = read_folder(
				in, child, base, depth + 1, skipped, files, err);
		} else if (!reader || sg_file_kind(child) == SG_FILE_OTHER) {
			add_skipped(skipped, child);
		} else {
			++*files;
			rc = read_file(in, child, base, reader->read, err);
		}
		free(child);
	}
	sg_names_release(&names);
	return rc;
}

static int read_path(struct sg_intake *in, const char *path, struct sg_error *err)
{
	enum sg_file_kind kind = sg_file_kind(path);
	struct skipped skipped = {NULL, 0, 0};
	size_t files = 0, base = strlen(path);

	if (kind == SG_FILE_NONE)
		return sg_error_set(
			err, SG_ENOTFOUND, _("cannot open '%s': no such file"), path);
	if (kind == SG_FILE_DIR) {
		base += path[base - 1] != '/';
		int rc = read_folder(in, path, base, 0, &skipped, &files, err);
		report_skipped(&skipped, in->notes);
		report_plain(in);
		if (rc == 0 && files == 0)
			return sg_error_set(err, SG_EINPUT,
				_("no readable files in '%s' (%s are read)"), path,
				KNOWN);
		return rc;
	}
	const struct reader *reader = find_reader(path);
	if (!reader) {
		sg_notes_add(in->notes, SG_ERROR, path, 0, 0,
			_("no reader for '.%.*s' (%s are read)"),
			SG_ARG(sg_path_ext(path)), KNOWN);
		in->report->failed++;
		return 0;
	}
	in->named = true;
	return read_file(
		in, path, (size_t)(sg_path_base(path).p - path), reader->read, err);
}

static void release(struct sg_intake *in)
{
	sg_seen_release(&in->names);
	sg_seen_release(&in->respondents);
	sg_names_release(&in->plain);
}

int sg_ingest(const char *path, const struct sg_ingest_options *options,
	int (*sink)(void *ctx, const struct sg_document *doc, struct sg_error *err),
	void *ctx, struct sg_ingest_report *report, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_intake in = {.options = options,
		.sink = sink,
		.ctx = ctx,
		.report = report,
		.notes = notes};
	int rc = read_path(&in, path, err);

	release(&in);
	return rc;
}

int sg_ingest_attributes(const char *path, const struct sg_ingest_options *options,
	int (*sink)(void *ctx, const struct sg_document *doc, struct sg_error *err),
	void *ctx, struct sg_ingest_report *report, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_intake in = {.options = options,
		.sink = sink,
		.ctx = ctx,
		.report = report,
		.notes = notes,
		.named = true};
	const struct reader *reader = find_reader(path);

	if (sg_file_kind(path) == SG_FILE_NONE)
		return sg_error_set(
			err, SG_ENOTFOUND, _("cannot open '%s': no such file"), path);
	if (!reader || !reader->attributes)
		return sg_error_set(err, SG_EINPUT,
			_("'%s' is no table of attributes (.csv, .tsv, .xlsx)"), path);
	int rc = read_file(&in, path, (size_t)(sg_path_base(path).p - path),
		reader->attributes, err);
	release(&in);
	return rc;
}
