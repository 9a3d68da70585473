/* file.c - see file.h. */
#include "config.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/base16.h>
#include <nettle/sha2.h>

enum sg_file_kind sg_file_kind(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return SG_FILE_NONE;
	return S_ISREG(st.st_mode)   ? SG_FILE_REGULAR
	       : S_ISDIR(st.st_mode) ? SG_FILE_DIR
				     : SG_FILE_OTHER;
}

static int read_fd(
	int fd, const char *path, size_t cap, struct sg_buf *out, struct sg_error *err)
{
	size_t got = 0;

	for (;;) {
		sg_buf_reserve(out, 65536);
		ssize_t n = read(fd, out->p + out->n, 65536);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return sg_error_set(err, SG_EIO, _("cannot read '%s': %s"),
				path, strerror(errno));
		out->p[out->n + (size_t)n] = '\0';
		if (n == 0)
			return 0;
		out->n += (size_t)n;
		got += (size_t)n;
		if (got > cap)
			return sg_error_set(err, SG_ETOOBIG,
				_("'%s' is larger than the %zu MiB this reader takes"),
				path, cap >> 20);
	}
}

int sg_file_read(const char *path, size_t cap, struct sg_buf *out, struct sg_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return sg_error_set(err, errno == ENOENT ? SG_ENOTFOUND : SG_EIO,
			_("cannot open '%s': %s"), path, strerror(errno));
	int rc = read_fd(fd, path, cap, out, err);
	close(fd);
	return rc;
}

static int write_all(int fd, struct sg_str data)
{
	while (data.n) {
		ssize_t n = write(fd, data.p, data.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data = sg_str_skip(data, (size_t)n);
	}
	return 0;
}

static int cannot_write(const char *path, struct sg_error *err)
{
	return sg_error_set(
		err, SG_EIO, _("cannot write '%s': %s"), path, strerror(errno));
}

/* A device or pipe (/dev/stdout) takes the data itself: a rename would replace it. */
static int write_through(const char *path, struct sg_str data, struct sg_error *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return cannot_write(path, err);
	int rc = write_all(fd, data) == 0 ? 0 : cannot_write(path, err);
	if (close(fd) != 0 && rc == 0)
		rc = cannot_write(path, err);
	return rc;
}

/* target is what path leads to; messages say path. */
static int write_beside(
	const char *path, const char *target, struct sg_str data, struct sg_error *err)
{
	struct sg_buf tmp;
	struct stat st;
	int rc = 0;

	sg_buf_init(&tmp);
	sg_buf_printf(&tmp, "%s.XXXXXX", target);
	int fd = mkstemp(tmp.p);
	if (fd < 0) {
		rc = cannot_write(path, err);
		goto out;
	}
	mode_t mask = umask(0);
	umask(mask);
	mode_t mode = stat(target, &st) == 0 ? st.st_mode & 0777 : 0666 & ~mask;
	if (write_all(fd, data) != 0 || fchmod(fd, mode) != 0 || fsync(fd) != 0)
		rc = cannot_write(path, err);
	if (close(fd) != 0 && rc == 0)
		rc = cannot_write(path, err);
	if (rc == 0 && rename(tmp.p, target) != 0)
		rc = cannot_write(path, err);
	if (rc < 0)
		unlink(tmp.p);
out:
	sg_buf_release(&tmp);
	return rc;
}

int sg_file_write(const char *path, struct sg_str data, struct sg_error *err)
{
	if (sg_file_kind(path) == SG_FILE_OTHER)
		return write_through(path, data, err);
	char *target = realpath(path, NULL);
	int rc = write_beside(path, target ? target : path, data, err);
	free(target);
	return rc;
}

char *sg_file_temporary(struct sg_error *err)
{
	char *path = sg_path_join(P_tmpdir, "saegim.XXXXXX");
	int fd = mkstemp(path);

	if (fd < 0) {
		cannot_write(path, err);
		free(path);
		return NULL;
	}
	close(fd);
	return path;
}

void sg_file_remove(const char *path)
{
	unlink(path);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int sg_dir_list(const char *path, struct sg_names *out, struct sg_error *err)
{
	DIR *dir = opendir(path);

	if (!dir)
		return sg_error_set(err, errno == ENOENT ? SG_ENOTFOUND : SG_EIO,
			_("cannot open folder '%s': %s"), path, strerror(errno));
	const struct dirent *e;
	while ((e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.')
			SG_PUSH(out, sg_strdup(sg_str_of(e->d_name)));
	closedir(dir);
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_name);
	return 0;
}

void sg_names_release(struct sg_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->v[i]);
	free(names->v);
	*names = (struct sg_names){NULL, 0, 0};
}

char *sg_path_join(const char *dir, const char *name)
{
	struct sg_buf b;
	size_t n = strlen(dir);

	sg_buf_init(&b);
	sg_buf_addz(&b, dir);
	if (n && dir[n - 1] != '/')
		sg_buf_addc(&b, '/');
	sg_buf_addz(&b, name);
	return b.p;
}

struct sg_str sg_path_base(const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	size_t start = n;
	while (start > 0 && path[start - 1] != '/')
		start--;
	if (start == n && n > 0) /* "/" names itself */
		start--;
	return (struct sg_str){path + start, n - start};
}

static size_t dot_of(struct sg_str base)
{
	for (size_t i = base.n; i-- > 1;)
		if (base.p[i] == '.')
			return i;
	return base.n;
}

struct sg_str sg_path_stem(const char *path)
{
	struct sg_str base = sg_path_base(path);

	return sg_str_sub(base, 0, dot_of(base));
}

struct sg_str sg_path_ext(const char *path)
{
	struct sg_str base = sg_path_base(path);

	return sg_str_skip(base, dot_of(base) + 1);
}

unsigned sg_processors(unsigned max)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (unsigned long)n > max ? max : (unsigned)n;
}

struct sg_sha256 {
	struct sha256_ctx ctx;
};

struct sg_sha256 *sg_sha256_new(void)
{
	struct sg_sha256 *h = sg_alloc(1, sizeof *h);

	sha256_init(&h->ctx);
	return h;
}

void sg_sha256_add(struct sg_sha256 *h, struct sg_str data)
{
	sha256_update(&h->ctx, data.n, (const uint8_t *)data.p);
}

void sg_sha256_done(struct sg_sha256 *h, char out[65])
{
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_digest(&h->ctx, sizeof digest, digest);
	base16_encode_update(out, sizeof digest, digest);
	out[BASE16_ENCODE_LENGTH(sizeof digest)] = '\0';
	free(h);
}

void sg_sha256_hex(struct sg_str data, char out[65])
{
	struct sg_sha256 *h = sg_sha256_new();

	sg_sha256_add(h, data);
	sg_sha256_done(h, out);
}
