/* commands_people.c - commands and options: what people say. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option add_options[] = {
	SG_WHO_OPTION,
	{"from", 0, N_("FILE"), NULL,
		N_("codings from a table (respondent, question, code, quote) or a "
		   "coding sheet")},
	{"reason", 'r', N_("TEXT"), NULL, N_("why")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option judge_options[] = {
	SG_WHO_OPTION,
	{"reason", 'r', N_("TEXT"), NULL, N_("why")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option coder_options[] = {
	SG_WHO_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option merge_options[] = {
	{"dry-run", 0, NULL, NULL, N_("tell what would be taken over, change nothing")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option memo_options[] = {
	SG_WHO_OPTION,
	{"code", 'c', N_("CODE"), NULL, N_("about this code")},
	{"question", 'Q', N_("QUESTION"), NULL, N_("about this question")},
	{"respondent", 'R', N_("NAME"), NULL, N_("about this respondent")},
	{"quote", 0, N_("TEXT"), NULL, N_("about these words of the answer")},
	SG_OUTPUT_OPTIONS,
	{"force", 0, NULL, NULL, N_("export: over a file; import: over newer memos")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_people[] = {
	{"add", "CODE RESPONDENT QUESTION [QUOTE]", N_("code a passage by hand"),
		N_("Without QUOTE the whole answer is coded. --from reads many codings "
		   "from a "
		   "table; every line that cannot be placed is listed."),
		add_options, 0, 4, NULL, sg_cmd_add},
	{"accept", "CODE RESPONDENT QUESTION [QUOTE]",
		N_("confirm what the rules coded"), NULL, judge_options, 3, 4, NULL,
		sg_cmd_accept},
	{"reject", "CODE RESPONDENT QUESTION [QUOTE]",
		N_("reject what the rules coded"), NULL, judge_options, 3, 4, NULL,
		sg_cmd_reject},
	{"pin", "CODE RESPONDENT QUESTION QUOTE",
		N_("choose a quotation for the findings"), NULL, judge_options, 4, 4,
		NULL, sg_cmd_pin},
	{"bar", "CODE RESPONDENT QUESTION QUOTE",
		N_("keep a quotation out of the findings"), NULL, judge_options, 4, 4,
		NULL, sg_cmd_bar},
	{"facet", "CODE RESPONDENT QUESTION [QUOTE] FACET=VALUE",
		N_("say on which side a coding is"),
		N_("Facets and their values are declared in the codebook. The last "
		   "word "
		   "counts; `undo` takes it back.\n\n"
		   "  saegim facet C3a R24 Q4 입장=반대\n"),
		judge_options, 4, 5, NULL, sg_cmd_facet},
	{"undo", NULL, N_("take back your last judgement or memo"), NULL, coder_options,
		0, 0, NULL, sg_cmd_undo},
	{"answer", "RESPONDENT QUESTION answered|none|not_asked [KIND]",
		N_("correct whether an answer says something"),
		N_("Kinds: missing, blank, unknown, not_my_field, partial, "
		   "cross_reference, full. A kind other than full may stand without a "
		   "state. The Korean words that states and kinds are shown by are "
		   "taken too.\n\n"
		   "  saegim answer R18 Q7 none not_my_field\n"
		   "  saegim answer R18 Q7 소관아님\n"),
		coder_options, 3, 4, NULL, sg_cmd_answer},
	{"merge", "OTHER.saegim", N_("take over what others said in their file"),
		N_("Judgements, corrected answers, memos, assignments and frozen "
		   "studies "
		   "of another file of the same study, which is only read. Merging "
		   "twice "
		   "changes nothing. Places are found by the text; what has none here "
		   "is "
		   "kept and listed, and so is every conflict."),
		merge_options, 1, 1, NULL, sg_cmd_merge},
	{"memo", "[TEXT]|list|export FILE|import FILE|copy CODE CODE",
		N_("write memos and implications, list, export or import them"),
		N_("A memo on a question and a code together is the implication (함의) "
		   "of that cell "
		   "of the findings table. An empty TEXT takes a memo away.\n"
		   "list: the memos, all or those about --code, --question, "
		   "--respondent, of --coder.\n"
		   "export: your memos as one Markdown file with a heading for each "
		   "cell, its n and quotations beside it; import reads it back.\n"
		   "copy: your memos on one code once more on another, as after a "
		   "split.\n\n"
		   "  saegim memo --question Q4 --code C1a '찾아가는 지원을 함께 "
		   "설계해야 한다.'\n"
		   "  saegim memo export 함의.md\n"),
		memo_options, 0, 3, NULL, sg_cmd_memo},
	SG_COMMANDS_END,
};
