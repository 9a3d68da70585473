# browser.sh - read by tests in sh that use pages in headless Chromium. TAP. The test sets
# plan, then calls browser_here, makes its pages in $work, and calls browser_start.

browser_here() {
	. "$SRCDIR/tests/cli/skip.sh"
	for tool in chromium chromedriver curl jq; do
		command -v "$tool" >/dev/null 2>&1 || skip_all "$tool is not there"
	done
	work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-report.XXXXXX") || exit 1
	driver=
	session=
	trap browser_end EXIT
	HOME=$work LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1764000000
	export HOME LC_ALL SOURCE_DATE_EPOCH
	unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE
	cd "$work" || exit 1
}
browser_end() {
	[ -z "$session" ] || curl -s -m 20 -X DELETE "$base/session/$session" >/dev/null
	[ -z "$driver" ] || kill "$driver" 2>/dev/null
	rm -rf "$work"
}

# The interviews in corpora, coded, as s.saegim.
bundled_study() {
	study=$SRCDIR/corpora/intelligent-government
	"$SAEGIM" init -q -t '지능형 정부서비스' s.saegim &&
		"$SAEGIM" -p s.saegim ingest -q --questionnaire "$study/questionnaire.md" \
			"$study/interviews" &&
		"$SAEGIM" -p s.saegim code -q "$SRCDIR/codebooks/intelligent-government.md"
}

browser_start() {
	chromedriver --port=0 >driver.log 2>&1 &
	driver=$!
	port=
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		port=$(sed -n 's/.*started successfully on port \([0-9]*\).*/\1/p' driver.log)
		[ -z "$port" ] || break
		sleep 0.5
	done
	[ -n "$port" ] || skip_all 'chromedriver does not start'
	base=http://127.0.0.1:$port
	session=$(curl -s -m 60 -H 'Content-Type: application/json' -d '{"capabilities":{"alwaysMatch":{
		"goog:loggingPrefs":{"browser":"ALL"},"goog:chromeOptions":{"args":["--headless=new",
		"--no-sandbox","--disable-gpu","--window-size=1200,900","--user-data-dir='"$work"'/profile"]}}}}' \
		"$base/session" | jq -r '.value.sessionId // empty')
	[ -n "$session" ] || skip_all 'chromium does not start'
}
post() { # PATH JSON
	curl -s -m 60 -H 'Content-Type: application/json' -d "$2" "$base/session/$session/$1"
}
go() { post url "{\"url\":\"file://$work/$1\"}" >/dev/null; }
js() { # SCRIPT: what it returns
	post execute/sync "$(jq -n --arg s "$1" '{script:$s,args:[]}')" | jq -r '.value'
}
element() { # CSS: id of an element
	post element "$(jq -n --arg v "$1" '{using:"css selector",value:$v}')" |
		jq -r '.value | to_entries[0].value'
}
click() {
	js "document.querySelector('$1').scrollIntoView({block:'center'})" >/dev/null
	post "element/$(element "$1")/click" '{}' >/dev/null
}
keys() { # KEYS as JSON escapes
	post actions '{"actions":[{"type":"key","id":"k","actions":[{"type":"keyDown","value":"'"$1"'"},{"type":"keyUp","value":"'"$1"'"}]}]}' >/dev/null
}
TAB='\uE004' ENTER='\uE007' ESC='\uE00C' SPACE=' '
errors() {
	post se/log '{"type":"browser"}' | jq -r '[.value[]? | select(.level=="SEVERE") | .message] | join("; ")'
}

# --- tests ---
n=0
check() { # NAME COMMAND...
	name=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
	fi
}
is() { # GOT WANTED
	[ "$1" = "$2" ] && return 0
	printf '# got: %s\n# not: %s\n' "$1" "$2"
	return 1
}

same() { # GOT WANTED: something
	[ -n "$2" ] && is "$1" "$2"
}
pick() { # SELECT TEXT
	js "const s = document.getElementById('$1');
	s.value = Array.from(s.options).find(o => o.textContent.trim() === '$2').value;
	s.dispatchEvent(new Event('change'))" >/dev/null
}
