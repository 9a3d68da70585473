/* Data for other programs: the flat tables by hand, SPSS files read back with ReadStat,
 * CP949 and what it lacks, the network parsed back. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#ifdef HAVE_READSTAT
#include <readstat.h>
#endif

#include "analysis/tidy.h"
#include "report/writer.h"
#include "study_dsl.h"
#include "tables_helper.h"
#include "text/encode.h"

/* A over A1 and A2; one attribute is named like a code. R2 said nothing to Q1 and was
 * the only one to speak of B; R3 answered nothing at all. */
static const char text[] = "title 시험\n"
			   "attributes 직군 A1\n"
			   "facet 입장 찬성|반대\n"
			   "code A 격차\n"
			   "\tcode A1 기기 어려움\n"
			   "\tcode A2 접근\n"
			   "code B 예산\n"
			   "question Q1 제약 A\n"
			   "question Q2 지원 B\n"
			   "case R1 공무원 x\n"
			   "case R2 학계 -\n"
			   "case R3 학계 y\n"
			   "answer R1 Q1 어렵다. 또 어렵다.\n"
			   "answer R1 Q2 없다.\n"
			   "none R2 Q1 blank 무응답\n"
			   "answer R2 Q2 =예산, \"이\" 든다.\n"
			   "none R3 Q1 blank 없음\n"
			   "none R3 Q2 blank 없음\n"
			   "coding R1 Q1 A1 rules 입장=반대 \"어렵다.\"\n"
			   "coding R1 Q1 A2 rules \"어렵다.\"\n"
			   "coding R1 Q1 A1 kim \"또 어렵다.\"\n"
			   "coding R2 Q2 B reviewed \"*\"\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;
static struct sg_buf out;

static int setup(void **state)
{
	(void)state;
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	sg_buf_init(&out);
	return 0;
}

