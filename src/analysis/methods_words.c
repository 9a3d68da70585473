/* methods_words.c - see methods_words.h. One row a word: Korean, English. */
#include "config.h"

#include "analysis/methods_words.h"

static const struct {
	const char *ko, *en;
} words[SG_M_COUNT_] = {
	[SG_M_DATA] = {"연구방법: 자료", "Methods: data"},
	[SG_M_QUESTIONS] = {"연구방법: 문항별 응답", "Methods: answers by question"},
	[SG_M_COUNTING] = {"연구방법: 세는 법", "Methods: how things are counted"},
	[SG_M_CODING] = {"연구방법: 코딩", "Methods: coding"},
	[SG_M_CODERS] = {"연구방법: 코더", "Methods: coders"},
	[SG_M_AGREEMENT] = {"연구방법: 코더 사이의 일치, 코드별",
		"Methods: agreement between coders, by code"},
	[SG_M_REVIEW] = {"연구방법: 규칙이 한 일과 사람이 한 일",
		"Methods: what rules did and what people did"},
	[SG_M_VERSIONS] = {"연구방법: 코드북의 판",
		"Methods: versions of the codebook"},
	[SG_M_QUOTING] = {"연구방법: 인용, 소수의견, 익명화",
		"Methods: quotations, dissent, anonymity"},
	[SG_M_WORDING] = {"연구방법: 코드의 우리말과 영문 표기",
		"Methods: original and English wording of codes"},
	[SG_M_SOFTWARE] = {"연구방법: 프로그램과 되풀이", "Methods: software"},
	[SG_M_ITEM] = {"항목", "Item"},
	[SG_M_CONTENT] = {"내용", "Content"},
	[SG_M_ASKED] = {"질문", "Asked"},
	[SG_M_VALID] = {"유효응답", "Answered"},
	[SG_M_PARTIAL] = {"부분 응답", "Partial"},
	[SG_M_NONE] = {"응답 없음", "None"},
	[SG_M_KINDS] = {"응답 없음의 종류", "Kinds of none"},
	[SG_M_READ] = {"읽은 답변", "Answers read"},
	[SG_M_DRAWN] = {"배정(몫, 씨앗, 단위)", "Drawn (share, seed, by)"},
	[SG_M_OWN] = {"자신의 코딩", "Own codings"},
	[SG_M_RULES_N] = {"규칙이 찾음", "Found by rules"},
	[SG_M_DEFAULT_N] = {"기본 부여", "By default"},
	[SG_M_ACCEPTED] = {"사람이 확인", "Confirmed"},
	[SG_M_REJECTED] = {"물리침", "Rejected"},
	[SG_M_ADDED] = {"사람의 코딩", "By people"},
	[SG_M_CELLS] = {"코딩된 칸", "Cells coded"},
	[SG_M_CELLS_SEEN] = {"사람이 본 칸", "Seen by a person"},
	[SG_M_CHANGED] = {"바뀐 것", "What changed"},
	[SG_M_SHA] = {"SHA-256(앞 12자)", "SHA-256 (first 12)"},
	[SG_M_KOREAN] = {"원 표기", "Original wording"},
	[SG_M_ENGLISH] = {"영문 표기", "English wording"},
	[SG_M_ALL_CODES] = {"모든 코드", "All codes"},
	[SG_M_RESPONDENTS] = {"응답자", "Respondents"},
	[SG_M_RESPONDENTS_TEXT] = {"응답자 {0}명(한 문항이라도 답한 사람 {1}명)",
		"{0} respondents, of whom {1} answered at least one question"},
	[SG_M_GROUPS] = {"집단별 N: {0}", "N by {0}"},
	[SG_M_SOURCES] = {"자료", "Material"},
	[SG_M_SOURCES_TEXT] = {"글 {0}편, 문항 {1}개, 답변 {2}건, {3}자",
		"{0} texts, {1} questions, {2} answers, {3} characters"},
	[SG_M_N] = {"n", "n"},
	[SG_M_N_TEXT] = {"그 코드(하위 코드 포함)를 한 번이라도 말한 응답자의 수. 한 "
			 "사람은 몇 번 말했든 한 번 센다.",
		"Respondents who said it (or a code below it) at least once, each "
		"counted once."},
	[SG_M_PERCENT] = {"%의 분모", "Base of %"},
	[SG_M_PERCENT_TEXT] =
		{"문항의 표는 그 문항의 유효응답자, 주제의 표는 한 문항이라도 답한 "
		 "응답자 {0}명. 다른 분모를 쓴 표는 그 표의 주에 적는다.",
			"Of a question: those who answered it. Of the themes: the {0} "
			"respondents who answered any. Tables with another base say so "
			"in a note."},
	[SG_M_MULTIPLE] = {"복수응답", "Multiple response"},
	[SG_M_MULTIPLE_TEXT] = {"한 응답자가 여러 코드에 들 수 있어 %의 합은 100을 "
				"넘을 "
				"수 있다.",
		"A respondent can be under several codes: percentages may add up to "
		"more than 100."},
	[SG_M_ROLL_UP] = {"상위주제", "Themes"},
	[SG_M_ROLL_UP_TEXT] = {"하위 코드 가운데 하나라도 말한 사람을 한 번만 센다. "
			       "하위 코드 n의 합과 다를 수 있다.",
		"Those who said any code below it, once each: not the sum of the codes "
		"below."},
	[SG_M_ROUNDING] = {"반올림", "Rounding"},
	[SG_M_ROUNDING_TEXT] = {"%는 소수 첫째 자리까지, 둘째 자리에서 반올림(절반은 "
				"올림).",
		"Percentages to one decimal, halves up."},
	[SG_M_SMALL] = {"작은 집단", "Small groups"},
	[SG_M_SMALL_TEXT] = {"{0}명이 안 되는 집단은 수만 내고 %는 내지 않는다.",
		"Groups of fewer than {0}: counts without percentages."},
	[SG_M_CODEBOOK] = {"코드북", "Codebook"},
	[SG_M_CODEBOOK_TEXT] = {"주제 {0}개, 코드 {1}개(잎 코드 {2}개)",
		"{0} themes, {1} codes, of which {2} leaves"},
	[SG_M_UNIT] = {"코딩 단위", "Unit of coding"},
	[SG_M_UNIT_TEXT] = {"{0} (규칙이 있는 코드의 수)",
		"{0} (number of codes with rules)"},
	[SG_M_RULE_WORK] = {"규칙의 코딩", "Codings of rules"},
	[SG_M_RULE_WORK_TEXT] =
		{"코드북의 규칙(낱말과 식)이 구간 {0}개를 찾았다(문항의 기본 코드 "
		 "{1}개 "
		 "별도). 규칙의 코딩은 초벌이며 사람의 검토를 거쳐야 한다.",
			"Rules of the codebook (words and expressions) found {0} "
			"segments, besides {1} by default. They are a first draft for "
			"people to review."},
	[SG_M_PEOPLE_WORK] = {"사람의 검토", "Review by people"},
	[SG_M_PEOPLE_WORK_TEXT] =
		{"사람이 확인한 규칙의 구간 {0}, 물리친 구간 {1}, 사람이 붙인 코딩 {2}",
			"{0} segments of the rules confirmed, {1} rejected, {2} "
			"codings by people"},
	[SG_M_DOUBLE] = {"이중 코딩", "Double coding"},
	[SG_M_DOUBLE_TEXT] = {"유효한 답변 {0}건 가운데 {1}건({2}%)을 두 사람 이상이 "
			      "따로 읽고 코딩했다.",
		"{1} of {0} answers ({2}%) were read and coded by two people or more."},
	[SG_M_DOUBLE_NONE] = {"두 사람이 함께 읽은 답변이 없다.",
		"No answer was read by two people."},
	[SG_M_COVERAGE] = {"검토의 범위", "Coverage of the review"},
	[SG_M_COVERAGE_TEXT] =
		{"답변×코드의 칸 가운데 코딩된 {0}칸 중 사람이 본 것 {1}칸({2}%), "
		 "흔히 나오는 문항의 코딩되지 않은 {3}칸 중 {4}칸({5}%)",
			"Of {0} coded cells (answer × code) people saw {1} ({2}%); of "
			"{3} that are usual and not coded, {4} ({5}%)"},
	[SG_M_SATURATION] = {"포화", "Saturation"},
	[SG_M_CHOSEN] = {"인용의 선택", "Choice of quotations"},
	[SG_M_CHOSEN_TEXT] =
		{"정해진 규칙으로 골랐다. {0}명 이상이 말한 것은 둘, 그 밖은 하나. "
		 "둘이면 되도록 서로 다른 집단에서, 소수 쪽이 있으면 하나는 그쪽에서. "
		 "{1}–{2}자의 온전한 문장(잇단 두 문장까지)이며 앞말에 기대는 문장(이, "
		 "그, 다만, 그래서 …)은 뺀다. 한 응답자는 한 표에 {3}번까지, 한 문장은 "
		 "한 번.",
			"By fixed rules: two where {0} or more said it, else one; from "
			"different groups where possible, one of them from the smaller "
			"side where there are sides; whole sentences of {1}–{2} "
			"characters, at most two in a row, none that leans on what "
			"stood before it; a respondent at most {3} times in a table, a "
			"sentence once."},
	[SG_M_EDITED] = {"인용의 손질", "Editing of quotations"},
	[SG_M_EDITED_TEXT] = {"원문 그대로이며 문단의 머리기호만 뺐다. 줄이거나 고치지 "
			      "않았다.",
		"Verbatim but for list marks; nothing was cut or changed."},
	[SG_M_PINNED] = {"사람이 정한 인용", "Quotations chosen by people"},
	[SG_M_PINNED_TEXT] = {"고른 것 {0}, 뺀 것 {1}", "{0} pinned, {1} barred"},
	[SG_M_DISSENT] = {"소수의견", "Dissent"},
	[SG_M_DISSENT_TEXT] =
		{"갈래 {0}의 값을 정한 코딩이 있는 행은 사람이 적은 쪽을 〔반론〕으로 "
		 "보인다. n = 1은 단독 언급이라 적는다. 언급하지 않은 것은 반대가 "
		 "아니다.",
			"Rows with values of {0} show the smaller side as [dissent]; n "
			"= 1 is marked as one voice. Silence is not disagreement."},
	[SG_M_DISSENT_NONE] = {"입장을 나누는 갈래를 쓰지 않았다. n = 1은 단독 "
			       "언급이라 "
			       "적는다. 언급하지 않은 것은 반대가 아니다.",
		"No facet divides positions; n = 1 is marked as one voice. Silence is "
		"not disagreement."},
	[SG_M_PROGRAM] = {"프로그램", "Program"},
	[SG_M_PROGRAM_TEXT] = {"새김(saegim) {0}", "Saegim {0}"},
	[SG_M_RUN] = {"실행", "Run"},
	[SG_M_RUN_TEXT] = {"{0}번, {1}", "number {0}, {1}"},
	[SG_M_CODEBOOK_SHA] = {"코드북의 SHA-256", "SHA-256 of the codebook"},
	[SG_M_TABLES_SHA] = {"표의 SHA-256", "SHA-256 of the tables"},
	[SG_M_TABLES_SHA_TEXT] = {"{0} (saegim table {1} --format json)",
		"{0} (saegim table {1} --format json)"},
	[SG_M_NOTE_NONE] =
		{"유효응답은 무언가를 말한 답변이다. 답변란 없음, 무응답(비움, 의견 "
		 "없음), 모름, 소관 아님, 교차참조(다른 문항과 같음)뿐인 답변은 응답 "
		 "없음으로, 사양하면서도 무언가를 말한 것은 부분 응답으로 보아 "
		 "유효응답에 넣는다. 정해진 말 목록으로 가리고 사람이 고친다.",
			"An answer counts when it says something. None: no heading, "
			"blank, do not know, not my field, a mere reference to another "
			"answer. Partial answers disclaim and then say something, and "
			"count. Told by a fixed list of phrases, corrected by people."},
	[SG_M_NOTE_CONFIRMED] = {"응답 없음 {0}건 가운데 사람이 확인한 것 {1}건.",
		"Of {0} answers of none a person confirmed {1}."},
	[SG_M_NOTE_BLANKS] = {"〔 〕는 프로그램이 알 수 없어 비워 둔 곳 {0}군데이다. "
			      "채우려면: saegim methods set 이름 '내용'.",
		"〔 〕 marks {0} blanks that the program cannot know; to fill one: "
		"saegim methods set NAME 'TEXT'."},
	[SG_M_NOTE_CHANGES] = {"+ 새 코드, − 빠진 코드, → 이름이 바뀐 코드, 그 밖은 "
			       "규칙이 바뀐 코드.",
		"+ new, − gone, → renamed, others: codes whose rules changed."},
	[SG_M_NOTE_RULES] = {"규칙이 찾음은 물리친 것을 포함한다. 사람이 확인은 사람이 "
			     "받아들였거나 같은 자리에 같은 코드를 붙인 구간. 칸은 "
			     "답변×코드. 하위 코드는 합치지 않았다.",
		"Found by rules includes what was rejected. Confirmed: a person "
		"accepted the segment or coded the same stretch alike. Cells are "
		"answer × code. Codes are not rolled up."},
	[SG_M_NOTE_WORDING] = {"영문 표기를 채우려면: saegim methods set english.{0} "
			       "'Wording'.",
		"To fill one: saegim methods set english.{0} 'Wording'."},
	[SG_M_NOTE_NO_COEFFICIENT] = {"문장을 단위로 하며, 합의하기 전의 코딩에서 "
				      "센다.",
		"On sentences, from the codings before differences were settled."},
	[SG_M_NOTE_MANY_CODERS] =
		{"코더가 {0}명을 넘어 일치도는 여기에 싣지 않는다. 고른 코더의 "
		 "일치도는 saegim agree가 낸다.",
			"With more than {0} coders agreement is not given here; "
			"saegim agree gives that of those named."},
	[SG_M_PART] = {"부분", "part"},
	[SG_M_RANGE] = {"{0}–{1}, 중앙값 {2}, 미상 {3}",
		"{0}–{1}, median {2}, unknown {3}"},
	[SG_M_MANY] = {"{0}가지 값", "{0} values"},
	[SG_M_BLANK] = {"〔 〕 {0}", "〔 〕 {0}"},
	[SG_M_BLANK_DEFAULT] = {"〔 〕", "〔 〕"},
};

struct sg_str sg_methods_word(enum sg_methods_word word, bool english)
{
	return sg_str_of(english ? words[word].en : words[word].ko);
}
