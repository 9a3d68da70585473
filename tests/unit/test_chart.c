/* Figures as a reader sees them: each is well-formed XML; every label lies inside the
 * picture and on no other label (boxes by a width that is an upper bound for common
 * fonts); each number of the table stands in it; text stays inert. */
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

#include "project/plot.h"
#include "report/chart.h"
#include "report/svg.h"
#include "study_dsl.h"

/* Long names, a name that is markup, groups of one and two. */
static const char text[] =
	"attributes 직군\n"
	"code A "
	"가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사\n"
	"\tcode A1 <script>alert(1)</script> & \"따옴표\"\n"
	"\tcode A2 짧음\n"
	"code B Extraordinarily Wide WWWWWWWWWWWWWWWWWWW Latin MMMMMMMMMMMMM name\n"
	"\tcode B1 나하나\n"
	"\tcode B2 나둘\n"
	"question Q1 하나 -\n"
	"question Q2 둘 -\n"
	"case 아주긴이름의응답자하나 공무원\n"
	"case R2 공무원\n"
	"case R3 교수\n"
	"case R4 =HYPERLINK(1)\n"
	"answer 아주긴이름의응답자하나 Q1 첫째 문장입니다. 둘째 문장입니다.\n"
	"answer 아주긴이름의응답자하나 Q2 셋째 문장입니다.\n"
	"answer R2 Q1 넷째 문장입니다. 다섯째 문장입니다.\n"
	"answer R3 Q1 여섯째 문장입니다.\n"
	"answer R4 Q1 일곱째 문장입니다.\n"
	"coding 아주긴이름의응답자하나 Q1 A1 rules \"첫째 문장입니다.\"\n"
	"coding 아주긴이름의응답자하나 Q1 B1 rules \"첫째 문장입니다.\"\n"
	"coding 아주긴이름의응답자하나 Q1 B2 rules \"둘째 문장입니다.\"\n"
	"coding 아주긴이름의응답자하나 Q2 A1 rules \"셋째 문장입니다.\"\n"
	"coding R2 Q1 A2 rules \"넷째 문장입니다.\"\n"
	"coding R2 Q1 B1 rules \"다섯째 문장입니다.\"\n"
	"coding R3 Q1 B2 rules \"여섯째 문장입니다.\"\n"
	"coding R4 Q1 A1 rules \"일곱째 문장입니다.\"\n";

struct box {
	double x0, y0, x1, y1;
	char *text;
};

struct boxes {
	struct box v[2000];
	size_t n;
};

static double attribute(xmlNode *node, const char *name, double fallback)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	double number = value ? strtod((char *)value, NULL) : fallback;

	xmlFree(value);
	return number;
}

static void collect(xmlNode *node, double size, struct boxes *out)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		double own = attribute(node, "font-size", size);
		assert_string_not_equal((const char *)node->name, "script");
		if (strcmp((const char *)node->name, "text") != 0) {
			collect(node->children, own, out);
			continue;
		}
		xmlChar *turned = xmlGetProp(node, (const xmlChar *)"transform");
		xmlChar *anchor = xmlGetProp(node, (const xmlChar *)"text-anchor");
		if (!turned) {
			struct box *b = &out->v[out->n++];
			const struct sg_svg svg = {.size = own};
			b->text = (char *)xmlNodeGetContent(node);
			double w = sg_svg_width(&svg, sg_str_of(b->text));
			double x = attribute(node, "x", 0), y = attribute(node, "y", 0);
			b->x0 = !anchor                              ? x
				: strcmp((char *)anchor, "end") == 0 ? x - w
								     : x - w / 2;
			b->x1 = b->x0 + w;
			b->y0 = y - own * 0.8;
			b->y1 = y + own * 0.15;
		}
		xmlFree(turned);
		xmlFree(anchor);
	}
}

static void check_boxes(struct boxes *b, double width, double height)
{
	for (size_t i = 0; i < b->n; i++) {
		const struct box *x = &b->v[i];
		if (x->x0 < -1 || x->y0 < -1 || x->x1 > width + 1 || x->y1 > height + 1)
			fail_msg("cut: '%s' (%.0f–%.0f of %.0f)", x->text, x->x0, x->x1,
				width);
		for (size_t k = 0; k < i; k++) {
			const struct box *y = &b->v[k];
			if (x->x0 < y->x1 - 1 && y->x0 < x->x1 - 1 &&
				x->y0 < y->y1 - 1 && y->y0 < x->y1 - 1)
				fail_msg("'%s' lies on '%s'", x->text, y->text);
		}
	}
}