static int done(void **state)
{
	(void)state;
	sg_buf_release(&out);
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static const struct sg_table *cases(bool counts)
{
	const struct sg_tidy_options o = {.counts = counts};

	assert_int_equal(sg_tidy_cases(&study, &o, &tables, &err), 0);
	return &tables.v[0];
}

static void write_as(const char *format)
{
	const struct sg_write_options w = {.title = study.title};

	assert_int_equal(sg_writer_find(format)->write(&tables, &w, &out, &err), 0);
}

static void test_cases(void **state)
{
	(void)state;
	cases(false);
	write_as("csv");
	/* The attribute A1 came first, so that the code is A1_2. */
	assert_string_equal(sg_buf_z(&out),
		"respondent,직군,A1,answered,A,A1_2,A2,B\r\n"
		"R1,공무원,x,2,1,1,1,0\r\n"
		"R2,학계,,1,0,0,0,1\r\n"
		"R3,학계,y,0,,,,\r\n");
}

static void test_counts(void **state)
{
	(void)state;
	cases(true);
	write_as("csv");
	/* Two stretches under A: the first carries both A1 and A2. */
	assert_non_null(strstr(sg_buf_z(&out), "R1,공무원,x,2,2,2,1,0\r\n"));
}

static void test_answers(void **state)
{
	const struct sg_tidy_options o = {.counts = false};

	(void)state;
	assert_int_equal(sg_tidy_answers(&study, &o, &tables, &err), 0);
	write_as("csv");
	assert_string_equal(sg_buf_z(&out),
		"respondent,직군,A1,question,state,A,A1_2,A2,B\r\n"
		"R1,공무원,x,Q1,answered,1,1,1,0\r\n"
		"R1,공무원,x,Q2,answered,0,0,0,0\r\n"
		"R2,학계,,Q1,none,,,,\r\n"
		"R2,학계,,Q2,answered,0,0,0,1\r\n"
		"R3,학계,y,Q1,none,,,,\r\n"
		"R3,학계,y,Q2,none,,,,\r\n");
}

static void test_codings(void **state)
{
	const struct sg_tidy_options o = {.counts = false};

	(void)state;
	assert_int_equal(sg_tidy_codings(&study, &o, &tables, &err), 0);
	write_as("csv");
	/* Answers begin behind two code points of heading. */
	assert_string_equal(sg_buf_z(&out),
		"respondent,직군,A1,question,code,code_name,theme,coder,origin,"
		"reviewed,입장,source,start,stop,quote\r\n"
		"R1,공무원,x,Q1,A1,기기 어려움,A,rules,rule,0,반대,R1,2,6,어렵다.\r\n"
		"R1,공무원,x,Q1,A2,접근,A,rules,rule,0,,R1,2,6,어렵다.\r\n"
		"R1,공무원,x,Q1,A1,기기 어려움,A,kim,person,1,,R1,7,13,또 어렵다.\r\n"
		"R2,학계,,Q2,B,예산,B,rules,rule,1,,R2,2,14,\"=예산, \"\"이\"\" "
		"든다.\"\r\n");
}

static void test_cp949(void **state)
{
	(void)state;
	assert_int_equal(sg_encode_cp949(SG_STR("가A힣똠\n"), &out, &err), 0);
	/* 힣 and 똠 are in the extension of CP949, not in EUC-KR. */
	assert_string_equal(sg_buf_z(&out), "\xB0\xA1"
					    "A\xC6\x52\x8C\x63\n");
	assert_int_equal(
		sg_encode_cp949(SG_STR("가\n・나 – ・"), &out, &err), SG_EINPUT);
	assert_int_equal(out.n, 8); /* nothing was added */
	assert_non_null(strstr(err.text, "3 characters"));
	assert_non_null(strstr(err.text, "U+30FB (line 2)"));
	assert_non_null(strstr(err.text, "U+2013 (line 2)"));
}

#ifdef HAVE_READSTAT
static struct {
	char names[16][80], labels[16][80], sets[16][32];
	char texts[8][16][80];
	double numbers[8][16];
	bool missing[8][16];
	char value_labels[4][40];
	double values[4];
	int nvariables, nlabels, nrows;
} back;

static void keep(char *to, size_t room, const char *z)
{
	snprintf(to, room, "%s", z ? z : "");
}

static int on_metadata(readstat_metadata_t *m, void *ctx)
{
	(void)ctx;
	back.nvariables = readstat_get_var_count(m);
	back.nrows = readstat_get_row_count(m);
	return READSTAT_HANDLER_OK;
}

static int on_variable(int i, readstat_variable_t *v, const char *set, void *ctx)
{
	(void)ctx;
	assert_true(i < 16);
	keep(back.names[i], sizeof back.names[i], readstat_variable_get_name(v));
	keep(back.labels[i], sizeof back.labels[i], readstat_variable_get_label(v));
	keep(back.sets[i], sizeof back.sets[i], set);
	return READSTAT_HANDLER_OK;
}

static int on_value(int row, readstat_variable_t *v, readstat_value_t value, void *ctx)
{
	int i = readstat_variable_get_index(v);

	(void)ctx;
	assert_true(row < 8 && i < 16);
	if (readstat_value_type(value) == READSTAT_TYPE_STRING)
		keep(back.texts[row][i], sizeof back.texts[row][i],
			readstat_string_value(value));
	else if (readstat_value_is_system_missing(value))
		back.missing[row][i] = true;
	else
		back.numbers[row][i] = readstat_double_value(value);
	return READSTAT_HANDLER_OK;
}

static int on_value_label(
	const char *set, readstat_value_t value, const char *label, void *ctx)
{
	(void)set;
	(void)ctx;
	assert_true(back.nlabels < 4);
	back.values[back.nlabels] = readstat_double_value(value);
	keep(back.value_labels[back.nlabels++], 40, label);
	return READSTAT_HANDLER_OK;
}

static void read_back(void)
{
	char path[] = "/tmp/saegim-sav-XXXXXX";
	int fd = mkstemp(path);
	readstat_parser_t *p = readstat_parser_init();

	memset(&back, 0, sizeof back);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, out.p, out.n), out.n);
	close(fd);
	readstat_set_metadata_handler(p, on_metadata);
	readstat_set_variable_handler(p, on_variable);
	readstat_set_value_handler(p, on_value);
	readstat_set_value_label_handler(p, on_value_label);
	assert_int_equal(readstat_parse_sav(p, path, NULL), READSTAT_OK);
	readstat_parser_free(p);
	unlink(path);
}

static void test_sav(void **state)
{
	(void)state;
	cases(false);
	write_as("sav");
	read_back();
	assert_int_equal(back.nvariables, 8);
	assert_int_equal(back.nrows, 3);
	assert_string_equal(back.names[0], "respondent");
	assert_string_equal(back.labels[0], "응답자");
	assert_string_equal(back.names[1], "직군");
	assert_string_equal(back.names[5], "A1_2");
	assert_string_equal(back.labels[5], "A1 기기 어려움");
	assert_string_equal(back.texts[0][1], "공무원");
	assert_true(back.numbers[0][3] == 2 && back.numbers[0][5] == 1);
	assert_true(back.numbers[1][7] == 1 && back.numbers[1][4] == 0);
	assert_true(back.missing[2][4] && back.missing[2][7]);
	assert_false(back.missing[1][4]);
	assert_int_equal(back.nlabels, 2);
	assert_true(back.values[0] == 0 && back.values[1] == 1);
	assert_string_equal(back.value_labels[0], "언급 없음");
	assert_string_equal(back.value_labels[1], "언급");
	assert_string_not_equal(back.sets[5], "");
	assert_string_equal(back.sets[3], ""); /* a number of questions */
}

