#!/bin/sh
# The figures of the page of `saegim report` in headless Chromium: each number opens and is
# what the page counts; with a filter every figure shows the numbers of the table that
# `saegim table --where` makes; without it it is again as it was drawn; codes are left out;
# the keyboard. Skipped where chromium, chromedriver, curl or jq is missing. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
plan=40
echo "1..$plan"
. "$SRCDIR/tests/cli/browser.sh"
browser_here
bundled_study && "$SAEGIM" -p s.saegim report -q -o s.html || exit 1
browser_start
go s.html
# What the figures are without a filter.
js 'window.drawn = () => Array.from(document.querySelectorAll("figure svg"), s => s.outerHTML
	.replace(/ (tabindex|id)="[^"]*"/g, ""));
	window.before = drawn()' >/dev/null
check 'seven figures' is "$(js 'return before.length')" 7

# Of each link: what is written in it, and what the page's statements make.
check 'every number is what the page counts' is "$(js 'const links = Array.from(document.querySelectorAll("figure svg a.n"));
	const bad = links.filter(a => {
		const n = saegim.about(a), text = Array.from(a.querySelectorAll("text")).pop();
		if (!text)
			return n.m !== "codes" && n.with === undefined;
		const said = text.textContent;
		return saegim.isPlain(said) ? saegim.shown(n) !== said
			: !said.endsWith("(" + saegim.count(n, n.m) + ")");
	});
	return (links.length > 1500) + " " + bad.map(a => a.outerHTML).slice(0, 5).join(" ")')" 'true '
check 'and said to those who do not see it' is \
	"$(js 'return document.querySelector("#f-respondents a[data-code]").getAttribute("aria-label")')" \
	'A1a 지능형 정부서비스의 개념 · R01(공무원) · 6'

# opens FIGURE: the first link of a figure, with the pointer; people, answers, statements.
opens() {
	click "#f-$1 a.n[data-code], #f-$1 a.n[data-at]"
	js 'return document.getElementById("opened").open + ": " + document.getElementById("opened-title").textContent +
		": " + document.querySelector("#opened-body p").textContent'
	keys "$ESC"
}
# places [OPTION...]: how many places the codings have, from the data for other programs.
places() {
	"$SAEGIM" -p s.saegim export codings -f json "$@" |
		jq '[.[0].rows[] | [.source, .start, .stop]] | unique | length'
}
check 'a bar opens' is "$(opens bars)" "true: A 개념·정합성 · 30: 30명 · 진술 $(places -c A)개"
check 'a square opens' is "$(opens respondents)" 'true: A1a 지능형 정부서비스의 개념 · R01(공무원) · 6: 1명 · 진술 6개'
check 'of a question too' is "$(opens questions)" \
	"true: 문항 1: 지능형 정부서비스의 개념 · A1a 지능형 정부서비스의 개념 · 30: 30명 · 진술 $(places -c A1a -Q Q1)개"
check 'a dot opens' is "$(opens groups)" "true: A1 개념 인식 · 공무원 · 11: 11명 · 진술 $(places -c A1 -w 직군=공무원)개"
js 'document.querySelector("#f-cooccur a.n[data-with]").id = "pair"' >/dev/null
pair=$(js 'const n = saegim.about(document.getElementById("pair"));
	return [n.code, n.with].map(c => saegim.codes.get(c).title.split(" ")[0]).join(" AND ")')
click '#pair'
check 'a pair opens on what quotes finds for it' same \
	"$(js 'return document.querySelectorAll("#opened-body li").length')" \
	"$("$SAEGIM" -p s.saegim quotes "$pair" --unit answer -f json |
		jq -r '[.[0].rows[] | [.respondent, .question, .text]] | unique | length')"
keys "$ESC"
check 'a line of the network opens' is "$(js 'document.querySelector("#f-network a.n[data-with]")
	.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
	return document.getElementById("opened").open')" true
