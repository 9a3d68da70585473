#!/bin/sh
# Opens the page of `saegim report` in headless Chromium and uses it: numbers, quotations,
# filters, copying, the keyboard; hostile answers; no error of the script. Skipped where
# chromium, chromedriver, curl or jq is missing. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
plan=33
echo "1..$plan"
. "$SRCDIR/tests/cli/browser.sh"
browser_here

# --- two studies ---
bundled_study && "$SAEGIM" -p s.saegim report -q -o s.html || exit 1
mkdir answers
printf '응답자: R01\n직군: <b>공무원</b>\n\n## Q1\n예산 <script>document.title="x"</script> 부족. </script><img src=x onerror="document.title=1"> 예산이 없다.\n=HYPERLINK("http://x") 예산 \001 \342\200\256거꾸로.\n' >answers/R01.txt
printf '# 조사\n### Q1 제약\n* focus: A\n무엇이 <i>어렵습니까</i>?\n' >q.md
printf '# 책\n\n## A 제약\n### A1 예산 <u>돈</u>\n</style><script>document.title="y"</script>\n- 예산\n' >book.md
"$SAEGIM" init -q -t '<title>"적"' h.saegim &&
	"$SAEGIM" -p h.saegim ingest -q --questionnaire q.md answers &&
	"$SAEGIM" -p h.saegim code -q book.md &&
	"$SAEGIM" -p h.saegim report -q -o h.html || exit 1


browser_start
go s.html
check 'the page has no error' is "$(errors)" ''
check 'the filters are there' is "$(js 'return document.getElementById("filters").hidden')" false

# Q4 (index 3), its first number.
click '#q-3 td.num a.n'
wanted=$(js "return document.querySelector('#q-3 td.num a.n').textContent.replace(/\(.*/, '')")
check 'a number opens' is "$(js 'return document.getElementById("opened").open')" true
check 'as many people as it says' same \
	"$(js 'return String(document.querySelectorAll("#opened-body h3").length)')" "$wanted"
# All of a list, which must not be empty.
check 'each with a statement' is "$(js 'const all = Array.from(document.querySelectorAll("#opened-body h3"));
	return all.length > 0 && all.every(h => h.nextElementSibling.querySelector("li a"))')" true
said=$(js 'return document.querySelector("#opened-body li a").textContent')
click '#opened-body li a'
check 'a statement opens, marked, in its answer' same \
	"$(js 'return Array.from(document.querySelectorAll("#opened-body .hit")).map(e => e.textContent).join("")')" \
	"$said"
check 'and is in sight' is "$(js 'const r = document.querySelector("#opened-body .hit").getBoundingClientRect();
	return r.top >= 0 && r.bottom <= innerHeight')" true
keys "$ESC"
check 'Escape closes' is "$(js 'return document.getElementById("opened").open')" false
check 'the focus is back on the number' is \
	"$(js 'return document.activeElement === document.querySelector("#q-3 td.num a.n")')" true
keys "$SPACE"
check 'the keyboard opens it too' is "$(js 'return document.getElementById("opened").open')" true
keys "$ESC"

quote=$(js 'return document.querySelector("#q-3 .quote a").textContent.replace(/^(〔반론〕 )?["“]|["”] \([^)]*\)$/g, "")')
click '#q-3 .quote a'
check 'a quotation opens on its words' same \
	"$(js 'return Array.from(document.querySelectorAll("#opened-body .hit")).map(e => e.textContent).join("").trim()')" \
	"$quote"
keys "$ESC"