/* Draws and checks; returns the figure, which the caller frees. */
static char *figure(const char *name, const struct sg_table_options *o, double width)
{
	const struct sg_chart *chart = sg_chart_find(name);
	const struct sg_chart_options draw = {.width = width};
	static struct boxes boxes;
	struct sg_study study;
	struct sg_buf out;
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_buf_init(&out);
	assert_non_null(chart);
	if (sg_plot_study(&study, chart, o, &draw, &out, &err) != 0)
		fail_msg("%s: %s", name, err.text);
	xmlDoc *doc =
		xmlReadMemory(out.p, (int)out.n, "figure.svg", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	xmlNode *root = xmlDocGetRootElement(doc);
	boxes.n = 0;
	collect(root->children, 12, &boxes);
	assert_true(boxes.n > 4);
	check_boxes(&boxes, attribute(root, "width", 0), attribute(root, "height", 0));
	for (size_t i = 0; i < boxes.n; i++)
		xmlFree(boxes.v[i].text);
	xmlFreeDoc(doc);
	char *copy = sg_strdup(sg_buf_str(&out));
	sg_buf_release(&out);
	sg_study_release(&study);
	return copy;
}

static void every_figure(void **state)
{
	(void)state;
	for (const struct sg_chart *c = sg_charts; c->name; c++)
		for (int wide = 0; wide < 2; wide++) {
			const struct sg_table_options o = {.top = 0};
			char *svg = figure(c->name, &o, wide ? 1200 : 420);
			assert_null(strstr(svg, "<script"));
			free(svg);
		}
}

static void bars_show_the_numbers(void **state)
{
	const struct sg_table_options o = {.by = SG_STR("직군")};
	char *svg;

	(void)state;
	/* A: everybody but R3; of 공무원 two, of 교수 none. */
	svg = figure("bars", &o, 760);
	assert_non_null(strstr(svg, ">3(75.0)<"));
	assert_non_null(strstr(svg, ">2<"));
	assert_non_null(strstr(svg, ">0<"));
	assert_non_null(strstr(svg, "공무원(2)"));
	assert_non_null(strstr(svg, "=HYPERLINK(1)(1)"));
	free(svg);
}

/* The same study gives the same bytes. */
static void figures_are_deterministic(void **state)
{
	(void)state;
	for (const struct sg_chart *c = sg_charts; c->name; c++) {
		const struct sg_table_options o = {.top = 0};
		char *a = figure(c->name, &o, 0), *b = figure(c->name, &o, 0);
		assert_string_equal(a, b);
		free(a);
		free(b);
	}
}

static void nothing_to_draw(void **state)
{
	const struct sg_chart_options draw = {.width = 0};
	struct sg_table_options o = {.top = 0};
	struct sg_study study;
	struct sg_buf out;
	struct sg_error err;

	(void)state;
	dsl_study(&study, "code A 가\nquestion Q1 하나 -\ncase R1\n");
	sg_buf_init(&out);
	for (const struct sg_chart *c = sg_charts; c->name; c++) {
		sg_error_reset(&err);
		sg_buf_reset(&out);
		int rc = sg_plot_study(&study, c, &o, &draw, &out, &err);
		if (rc == 0)
			assert_non_null(strstr(sg_buf_z(&out), "</svg>"));
		else
			assert_true(err.text[0] != 0);
	}
	sg_buf_release(&out);
	sg_study_release(&study);
}

/* 45 codes in one sentence: a network has room for 40, squares for 24. The 60 first of the
 * equal pairs are K00 with the 44 others and K01 with K02 to K17: of them 39 and 16 are
 * between K00 and K39. 24 codes make 276 pairs. */
static void what_is_left_out_is_said(void **state)
{
	static const struct {
		const char *name, *figure, *note;
	} cases[] = {
		{"network",
			"코드 45개 가운데 자주 함께 나온 40개와 그 사이의 55쌍만 "
			"그렸다.",
			"the figure has 40 of 45 codes, those of the strongest pairs"},
		{"cooccur",
			"코드 45개 가운데 자주 함께 나온 24개와 그 사이의 276쌍만 "
			"그렸다.",
			"the figure has 24 of 45 codes, those of the strongest pairs"},
	};
	struct sg_study study;
	struct sg_error err = {0};
	struct sg_buf b;

	(void)state;
	sg_buf_init(&b);
	for (int i = 0; i < 45; i++)
		sg_buf_printf(&b, "code K%02d 코드%d\n", i, i);
	sg_buf_addz(&b, "question Q1 하나 -\ncase R1\nanswer R1 Q1 문장입니다.\n");
	for (int i = 0; i < 45; i++)
		sg_buf_printf(&b, "coding R1 Q1 K%02d rules \"문장입니다.\"\n", i);
	dsl_study(&study, sg_buf_z(&b));
	for (size_t i = 0; i < 2; i++) {
		const struct sg_table_options o = {.top = 0};
		struct sg_notes notes;
		const struct sg_chart_options draw = {.width = 760, .notes = &notes};
		sg_notes_init(&notes);
		sg_buf_reset(&b);
		assert_int_equal(sg_plot_study(&study, sg_chart_find(cases[i].name), &o,
					 &draw, &b, &err),
			0);
		assert_non_null(strstr(sg_buf_z(&b), cases[i].figure));
		assert_int_equal(notes.n, 1);
		assert_true(sg_str_eqz(notes.v[0].text, cases[i].note));
		sg_notes_release(&notes);
	}
	sg_buf_release(&b);
	sg_study_release(&study);
}

/* Grey steps keep the order of the numbers. */
static void shades_darken(void **state)
{
	struct sg_arena arena;
	struct sg_svg s = {.arena = &arena};
	unsigned last = 256;

	(void)state;
	sg_arena_init(&arena);
	for (int i = 0; i <= 10; i++) {
		unsigned grey =
			(unsigned)strtoul(sg_svg_shade(&s, i / 10.0) + 5, NULL, 16);
		assert_true(grey < last);
		last = grey;
	}
	sg_arena_release(&arena);
}

/* A PNG of the size asked for: its signature and IHDR (PNG specification, 5.2, 11.2.2); or a
 * refusal that names what is missing. Of no fonts, as here, Korean letters become boxes,
 * which a warning says. */
static void png_has_the_size(void **state)
{
	static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='30' "
				  "height='20'><text y='9'>가</text></svg>";
	static const char head[] =
		"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x3c\0\0\0\x28";
	char fonts[] = "/tmp/saegim-fonts-XXXXXX";
	struct sg_buf out;
	struct sg_error err = {0};
	struct sg_notes notes;

	(void)state;
	int fd = mkstemp(fonts);
	assert_true(fd >= 0);
	assert_true(write(fd, "<fontconfig/>", 13) == 13);
	close(fd);
	setenv("FONTCONFIG_FILE", fonts, 1);
	sg_buf_init(&out);
	sg_notes_init(&notes);
	int rc = sg_png_of_svg(sg_str_of(svg), 2, &out, &notes, &err);
#ifdef HAVE_RSVG
	assert_int_equal(rc, 0);
	assert_true(out.n > sizeof head);
	assert_memory_equal(out.p, head, sizeof head - 1);
	assert_int_equal(notes.n, 1);
	assert_true(sg_str_starts(
		notes.v[0].text, SG_STR("no font here has Korean letters")));
	/* what is no SVG says so */
	sg_buf_reset(&out);
	assert_true(sg_png_of_svg(SG_STR("<nothing/>"), 2, &out, &notes, &err) < 0);
	assert_non_null(strstr(err.text, "cannot draw the figure"));
	assert_int_equal(notes.n, 1);
#else
	assert_int_equal(rc, SG_EUSAGE);
	assert_non_null(strstr(err.text, "librsvg"));
	(void)head;
#endif
	unlink(fonts);
	sg_notes_release(&notes);
	sg_buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(png_has_the_size),
		cmocka_unit_test(every_figure),
		cmocka_unit_test(bars_show_the_numbers),
		cmocka_unit_test(figures_are_deterministic),
		cmocka_unit_test(nothing_to_draw),
		cmocka_unit_test(what_is_left_out_is_said),
		cmocka_unit_test(shades_darken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
