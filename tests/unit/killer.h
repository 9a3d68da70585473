/* killer.h - ends the process with SIGKILL at its n-th change of a database file: a write,
 * a truncation, a sync or a deletion of SQLite's, so between and within commits, and the
 * same for the same n. Header only.
 */
#ifndef SG_TEST_KILLER_H
#define SG_TEST_KILLER_H

#include <signal.h>
#include <sqlite3.h>

/* The methods of a kind of file, ours and the real ones: databases and journals differ. */
struct killer_methods {
	sqlite3_io_methods ours; /* first: files point to it */
	const sqlite3_io_methods *real;
};

static struct {
	unsigned long left; /* changes */
	sqlite3_vfs vfs, *real_vfs;
	struct killer_methods kinds[4];
} killer;

static inline void killer_count(void)
{
	if (--killer.left == 0)
		raise(SIGKILL);
}

static inline const sqlite3_io_methods *killer_real(const sqlite3_file *f)
{
	return ((const struct killer_methods *)(const void *)f->pMethods)->real;
}

static inline int killer_write(
	sqlite3_file *f, const void *bytes, int n, sqlite3_int64 off)
{
	killer_count();
	return killer_real(f)->xWrite(f, bytes, n, off);
}

static inline int killer_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	killer_count();
	return killer_real(f)->xTruncate(f, size);
}

static inline int killer_sync(sqlite3_file *f, int flags)
{
	killer_count();
	return killer_real(f)->xSync(f, flags);
}

static inline int killer_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	killer_count();
	return killer.real_vfs->xDelete(killer.real_vfs, name, sync);
}

/* The file is the system's own; only what it does to its bytes goes by way of us. */
static inline int killer_open(
	sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	(void)vfs;
	int rc = killer.real_vfs->xOpen(killer.real_vfs, name, f, flags, out);

	if (rc != SQLITE_OK || !f->pMethods)
		return rc;
	for (size_t i = 0; i < sizeof killer.kinds / sizeof *killer.kinds; i++) {
		struct killer_methods *kind = &killer.kinds[i];
		if (kind->real && kind->real != f->pMethods)
			continue;
		kind->real = f->pMethods;
		kind->ours = *f->pMethods;
		kind->ours.xWrite = killer_write;
		kind->ours.xTruncate = killer_truncate;
		kind->ours.xSync = killer_sync;
		f->pMethods = &kind->ours;
		break;
	}
	return rc;
}

/* From here on the process has `changes` changes left. For a child of fork. */
static inline void killer_start(unsigned long changes)
{
	killer.left = changes;
	killer.real_vfs = sqlite3_vfs_find(NULL);
	killer.vfs = *killer.real_vfs;
	killer.vfs.zName = "killer";
	killer.vfs.pNext = NULL;
	killer.vfs.xOpen = killer_open;
	killer.vfs.xDelete = killer_delete;
	sqlite3_vfs_register(&killer.vfs, 1);
}

#endif
