/* identify_rules.c - see identify_rules.h. */
#include "config.h"

#include "analysis/identify_rules.h"

#include <stdlib.h>
#include <string.h>

/* Family names; those that are also common words stand apart, since "이 과장" is this
 * head of section and "전 국장" a former one. */
#define CLEAR                                                                                                  \
	"김|박|최|강|조|윤|장|임|오|권|황|송|류|홍|손|배|백|허|곽|차|엄|채|원|천|방|" \
	"정|서|안|양"
#define VAGUE                                                                                                  \
	"이|한|신|유|전|고|문|남|심|노|하|성|주|우|구|민|나|진|지|공|현|함|변|염|여|" \
	"추|"                                                                                                 \
	"도|소|석|선|설|마|길|연|위|표|명|기|반|라|왕|금|옥|육|인|맹|제|모|탁|국|어|" \
	"은|편|용"
#define DOUBLE "남궁|황보|제갈|사공|선우|서문|독고|동방"

/* Titles that people are called by. */
#define TITLE                                                                                                         \
	"과장|팀장|국장|사무관|주무관|서기관|부장|차장|대리|실장|원장|교수|박사|장관|" \
	"차관|"                                                                                                     \
	"시장|군수|구청장|도지사|지사|의원|위원장|위원|대표|이사장|이사|사장|회장|"     \
	"소장|"                                                                                                     \
	"센터장|본부장|연구원|연구위원|주임|계장|반장|통장|이장|기자|변호사|판사|"      \
	"검사|의사|"                                                                                              \
	"간호사|선생|총장|학장|청장|처장|단장|간사|감독)(?!회|진|관실|급|직"

/* Words that begin like a family name and stand before titles. */
#define NO_NAME                                                                                                     \
	"정보|전문|민간|여성|한국|이러|이런|인사|주무|전담|담당|선임|수석|책임|공공|" \
	"지방|"                                                                                                   \
	"정책|총괄|우리|어떤|모든|신임|현직|전직|해당|주요|지역|국내|인공|지능|기획|" \
	"행정|"                                                                                                   \
	"예산|조직|성과|홍보|민원|복지|안전|도시|교육|문화|기술|서비|고객|선생|이용|" \
	"국민|"                                                                                                   \
	"국회|시민|주민|도민|구민|군민|소비|정부|장애|현장|연구|서무|명예|공동|부서|" \
	"기관|"                                                                                                   \
	"현재|민주|어떻|신규|남성|외부|내부|위촉|당연|임명|조사|심사|심의|자문|평가|" \
	"전임|후임|차기|"                                                                                     \
	"유명|원로"

#define NAME                                                \
	"(?:(?:" DOUBLE ")[가-힣]{1,2}|(?:" CLEAR "|" VAGUE \
	")(?:[가-힣]{2}|[○◯Ｏ〇]{1,2}|"             \
	"[OX*]{2})|(?:" CLEAR "|이|한|신|유)모)"

#define MINISTRY                                                                                                         \
	"기획재정부|기재부|교육부|과학기술정보통신부|과기정통부|과기부|외교부|통일부|" \
	"법무부|"                                                                                                     \
	"국방부|행정안전부|행안부|문화체육관광부|문체부|농림축산식품부|농식품부|"        \
	"산업통상자원부|산업부|보건복지부|복지부|환경부|고용노동부|고용부|노동부|"       \
	"여성가족부|"                                                                                               \
	"여가부|국토교통부|국토부|해양수산부|해수부|중소벤처기업부|중기부|국가보훈부|" \
	"국무조정실|감사원|인사혁신처|인사처|법제처|식품의약품안전처|식약처|국세청|"    \
	"관세청|"                                                                                                     \
	"조달청|통계청|병무청|방위사업청|방사청|경찰청|소방청|국가유산청|문화재청|"      \
	"농촌진흥청|산림청|특허청|질병관리청|질병청|기상청|새만금청|해양경찰청|"          \
	"해경청|"                                                                                                     \
	"공정거래위원회|공정위|금융위원회|금융위|국민권익위원회|권익위|"                     \
	"개인정보보호위원회|개인정보위|방송통신위원회|방통위|원자력안전위원회"