keys "$ESC"
js 'document.querySelectorAll("#f-saturation a.n")[1].id = "second"' >/dev/null
click '#second'
check 'a point of the curve opens on its codes' same \
	"$(js 'return String(document.querySelectorAll("#opened-body h3").length)')" \
	"$("$SAEGIM" -p s.saegim table saturation -f json | jq -r '.[0].rows[1].codes')"
keys "$ESC"
js 'document.querySelectorAll("#t-saturation a.n[data-new]")[1].id = "new"' >/dev/null
click '#new'
check 'new codes are those' same \
	"$(js 'return String(document.querySelectorAll("#opened-body h3").length)')" \
	"$("$SAEGIM" -p s.saegim table saturation -f json | jq -r '.[0].rows[1].new')"
keys "$ESC"

# --- a group: as the tables with --where ---
# shown FIGURE KEY: code, KEY and number of each link that shows one; KEY is JavaScript.
shown() {
	js "const label = c => saegim.codes.get(c).title.split(' ')[0];
	return saegim.all('#f-$1 svg a.n').filter(a => !a.closest('.off')).map(a => {
		const n = saegim.about(a), text = saegim.all('text', a).pop();
		const said = text ? text.textContent.replace(/^.*\(([0-9]+)\)\$/, '\$1')
			: a.getAttribute('aria-label').split(' · ').pop();
		return n.m === 'people' && n.listed || said === '' || said === '0' ? '' : $2 + ':' + said;
	}).filter(t => t).sort().join(' ')"
}
table() { # FILTER COMMAND...: what jq makes of its JSON
	filter=$1
	shift
	"$SAEGIM" -p s.saegim table "$@" -w 직군=교수 -f json | jq -r "[.[0].rows[] | $filter] | sort | join(\" \")"
}
cells='. as $r | to_entries[] | select((.value | type) == "number" and .value > 0) | "\($r.code) \(.key):\(.value)"'
percent='"(" + ((.n.percent * 10 | round) as $t | "\($t / 10 | floor).\($t % 10)") + ")"'
check 'a group is chosen' is "$(js 'return document.getElementById("by-group").value')" ''
pick by-group 교수
check 'bars' same "$(shown bars 'label(n.code)' | sed 's/ \{0,1\}[^ ]*:0([^ ]*//g')" \
	"$(table "select(.code != null and .n.n > 0) | \"\(.code):\(.n.n)\" + $percent" themes --level 2)"
check 'respondents and codes' same \
	"$(shown respondents 'label(n.code) + " R" + String([...n.of][0] + 1).padStart(2, "0")')" \
	"$(table "$cells" matrix --columns respondent)"
check 'questions and codes' same "$(shown questions 'label(n.code) + " Q" + (n.q + 1)')" \
	"$(table "$cells" matrix --columns question)"
check 'pairs, each on both sides' same \
	"$(shown cooccur 'label(n.code) + " " + label(n.with)' | tr ' ' '\n' | paste -d' ' - - | uniq -d | wc -l)" \
	"$(js 'return document.querySelectorAll("#f-cooccur a.n[data-with]").length / 2 -
		saegim.all("#f-cooccur a.n[data-with]").filter(a => !a.querySelector("text").textContent).length / 2')"
table '"\(.code1) \(.code2):\(.n11)"' cooccur | tr ' ' '\n' | paste -d' ' - - | sort >pairs
shown cooccur 'label(n.code) + " " + label(n.with)' | tr ' ' '\n' | paste -d' ' - - | sort -u >squares
check 'their numbers' is "$(comm -13 pairs squares | wc -l) $([ -s squares ] && echo some)" '0 some'
shown network '(n.with === undefined ? "" : label(n.code) + " " + label(n.with))' | tr ' ' '\n' |
	grep -v '^:' | paste -d' ' - - | sort -u >lines
