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

	[SG_LABEL_NO_VALUE] = {"미상", "unknown"},
	[SG_LABEL_SINGLE] = {"단독 언급", "one voice"},
	[SG_LABEL_NOT_MENTIONED] = {"언급 없음", "not mentioned"},
	[SG_LABEL_NO_QUOTATION] = {"(인용 조건에 맞는 문장 없음)",
		"(no sentence fits the rules for quotations)"},
	[SG_LABEL_UNDECIDED] = {"미정", "undecided"},
	[SG_LABEL_NO_CODE] = {"코드 없음", "No code"},
	[SG_LABEL_OUTSIDE] = {"문항 주제 밖의 언급", "Outside the question's topic"},
	[SG_LABEL_OUTSIDE_N_ONLY] = {"(n만 제시)", "(n only)"},
	[SG_LABEL_OUTSIDE_REST] = {"{0}명 {1}개 코드", "{1} codes of {0}"},
	[SG_LABEL_DIRECT] = {"{0} (하위 구분 없음)", "{0} (no subtheme)"},
	[SG_LABEL_GROUP_SIZE] = {"{0}({1})", "{0} ({1})"},
	[SG_LABEL_RULES] = {"규칙", "rules"},
	[SG_LABEL_DEFAULT] = {"기본 부여", "default"},
	[SG_LABEL_YES] = {"예", "yes"},

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
	[SG_NOTE_DEFAULT_CODED] = {"기본 부여(읽고 찾은 것이 아니라 유효응답이면 "
				   "붙음): "
				   "{0}.",
		"Given by default (to every valid answer, not found by reading): {0}."},
	[SG_NOTE_CODERS] = {"코딩: {0}.", "Coded by: {0}."},
	[SG_NOTE_WHERE] = {"대상: {0}.", "Only: {0}."},
	[SG_NOTE_PENDING] = {"새것이거나 바뀐 글 {0}편은 아직 코딩하지 않아 수가 맞지 "
			     "않는다(saegim code를 다시 돌릴 것).",
		"{0} texts are new or changed and not coded yet, so that the numbers "
		"are "
		"not right (run saegim code again)."},
	[SG_NOTE_FACETS] = {"한 사람이 두 값에 들 수 있다. 미정은 값을 정하지 않은 "
			    "사람.",
		"A person can be under two values; undecided: no value was set."},
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
