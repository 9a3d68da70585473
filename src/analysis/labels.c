/* labels.c - see labels.h. One row a label: Korean, English. */
#include "config.h"

#include "analysis/labels.h"

static const struct {
	const char *ko, *en;
} labels[SG_LABEL_COUNT_] = {
	[SG_LABEL_THEME] = {"상위주제 n(%)", "Theme n (%)"},
	[SG_LABEL_SUBTHEME] = {"하위주제", "Subtheme"},
	[SG_LABEL_CODE] = {"코드", "Code"},
	[SG_LABEL_QUOTATIONS] = {"대표 진술", "Quotations"},
	[SG_LABEL_IMPLICATION] = {"함의", "Implication"},
	[SG_LABEL_MENTIONS] = {"언급 수", "Mentions"},
	[SG_LABEL_QUESTIONS] = {"문항 수", "Questions"},
	[SG_LABEL_RESPONDENT] = {"응답자", "Respondent"},
	[SG_LABEL_GROUP] = {"집단", "Group"},
	[SG_LABEL_QUESTION_COLUMN] = {"문항", "Question"},
	[SG_LABEL_TEXT] = {"진술", "Text"},
	[SG_LABEL_CODER] = {"코더", "Coder"},
	[SG_LABEL_REVIEWED] = {"검토", "Reviewed"},
	[SG_LABEL_CODE_A] = {"코드 1", "Code 1"},
	[SG_LABEL_CODE_B] = {"코드 2", "Code 2"},
	[SG_LABEL_THEME_OR_CODE] = {"주제", "Theme"},
	[SG_LABEL_UNIT] = {"단위", "Unit"},
	[SG_LABEL_PRECISION] = {"정밀도", "Precision"},
	[SG_LABEL_RECALL] = {"재현율", "Recall"},
	[SG_LABEL_INTERVAL] = {"95% 구간", "95% interval"},
	[SG_LABEL_GOLD_N] = {"기준", "Gold"},
	[SG_LABEL_RULE_N] = {"대상", "Coded"},
	[SG_LABEL_BOTH_N] = {"일치", "Both"},
	[SG_LABEL_SENTENCE_F1] = {"문장 F1", "Sentence F1"},
	[SG_LABEL_ANSWER_F1] = {"답변 F1", "Answer F1"},
	[SG_LABEL_USUAL_ANSWER_F1] = {"문항만 F1", "By question F1"},
	[SG_LABEL_RESPONDENT_KAPPA] = {"응답자 κ", "Respondent κ"},
	[SG_LABEL_GOLD_SHARE] = {"기준 코더의 문장(%)", "Sentences, gold (%)"},
	[SG_LABEL_RULE_SHARE] = {"규칙의 문장(%)", "Sentences, rules (%)"},

	[SG_LABEL_BEFORE] = {"전", "Before"},
	[SG_LABEL_AFTER] = {"후", "After"},
	[SG_LABEL_LOST_PEOPLE] = {"빠진 사람", "People lost"},
	[SG_LABEL_GAINED_PEOPLE] = {"더해진 사람", "People gained"},
	[SG_LABEL_CHANGE] = {"변화", "Change"},
	[SG_LABEL_RULE] = {"규칙", "Rule"},
	[SG_LABEL_RUN] = {"실행", "Run"},
	[SG_LABEL_TIME] = {"때", "Time"},
	[SG_LABEL_CODEBOOK] = {"코드북", "Codebook"},
	[SG_LABEL_BORN] = {"생긴 구간", "Born"},
	[SG_LABEL_DIED] = {"없어진 구간", "Died"},
	[SG_LABEL_LIVE] = {"남은 구간", "Live"},
	[SG_LABEL_CHANGED_CODES] = {"바뀐 코드", "Codes changed"},
	[SG_LABEL_SAID_SINCE] = {"그 뒤의 판단", "Judgements since"},
	[SG_LABEL_REMARK] = {"적바림", "Note"},
	[SG_LABEL_FROZEN_AS] = {"얼린 이름", "Frozen as"},

	[SG_LABEL_RUN_N] = {"실행 {0}", "run {0}"},
	[SG_LABEL_NOW] = {"지금", "now"},
	[SG_LABEL_BASE_N] = {"N(분모)", "N (base)"},
	[SG_LABEL_AS_THEME] = {"{0} (상위주제)", "{0} (theme)"},
	[SG_LABEL_AS_OUTSIDE] = {"{0} (문항 주제 밖)", "{0} (outside the topic)"},
	[SG_LABEL_CODE_NEW] = {"{0} 새로", "{0} new"},
	[SG_LABEL_CODE_GONE] = {"{0} 빠짐", "{0} gone"},
	[SG_LABEL_NO_VALUE] = {"미상", "unknown"},
	[SG_LABEL_SINGLE] = {"단독 언급", "one voice"},
	[SG_LABEL_NOT_MENTIONED] = {"언급 없음", "not mentioned"},
	[SG_LABEL_NO_QUOTATION] = {"(인용 조건에 맞는 문장 없음)",
		"(no sentence fits the rules for quotations)"},
	[SG_LABEL_UNDECIDED] = {"미정", "undecided"},
	[SG_LABEL_NO_CODE] = {"코드 없음", "No code"},
	[SG_LABEL_OUTSIDE] = {"문항 주제 밖의 언급", "Outside the question's topic"},
	[SG_LABEL_OTHERS] = {"그 밖의 언급", "Other mentions"},
	[SG_LABEL_OUTSIDE_N_ONLY] = {"(n만 제시)", "(n only)"},
	[SG_LABEL_OUTSIDE_REST] = {"{0}명 {1}개 코드", "{1} codes of {0}"},
	[SG_LABEL_DIRECT] = {"{0} (하위 구분 없음)", "{0} (no subtheme)"},
	[SG_LABEL_GROUP_SIZE] = {"{0}({1})", "{0} ({1})"},
	[SG_LABEL_RULES] = {"규칙", "rules"},
	[SG_LABEL_DEFAULT] = {"기본 부여", "default"},
	[SG_LABEL_YES] = {"예", "yes"},
	[SG_LABEL_VERDICT_YES] = {"예", "yes"},
	[SG_LABEL_VERDICT_NO] = {"아니오", "no"},
	[SG_LABEL_VERDICT_HOLD] = {"보류", "hold"},
	[SG_LABEL_REASON_COUNTER] = {"반론", "the opposite view"},
	[SG_LABEL_REASON_OTHERS] = {"남의 말", "someone else's words"},
	[SG_LABEL_REASON_NO_PROPOSAL] = {"제안 아님", "no proposal"},
	[SG_LABEL_REASON_THEME] = {"다른 주제", "another theme"},
	[SG_LABEL_SHEET_REVIEW] = {"검토", "review"},
	[SG_LABEL_SHEET_VERDICT_HELP] =
		{"이 응답자는 이 답변에서 이 말을 합니까? 【】는 규칙이 찾은 "
		 "곳입니다. 규칙이 찾지 못한 말이면 그 문장을 구간에 옮겨 적습니다.",
			"Does this respondent, in this answer, say this? The rules "
			"found what stands in 【】. What they did not find can be "
			"copied into the column quote."},
	[SG_LABEL_WHY_ONE_HIT] = {"한 문장만 걸림", "one hit"},
	[SG_LABEL_WHY_UNUSUAL] = {"늘 나오는 문항 밖", "outside its usual questions"},
	[SG_LABEL_WHY_UNCODED] = {"늘 나오는 문항, 코딩 없음", "usual here, not coded"},
	[SG_LABEL_WHY_CODED] = {"여러 번 걸림", "several hits"},

	[SG_LABEL_QUESTION] = {"문항 {0}", "Question {0}"},
	[SG_LABEL_QUESTION_TITLED] = {"문항 {0}: {1}", "Question {0}: {1}"},
	[SG_LABEL_WORDING] = {"문항: {0}", "Question: {0}"},
	[SG_LABEL_THEMES_TITLE] = {"주제별 응답자 수", "Respondents by theme"},
	[SG_LABEL_MATRIX_CASE] = {"코드와 응답자", "Codes by respondent"},
	[SG_LABEL_MATRIX_QUESTION] = {"코드와 문항", "Codes by question"},
	[SG_LABEL_MATRIX_ATTRIBUTE] = {"코드와 {0}", "Codes by {0}"},
	[SG_LABEL_COOCCUR_TITLE] = {"함께 나타난 코드(단위: {0})",
		"Codes that occur together (unit: {0})"},
	[SG_LABEL_QUOTES_TITLE] = {"{0}: 코딩된 진술", "{0}: coded statements"},

	[SG_LABEL_DIFF_CELLS] = {"달라진 칸: {0} → {1}",
		"Cells that differ: {0} → {1}"},
	[SG_LABEL_DIFF_CODINGS] = {"달라진 코딩: {0} → {1}",
		"Codings that differ: {0} → {1}"},
	[SG_LABEL_LOG] = {"실행", "Runs"},
	[SG_LABEL_EVALUATE_OVERALL] = {"규칙과 기준 코더의 일치(기준: {0})",
		"Rules against coder {0}"},
	[SG_LABEL_EVALUATE_THEMES] = {"주제별 일치", "Agreement by theme"},
	[SG_LABEL_EVALUATE_CODES] = {"코드별 일치", "Agreement by code"},
	[SG_LABEL_EVALUATE_SHARES] = {"문장을 많이 차지하는 코드",
		"Codes that take the most sentences"},
	[SG_LABEL_EVERYTHING] = {"기준선: 모두 코딩", "baseline: everything"},
	[SG_LABEL_BY_QUESTION] = {"기준선: 문항만 보고", "baseline: by question"},
	[SG_LABEL_CODER_OF] = {"코더 {0} ({1}명)", "coder {0} ({1})"},

	[SG_LABEL_UNCODED_TITLE] = {"코드가 없는 문장", "Sentences without a code"},
	[SG_LABEL_MISSING_TITLE] = {"{0}: 흔한 문항에서 이 코드가 없는 답변",
		"{0}: answers to its usual questions without it"},
	[SG_LABEL_LIKELY] = {"가장 가까운 문장", "Nearest sentence"},
	[SG_LABEL_GROUPS_TITLE] = {"코드가 없는 문장의 무리",
		"Groups of sentences without a code"},
	[SG_LABEL_PEOPLE] = {"사람", "People"},
	[SG_LABEL_WORDS] = {"함께 쓰는 말", "Words"},
	[SG_LABEL_SUGGEST_TITLE] = {"{0}: 규칙에 넣어 볼 말",
		"{0}: terms for its rules"},
	[SG_LABEL_RULE_LINE] = {"규칙", "Rule"},
	[SG_LABEL_G2] = {"G²", "G²"},
	[SG_LABEL_LOG_ODDS] = {"로그오즈 z", "Log-odds z"},
	[SG_LABEL_INSIDE] = {"코드 안", "Inside"},
	[SG_LABEL_ELSEWHERE] = {"코드 밖", "Outside"},
	[SG_LABEL_GAIN] = {"얻음", "Gain"},
	[SG_LABEL_COST] = {"잃음", "Cost"},
	[SG_LABEL_KEYNESS_TITLE] = {"{0}: 두드러지는 말", "{0}: words that stand out"},
	[SG_LABEL_UNJUDGED] = {"미판단", "Unjudged"},

	[SG_LABEL_CROSSTAB_TITLE] = {"{0}별 주제", "Themes by {0}"},
	[SG_LABEL_CHI2] = {"χ²", "χ²"},
	[SG_LABEL_DF] = {"df", "df"},
	[SG_LABEL_P] = {"p", "p"},
	[SG_LABEL_P_ADJUSTED] = {"p(BH)", "p (BH)"},
	[SG_LABEL_CRAMER_V] = {"V", "V"},
	[SG_LABEL_TEST] = {"검정", "Test"},
	[SG_LABEL_TEST_CHI2] = {"χ²", "χ²"},
	[SG_LABEL_TEST_FISHER] = {"Fisher", "Fisher"},
	[SG_LABEL_TEST_SAMPLED] = {"표집", "sampled"},

	[SG_LABEL_SATURATION_TITLE] = {"포화: 면접마다 새로 나온 코드",
		"Saturation: new codes by interview"},
	[SG_LABEL_INTERVIEW] = {"차례", "No."},
	[SG_LABEL_NEW_CODES] = {"새 코드", "New codes"},
	[SG_LABEL_CODES_SO_FAR] = {"누적", "Codes so far"},
	[SG_LABEL_NEW_RATIO] = {"새 정보(%)", "New information (%)"},
	[SG_LABEL_RANDOM_MEAN] = {"무작위 평균", "Random mean"},
	[SG_LABEL_RANDOM_LOW] = {"2.5%", "2.5%"},
	[SG_LABEL_RANDOM_HIGH] = {"97.5%", "97.5%"},
	[SG_LABEL_NOT_REACHED] = {"이르지 않음", "not reached"},
	[SG_LABEL_MATRIX_CODING_TITLE] = {"{0} × {1}", "{0} by {1}"},
	[SG_LABEL_PART] = {"부분", "Part"},

	[SG_LABEL_UNIT_SENTENCE] = {"문장", "sentence"},
	[SG_LABEL_UNIT_PARAGRAPH] = {"문단", "paragraph"},
	[SG_LABEL_UNIT_ANSWER] = {"답변", "answer"},
	[SG_LABEL_UNIT_CASE] = {"응답자", "respondent"},
	[SG_LABEL_UNIT_OVERLAP] = {"겹치는 코딩", "overlapping codings"},

	[SG_LABEL_KIND_FULL] = {"내용 없음", "says nothing"},
	[SG_LABEL_KIND_MISSING] = {"답변란 없음", "no heading"},
	[SG_LABEL_KIND_BLANK] = {"무응답", "blank"},
	[SG_LABEL_KIND_UNKNOWN] = {"모름", "does not know"},
	[SG_LABEL_KIND_NOT_MY_FIELD] = {"소관 아님", "not my field"},
	[SG_LABEL_KIND_PARTIAL] = {"부분", "partial"},
	[SG_LABEL_KIND_CROSS_REFERENCE] = {"교차참조", "refers to another answer"},

	[SG_NOTE_ASKED_VALID] = {"질문 {0}명, 유효응답 {1}명{2}.",
		"{0} asked, {1} valid answers{2}."},
	[SG_NOTE_STUDY_VALID] =
		{"응답자 {0}명, 유효응답이 하나라도 있는 응답자 {1}명{2}.",
			"{0} respondents, {1} with a valid answer{2}."},
	[SG_NOTE_N_QUESTION] = {"복수응답. n은 이 문항에서 해당 주제를 한 번 이상 말한 "
				"사람 수이고",
		"Multiple response. n is the number of people who spoke of it at least "
		"once in this question;"},
	[SG_NOTE_N_STUDY] = {"복수응답. n은 어느 문항에서든 한 번 이상 말한 사람 "
			     "수이고",
		"Multiple response. n is the number of people who spoke of it at least "
		"once;"},
	[SG_NOTE_MULTIPLE_VALID] = {"%는 유효응답자(N={0}) 기준이다.",
		"% are of the valid answers (N={0})."},
	[SG_NOTE_MULTIPLE_ASKED] = {"%는 질문받은 사람(N={0}) 기준이다.",
		"% are of those asked (N={0})."},
	[SG_NOTE_MULTIPLE_ALL] = {"%는 전체 응답자(N={0}) 기준이다.",
		"% are of all respondents (N={0})."},
	[SG_NOTE_ROLL_UP] = {"상위주제는 하위주제 가운데 하나라도 말한 사람을 한 번만 "
			     "세므로 하위주제의 합과 다를 수 있다.",
		"A theme counts each person once over all its subthemes, so that it "
		"can "
		"differ from their sum."},
	[SG_NOTE_THEME_WIDER] = {"다음 상위주제의 n에는 이 표에 행이 없는 하위주제도 "
				 "들어 "
				 "있다: {0}.",
		"The n of these themes includes subthemes without a row in this table: "
		"{0}."},
	[SG_NOTE_SILENCE] = {"언급하지 않은 것은 반대를 뜻하지 않는다.",
		"Not mentioning a theme does not mean disagreeing with it."},
	[SG_NOTE_SMALL_GROUP] = {"{0}명이 안 되는 집단은 %를 내지 않는다.",
		"No % for groups of fewer than {0}."},
	[SG_NOTE_BELOW_MIN] = {"n이 {0} 미만인 {1}개 행은 뺐다.",
		"{1} rows with n below {0} are left out."},
	[SG_NOTE_NO_FOCUS] = {"이 문항은 설문지에 초점(focus)이 없어 {0}명 이상이 말한 "
			      "코드를 모두 실었다.",
		"The questionnaire gives this question no focus: every code of {0} "
		"people "
		"or more has a row."},
	[SG_NOTE_NONE_ANSWERS] = {"유효하지 않은 응답 {0}명: {1}.",
		"{0} without a valid answer: {1}."},
	[SG_NOTE_NONE_UNCONFIRMED] =
		{"이 분류 가운데 {0}건은 연구자가 확인하지 않았다.",
			"{0} of these states are not confirmed by a person."},
	[SG_NOTE_PARTIAL] = {"유효응답에 넣은 부분 응답: {0}.",
		"Partial answers counted as valid: {0}."},
	[SG_NOTE_CODED_IN_NONE] =
		{"유효하지 않은 응답에 붙은 코딩 {0}건은 세지 않았다.",
			"{0} codings in answers that are not valid are not counted."},
	[SG_NOTE_REVIEW_SOME] =
		{"검토: 이 표의 답변×코드 {0}칸 중 {1}칸({2}%)을 사람이 "
		 "검토함; 나머지는 검토하지 않은 규칙 코딩.",
			"Review: a person reviewed {1} of the {0} answer × code cells "
			"of this table "
			"({2}%); the others are rule codings nobody has reviewed."},
	[SG_NOTE_REVIEW_NONE] = {"검토: 이 표의 답변×코드 {0}칸은 모두 검토하지 않은 "
				 "규칙 코딩.",
		"Review: all {0} answer × code cells of this table are rule codings "
		"nobody "
		"has reviewed."},
	[SG_NOTE_REVIEW_ALL] =
		{"검토: 이 표의 답변×코드 {0}칸을 모두 사람이 코딩했거나 "
		 "검토함.",
			"Review: a person coded or reviewed all {0} answer × code "
			"cells of this "
			"table."},
	[SG_NOTE_REVIEW_EMPTY] = {"검토: 이 표에는 코딩이 없다.",
		"Review: this table holds no codings."},
	[SG_NOTE_COVERAGE] = {"검토 범위: 말한 답변 {0} × 코드 {1} = {2}칸 가운데 "
			      "사람이 본 "
			      "칸 {3}({4}%).",
		"Coverage: of {2} cells ({0} answers that say something × {1} codes) a "
		"person has seen {3} ({4}%)."},
	[SG_NOTE_COVERAGE_USUAL] =
		{"검토 범위: 말한 답변 {0} × 코드 {1} = {2}칸 가운데 사람이 본 칸 "
		 "{3}({4}%); 그 가운데 코드가 늘 나오는 문항의 코딩 없는 {5}칸에서는 "
		 "{6}({7}%).",
			"Coverage: of {2} cells ({0} answers that say something × {1} "
			"codes) a "
			"person has seen {3} ({4}%); of the {5} uncoded ones in "
			"questions where the code is usual, {6} ({7}%)."},
	[SG_NOTE_DEFAULT_CODED] = {"기본 부여(읽고 찾은 것이 아니라 유효응답이면 "
				   "붙음): "
				   "{0}.",
		"Given by default (to every valid answer, not found by reading): {0}."},
	[SG_NOTE_CODERS] = {"코딩: {0}.", "Coded by: {0}."},
	[SG_NOTE_WHERE] = {"대상: {0}.", "Only: {0}."},
	[SG_NOTE_UNSCOPED] = {"마지막 실행은 규칙의 적용 문항·부분을 무시하고 코딩했다"
			      "(--ignore-scopes). 보고용 수가 아니다.",
		"The last run ignored where rules look (--ignore-scopes): these are no "
		"numbers for a report."},
	[SG_NOTE_RENAMED] = {"이름이 바뀐 코드: {0}", "Renamed codes: {0}"},
	[SG_NOTE_MOVED] = {"자리를 옮긴 코드: {0}", "Moved codes: {0}"},
	[SG_NOTE_AT_RUN] = {"코딩: 실행 {0}({1}, {2}). 사람의 판단과 메모, 속성은 "
			    "지금의 "
			    "것이다.",
		"Codings as run {0} left them ({1}, {2}); judgements, memos and "
		"attributes are those of now."},
	[SG_NOTE_PENDING] = {"새것이거나 바뀐 글 {0}편은 아직 코딩하지 않아 수가 맞지 "
			     "않는다(saegim code를 다시 돌릴 것).",
		"{0} texts are new or changed and not coded yet, so that the numbers "
		"are "
		"not right (run saegim code again)."},
	[SG_NOTE_FACETS] = {"한 사람이 두 값에 들 수 있다. 미정은 값을 정하지 않은 "
			    "사람.",
		"A person can be under two values; undecided: no value was set."},
	[SG_NOTE_FACET_BOTH] = {"두 값에 모두 든 사람: {0}.", "Under two values: {0}."},
	[SG_NOTE_FACET_UNSET] = {"{0}: 여기서는 값을 정한 코딩이 없다.",
		"{0}: no coding here has a value."},
	[SG_NOTE_MINORITY_SIDES] = {"소수의견(사람이 적은 쪽): {0}.",
		"Minority (the side with fewer people): {0}."},
	[SG_NOTE_MINORITY] = {"〔반론〕은 그 행에서 사람이 적은 쪽의 진술이다.",
		"[dissent] marks the side with fewer people in that row."},
	[SG_NOTE_QUOTATIONS] = {"인용은 원문대로이며 머리기호만 뺐다. 프로그램이 정한 "
				"규칙으로 골랐다.",
		"Quotations are verbatim but for list marks, and were chosen by rule."},
	[SG_NOTE_QUESTION_MEMO] = {"문항 메모: {0}", "Memo on the question: {0}"},
	[SG_NOTE_MATRIX_COUNT] = {"칸은 코딩 수이다.", "Cells count codings."},
	[SG_NOTE_MATRIX_PRESENCE] = {"칸의 1은 한 번 이상 코딩됨을 뜻한다.",
		"1: coded at least once."},
	[SG_NOTE_MATRIX_CASES] = {"칸은 한 번 이상 말한 사람 수이다.",
		"Cells count the people who spoke of it at least once."},
	[SG_NOTE_UNIT] = {"단위: {0} {1}개(N). 코드가 하나라도 있는 단위 {2}개.",
		"Unit: {0}, N = {1}; {2} of them have a code."},
	[SG_NOTE_JACCARD] =
		{"n1, n2: 각 코드가 나타난 단위 수, n11: 둘 다 나타난 단위 수. "
		 "Jaccard = n11/(n1+n2-n11).",
			"n1, n2: units with each code; n11: units with both. "
			"Jaccard = n11/(n1+n2-n11)."},
	[SG_NOTE_MORE_MEASURES] =
		{"Dice = 2·n11/(n1+n2), overlap = n11/min(n1,n2), cosine = "
		 "n11/√(n1·n2), "
		 "lift = n11·N/(n1·n2), φ = (n11·n00-n10·n01)/√(n1·n2·(N-n1)·(N-n2)).",
			"Dice = 2·n11/(n1+n2), overlap = n11/min(n1,n2), "
			"cosine = n11/√(n1·n2), lift = n11·N/(n1·n2), "
			"φ = (n11·n00-n10·n01)/√(n1·n2·(N-n1)·(N-n2))."},
	[SG_NOTE_PAIRS_TOP] = {"함께 나타난 {0}쌍 가운데 앞의 {1}쌍.",
		"The first {1} of {0} pairs that occur together."},
	[SG_NOTE_PAIRS_MIN] = {"n11이 {0} 미만인 {1}쌍은 뺐다.",
		"{1} pairs with n11 below {0} are left out."},
	[SG_NOTE_QUOTES_COUNT] = {"응답자 {0}명의 코딩 {1}건.",
		"{1} codings of {0} respondents."},
	[SG_NOTE_DEFAULT_IN_UNITS] = {"기본 부여 코딩은 문장이나 문단을 가리키지 "
				      "않으므로 "
				      "넣지 않았다.",
		"Default codings point at no sentence or paragraph and are left out."},
	[SG_NOTE_MENTIONS] = {"언급 수는 코딩된 구간의 수이며 짧은 문장에 후하다.",
		"Mentions are coded stretches; short sentences inflate them."},
	[SG_NOTE_EVALUATE_UNITS] =
		{"문장 {0}개, 답변 {1}개, 응답자 {2}명에 코드 {3}개를 "
		 "곱한 칸을 센다.",
			"Cells are {0} sentences, {1} answers and {2} respondents "
			"times {3} codes."},
	[SG_NOTE_EVALUATE_MATCH] = {"코딩과 한 글자라도 겹치는 문장은 코딩된 문장이다.",
		"A sentence that a coding overlaps is coded."},
	[SG_NOTE_EVALUATE_DEFAULT] =
		{"기본 부여(default) 코딩은 답변과 응답자 단위에서만 "
		 "센다.",
			"Default codings count for answers and respondents, not for "
			"sentences."},
	[SG_NOTE_EVALUATE_BASELINES] = {"기준선 '문항만 보고': 다른 응답자의 답변 "
					"가운데 {0}% 이상에 있는 코드를 그 "
					"문항의 답변에 모두 준다(한 사람씩 빼고 셈).",
		"Baseline by question: a code that at least {0}% of the other "
		"respondents' answers to the question carry is given to the answer "
		"unread."},
	[SG_NOTE_EVALUATE_BOOTSTRAP] = {"구간: 응답자를 다시 뽑은 붓스트랩 {0}회의 "
					"2.5–97.5 백분위(씨앗 {1}).",
		"Intervals: percentiles 2.5 and 97.5 of {0} bootstrap samples of "
		"respondents (seed {1})."},
	[SG_NOTE_EVALUATE_RARE] =
		{"기준 코더의 칸이 {0}개가 안 되는 값은 내지 않는다(–).",
			"No value (–) where the gold coder has fewer than {0} cells."},
	[SG_NOTE_EVALUATE_PARTS] = {"기준과 대상은 코딩된 문장의 수(문장×코드), "
				    "문항만은 "
				    "문항만 본 기준선의 답변 F1. 코더 둘이 있으면 둘 "
				    "사이의 문장 F1, "
				    "답변 F1, 응답자 κ.",
		"Gold and coded are numbers of coded sentences (sentence × code); by "
		"question: the baseline's F1 of answers. With two coders: their F1 of "
		"sentences and answers, and κ of respondents."},
	[SG_NOTE_EVALUATE_SHARES] = {"문장 {0}개 가운데 그 코드가 붙은 문장과 비율.",
		"Sentences with the code among {0}."},
	[SG_NOTE_EVALUATE_REJECTED] = {"사람이 거절한 규칙 코딩 {0}건도 규칙의 것으로 "
				       "센다.",
		"{0} rule codings that people rejected count as the rules' own."},
	[SG_NOTE_EVALUATE_RESPONDENTS] = {"응답자: {0}.", "Respondents: {0}."},
	[SG_NOTE_UNCODED_COUNT] = {"말한 답변의 문장 {0}개 가운데 {1}개({2}%)에 코드가 "
				   "없다. 문항의 기본 부여는 치지 않는다.",
		"Of {0} sentences in answers that say something {1} ({2}%) have no "
		"code. Default codings do not count."},
	[SG_NOTE_UNCODED_TYPICAL] =
		{"코드 없는 문장들이 함께 쓰는 말을 많이 쓴 문장부터.",
			"Those that share most words with the others come first."},
	[SG_NOTE_UNCODED_LONGEST] = {"긴 문장부터.", "The longest come first."},
	[SG_NOTE_UNCODED_TEXT] = {"응답자와 문항의 차례대로.",
		"In the order of respondents and questions."},
	[SG_NOTE_UNCODED_SHOWN] = {"{1}개 가운데 {0}개만 보였다.",
		"{0} of {1} are shown."},
	[SG_NOTE_UNCODED_USUAL] = {"흔한 문항: {0}(관심 코드이거나, 유효응답의 20% "
				   "이상에 이 코드가 있는 문항). 코드가 없는 답변 "
				   "{1}건, 있을 법한 것부터.",
		"Usual questions: {0} (their focus holds it, or at least 20% of their "
		"valid answers have it). {1} answers without it, the likeliest first."},
	[SG_NOTE_UNCODED_NOWHERE] =
		{"이 코드가 흔한 문항이 없다(관심 코드가 아니고, 유효응답의 20% 이상에 "
		 "이 코드가 있는 문항도 없다).",
			"It is usual in no question (in none's focus, and in less than "
			"20% of the valid answers of each)."},
	[SG_NOTE_GROUPS] = {"낱말이 셋 이상인 문장 {0}개를 견주었다(평균 연결, 낱말의 "
			    "코사인). 두 사람 이상, 세 문장 이상인 무리 {1}개. 무리는 "
			    "코드가 아니라 읽어 볼 곳이다.",
		"{0} sentences of three words or more were compared (average linkage, "
		"cosine of words). {1} groups of at least two people and three "
		"sentences. A group is no code but a place to read."},
	[SG_NOTE_SUGGEST_PEOPLE] = {"사람이 이 코드로 본 문장과 나머지를 견주었다: "
				    "{0}명, 답변 {1}건, 문장 {2}개.",
		"What people coded with it against the rest: {0} people, {1} answers, "
		"{2} sentences."},
	[SG_NOTE_SUGGEST_RULES] = {"아직 사람이 판단한 것이 없어 규칙이 코딩한 문장과 "
				   "나머지를 견주었다: {0}명, 답변 {1}건, 문장 {2}개. "
				   "규칙이 놓친 말은 이렇게는 잘 드러나지 않는다.",
		"Nobody has judged it yet, so what the rules coded was compared with "
		"the rest: {0} people, {1} answers, {2} sentences. Words that the "
		"rules miss hardly show this way."},
	[SG_NOTE_SUGGEST_JUDGED] =
		{"답변 가운데 이 코드가 있다고 판단한 것 {0}건, 없다고 판단한 것 "
		 "{1}건, 판단하지 않은 것 {2}건. 얻음·잃음·미판단은 지금 규칙이 "
		 "코딩하지 않은 답변 가운데 이 규칙 한 줄이 새로 코딩할 답변의 수이다.",
			"Answers judged to have it {0}, not to have it {1}, not judged "
			"{2}. Gain, cost and unjudged count the answers that this line "
			"alone would newly code."},
	[SG_NOTE_SUGGEST_MEASURES] =
		{"G²는 로그우도비(Dunning 1993), 로그오즈는 사전분포를 둔 로그오즈비의 "
		 "z(Monroe 등 2008). 두 사람 이상이 쓴 말만.",
			"G² is the log-likelihood ratio (Dunning 1993), log-odds the z "
			"of the log-odds ratio with a prior (Monroe et al. 2008). Only "
			"words of at least two people."},
	[SG_NOTE_SUGGEST_FIT] = {"이미 읽은 답변에서 고른 말은 새 답변에서는 이만큼 "
				 "맞지 않는다.",
		"Words chosen from answers that were read fit new answers less well."},
	[SG_NOTE_QUERY_UNITS] = {"질의가 맞는 {0}: {1}개. 이름을 댄 코드(빼라고 한 "
				 "것은 말고)의 코딩 가운데 거기 놓인 것이다.",
		"The query holds on {1} units ({0}). Shown are the codings there of "
		"the codes it names without NOT."},
	[SG_NOTE_COOCCUR_TESTS] =
		{"p는 χ²(보정 없음), 기대빈도가 5보다 작은 칸이 있으면 Fisher의 "
		 "정확검정(양측). p(BH)는 서로 안에 들지 않는 두 코드의 쌍 {0}개에 "
		 "대한 Benjamini–Hochberg 조정. 의도표집이므로 모집단에 대한 검정이 "
		 "아니다.",
			"p is of χ² (no correction), or Fisher's exact test "
			"(two-sided) where an expected count is below 5. p (BH) is "
			"adjusted over {0} pairs (Benjamini–Hochberg). The sample is "
			"purposive: this tests nothing about a population."},
	[SG_NOTE_COOCCUR_OPEN] =
		{"한 쌍의 진술은 saegim quotes '코드1 AND 코드2' --unit {0}.",
			"The statements behind a pair: saegim quotes 'CODE1 AND CODE2' "
			"--unit {0}."},
	[SG_NOTE_CROSSTAB_TESTS] =
		{"검정: 코드의 언급 여부와 집단. χ²(보정 없음), 기대빈도가 5보다 작은 "
		 "칸이 있으면 두 집단은 Fisher의 정확검정, 그보다 많으면 주변합을 지킨 "
		 "표집(표 {0}개, 씨앗 {1}). p(BH)는 검정한 {2}행에 대한 "
		 "Benjamini–Hochberg 조정. 의도표집이므로 모집단에 대한 검정이 아니다.",
			"Tests: whether a code was raised, by group. χ² (no "
			"correction); where an expected count is below 5, Fisher's "
			"exact test of two groups, or {0} tables sampled with the same "
			"margins (seed {1}) of more. p (BH) is adjusted over {2} rows "
			"(Benjamini–Hochberg). The sample is purposive: this tests "
			"nothing about a population."},
	[SG_NOTE_SATURATION_RULE] =
		{"처음 면접 {0}건의 코드 {2}개를 바탕으로, 잇따른 {1}건이 새로 보탠 "
		 "코드의 몫이 새 정보(%)이다(Guest, Namey & Chen 2020). 묶음의 마지막 "
		 "면접 줄에 적었다.",
			"New information (%) is what runs of {1} interviews add to the "
			"{2} codes of the first {0} (Guest, Namey & Chen 2020), beside "
			"the last interview of each run."},
	[SG_NOTE_SATURATION_REACHED] = {"5% 이하에 이른 곳 {0}, 0%에 이른 곳 "
					"{1}(\"6+2\"는 면접 6건 뒤의 2건).",
		"At or below 5%: {0}; at 0%: {1} (\"6+2\": the 2 interviews after 6)."},
	[SG_NOTE_SATURATION_ORDERS] = {"무작위 평균과 구간은 면접의 차례를 {0}번 섞은 "
				       "누적 코드 수(씨앗 {1}).",
		"The random mean and band are codes so far over {0} random orders "
		"(seed {1})."},
	[SG_NOTE_SATURATION_CAUTION] = {"차례는 응답자 이름 순이며, 미리 정한 사람에게 "
					"물은 조사에서 포화까지 표집한 것은 아니다.",
		"The order is that of the respondents' names. A fixed panel did not "
		"sample until saturation."},
	[SG_NOTE_MATRIX_CODING] =
		{"칸은 행의 코드와 열의 것이 같은 {0}에서 만난 곳이다. n은 사람 "
		 "수이고, 행의 n은 어느 열과든 만난 사람 수이다.",
			"A cell is where the code of the row meets the column on the "
			"same {0}. n is people."},
	[SG_NOTE_MATRIX_QUOTES] = {"진술은 칸마다 많아야 {0}개(행의 코드의 것).",
		"At most {0} statements a cell, of the row's code."},
	[SG_NOTE_SOURCE] = {"{0}", "{0}"},
	[SG_NOTE_SOURCE_RANGE] = {"{0}({1}–{2})", "{0} ({1}–{2})"},
	[SG_NOTE_SOURCE_COUNT] = {"{0}({1}명)", "{0} ({1} respondents)"},
	[SG_NOTE_SOURCE_UNTITLED] = {"서면 답변", "Written answers"},
	[SG_LABEL_MEMO_SHEET] = {"함의와 메모", "Implications and memos"},
	[SG_LABEL_MEMO_SHEET_HELP] = {"제목 아래에 글을 쓴 다음 saegim memo import로 "
				      "읽힌다. 빈 제목은 그대로 "
				      "둔다. 지우려면 (삭제)라고만 쓴다. 이런 줄은 "
				      "읽지 않으나, saegim memo로 "
				      "시작하는 것은 지우지 말 것.",
		"Write under the headings and read the file back with saegim "
		"memo import. An empty heading changes nothing; (delete) alone "
		"takes a memo away. Lines like this are not read, but keep those "
		"that begin with saegim memo."},
	[SG_LABEL_COUNTER] = {"〔반론〕", "[dissent]"},
	[SG_WORD_RESPONDENT] = {"응답자", "respondent"},
	[SG_WORD_QUESTION] = {"문항", "question"},
	[SG_WORD_CODE] = {"코드", "code"},
	[SG_WORD_QUOTE] = {"인용", "quote"},

	[SG_LABEL_CODERS] = {"코더", "Coders"},
	[SG_LABEL_N_FIRST] = {"앞 n", "First n"},
	[SG_LABEL_N_SECOND] = {"뒤 n", "Second n"},
	[SG_LABEL_AGREEMENT] = {"일치율(%)", "Agreement (%)"},
	[SG_LABEL_KAPPA_RANGE] = {"κ 95% 구간", "κ 95% interval"},
	[SG_LABEL_ALPHA_RANGE] = {"α 95% 구간", "α 95% interval"},
	[SG_LABEL_CELLS_N] = {"칸", "Cells"},
	[SG_LABEL_ALL_CODERS] = {"모두", "all"},
	[SG_LABEL_RARE] = {"드묾", "rare"},
	[SG_LABEL_UNIT_CHARACTERS] = {"글자", "characters"},
	[SG_LABEL_AGREE_OVERALL] = {"코더 사이의 일치", "Agreement between coders"},
	[SG_LABEL_AGREE_CODES] = {"코드별 일치(단위: {0})",
		"Agreement by code (unit: {0})"},
	[SG_LABEL_AGREE_CONFUSIONS] = {"서로 엇갈린 코드(단위: {0})",
		"Codes that stand for each other (unit: {0})"},
	[SG_LABEL_AGREE_DIFFERENCES] = {"어긋난 곳", "Where they differ"},
	[SG_NOTE_AGREE_BASE] = {"{0}: 두 코더가 모두 읽은 답변 {1}건(응답자 {2}명)에서 "
				"센다.",
		"{0}: over the {1} answers ({2} respondents) that both have read."},
	[SG_NOTE_AGREE_RULES] = {"규칙은 모든 답변을 읽은 것으로 보며, 사람이 거절한 "
				 "규칙 코딩도 규칙의 것으로 센다.",
		"The rules have read every answer; rule codings that people rejected "
		"count as theirs."},
	[SG_NOTE_AGREE_ASSIGNED] = {"{0}: 배정된 답변 {1}건 가운데 읽은 {2}건만 센다.",
		"{0}: of {1} answers drawn, the {2} that were read count."},
	[SG_NOTE_AGREE_WHOLE] = {"{0}: 읽었다는 표시가 없는 응답자 {1}명은 하나라도 "
				 "코딩했으므로 답변을 모두 읽은 것으로 본다.",
		"{0}: of {1} respondents without a mark of what was read, one coding "
		"is taken to mean that every answer was."},
	[SG_NOTE_AGREE_MARKED] =
		{"{0}: 코딩했거나 읽었다고 표시한 답변 {1}건을 읽은 것으로 본다.",
			"{0}: the {1} answers that were coded or marked as read count "
			"as read."},
	[SG_NOTE_AGREE_CELLS] = {"단위×코드({0}개)의 칸에서 센다. 문장은 코딩과 겹치면 "
				 "그 코드가 있는 것으로, 글자는 코딩 안의 글자 수로 "
				 "센다.",
		"Counted in cells of unit × code ({0} codes). A sentence has a code "
		"when a coding overlaps it; characters are counted inside codings."},
	[SG_NOTE_AGREE_MEASURES] = {"일치율은 둘 다 안 붙인 칸도 일치로 세므로 높다. κ "
				    "Cohen, α Krippendorff(명목), π Scott, BP "
				    "Brennan–Prediger, AC1 Gwet(드문 코드에도 안정), "
				    "Holsti 2M/(N1+N2).",
		"Per cent agreement counts cells that neither coded, and so is high. κ "
		"Cohen, α Krippendorff (nominal), π Scott, BP Brennan–Prediger, AC1 "
		"Gwet (steady for rare codes), Holsti 2M/(N1+N2)."},
	[SG_NOTE_AGREE_SEVERAL] =
		{"셋 이상의 코더: 일치율은 짝의 평균, κ는 Fleiss(모두 읽은 때만), α는 "
		 "둘 이상이 읽은 단위에서 센다.",
			"Three coders or more: agreement is the mean over pairs, κ is "
			"that of Fleiss (only where all have read), α is over units "
			"that two or more have read."},
	[SG_NOTE_AGREE_BEFORE] = {"일치도는 각자 코딩한 그대로에서 센 것으로, 합의하여 "
				  "고치기 전의 값이다.",
		"Counted from what each coded alone, before any difference was "
		"settled."},
	[SG_NOTE_AGREE_INDEPENDENT] =
		{"일치도는 코더가 서로의 코딩을 보지 않고 따로 했을 때에만 뜻이 있다. "
		 "생각이 비슷한 코더끼리는 서로 모르는 두 사람보다 높게 나온다.",
			"Agreement means something only when the coders worked apart. "
			"Coders who think alike agree more than two strangers would."},
	[SG_NOTE_AGREE_RARE] = {"어느 코더든 그 코드를 붙인 답변이 {0}건이 안 되면 "
				"추정할 수 없어 계수를 내지 않는다(드묾).",
		"No coefficients (rare) where fewer than {0} answers have the code "
		"from any coder: too few to estimate."},
	[SG_NOTE_AGREE_CODES] = {"–: 값이 정의되지 않거나 붓스트랩 표본 열에 하나 넘게 "
				 "정의되지 않음.",
		"–: not defined, or not in more than one bootstrap sample of ten."},
	[SG_NOTE_AGREE_CONFUSIONS] =
		{"한 단위에 앞 코더만 왼쪽 코드를, 뒤 코더만 오른쪽 코드를 붙인 수. "
		 "정의를 손볼 곳을 보여 준다.",
			"How often only the one coder gave a unit the left code and "
			"only the other the right one: where definitions need work."},
	[SG_NOTE_AGREE_DIFFERENCES] =
		{"어긋난 곳 {0}곳. 코더마다 다른 코더와 갈린 코드만 적는다.",
			"{0} places differ. Of each coder, only the codes that others "
			"did not give."},
	[SG_NOTE_AGREE_MORE] =
		{"{0} 가운데 앞의 {1}만 실었다. 모두 보려면 --disagreements.",
			"The first {1} of {0}; --disagreements shows all."},
	[SG_LABEL_ASSIGNED_TITLE] = {"코더에게 배정된 답변",
		"Answers drawn for coders"},
	[SG_LABEL_ASSIGNED_ANSWERS] = {"{0}에게 배정된 답변", "Answers drawn for {0}"},
	[SG_LABEL_ASSIGNED_N] = {"답변", "Answers"},
	[SG_LABEL_ASSIGNED_READ] = {"읽음", "Read"},
	[SG_LABEL_ASSIGNED_SHARE] = {"몫", "Share"},
	[SG_LABEL_ASSIGNED_SEED] = {"씨앗", "Seed"},
	[SG_LABEL_ASSIGNED_WAY] = {"단위", "By"},
	[SG_LABEL_ASSIGNED_ORDER] = {"순서", "Order"},
	[SG_NOTE_ASSIGNED_RANK] = {"뽑힌 차례대로. 차례는 \"씨앗<탭>응답자<탭>문항\"의 "
				   "SHA-256을 견준 것이어서 어느 컴퓨터에서나 같다.",
		"In the order of drawing, which is that of the SHA-256 of "
		"\"SEED<tab>RESPONDENT<tab>QUESTION\", the same on every machine."},
	[SG_LABEL_SHEET_TITLE] = {"코딩 시트", "Coding sheet"},
	[SG_LABEL_SHEET_HOW] =
		{"문장 아래 화살표(→) 뒤에 코드를 적는다. 여럿이면 쉼표로 나눈다(예: → "
		 "C1a, C2b). 코드를 붙일 것이 없는 문장은 비워 둔다. 답변을 끝까지 "
		 "읽었으나 붙일 코드가 하나도 없으면 답변 끝의 \"전체 →\" 뒤에 "
		 "\"없음\"이라고 적는다. 아무것도 적지 않은 답변은 읽지 않은 것으로 "
		 "본다. 답변 전체에 붙일 코드도 \"전체 →\" 뒤에 적는다. 다른 코더와 "
		 "의논하지 않고 혼자 코딩한다.",
			"Write codes behind the arrow (→) under a sentence, parted by "
			"commas (→ C1a, C2b). Leave sentences without a code empty. "
			"Where you read an answer and no code fits, write \"none\" "
			"behind \"whole answer →\" at its end: an answer with nothing "
			"written counts as not read. Codes of a whole answer go there "
			"too. Code alone, without talking to other coders."},
	[SG_LABEL_SHEET_NOT_BLIND] = {"규칙의 제안이 보이는 시트다. 이것을 보면서 한 "
				      "코딩은 규칙과 무관한 기준이 되지 못한다.",
		"The rules' suggestions are shown. What is coded with them in sight is "
		"no standard that is independent of the rules."},
	[SG_LABEL_SHEET_CODES] = {"코드", "Codes"},
	[SG_LABEL_SHEET_ANSWERS] = {"답변", "Answers"},
	[SG_LABEL_SHEET_INCLUDE] = {"포함", "include"},
	[SG_LABEL_SHEET_EXCLUDE] = {"제외", "exclude"},
	[SG_LABEL_SHEET_EXAMPLE] = {"보기", "example"},
	[SG_LABEL_SHEET_RULES] = {"규칙", "rules"},
	[SG_LABEL_SHEET_WHOLE] = {"전체", "whole answer"},
	[SG_NOTE_AGREE_SUGGESTED] = {"{0}: 코딩 {1}건은 규칙의 제안이나 다른 코딩을 "
				     "보면서 한 것이어서 따로 한 코딩이 아니다.",
		"{0}: {1} codings were made with suggestions in sight, and so not "
		"apart."},
	[SG_LABEL_SETTLE_TITLE] = {"합의할 곳", "Differences to settle"},
	[SG_LABEL_SETTLE_SENTENCE] = {"번호", "No."},
	[SG_LABEL_SETTLE_BOTH] = {"둘 다", "Both"},
	[SG_LABEL_SETTLE_DECISION] = {"결정", "Decision"},
	[SG_LABEL_SETTLE_HOW] =
		{"문장마다 \"결정 →\" 뒤에 적는다: 코더의 이름(그 코더를 따름), 둘 다, "
		 "없음, 또는 맞는 코드(예: C1a, C2b). 비워 둔 곳은 나중에 다시 묻는다.",
			"Behind each arrow write a coder's name (whose codes hold), "
			"both, neither, or the codes that hold (C1a, C2b). What is "
			"left empty is asked again."},
	[SG_NOTE_SETTLE] = {"코더마다 그만 붙인 코드와, 둘 다 붙인 코드. 결정은 {0}의 "
			    "코딩이 되고 두 코더의 것은 그대로 남는다.",
		"Codes that only the one coder gave, and those that both did. "
		"Decisions become codings of {0}; the two coders' own stay."},
	[SG_LABEL_EVALUATE_SEEN] = {"규칙과 기준 코더의 일치, 읽은 응답자(기준: {0})",
		"Rules against coder {0}, respondents that were seen"},
	[SG_LABEL_EVALUATE_HELD] =
		{"규칙과 기준 코더의 일치, 떼어 둔 응답자(기준: {0})",
			"Rules against coder {0}, respondents held out"},
	[SG_LABEL_EVALUATE_CELLS] = {"결과 표의 칸(문항×코드)",
		"Cells of the findings table (question × code)"},
	[SG_LABEL_EVALUATE_CELL_LIST] = {"결과 표의 칸마다",
		"Each cell of the findings table"},
	[SG_LABEL_CELLS_SAME] = {"같은 사람(%)", "Same people (%)"},
	[SG_LABEL_CELLS_EQUAL] = {"같은 n(%)", "Same n (%)"},
	[SG_LABEL_CELLS_APART] = {"평균 |Δn|", "Mean |Δn|"},
	[SG_LABEL_CELLS_MISSED] = {"놓친 사람", "Missed"},
	[SG_LABEL_CELLS_EXTRA] = {"더 센 사람", "Extra"},
	[SG_LABEL_EVALUATE_GAIN] = {"규칙을 고친 효과({0}번 실행과 견줌, 답변 F1)",
		"What the edit did (against run {0}, F1 of answers)"},
	[SG_LABEL_GAIN_SEEN_BEFORE] = {"읽은 쪽 전", "Seen before"},
	[SG_LABEL_GAIN_HELD_BEFORE] = {"뗀 쪽 전", "Held out before"},
	[SG_LABEL_GAIN_AFTER] = {"후", "after"},
	[SG_LABEL_GAIN_VERDICT] = {"판정", "Verdict"},
	[SG_LABEL_GAIN_ALL] = {"고친 코드 모두", "all codes edited"},
	[SG_LABEL_GAIN_SEEN_ONLY] = {"읽은 쪽에서만 나아짐",
		"gained on the seen part only"},
	[SG_LABEL_GAIN_BOTH] = {"양쪽에서 나아짐", "gained on both"},
	[SG_LABEL_GAIN_HELD_ONLY] = {"뗀 쪽에서만 나아짐",
		"gained on the held-out part only"},
	[SG_LABEL_GAIN_NONE] = {"나아지지 않음", "no gain"},
	[SG_LABEL_GAIN_RARE] = {"뗀 쪽에 드물어 알 수 없음",
		"too rare in the held-out part to tell"},
	[SG_LABEL_EVALUATE_ERRORS] = {"놓친 것과 잘못 붙인 것",
		"Misses and false alarms"},
	[SG_LABEL_ERROR_KIND] = {"종류", "Kind"},
	[SG_LABEL_ERROR_RULE] = {"규칙", "Rule"},
	[SG_LABEL_ERROR_MISS] = {"놓침", "miss"},
	[SG_LABEL_ERROR_ALARM] = {"잘못", "false alarm"},
	[SG_LABEL_ERROR_NO_RULE] = {"가까운 규칙 없음", "no rule came near"},
	[SG_LABEL_NEAR_MISSING] = {"없음: {0}", "missing: {0}"},
	[SG_LABEL_NEAR_EDGE] = {"낱말 경계: {0}", "word edge: {0}"},
	[SG_LABEL_NEAR_FORM] = {"꼴이 다름: {0}", "not a form: {0}"},
	[SG_LABEL_NEAR_SPACED] = {"띄어쓰기: {0}", "spacing: {0}"},
	[SG_LABEL_NEAR_FAR] = {"거리: {0}", "distance: {0}"},
	[SG_LABEL_NEAR_BLOCKED] = {"막음: {0}", "blocked by: {0}"},
	[SG_LABEL_NEAR_POLARITY] = {"부정 여부: {0}", "negation: {0}"},
	[SG_LABEL_NEAR_SCOPE] = {"적용할 곳 밖: {0}", "outside its scope: {0}"},
	[SG_NOTE_EVALUATE_CELLS] =
		{"칸은 문항의 초점(초점이 없으면 모든 코드)과 잎 코드의 짝 가운데 "
		 "기준이나 대상에 한 사람이라도 있는 것. 같은 사람은 두 쪽의 응답자가 "
		 "모두 같은 칸, 평균 |Δn|은 인원수 차이의 크기.",
			"Cells are the leaf codes of a question's focus (without one, "
			"all codes) in which gold or the coder has anybody. Same "
			"people: cells with exactly the same respondents. Mean |Δn|: "
			"by how many people the n differ."},
	[SG_NOTE_EVALUATE_CELLS_MORE] = {"칸마다 보려면 --cells.",
		"--cells shows each of them."},
	[SG_NOTE_EVALUATE_CELL_LIST] =
		{"Δn = 규칙 − 기준. \"=\"는 같은 사람들. +0은 수는 같으나 사람이 다름.",
			"Δn = rules − gold. \"=\": the same people. +0: as many, but "
			"other people."},
	[SG_NOTE_EVALUATE_HELD] = {"떼어 둔 응답자 {0}명의 답변은 여기서 인용하지 "
				   "않는다.",
		"Answers of the {0} respondents held out are not quoted here. Share "
		"{1}, seed {2}."},
	[SG_NOTE_EVALUATE_GAIN] =
		{"두 실행 사이에 답변의 코딩이 달라진 코드만. 읽은 쪽에서만 나아진 "
		 "규칙은 읽은 글에 맞춘 것이니 믿지 않는 편이 낫다. 뗀 쪽에 기준 "
		 "코더의 답변이 {0}건이 안 되면 판정하지 않는다.",
			"Only codes whose answers changed between the runs. A rule "
			"that gained on the seen part only was fitted to what was "
			"read: do not trust it. No verdict where gold has fewer than "
			"{0} answers in the held-out part."},
	[SG_NOTE_EVALUATE_ERRORS] =
		{"문장×코드: 놓침 {0}건, 잘못 {1}건. 잘못은 그것을 붙인 규칙, 놓침은 "
		 "가장 가까이 간 규칙과 못 미친 까닭.",
			"Sentence × code: {0} misses, {1} false alarms. Of a false "
			"alarm, the rule that made it; of a miss, the rule that came "
			"nearest and what it lacked."},
	[SG_NOTE_EVALUATE_ERRORS_MORE] = {"{0}건 가운데 앞의 {1}건만 실었다. --code로 "
					  "좁히거나 --top으로 늘린다.",
		"The first {1} of {0}: narrow with --code, or raise --top."},
	[SG_LABEL_SHEET_WHOLE_ROW] = {"(답변 전체: 붙일 코드가 없으면 \"없음\")",
		"(the whole answer; \"none\" where no code fits)"},
	[SG_LABEL_CQR] = {"CQR 빈도", "CQR frequency"},
	[SG_LABEL_CQR_GENERAL] = {"일반적", "general"},
	[SG_LABEL_CQR_TYPICAL] = {"전형적", "typical"},
	[SG_LABEL_CQR_VARIANT] = {"변동적", "variant"},
	[SG_LABEL_CQR_RARE] = {"드문", "rare"},
	[SG_NOTE_CQR] =
		{"CQR 빈도(Hill 외 2005), N = {0}: 일반적은 모두이거나 한 사람을 뺀 "
		 "모두, 전형적은 {1}명부터, 변동적은 2명부터 {2}명까지. 한 사람만 "
		 "말한 것에는 붙이지 않는다.",
			"CQR frequency (Hill et al. 2005), N = {0}: general, all or "
			"all but one; typical, from {1}; variant, 2 to {2}. What one "
			"person said has no label."},
	[SG_NOTE_CQR_LARGE] =
		{"CQR 빈도(Hill 외 2005), N = {0}: 일반적은 모두이거나 한 사람을 뺀 "
		 "모두, 전형적은 {1}명부터, 변동적은 4명부터 {2}명까지, 드문은 "
		 "2–3명. 한 사람만 말한 것에는 붙이지 않는다.",
			"CQR frequency (Hill et al. 2005), N = {0}: general, all or "
			"all but one; typical, from {1}; variant, 4 to {2}; rare, 2 or "
			"3. What one person said has no label."},
	[SG_LABEL_TIDY_ANSWERED] = {"답한 문항 수", "Questions answered"},
	[SG_LABEL_TIDY_STATE] = {"답변 상태", "State of the answer"},
	[SG_LABEL_TIDY_THEME] = {"상위주제", "Theme"},
	[SG_LABEL_TIDY_ORIGIN] = {"코딩의 출처", "Origin of the coding"},
	[SG_LABEL_TIDY_SOURCE] = {"자료", "Source"},
	[SG_LABEL_TIDY_START] = {"시작(글자)", "Start (characters)"},
	[SG_LABEL_TIDY_STOP] = {"끝(글자)", "Stop (characters)"},
	[SG_LABEL_IDENTIFY_TITLE] = {"누구인지 드러낼 수 있는 말",
		"Words that can tell who somebody is"},
	[SG_LABEL_IDENTIFY_GROUPS] = {"인용과 함께 보이는 속성을 같이 가진 응답자",
		"Respondents who share the attributes shown with quotations"},
	[SG_LABEL_IDENTIFY_KEY] = {"번호", "Key"},
	[SG_LABEL_IDENTIFY_FOUND] = {"찾은 말", "Found"},
	[SG_LABEL_IDENTIFY_OWN] = {"응답자 자신", "a respondent"},
	[SG_LABEL_IDENTIFY_K] = {"k(명)", "k"},
	[SG_LABEL_IDENTIFY_QUOTES] = {"인용", "Quotations"},
	[SG_LABEL_IDENTIFY_RARE] = {"드묾", "few"},
	[SG_NOTE_IDENTIFY_PRINTED] = {"결과 표에 실릴 인용과 고정한 인용 {0}개를 "
				      "보았다. 찾은 곳 {1}, 괜찮다고 "
				      "정한 곳 {2}.",
		"Looked through the {0} quotations of the findings and pinned "
		"ones: {1} found, {2} taken for harmless."},
	[SG_NOTE_IDENTIFY_ALL] =
		{"답변 {0}건을 모두 보았다. 찾은 곳 {1}, 괜찮다고 정한 곳 {2}.",
			"Looked through all {0} answers: {1} found, {2} taken for "
			"harmless."},
	[SG_NOTE_IDENTIFY_CAUTION] =
		{"꼴로 찾은 것이다. 여기 없다고 안전한 것은 아니며, 일화와 드문 "
		 "사정으로도 "
		 "누구인지 드러난다. 실릴 인용은 사람이 모두 읽어야 한다.",
			"Found by form. What is not listed is not safe for that: "
			"anecdotes and rare circumstances tell too. Somebody must read "
			"all that is printed."},
	[SG_NOTE_IDENTIFY_GROUPS] =
		{"k는 그 속성을 같이 가진 응답자의 수. {0}명까지를 드묾으로 표시했다.",
			"k: respondents who share it; up to {0} are marked."},
	[SG_LABEL_SHEET_NAME] = {"이름", "Name"},
	[SG_LABEL_SHEET_DEFINITION] = {"정의", "Definition"},
	[SG_LABEL_SHEET_NONE] = {"없음", "none"},
	[SG_LABEL_SHEET_HOW_XLSX] =
		{"노란 칸에 코드를 고른다. 아무것도 적지 않은 답변은 읽지 않은 것으로 "
		 "본다. 다른 코더와 의논하지 않고 혼자 코딩한다.",
			"Choose codes in the yellow cells. An answer with nothing "
			"written counts as not read. Code alone."},
	[SG_LABEL_OVERVIEW_PEOPLE] = {"응답자의 구성", "Respondents"},
	[SG_LABEL_OVERVIEW_QUESTIONS] = {"문항별 응답과 검토",
		"Answers and review by question"},
	[SG_LABEL_OVERVIEW_ATTRIBUTE] = {"속성", "Attribute"},
	[SG_LABEL_OVERVIEW_VALUE] = {"값", "Value"},
	[SG_LABEL_OVERVIEW_DISTINCT] = {"서로 다른 값 {0}가지", "{0} different values"},
	[SG_LABEL_OVERVIEW_ASKED] = {"질문", "Asked"},
	[SG_LABEL_OVERVIEW_VALID] = {"유효응답 n(%)", "Valid n (%)"},
	[SG_LABEL_OVERVIEW_NONE] = {"무응답", "None"},
	[SG_LABEL_OVERVIEW_CODED] = {"코딩된 칸", "Coded cells"},
	[SG_LABEL_OVERVIEW_SEEN] = {"검토 n(%)", "Reviewed n (%)"},
	[SG_LABEL_OVERVIEW_ALL] = {"전체", "All"},
	[SG_NOTE_OVERVIEW_PEOPLE] = {"%는 응답자 {0}명 기준이다.",
		"% are of {0} respondents."},
	[SG_NOTE_OVERVIEW_STANDING] =
		{"유효응답의 %는 질문받은 사람 기준이다. 무응답에는 "
		 "모름, 소관 아님, 답변란 없음이 들어 있다.",
			"% of valid answers are of those asked. None: left empty, do "
			"not know, "
			"not my field."},
	[SG_NOTE_OVERVIEW_CELLS] =
		{"칸은 답변 하나와 코드 하나의 만남이다. 검토는 코딩된 "
		 "칸 가운데 사람이 코딩했거나 읽고 판단한 것이다.",
			"A cell is one answer and one code. Reviewed: coded or judged "
			"by a "
			"person, of the cells with a coding."},
};

struct sg_str sg_label(enum sg_label label, bool english)
{
	return sg_str_of(english ? labels[label].en : labels[label].ko);
}

struct sg_str sg_fill(struct sg_arena *arena, struct sg_str template,
	const struct sg_str *args, size_t n)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < template.n; i++) {
		const char *p = template.p + i;
		bool hole = i + 2 < template.n && p[0] == '{' && p[1] >= '0' &&
			    p[1] <= '9' && p[2] == '}';
		if (!hole) {
			sg_buf_addc(&b, p[0]);
			continue;
		}
		size_t at = (size_t)(p[1] - '0');
		if (at < n)
			sg_buf_add(&b, args[at]);
		i += 2;
	}
	struct sg_str s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}