#define PROVINCE                                                                                                    \
	"서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|" \
	"경남|제주"

#define NO_INSTITUTE                                                                                               \
	"국책|시도|정부출연|출연|민간|공공|지방|해당|전문|국립|소속|산하|여러|각종|" \
	"관련|모든"

/* What may follow a name of a place or house. */
#define AFTER                                                                                                  \
	"(?![가-힣])|(?=에서|에는|에|의|은|는|이|가|을|를|과|와|도|로|으로|부터|까지|" \
	"처럼|만)"

const struct sg_identify_rule sg_identify_rules[] = {
	{"resident", "주민등록번호", "resident number",
		"(?<!\\d)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?[-–]\\s?"
		"[1-8](?:\\d{6}|[*○X]{6})",
		"번호는 800101-1234567입니다.", "예산은 123456-7890원"},
	{"email", "전자우편", "e-mail",
		"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+",
		"hong@korea.kr로 보내십시오.", "@표시가 있다."},
	{"url", "웹 주소", "web address",
		"https?://"
		"[!-~]+|(?<![A-Za-z0-9.])(?:www\\.|[a-z0-9-]+\\.(?:go|or|co|ac|re)\\."
		"kr)"
		"[a-zA-Z0-9./?=&_%-]*",
		"www.gov.kr에서 신청합니다.", "정부3.0 사업"},
	{"phone", "전화번호", "telephone",
		"(?<![\\d-])(?:0(?:2|[3-6]\\d|1[016-9]|70|50\\d)[-. )]?\\d{3,4}[-. "
		"]?\\d{4}|"
		"1[568]\\d{2}-\\d{4})(?![\\d-])",
		"010-1234-5678입니다.", "예산은 1,234,567원"},
	{"date_place", "날짜와 곳", "date and place",
		"\\d{4}년\\s?\\d{1,2}월(?:\\s?\\d{1,2}일)?(?:에)?\\s[가-힣 "
		"]{0,16}?[가-힣]{1,8}"
		"(?:시|군|구|동|읍|면|청|센터|역|대학|대학교|병원|학교|관)(?:에서|에|"
		"의)",
		"2019년 3월 12일 춘천시에서 열렸다.", "2020년 3월 이후 줄었다."},
	{"address", "주소", "address",
		"(?:[가-힣]{1,4}(?:특별시|광역시|특별자치시|특별자치도|도|시)\\s)?"
		"(?:[가-힣]{1,4}(?:시|군|구)\\s)?(?:[가-힣0-9]{1,6}(?<!으)로(?:\\s?\\d+"
		"번?길)?|"
		"[가-힣0-9]{1,6}길)\\s\\d+(?:-\\d+)?(?!\\d|-|,|~|\\s?(?:년|개|명|가지|"
		"월|"
		"일|분|"
		"시|회|차|단계|%|퍼센트|건|만|억|천|배|번|점|위|세|대|곳|호|조))|"
		"[가-힣0-9]{1,6}(?:동|리)\\s\\d+(?:-\\d+)?\\s?번지|"
		"\\d+동\\s?\\d+호",
		"세종대로 209에 있다.", "성과지표로 5가지를 든다."},
	{"institution", "기관", "institution",
		"(?<![가-힣])(?:" MINISTRY ")|"
		"(?<![가-힣])[가-힣]{2,8}(?:시청|군청|구청|도청|교육청|경찰서|소방서|"
		"세무서|"
		"우체국|보건소|의회)(?<!지자체의회|지방의회)(?<!광역의회|기초의회)|"
		"(?<![가-힣])(?:" PROVINCE
		")(?:특별시|광역시|특별자치시|특별자치도|시|도|"
		"청북도|청남도|라북도|라남도|상북도|상남도)(?:" AFTER ")|"
		"(?<![가-힣])[가-힣A-Z]{2,10}대학교|"
		"(?<![가-힣])(?:서울|연세|고려|성균관|한양|중앙|경희|이화여|서강|부산|"
		"경북|전남|"
		"충남|강원|제주|카이스트|포항공)대(?:" AFTER ")|(?<![A-Za-z])KAIST|"
		"(?:㈜|\\(주\\))\\s?[가-힣A-Za-z0-9]+|[가-힣A-Za-z0-9]+(?:㈜|\\(주\\))|"
		"주식회사\\s[가-힣A-Za-z0-9]{2,}?(?:" AFTER ")|"
		"(?<![가-힣])(?!(?:" NO_INSTITUTE ")(?:연구|진흥))[가-힣]{2,12}"
		"(?:진흥원|연구원|개발원|정보원|평가원|관리원|공단|공사|재단|은행|협회)"
		"(?:" AFTER ")",
		"강남구청에서 먼저 시작했다.", "국책연구원과 지자체가 함께한다."},
	{"name", "사람 이름", "name of a person",
		"(?<![가-힣])(?!" NO_NAME ")" NAME "(?=\\s?(?:전\\s|현\\s)?(?:" TITLE
		")|"
		"\\s?(?:씨|님|군|양)(?![가-힣])|\\s?(?:씨|님)(?:는|은|가|이|를|을|의|"
		"께|도|와|과|에게))|"
		"(?<![가-힣])(?:" CLEAR ")(?=\\s(?:" TITLE
		"|씨)(?![가-힣])|\\s(?:" TITLE
		"|씨)(?:님|은|는|이|가|의|께|을|를|도|과|와|에게))|"
		"(?:저는|제 이름은|이름은)\\s\\K" NAME "(?=(?:이라고|라고|입니다))",
		"김철수 과장이 맡았다.", "정보화 과장 회의에서 논의했다."},
	{NULL, NULL, NULL, NULL, NULL, NULL},
};

