/* watch.h - waits until a file is saved. Editors write in place or rename a new file
 * over the old one: what counts is that the path leads to other content. The system
 * tells where it can (inotify); besides, the file is looked at from time to time, since
 * some file systems tell nothing (network folders, Windows folders under WSL). */
#ifndef SG_BASE_WATCH_H
#define SG_BASE_WATCH_H

#include "base/str.h"

struct sg_watch;

/* From now on SIGINT, SIGTERM and SIGHUP end a wait instead of the program, until
 * sg_watch_free. The file need not be there. out: a descriptor that is written to, whose
 * reader may go (a pipe) and so end the wait; -1: none. */
struct sg_watch *sg_watch_new(const char *path, int out);
void sg_watch_free(struct sg_watch *w);

/* 1 when the content of the file is another than at the last return (or at the
 * beginning) and has stayed so for a moment; 0 when a signal asked to end, or nobody reads
 * any more. A file that is gone is waited for. */
int sg_watch_wait(struct sg_watch *w);
/* Whether a signal asked to end. */
bool sg_watch_ended(const struct sg_watch *w);

#endif