check 'the lines of the network' is "$(comm -13 pairs lines | wc -l) $([ -s lines ] && echo some)" '0 some'
table '"\(.code1):\(.n1)", "\(.code2):\(.n2)"' cooccur | tr ' ' '\n' | sort -u >codes
shown network '(n.with === undefined ? label(n.code) : "")' | tr ' ' '\n' | grep -v '^:' | sort -u >nodes
check 'its codes' is "$(comm -13 codes nodes | wc -l) $([ -s nodes ] && echo some)" '0 some'
check 'groups' same "$(shown groups 'label(n.code) + " " + n.who')" \
	"$(table '. as $r | to_entries[] | select(.key == "교수" and .value.n > 0) | "\($r.code) \(.key):\(.value.n)"' crosstab --by 직군 --level 2)"
check 'saturation' same \
	"$(js 'return saegim.all("#f-saturation a.n").map(a => a.getAttribute("aria-label").split(" · ").pop()).join(" ")')" \
	"$("$SAEGIM" -p s.saegim table saturation -w 직군=교수 -f json | jq -r '[.[0].rows[].codes] | join(" ")')"
check 'its table' same \
	"$(js 'return Array.from(document.querySelectorAll("#t-saturation tbody tr"), tr => Array.from(tr.cells, c => c.textContent).join(" ")).join("|")')" \
	"$("$SAEGIM" -p s.saegim table saturation -w 직군=교수 -f csv | tr -d '\r' | sed -n '/^interview/,$p' | sed 1d |
		awk -F, '{ $5 = $5 == "" ? "" : sprintf("%.1f", $5); $6 = sprintf("%.1f", $6)
			printf "%s%s", (NR > 1 ? "|" : ""), $0 }')"
check 'no respondent of another group has a column' is \
	"$(js 'return saegim.all("#f-respondents > .scroll > svg > g[data-r]:not(.off)").map(g => g.textContent.trim()).join(" ")')" \
	'R12 R13 R14 R15 R16 R17 R18 R19'
click '#clear'
check 'without a filter all is as it was drawn' is "$(js 'const now = drawn();
	return now.length + " " + now.filter((s, i) => s !== before[i]).length')" '7 0'

# --- a code ---
pick by-code 'C1 맥락적'
check 'rows of other codes are gone' is \
	"$(js 'return ["bars", "questions", "cooccur"].map(f => saegim.all("#f-" + f + " .row:not(.off)").length).join(" ")')" '1 2 0'
check 'the figure is as low as its rows' is \
	"$(js 'const f = document.querySelector("#f-questions svg"), full = document.querySelectorAll("#f-questions .row").length;
	return f.getAttribute("viewBox").split(" ")[3] === f.getAttribute("height") && full > 50 && f.getBoundingClientRect().height < 160')" true
check 'what a figure has not, and what it cannot leave out, is said' is \
	"$(js 'return ["cooccur", "saturation"].map(f => document.querySelector("#f-" + f + " .of-code").textContent).join(" ")')" \
	'이 그림에는 C1 맥락적의 행이 없다. 이 그림은 코드로 거르지 않는다: 모든 코드를 센 것이다.'
click '#clear'

# --- the keyboard ---
js 'document.querySelector("#f-bars .scroll").focus()' >/dev/null
keys "$TAB"
check 'Tab goes to a number' is "$(js 'return document.activeElement.closest("svg a.n") !== null')" true
keys "$SPACE"
check 'the space bar opens it' is "$(js 'return document.getElementById("opened").open')" true
keys "$ESC"
check 'and Escape goes back to it' is "$(js 'return document.activeElement.closest("#f-bars svg a.n") !== null')" true
keys "$TAB"
check 'the next Tab leaves the figure' is "$(js 'return document.activeElement.closest("svg") === null')" true
js 'document.querySelector("#f-network a.n").focus()' >/dev/null
check 'arrows reach every line of the network' is "$(js 'const all = saegim.all("#f-network svg a.n"), seen = new Set();
	for (let i = 0; i < all.length; i++) {
		seen.add(document.activeElement);
		document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true, cancelable: true}));
	}
	return seen.size === all.length && all.length > 60')" true