# What is counted again for each group makes what is printed.
check 'groups make the whole' is "$(js 'const select = document.getElementById("by-group");
	const links = Array.from(document.querySelectorAll("main a.n")).filter(a => !a.closest(".part, [id^=t-methods]") &&
		!["questions", "codes"].includes(a.dataset.m));
	/* 8 of "8(26.7)", 11 of "공무원(n=11)", and what a line of a figure is said to be. */
	const said = a => a.closest("svg") ? a.getAttribute("aria-label").split(" · ").pop() : a.textContent;
	const value = a => Number((/^[0-9]+(?= ?\([0-9]+\.)/.exec(said(a)) || /[0-9]+(?=[^0-9]*$)/.exec(said(a)) || ["x"])[0]);
	const whole = links.map(value), sum = links.map(() => 0);
	for (const option of document.querySelector("optgroup[label=직군]").children) {
		select.value = option.value;
		select.dispatchEvent(new Event("change"));
		links.forEach((a, i) => { sum[i] += value(a); });
	}
	select.value = "";
	select.dispatchEvent(new Event("change"));
	const bad = links.filter((a, i) => sum[i] !== whole[i]);
	return links.length > 3000 && bad.length === 0 ? "" : links.length + ": " + bad.slice(0, 9).map(a => a.outerHTML).join(" ");')" ''

# A group: as the tables with --where.
page_numbers() { # QUESTION: code and number of each row shown
	js "return Array.from(document.querySelectorAll('#q-$1 tbody tr:not(.off) td.num a.n[data-code]'))
		.map(a => document.querySelector('#e-' + a.dataset.code + ' .title').textContent.split(' ')[0] +
		':' + a.textContent).sort().join(' ')"
}
table_numbers() { # LABEL OPTIONS...
	label=$1
	shift
	"$SAEGIM" -p s.saegim table findings -Q "$label" -f json "$@" |
		jq -r '[.[0].rows[] | select(.code != null and .n != null) |
			"\(.code):\(.n.n)" + (if .n.percent == null then "" else
			"(" + ((.n.percent * 10 | round) as $t | "\($t / 10 | floor).\($t % 10)") + ")" end)] | sort | join(" ")'
}
check 'numbers are those of the table' same "$(page_numbers 3)" "$(table_numbers Q4)"
pick by-group 교수
check 'a group counts as --where does' same "$(page_numbers 3)" \
	"$(table_numbers Q4 -w 직군=교수)"
check 'another question too' same "$(page_numbers 11)" "$(table_numbers Q12 -w 직군=교수)"
check 'the page says so' is \
	"$(js 'return document.getElementById("filtered").textContent.slice(0, 5)')" '직군 교수'
check 'only their quotations are shown' is "$(js 'const all = Array.from(document.querySelectorAll("#findings .quote:not(.off)"));
	return all.length > 0 && all.every(q => q.textContent.includes("교수"))')" true
check 'the notes too' is "$(js 'return Array.from(document.querySelectorAll("#t-findings-Q4 .note:first-of-type span"))
	.filter(e => !e.hidden).map(e => e.textContent).slice(0, 3).join(" ")')" \
	'직군 교수 — 응답자 8명만 다시 센 수이다. 행과 쌍, 인용은 전체에서 고른 것이다. 질문 8명, 유효응답 8명(공무원 0, 교수 8, 연구원 0, 민간전문가 0).'
check 'codes without a row are counted again, and the words around stay' is \
	"$(js 'const all = Array.from(document.querySelectorAll("#findings a.n[data-codes]"));
	const raised = a => a.dataset.codes.split(" ").filter(c =>
		document.querySelector("#e-" + c + "-" + a.dataset.q + " li:not(.off)")).length;
	return all.length > 0 && all.some(a => raised(a) < a.dataset.codes.split(" ").length) &&
		all.every(a => a.textContent === String(raised(a)) &&
		/[0-9]명 $/.test(a.previousSibling.data) && /^개 코드/.test(a.nextSibling.data))')" true
click '#clear'
check 'all are back' same "$(page_numbers 3)" "$(table_numbers Q4)"
pick by-code 'C1a 디지털 격차·취약계층'
check 'a code alone' is \
	"$(js 'return Array.from(new Set(Array.from(document.querySelectorAll("#findings tr[data-c]:not(.off) td.num a.n"),
		a => document.querySelector("#e-" + a.dataset.code + " .title").textContent))).join(" ")')" \
	'C1a 디지털 격차·취약계층'
check 'its theme stands beside it' is \
	"$(js 'return document.querySelector("#q-3 tr[data-c]:not(.off)").cells[0].textContent.slice(0, 2)')" C1
