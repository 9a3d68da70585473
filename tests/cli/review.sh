#!/bin/sh
# Drives `saegim review` on a terminal of 80×24 under tmux: what is on the screen, what
# the keys record, Hangul typed into a memo, a kill -9 in the middle. Skipped where tmux is
# missing or the program was built without ncurses. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
plan=14
echo "1..$plan"
. "$SRCDIR/tests/cli/skip.sh"
why=$(no_terminal) && skip_all "$why"
command -v sqlite3 >/dev/null 2>&1 || skip_all 'sqlite3 is not there'
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-review.XXXXXX") || exit 1
# A path short enough for a socket, and a server of our own.
TMUX_TMPDIR=$work HOME=$work LC_ALL=C.UTF-8 TERM=screen
export TMUX_TMPDIR HOME LC_ALL TERM
unset TMUX SAEGIM_PROJECT SAEGIM_CODER LANGUAGE NO_COLOR SOURCE_DATE_EPOCH
server=0
mux() { tmux -u -f /dev/null -L "s$server" "$@"; }
trap 'mux kill-server 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1

mkdir answers
printf '응답자: R01\n직군: 공무원\n\n## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n' >answers/R01.txt
printf '응답자: R02\n직군: 교수\n\n## Q1\n사람이 문제입니다. 제도는 좋습니다.\n' >answers/R02.txt
{
	printf '응답자: R03\n직군: 교수\n\n## Q1\n'
	awk 'BEGIN { for (i = 1; i <= 40; i++) print "- " i "번째 줄은 길게 적은 설명입니다."; print "- 예산은 충분합니다." }'
} >answers/R03.txt
printf '# 조사\n### Q1 제약\n* focus: A\n무엇이 어렵습니까?\n' >questions.md
printf '# 책\n* facet 입장: 찬성 | 반대\n\n## A 제약\n### A1 예산\n돈이 모자란다는 말.\n- 예산\n### A2 디지털 격차\n- 격차\n' >book.md
"$SAEGIM" init -q s.saegim && "$SAEGIM" ingest -q --questionnaire questions.md answers &&
	"$SAEGIM" code -q book.md || exit 1

n=0
check() { # NAME COMMAND...
	name=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		mux capture-pane -p -t r 2>/dev/null | sed 's/^/# /'
	fi
}
# Waits, for ten seconds at most, until the screen shows a text.
shows() {
	i=0
	while [ "$i" -lt 100 ]; do
		mux capture-pane -p -t r 2>/dev/null | grep -qF -- "$1" && return 0
		sleep 0.1
		i=$((i + 1))
	done
	return 1
}
grep_soon() { # TEXT FILE
	i=0
	while [ "$i" -lt 100 ]; do
		grep -qF -- "$1" "$2" 2>/dev/null && return 0
		sleep 0.1
		i=$((i + 1))
	done
	return 1
}
keys() { mux send-keys -t r "$@"; }
said() { # SQL EXPECTED
	[ "$(sqlite3 -readonly s.saegim "$1" 2>&1)" = "$2" ]
}
start() { # VARIABLE...: the review in a terminal of its own
	mux kill-server 2>/dev/null
	server=$((server + 1)) # one that is ending takes no session
	mux new-session -d -x 80 -y 24 -s r \
		"exec env $* '$SAEGIM' review --coder kim 2>message" \; \
		set-option remain-on-exit on
}

# The cells: R03 A1 (one hit, at the end of a long answer); R02 A1 (not coded, and most
# carry it); A2 in R01, R02 and R03 (nobody carries it); R01 A1 (hit twice).
start LC_ALL=C.UTF-8
if ! shows 'Q1 제약' && grep -q ncurses message 2>/dev/null; then
	skip_all 'built without ncurses'
fi
check 'the first cell is the one hit' shows 'R03(교수) · Q1 제약 · A1 예산'
check 'its sentence is scrolled into sight' shows '예산은 충분합니다.'
check 'the codebook entry is there' shows '돈이 모자란다는 말.'
keys n
check 'no asks why' shows 'why not?'
keys 1
check 'the next cell follows' shows 'R02(교수) · Q1 제약 · A1 예산'
check 'the rejection is kept' said \
	"SELECT verdict||reason FROM v_judgement" 'reject반론'
keys y
check 'yes asks where' shows 'which sentence says it?'
keys Tab y
check 'and takes it' shows 'R01(공무원) · Q1 제약 · A2 디지털 격차'
keys m
shows 'memo on this cell'
keys -l '가나다'
keys BSpace
keys -l '라'
shows '> 가나라'
keys Enter
shows 'memo kept'
keys n
shows 'R02(교수) · Q1 제약 · A2'
keys m
shows 'memo on this cell'
kill -9 "$(mux display-message -p -t r '#{pane_pid}')"
check 'kill -9 loses nothing that was said' said \
	"SELECT group_concat(verdict||quote,'|') FROM (SELECT * FROM v_judgement ORDER BY id) WHERE verdict<>'reject' UNION ALL SELECT body FROM v_memo" \
	'code제도는 좋습니다.|reviewed예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.
가나라'
start LC_ALL=C NO_COLOR=1
check 'the next round goes on, in any locale' shows '1 of 3 · seen 3 of 6'
mux resize-window -t r -x 160 -y 45
check 'wide, the entry stands beside the answer' shows '│ question:'
mux resize-window -t r -x 40 -y 12
keys '?'
check 'small, the help scrolls' shows 'any other key: back'
keys z
shows 'R02(교수)'
keys s s y q
check 'quit tells what was done' grep_soon '1 cells decided by kim; 2 wait' message
check 'both hits are accepted' said \
	"SELECT count(*) FROM v_judgement WHERE verdict='accept'" 2
[ "$n" -eq "$plan" ] || echo "Bail out! $n of $plan checks"