/* Names that SPSS does not take, twice the same, and a text of many segments. */
static void test_sav_names(void **state)
{
	static const char *const keys[] = {
		"2차 조사", "ALL", "a b", "A_b", "끝.", "정보 > 격차", ""};
	char *text_ = malloc(2000);

	(void)state;
	struct sg_table *t = sg_tables_add(&tables, "t", 7);
	for (size_t i = 0; i < 7; i++)
		sg_table_column(&tables, t, i, keys[i], SG_STR("라벨"), false, false);
	memset(text_, 'x', 2000);
	sg_table_row(&tables, t)[0] = sg_cell_text((struct sg_str){text_, 2000});
	write_as("sav");
	read_back();
	assert_int_equal(back.nvariables, 7);
	assert_string_equal(back.names[0], "v_2차_조사");
	assert_string_equal(back.names[1], "ALL_");
	assert_string_equal(back.names[2], "a_b");
	assert_string_equal(back.names[3], "A_b_2");
	assert_string_equal(back.names[4], "끝_");
	assert_string_equal(back.names[5], "정보___격차");
	assert_int_equal(strlen(back.texts[0][0]), 79); /* kept cut by this test */
	free(text_);
}

/* Only letters and digits of names are of any script: signs are not, nor is a full stop
 * at the end, also where the name is cut (at 64 bytes, 21 syllables and a letter). */
static void test_sav_signs(void **state)
{
#define A10 "aaaaaaaaaa"
#define A63 A10 A10 A10 A10 A10 A10 "aaa"
#define G7  "가가가가가가가"
	static const char *const keys[][2] = {
		{"가·나", "가_나"},
		{"가・나", "가_나_2"},
		{"（가）", "v__가_"},
		{"①가", "v__가"},
		{"２차", "v__차"},
		{"제2차—끝…", "제2차_끝_"},
		{"é", "é"},
		{"É", "É_2"},
		{"學 歷", "學_歷"},
		{A63 ".b", A63 "_"},
		{A63 ".c", A10 A10 A10 A10 A10 A10 "aa_2"},
		{G7 G7 G7 "가", G7 G7 G7},
		{"@x", "@x"},
		{"#x", "v_#x"},
	};
	enum { N = sizeof keys / sizeof *keys };

	(void)state;
	struct sg_table *t = sg_tables_add(&tables, "t", N);
	for (size_t i = 0; i < N; i++)
		sg_table_column(
			&tables, t, i, keys[i][0], SG_STR("라벨"), false, false);
	sg_table_row(&tables, t)[0] = sg_cell_text(SG_STR("x"));
	write_as("sav");
	read_back();
	assert_int_equal(back.nvariables, N);
	for (size_t i = 0; i < N; i++)
		assert_string_equal(back.names[i], keys[i][1]);
}

static void test_sav_limit(void **state)
{
	char *text_ = malloc(40000);
	const struct sg_write_options w = {0};

	(void)state;
	struct sg_table *t = sg_tables_add(&tables, "t", 1);
	sg_table_column(&tables, t, 0, "quote", SG_STR("라벨"), false, false);
	memset(text_, 'x', 40000);
	sg_table_row(&tables, t)[0] = sg_cell_text((struct sg_str){text_, 40000});
	assert_int_equal(
		sg_writer_find("sav")->write(&tables, &w, &out, &err), SG_ETOOBIG);
	assert_non_null(strstr(err.text, "row 1, column 'quote'"));
	free(text_);
}
#endif

static const char *data(xmlNodePtr node, const char *key)
{
	static char buf[64];

	buf[0] = '\0';
	for (xmlNodePtr n = node->children; n; n = n->next) {
		xmlChar *k = xmlGetProp(n, (const xmlChar *)"key");
		if (k && strcmp((const char *)k, key) == 0) {
			xmlChar *content = xmlNodeGetContent(n);
			snprintf(buf, sizeof buf, "%s", (const char *)content);
			xmlFree(content);
		}
		xmlFree(k);
	}
	return buf;
}

