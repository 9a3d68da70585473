/* pool.c - see pool.h. A ring of slots: the caller's thread fills them from the store
 * and takes them in order; workers, and the caller when the next text is not ready,
 * scan the ones that were filled. */
#include "config.h"

#include "coding/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_THREADS = 64,
	SLOTS_A_THREAD = 8,
	MAX_AHEAD = 16 << 20, /* bytes of text waiting; one text may be larger */
};

struct slot {
	struct sg_scanned scanned;
	struct sg_error err;
	int rc;
	bool done;
};

struct pool {
	const struct sg_pool_job *job;
	struct slot *slots;
	size_t nslots;
	size_t taken, filled; /* texts so far; only the caller's thread */
	size_t ahead;         /* bytes filled and not taken */
	pthread_mutex_t lock; /* of all below, and of done in the slots */
	pthread_cond_t work, done;
	size_t offered, started; /* texts */
	bool stop;
};

static void slot_init(struct slot *s, const struct sg_pool_job *job)
{
	sg_text_init(&s->scanned.text);
	sg_builder_init(&s->scanned.builder, job->book, job->rows);
	sg_notes_init(&s->scanned.notes);
}

static void slot_release(struct slot *s)
{
	sg_text_release(&s->scanned.text);
	sg_builder_release(&s->scanned.builder);
	sg_notes_release(&s->scanned.notes);
	free(s->scanned.segments.v);
	free(s->scanned.hits.v);
}

static struct slot *slot_of(struct pool *p, size_t text)
{
	return &p->slots[text % p->nslots];
}

static void scan(struct pool *p, struct slot *slot, struct sg_scanner *scanner)
{
	struct sg_scanned *s = &slot->scanned;

	sg_text_prepare(&s->text);
	slot->rc = sg_scan(scanner, &s->text.doc, &s->hits, &s->notes, &slot->err);
	s->segments.n = 0;
	if (slot->rc == 0)
		sg_builder_segments(&s->builder, &s->text, &s->hits, p->job->wanted,
			&s->text.arena, &s->segments);
}

/* Scans the next offered text. Called and left with the lock held. */
static void scan_next(struct pool *p, struct sg_scanner *scanner)
{
	struct slot *slot = slot_of(p, p->started++);

	pthread_mutex_unlock(&p->lock);
	scan(p, slot, scanner);
	pthread_mutex_lock(&p->lock);
	slot->done = true;
	pthread_cond_signal(&p->done);
}

static void *work(void *arg)
{
	struct pool *p = arg;
	struct sg_scanner *scanner = sg_scanner_new(p->job->engine);

	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (!p->stop && p->started == p->offered)
			pthread_cond_wait(&p->work, &p->lock);
		if (p->stop)
			break;
		scan_next(p, scanner);
	}
	pthread_mutex_unlock(&p->lock);
	sg_scanner_free(scanner);
	return NULL;
}

/* Fetches texts while there is room, and offers them. */
static int fill(struct pool *p, struct sg_error *err)
{
	const struct sg_pool_job *job = p->job;
	size_t before = p->filled;
	int rc = 0;

	while (rc == 0 && p->filled < job->nids && p->filled - p->taken < p->nslots &&
		(p->ahead == 0 || p->ahead < MAX_AHEAD)) {
		struct slot *slot = slot_of(p, p->filled);
		slot->done = false;
		slot->rc = 0;
		sg_error_reset(&slot->err);
		rc = sg_text_fetch(
			&slot->scanned.text, job->store, job->ids[p->filled], err);
		p->ahead += rc == 0 ? slot->scanned.text.doc.body.n : 0;
		p->filled += rc == 0;
	}
	if (p->filled > before) {
		pthread_mutex_lock(&p->lock);
		p->offered = p->filled;
		pthread_cond_broadcast(&p->work);
		pthread_mutex_unlock(&p->lock);
	}
	return rc;
}

/* Waits for the next text, scanning meanwhile. */
static void await(struct pool *p, struct slot *slot, struct sg_scanner *scanner)
{
	pthread_mutex_lock(&p->lock);
	while (!slot->done) {
		if (p->started < p->offered)
			scan_next(p, scanner);
		else
			pthread_cond_wait(&p->done, &p->lock);
	}
	pthread_mutex_unlock(&p->lock);
}

static void pass_notes(struct sg_notes *from, struct sg_notes *to)
{
	if (from->n == 0)
		return;
	for (size_t i = 0; i < from->n; i++) {
		const struct sg_note *n = &from->v[i];
		struct sg_note *note =
			sg_notes_add(to, n->severity, n->source.n ? n->source.p : NULL,
				n->line, n->col, "%.*s", SG_ARG(n->text));
		note->width = n->width;
		note->excerpt = sg_arena_str(&to->arena, n->excerpt);
	}
	sg_notes_release(from);
	sg_notes_init(from);
}

static int take(
	struct pool *p, struct slot *slot, struct sg_notes *notes, struct sg_error *err)
{
	p->ahead -= slot->scanned.text.doc.body.n;
	p->taken++;
	pass_notes(&slot->scanned.notes, notes);
	if (slot->rc == 0)
		return p->job->take(p->job->ctx, &slot->scanned, err);
	*err = slot->err;
	return slot->rc;
}

/* Starts up to n threads; fewer when the system has no more. */
static unsigned start(struct pool *p, pthread_t *threads, unsigned n)
{
	unsigned started = 0;

	while (started < n && pthread_create(&threads[started], NULL, work, p) == 0)
		started++;
	return started;
}

static void stop(struct pool *p, const pthread_t *threads, unsigned n)
{
	pthread_mutex_lock(&p->lock);
	p->stop = true;
	pthread_cond_broadcast(&p->work);
	pthread_mutex_unlock(&p->lock);
	for (unsigned i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
}

static unsigned threads_of(const struct sg_pool_job *job)
{
	unsigned n = job->threads < MAX_THREADS ? job->threads : MAX_THREADS;

	if (n > job->nids)
		n = (unsigned)job->nids;
	return n ? n : 1;
}

int sg_pool_run(
	const struct sg_pool_job *job, struct sg_notes *notes, struct sg_error *err)
{
	unsigned n = threads_of(job), nworkers;
	pthread_t threads[MAX_THREADS];
	struct pool p = {.job = job,
		.nslots = n == 1 ? 1 : n * SLOTS_A_THREAD,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.work = PTHREAD_COND_INITIALIZER,
		.done = PTHREAD_COND_INITIALIZER};
	struct sg_scanner *scanner;
	struct sg_error later = {0};
	int rc = 0, fetched = 0;

	if (job->nids == 0)
		return 0;
	scanner = sg_scanner_new(job->engine);
	p.slots = sg_zalloc(p.nslots, sizeof *p.slots);
	for (size_t i = 0; i < p.nslots; i++)
		slot_init(&p.slots[i], job);
	nworkers = start(&p, threads, n - 1);
	while (rc == 0 && p.taken < job->nids) {
		/* A text that cannot be fetched fails when its turn comes. */
		if (fetched == 0)
			fetched = fill(&p, &later);
		if (p.taken == p.filled) {
			*err = later;
			rc = fetched;
			break;
		}
		struct slot *slot = slot_of(&p, p.taken);
		await(&p, slot, scanner);
		rc = take(&p, slot, notes, err);
	}
	stop(&p, threads, nworkers);
	for (size_t i = 0; i < p.nslots; i++)
		slot_release(&p.slots[i]);
	free(p.slots);
	sg_scanner_free(scanner);
	return rc;
}