js 'document.querySelector("#f-respondents a.n").focus()' >/dev/null
keys '\uE015'
keys '\uE014'
check 'arrows go from number to number' is \
	"$(js 'return document.activeElement.getAttribute("aria-label").replace(/ · [0-9]+$/, "") + " " +
	document.querySelectorAll("#f-respondents a[tabindex=\"0\"]").length')" 'A1b 플랫폼 정부와의 관계 · R02(공무원) 1'
check 'no error of the script' is "$(errors)" ''

# --- what speaks of the study as a whole stays as it is ---
cp s.saegim c.saegim
for coder in a b; do
	"$SAEGIM" -p c.saegim add --from "$study/codings/coder_$coder.tsv" --coder "$coder" -q
done
"$SAEGIM" -p c.saegim report -q -o c.html
go c.html
js 'window.agree = document.querySelector("#t-agree tbody").textContent' >/dev/null
pick by-group 교수
check 'agreement is not counted again, and says so' is "$(js 'const t = document.querySelector("#t-agree");
	return (t.querySelector("tbody").textContent === agree) + " " + t.querySelectorAll("td a.n").length + " " +
	Array.from(t.querySelectorAll(".note span")).find(e => !e.hidden).textContent')" 'true 0 거르지 않은 조사 전체의 것이다.'

# --- groups called as columns are, of 20 people and fewer ---
printf '# 책\n## A 가\n### A1 돈\n- 예산\n### A2 사람\n- 인력\n' >book.md
awk 'BEGIN { print "id,동의,지역,Q1"; for (i = 1; i <= 27; i++)
	printf "P%02d,%s,%s,%s\n", i, i % 9 ? "y" : "n", i % 2 ? "가" : "나", i % 3 ? "예산이 모자란다." : "인력이 없다." }' >g.csv
"$SAEGIM" init -q g.saegim && "$SAEGIM" -p g.saegim ingest -q g.csv && "$SAEGIM" -p g.saegim code -q book.md &&
	"$SAEGIM" -p g.saegim report -q -o g.html
"$SAEGIM" init -q u.saegim && "$SAEGIM" -p u.saegim ingest -q g.csv && "$SAEGIM" -p u.saegim report -q -o u.html
# numbers STEP: code, group and people of every STEP-th respondent, from the CSV.
numbers() {
	awk -v step="$1" 'BEGIN { for (i = 1; i <= 27; i += step) { n["A1"]; n[(i % 3 ? "A1" : "A2") " " (i % 9 ? "y" : "n")]++ }
		delete n["A1"]; for (k in n) print k ":" n[k] }' | sort | tr '\n' ' ' | sed 's/ $//'
}
go g.html
dots=$(shown groups 'label(n.code) + " " + n.who')
check 'a group called as a column has its own people' is "$(echo "$dots" | sed 's/([^)]*)//g')" "$(numbers 1)"
check 'a large one has percentages' is "$(echo "$dots" | tr ' ' '\n' | grep -c '(75.0)')" 1
pick by-group 가
check 'but not where few of it are left' is "$(shown groups 'label(n.code) + " " + n.who')" "$(numbers 2)"
go u.html
pick by-group 가
check 'a study without codings closes up too' is \
	"$(js 'const row = document.querySelector("#f-respondents g.row"), at = row ? saegim.all("g[data-r]:not(.off) rect", row).map(r => r.getBoundingClientRect().x) : [];
	return at.length + " " + at.every((x, i) => i === 0 || Math.abs(x - at[i - 1] - (at[1] - at[0])) < 0.6)')" '0 true'
check 'and no script fails' is "$(errors)" ''
[ "$n" -eq "$plan" ] || echo "Bail out! $n of $plan checks"