check 'notes say which codes, and leave out what counts others' is \
	"$(js 'return ["#t-findings-Q4", "#t-overview-questions", "#t-saturation", "#t-methods-review"].map(t => {
		const lines = Array.from(document.querySelectorAll(t + " .note:first-of-type span")).filter(e => !e.hidden);
		return lines[0].textContent.slice(0, 9) + lines.some(e => /1650칸|249건/.test(e.textContent));
	}).join("|")')" \
	'C1a 디지털 격false|유효응답의 %는 false|처음 면접 4건의false|거르지 않은 조사false'
check 'and count those of the code' is \
	"$(js 'return Array.from(document.querySelectorAll("#t-findings-Q4 .note .part")).filter(e => !e.hidden).map(e => e.textContent).join("")')" \
	'검토: 답변×코드 3칸 가운데 사람이 본 칸 0(0.0).'
check 'a row that names it among others stays' is "$(js 'return document.querySelectorAll("#q-8 tr[data-c=\"\"]:not(.off)").length')" 1
click '#clear'

check 'as they were' is "$(js 'return Array.from(document.querySelectorAll("#t-findings-Q4 .note:first-of-type span"))
	.filter(e => !e.hidden).map(e => e.textContent)[0]')" \
	'질문 30명, 유효응답 30명(공무원 11, 교수 8, 연구원 6, 민간전문가 5).'
click '#t-findings-Q4 .copy'
soon() { # SCRIPT WANTED: waits until it returns that, ten seconds at most
	i=0
	while [ "$(js "$1")" != "$2" ] && [ "$i" -lt 100 ]; do
		sleep 0.1
		i=$((i + 1))
	done
}
soon 'return document.getElementById("told").textContent.slice(0, 3)' '표를 '
check 'a table is copied' is "$(js 'return document.getElementById("told").textContent.slice(0, 3)')" '표를 '
js 'const t = document.createElement("div"); t.id = "pasted"; t.contentEditable = true;
	t.addEventListener("paste", e => { window.pasted = e.clipboardData.getData("text/html");
		window.pastedText = e.clipboardData.getData("text/plain"); });
	document.body.prepend(t); t.focus()' >/dev/null
post actions '{"actions":[{"type":"key","id":"k","actions":[{"type":"keyDown","value":"\uE009"},{"type":"keyDown","value":"v"},{"type":"keyUp","value":"v"},{"type":"keyUp","value":"\uE009"}]}]}' >/dev/null
check 'with marks, and as plain rows' is \
	"$(js 'return /<table[^>]*border-collapse/.test(window.pasted || "") && !/<a |class=/.test(window.pasted) && (window.pastedText || "").split("\n")[1].split("\t").length > 3')" \
	true

# A number of one person gets its mark beside it, and is copied with it.
pick by-group 교수
js 'window.single = Array.from(document.querySelectorAll("#t-findings-Q4 tbody tr")).find(tr =>
	tr.querySelector("td.num .mark") && !tr.querySelector("td.num .mark").hidden).querySelector("td.num").innerText.replace(/\s+/g, " ").trim()' >/dev/null
js 'document.getElementById("told").textContent = ""' >/dev/null
click '#t-findings-Q4 .copy'
soon 'return document.getElementById("told").textContent.slice(0, 3)' '표를 '
js 'document.getElementById("pasted").focus()' >/dev/null
post actions '{"actions":[{"type":"key","id":"k","actions":[{"type":"keyDown","value":"\uE009"},{"type":"keyDown","value":"v"},{"type":"keyUp","value":"v"},{"type":"keyUp","value":"\uE009"}]}]}' >/dev/null
check 'one person only is copied with the number' is \
	"$(js 'return /^1\(12\.5\) /.test(single) + " " + window.pastedText.includes("\t" + single + "\t") + " " +
	window.pastedText.includes("직군 교수 — 응답자 8명만")')" 'true true true'
go s.html
keys "$TAB"
check 'Tab finds the skip link first' is \
	"$(js 'return document.activeElement.className')" skip
check 'still no error' is "$(errors)" ''

go h.html
check 'hostile text is text' is "$(js 'return document.title + document.querySelectorAll("main script, main img, main b:not(.title) u, main i").length + document.querySelector("h1").textContent')" \
	'<title>"적"0<title>"적"'
check 'and nothing of it runs or fails' is "$(errors)" ''
[ "$n" -eq "$plan" ] || echo "Bail out! $n of $plan checks"
