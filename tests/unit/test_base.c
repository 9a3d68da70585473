/* test_base.c - errors, slices, buffers, arena, files, notes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/notes.h"

#define assert_str(s, z) assert_true(sg_str_eqz((s), (z)))

static void first_error_wins(void **state)
{
	struct sg_error err = {0};

	(void)state;
	assert_int_equal(sg_error_set(&err, SG_EIO, "first %d", 1), SG_EIO);
	assert_int_equal(sg_error_set(&err, SG_EINPUT, "second"), SG_EINPUT);
	assert_int_equal(err.code, SG_EIO);
	assert_string_equal(err.text, "first 1");
	sg_error_locate(&err, "a.txt", 3, 4);
	sg_error_locate(&err, "b.txt", 9, 9);
	assert_string_equal(err.source, "a.txt");
	assert_int_equal(err.line, 3);
}

static void long_error_is_cut_between_characters(void **state)
{
	struct sg_error err = {0};
	char text[1200] = "x"; /* so that a cut falls inside a three-byte syllable */

	(void)state;
	for (int i = 0; i < 390; i++)
		strcat(text, "가");
	sg_error_set(&err, SG_EIO, "%s", text);
	assert_true(strlen(err.text) < sizeof err.text);
	assert_int_equal((strlen(err.text) - 1) % 3, 0);
	assert_memory_equal(err.text + strlen(err.text) - 3, "가", 3);
}

static void slices(void **state)
{
	(void)state;
	assert_str(sg_str_trim(SG_STR(" \t\xE3\x80\x80가 나\xC2\xA0\r\n")), "가 나");
	assert_str(sg_str_trim(SG_STR(" \n")), "");
	assert_int_equal(sg_str_find(SG_STR("aabab"), SG_STR("ab")), 1);
	assert_int_equal(sg_str_find(SG_STR("aabab"), SG_STR("abc")), SIZE_MAX);
	assert_int_equal(sg_str_find(SG_STR(""), SG_STR("")), 0);
	assert_true(sg_str_starts(SG_STR("Q4 제약"), SG_STR("Q4")));
	assert_true(sg_str_ends(SG_STR("a.saegim"), SG_STR(".saegim")));
	assert_false(sg_str_ends(SG_STR("m"), SG_STR(".saegim")));
	assert_true(sg_str_cmp(SG_STR("가"), SG_STR("나")) < 0);
	assert_true(sg_str_cmp(SG_STR("가"), SG_STR("가나")) < 0);
	assert_str(sg_str_sub(SG_STR("abc"), 2, 1), "");
	assert_str(sg_str_skip(SG_STR("abc"), 9), "");
}

static void splitting(void **state)
{
	struct sg_str rest = SG_STR("a||b|"), piece;
	char seen[16] = "";

	(void)state;
	while (sg_str_split(&rest, '|', &piece))
		sprintf(seen + strlen(seen), "<%.*s>", SG_ARG(piece));
	assert_string_equal(seen, "<a><><b><>");
	rest = SG_STR("x\n\ny");
	seen[0] = '\0';
	while (sg_str_line(&rest, &piece))
		sprintf(seen + strlen(seen), "<%.*s>", SG_ARG(piece));
	assert_string_equal(seen, "<x><><y>");
}

static void numbers(void **state)
{
	uint64_t n = 7;

	(void)state;
	assert_true(sg_str_uint(SG_STR("0042"), 42, &n));
	assert_int_equal(n, 42);
	assert_false(sg_str_uint(SG_STR("43"), 42, &n));
	assert_false(sg_str_uint(SG_STR("18446744073709551616"), UINT64_MAX, &n));
	assert_true(sg_str_uint(SG_STR("18446744073709551615"), UINT64_MAX, &n));
	assert_false(sg_str_uint(SG_STR(""), 42, &n));
	assert_false(sg_str_uint(SG_STR("4a"), 42, &n));
	assert_false(sg_str_uint(SG_STR("7"), 5, &n));
}

static void buffers(void **state)
{
	struct sg_buf b;

	(void)state;
	sg_buf_init(&b);
	assert_string_equal(sg_buf_z(&b), "");
	sg_buf_addc(&b, 'a');
	sg_buf_printf(&b, "%s-%03d", "가", 7);
	sg_buf_pad(&b, '.', 3);
	assert_string_equal(sg_buf_z(&b), "a가-007...");
	sg_buf_reset(&b);
	assert_int_equal(sg_buf_str(&b).n, 0);
	for (int i = 0; i < 10000; i++)
		sg_buf_addz(&b, "0123456789");
	assert_int_equal(b.n, 100000);
	assert_int_equal(b.p[b.n], 0);
	sg_buf_release(&b);
}

static void arena_memory_is_zero_and_apart(void **state)
{
	struct sg_arena a;

	(void)state;
	sg_arena_init(&a);
	for (size_t n = 1; n < 3000; n += 37) {
		unsigned char *p = sg_arena_alloc(&a, n);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xFF, n);
	}
	const char *z = sg_arena_strz(&a, SG_STR("새김"));
	sg_arena_alloc(&a, 5 << 20);
	assert_string_equal(z, "새김");
	assert_str(sg_arena_printf(&a, "%s %d", "n", 3), "n 3");
	sg_arena_release(&a);
}