enum { NRULES = sizeof sg_identify_rules / sizeof *sg_identify_rules - 1 };

struct sg_identifier {
	struct sg_regex *of[NRULES];
	struct sg_regex_scratch *scratch;
};

struct sg_identifier *sg_identifier_new(struct sg_error *err)
{
	struct sg_identifier *d = sg_zalloc(1, sizeof *d);
	struct sg_notes notes;

	sg_notes_init(&notes);
	d->scratch = sg_regex_scratch_new(0);
	for (size_t i = 0; i < NRULES; i++) {
		struct sg_expr e = {.kind = SG_EXPR_REGEX,
			.text = sg_str_of(sg_identify_rules[i].pattern)};
		if (sg_regex_new(&d->of[i], &e, false, sg_identify_rules[i].kind,
			    &notes) == 0)
			continue;
		sg_error_set(err, SG_EINPUT, "%.*s", SG_ARG(notes.v[0].text));
		sg_identifier_free(d);
		d = NULL;
		break;
	}
	sg_notes_release(&notes);
	return d;
}

void sg_identifier_free(struct sg_identifier *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < NRULES; i++)
		sg_regex_free(d->of[i]);
	sg_regex_scratch_free(d->scratch);
	free(d);
}

static bool touches(
	const struct sg_identified_list *list, size_t from, struct sg_span span)
{
	for (size_t i = from; i < list->n; i++)
		if (list->v[i].span.start < span.stop &&
			span.start < list->v[i].span.stop)
			return true;
	return false;
}

static int by_place(const void *a, const void *b)
{
	const struct sg_identified *x = a, *y = b;

	return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

int sg_identify_text(
	struct sg_identifier *d, struct sg_str text, struct sg_identified_list *out)
{
	size_t first = out->n;
	int rc = 0;

	for (size_t i = 0; i < NRULES; i++) {
		struct sg_spans spans = {NULL, 0, 0};
		struct sg_span all = {0, (uint32_t)text.n};
		int one = sg_regex_scan(d->of[i], d->scratch, text, all, &spans);
		rc = rc < 0 ? rc : one;
		for (size_t k = 0; k < spans.n; k++)
			if (!touches(out, first, spans.v[k]))
				SG_PUSH(out,
					(struct sg_identified){
						&sg_identify_rules[i], spans.v[k]});
		free(spans.v);
	}
	if (out->n > first)
		qsort(out->v + first, out->n - first, sizeof *out->v, by_place);
	return rc;
}