/* On answers: A1 and A2 meet in R1 Q1, B stands alone. */
static void test_graphml(void **state)
{
	const struct sg_table_options o = {.nodes = true};
	unsigned nodes = 0, edges = 0;

	(void)state;
	assert_int_equal(sg_cooccur(&study, &o, &tables, &err), 0);
	write_as("graphml");
	xmlDocPtr doc = xmlReadMemory(out.p, (int)out.n, "n", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	xmlNodePtr graph = xmlDocGetRootElement(doc)->last;
	assert_string_equal((const char *)graph->name, "graph");
	for (xmlNodePtr n = graph->children; n; n = n->next) {
		if (strcmp((const char *)n->name, "edge") == 0) {
			edges++;
			assert_string_equal(data(n, "n11"), "1");
			assert_string_equal(data(n, "jaccard"), "1.000");
			continue;
		}
		nodes++;
		assert_string_equal(data(n, "n"), "1");
		bool alone = strcmp(data(n, "label"), "B") == 0;
		assert_string_equal(data(n, "degree"), alone ? "0" : "1");
		assert_string_equal(data(n, "strength"), alone ? "0" : "1");
	}
	assert_int_equal(nodes, 3);
	assert_int_equal(edges, 1);
	xmlFreeDoc(doc);
}

/* The same: nodes and edges each in their element, data as attvalues, n11 as weight. */
static void test_gexf(void **state)
{
	const struct sg_table_options o = {.nodes = true};

	(void)state;
	assert_int_equal(sg_cooccur(&study, &o, &tables, &err), 0);
	write_as("gexf");
	xmlDocPtr doc = xmlReadMemory(
		out.p, (int)out.n, "n", NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);
	assert_non_null(doc);
	xmlNodePtr graph = xmlDocGetRootElement(doc)->children;
	assert_string_equal((const char *)graph->name, "graph");
	xmlNodePtr edges = graph->last, nodes = edges->prev;
	assert_string_equal((const char *)nodes->name, "nodes");
	assert_int_equal(xmlChildElementCount(nodes), 3);
	assert_string_equal((const char *)edges->name, "edges");
	assert_int_equal(xmlChildElementCount(edges), 1);
	xmlChar *weight = xmlGetProp(edges->children, (const xmlChar *)"weight");
	assert_string_equal((const char *)weight, "1");
	xmlFree(weight);
	size_t jaccard = sg_str_find(sg_buf_str(&out),
		SG_STR("<attvalue for=\"jaccard\" value=\"1.000\"/>"));
	assert_true(jaccard != SIZE_MAX);
	xmlFreeDoc(doc);
}

/* Without a pair (none meets five times) attributes of edges have their types still. */
static void test_network_types(void **state)
{
	static const char *const types[][2] = {{"n1", "int"}, {"n11", "int"},
		{"units", "int"}, {"jaccard", "double"}, {"lift", "double"},
		{"p_adjusted", "double"}, {"test", "string"}};
	const struct sg_table_options o = {
		.nodes = true, .min = 5, .more = true, .tests = true};
	char wanted[128];

	(void)state;
	assert_int_equal(sg_cooccur(&study, &o, &tables, &err), 0);
	assert_int_equal(tables.v[0].nrows, 0);
	for (size_t gexf = 0; gexf < 2; gexf++) {
		sg_buf_reset(&out);
		write_as(gexf ? "gexf" : "graphml");
		for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
			const char *key = types[i][0], *type = types[i][1];
			if (gexf)
				snprintf(wanted, sizeof wanted,
					"<attribute id=\"%s\" title=\"%s\" "
					"type=\"%s\"/>",
					key, key,
					strcmp(type, "int") == 0 ? "integer" : type);
			else
				snprintf(wanted, sizeof wanted,
					"<key id=\"%s\" for=\"edge\" attr.name=\"%s\" "
					"attr.type=\"%s\"/>",
					key, key, type);
			if (sg_str_find(sg_buf_str(&out), sg_str_of(wanted)) ==
				SIZE_MAX)
				fail_msg("no %s", wanted);
		}
	}
}

static void test_not_for_others(void **state)
{
	const struct sg_write_options w = {0};

	(void)state;
	cases(false);
	assert_int_equal(
		sg_writer_find("graphml")->write(&tables, &w, &out, &err), SG_EUSAGE);
	sg_tables_add(&tables, "second", 1);
	sg_error_reset(&err);
	assert_int_equal(
		sg_writer_find("sav")->write(&tables, &w, &out, &err), SG_EUSAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_cases, setup, done),
		cmocka_unit_test_setup_teardown(test_counts, setup, done),
		cmocka_unit_test_setup_teardown(test_answers, setup, done),
		cmocka_unit_test_setup_teardown(test_codings, setup, done),
		cmocka_unit_test_setup_teardown(test_cp949, setup, done),
#ifdef HAVE_READSTAT
		cmocka_unit_test_setup_teardown(test_sav, setup, done),
		cmocka_unit_test_setup_teardown(test_sav_names, setup, done),
		cmocka_unit_test_setup_teardown(test_sav_signs, setup, done),
		cmocka_unit_test_setup_teardown(test_sav_limit, setup, done),
#endif
		cmocka_unit_test_setup_teardown(test_graphml, setup, done),
		cmocka_unit_test_setup_teardown(test_gexf, setup, done),
		cmocka_unit_test_setup_teardown(test_network_types, setup, done),
		cmocka_unit_test_setup_teardown(test_not_for_others, setup, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
