/* watch.c - see watch.h. */
#include "config.h"

#include "base/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifdef HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>
#endif

#include "base/file.h"

enum {
	LOOK_MS = 500, /* between looks at the file when nothing is told */
	QUIET_MS = 80, /* without news before a save counts as done */
	MOST_BYTES = 64 << 20,
};

/* Signals can only set a flag; the one watch there is reads it. */
static volatile sig_atomic_t asked_to_end;

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
enum { ENDING = sizeof ending / sizeof *ending };

struct seen { /* what a stat says of the file */
	bool there;
	dev_t dev;
	ino_t ino;
	off_t size;
	struct timespec modified;
};

struct sg_watch {
	char *path;
	int fd;  /* of inotify, or -1 */
	int out; /* whose reader may go, or -1 */
	struct seen seen;
	char hash[65]; /* of the content at the last return, "" when there was none */
	struct sigaction old[ENDING];
	sigset_t old_mask;
};

static void end_asked(int signal)
{
	(void)signal;
	asked_to_end = 1;
}

/* The signals stay blocked but while waiting, so that none comes between the look at
 * the flag and the wait. */
static void take_signals(struct sg_watch *w)
{
	struct sigaction action = {.sa_handler = end_asked};
	sigset_t mask;

	asked_to_end = 0;
	sigemptyset(&action.sa_mask);
	sigemptyset(&mask);
	for (int i = 0; i < ENDING; i++) {
		sigaddset(&mask, ending[i]);
		sigaction(ending[i], &action, &w->old[i]);
	}
	sigprocmask(SIG_BLOCK, &mask, &w->old_mask);
}

static void give_signals(struct sg_watch *w)
{
	for (int i = 0; i < ENDING; i++)
		sigaction(ending[i], &w->old[i], NULL);
	sigprocmask(SIG_SETMASK, &w->old_mask, NULL);
}

#ifdef HAVE_SYS_INOTIFY_H
/* Tells of everything in the folder of the path: a file that is renamed over another is
 * a new one, which a watch on the old one would not see. */
static void watch_folder(struct sg_watch *w, const char *path)
{
	struct sg_str base = sg_path_base(path);
	struct sg_buf dir;

	sg_buf_init(&dir);
	sg_buf_add(&dir, (struct sg_str){path, (size_t)(base.p - path)});
	if (dir.n == 0)
		sg_buf_addc(&dir, '.');
	inotify_add_watch(w->fd, sg_buf_z(&dir),
		IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY | IN_DELETE |
			IN_MOVED_FROM);
	sg_buf_release(&dir);
}

static void open_news(struct sg_watch *w)
{
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd < 0)
		return;
	watch_folder(w, w->path);
	/* Of a link also the folder of what it leads to. */
	char *real = realpath(w->path, NULL);
	if (real)
		watch_folder(w, real);
	free(real);
}
#else
static void open_news(struct sg_watch *w)
{
	w->fd = -1;
}
#endif

static void drop_news(struct sg_watch *w)
{
	char buf[4096];

	while (w->fd >= 0 && read(w->fd, buf, sizeof buf) > 0)
		;
}

static struct seen look(const char *path)
{
	struct seen s = {0};
	struct stat st;

	if (stat(path, &st) != 0)
		return s;
	s.there = true;
	s.dev = st.st_dev;
	s.ino = st.st_ino;
	s.size = st.st_size;
#ifdef __APPLE__
	s.modified = st.st_mtimespec;
#else
	s.modified = st.st_mtim;
#endif
	return s;
}

static bool same(const struct seen *a, const struct seen *b)
{
	return a->there == b->there && a->dev == b->dev && a->ino == b->ino &&
	       a->size == b->size && a->modified.tv_sec == b->modified.tv_sec &&
	       a->modified.tv_nsec == b->modified.tv_nsec;
}

/* "" when the file cannot be read. */
static void hash_of(const char *path, char hash[65])
{
	struct sg_error ignored = {0};
	struct sg_buf b;

	hash[0] = '\0';
	sg_buf_init(&b);
	if (sg_file_read(path, MOST_BYTES, &b, &ignored) == 0)
		sg_sha256_hex(sg_buf_str(&b), hash);
	sg_buf_release(&b);
}

struct sg_watch *sg_watch_new(const char *path, int out)
{
	struct sg_watch *w = sg_zalloc(1, sizeof *w);

	w->out = out;
	w->path = sg_strdup(sg_str_of(path));
	open_news(w);
	take_signals(w);
	w->seen = look(path);
	hash_of(path, w->hash);
	return w;
}

void sg_watch_free(struct sg_watch *w)
{
	if (!w)
		return;
	if (w->fd >= 0)
		close(w->fd);
	give_signals(w);
	free(w->path);
	free(w);
}

bool sg_watch_ended(const struct sg_watch *w)
{
	sigset_t pending;

	(void)w;
	if (asked_to_end)
		return true;
	/* One that came while they were blocked. */
	sigpending(&pending);
	for (int i = 0; i < ENDING; i++)
		if (sigismember(&pending, ending[i]))
			return true;
	return false;
}

/* A pipe without a reader, a terminal that was hung up. */
static bool is_unread(const struct sg_watch *w)
{
	struct pollfd p = {.fd = w->out};

	return w->out >= 0 && poll(&p, 1, 0) > 0 &&
	       (p.revents & (POLLERR | POLLHUP)) != 0;
}

/* Waits until there is news, a signal, or the time is over. Whether there was news. */
static bool wait_for_news(struct sg_watch *w, long ms)
{
	struct timespec time = {ms / 1000, ms % 1000 * 1000000};
	fd_set set;

	FD_ZERO(&set);
	if (w->fd >= 0)
		FD_SET(w->fd, &set);
	int n = pselect(w->fd + 1, &set, NULL, NULL, &time, &w->old_mask);
	if (n > 0)
		drop_news(w);
	return n > 0;
}

/* Whether the file is there and stayed as it is for a moment: a save takes several
 * steps, and is over when nothing more comes. */
static bool settled(struct sg_watch *w)
{
	if (wait_for_news(w, w->seen.there ? QUIET_MS : LOOK_MS))
		return false;
	struct seen now = look(w->path);
	return now.there && same(&now, &w->seen);
}

int sg_watch_wait(struct sg_watch *w)
{
	char hash[65];
	bool touched = false;

	while (!sg_watch_ended(w) && !is_unread(w)) {
		struct seen now = look(w->path);
		touched = touched || !same(&now, &w->seen);
		w->seen = now;
		if (!touched) {
			wait_for_news(w, LOOK_MS);
			continue;
		}
		if (!settled(w))
			continue;
		touched = false;
		hash_of(w->path, hash);
		if (!hash[0] || strcmp(hash, w->hash) == 0)
			continue;
		memcpy(w->hash, hash, sizeof w->hash);
		return 1;
	}
	return 0;
}