static void files(void **state)
{
	char dir[] = "/tmp/saegim-base.XXXXXX";
	struct sg_error err = {0};
	struct sg_names names = {NULL, 0, 0};
	struct sg_buf b;

	(void)state;
	assert_non_null(mkdtemp(dir));
	char *path = sg_path_join(dir, "나.txt"), *other = sg_path_join(dir, "가.txt");
	sg_buf_init(&b);
	assert_int_equal(sg_file_read(path, 100, &b, &err), SG_ENOTFOUND);
	assert_non_null(strstr(err.text, path));
	sg_error_reset(&err);
	assert_int_equal(sg_file_write(path, SG_STR("one\n"), &err), 0);
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(sg_file_write(path, SG_STR("two\n"), &err), 0);
	assert_int_equal(sg_file_write(other, SG_STR(""), &err), 0);
	assert_int_equal(sg_file_read(path, 100, &b, &err), 0);
	assert_string_equal(sg_buf_z(&b), "two\n");
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(sg_file_read(path, 3, &b, &err), SG_ETOOBIG);
	sg_error_reset(&err);
	assert_int_equal(sg_dir_list(dir, &names, &err), 0);
	assert_int_equal(names.n, 2); /* in order, and no temporary file left */
	assert_string_equal(names.v[0], "가.txt");
	sg_names_release(&names);
	assert_int_equal(sg_file_kind(dir), SG_FILE_DIR);
	assert_int_equal(sg_file_kind(path), SG_FILE_REGULAR);
	unlink(path);
	unlink(other);
	assert_int_equal(sg_file_kind(path), SG_FILE_NONE);
	assert_int_equal(sg_file_write("/nonexistent/x", SG_STR("x"), &err), SG_EIO);
	rmdir(dir);
	sg_buf_release(&b);
	free(path);
	free(other);
}

static void paths(void **state)
{
	(void)state;
	assert_str(sg_path_base("a/b/R01.txt"), "R01.txt");
	assert_str(sg_path_base("a/b/"), "b");
	assert_str(sg_path_base("/"), "/");
	assert_str(sg_path_stem("a/R01.v2.txt"), "R01.v2");
	assert_str(sg_path_ext("a/R01.TXT"), "TXT");
	assert_str(sg_path_ext("a.b/.hidden"), "");
	assert_str(sg_path_ext("a.b/plain"), "");
}

/* FIPS 180-2, appendix B.1 and the empty message. */
static void sha256(void **state)
{
	char hex[65];

	(void)state;
	sg_sha256_hex(SG_STR("abc"), hex);
	assert_string_equal(hex,
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sg_sha256_hex(SG_STR(""), hex);
	assert_string_equal(hex,
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void notes_count_and_keep(void **state)
{
	struct sg_notes l;
	struct sg_error err = {0};

	(void)state;
	sg_notes_init(&l);
	for (int i = 0; i < 100; i++)
		sg_notes_add(
			&l, i % 2 ? SG_WARNING : SG_NOTE, "a.md", 1, 2, "note %d", i);
	sg_error_at(&err, SG_EINPUT, "b.md", 5, 6, "bad");
	sg_notes_add_error(&l, &err);
	assert_int_equal(l.n, 101);
	assert_int_equal(l.warnings, 50);
	assert_int_equal(l.errors, 1);
	assert_str(l.v[7].text, "note 7");
	assert_str(l.v[100].source, "b.md");
	assert_int_equal(l.v[100].col, 6);
	sg_notes_release(&l);
}

/* Of twelve warnings about one place ten are kept and the rest counted; other places,
 * errors and warnings without a place are left alone. */
static void notes_of_one_place(void **state)
{
	struct sg_notes notes;

	(void)state;
	sg_notes_init(&notes);
	sg_notes_add(&notes, SG_WARNING, "b.md", 3, 0, "no column");
	for (int i = 0; i < 12; i++) {
		sg_notes_add(&notes, SG_WARNING, "b.md", 3, 5, "text %d", i);
		sg_notes_add(&notes, SG_ERROR, "b.md", 3, 5, "error %d", i);
	}
	sg_notes_add(&notes, SG_WARNING, "b.md", 4, 5, "elsewhere");
	sg_notes_fold(&notes, 10);
	assert_int_equal(notes.n, 1 + 10 + 12 + 1 + 1);
	assert_int_equal(notes.errors, 12);
	assert_int_equal(notes.warnings, 1 + 10 + 1 + 1);
	assert_string_equal(notes.v[0].text.p, "no column");
	assert_string_equal(notes.v[notes.n - 2].text.p, "elsewhere");
	assert_int_equal(notes.v[notes.n - 1].line, 3);
	assert_int_equal(notes.v[notes.n - 1].text.p[0], '2');
	sg_notes_release(&notes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_error_wins),
		cmocka_unit_test(long_error_is_cut_between_characters),
		cmocka_unit_test(slices),
		cmocka_unit_test(splitting),
		cmocka_unit_test(numbers),
		cmocka_unit_test(buffers),
		cmocka_unit_test(arena_memory_is_zero_and_apart),
		cmocka_unit_test(files),
		cmocka_unit_test(paths),
		cmocka_unit_test(sha256),
		cmocka_unit_test(notes_count_and_keep),
		cmocka_unit_test(notes_of_one_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
