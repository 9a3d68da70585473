#!/bin/sh
# code --watch: runs after saves in place and by rename, errors that do not end it, a
# project that is free between runs, a clean end; and drawing in place, in tmux where it
# is there. Waits for what is expected, so that slow machines only take longer. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
. "$SRCDIR/tests/cli/skip.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-watch.XXXXXX") || exit 1
watcher=
tmux="tmux -L saegim-watch-$$"
clean() {
	[ -z "$watcher" ] || kill "$watcher" 2>/dev/null
	$tmux kill-server 2>/dev/null
	rm -rf "$work"
}
trap clean EXIT
HOME=$work LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1764000000
export HOME LC_ALL SOURCE_DATE_EPOCH
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE TMUX
cd "$work" || exit 1

t=0
ok() { # NAME: of the status before
	if [ $? -eq 0 ]; then r=ok; else r='not ok'; fi
	t=$((t + 1))
	echo "$r $t - $1"
	[ "$r" = ok ] || sed 's/^/# /' out.txt
}
# await COMMAND...: until it succeeds, thirty seconds at most.
await() {
	n=0
	while ! "$@"; do
		n=$((n + 1))
		[ "$n" -lt 300 ] || return 1
		sleep 0.1
	done
}
has() {
	grep -q -- "$1" out.txt
}

plan=13
echo "1..$plan"
mkdir answers
printf '응답자: R01\n\n## Q1\n예산이 부족하다. 사람이 없다.\n' >answers/R01.txt
printf '응답자: R02\n\n## Q1\n사람이 부족하다.\n' >answers/R02.txt
printf '# q\n### Q1 제약\n* focus: A\n' >q.md
printf '## A 제약\n### A1 예산\n- 예산\n### A2 인력\n- 날씨\n' >book.md
"$SAEGIM" init -q w.saegim && "$SAEGIM" ingest -q --questionnaire q.md answers || exit 1
"$SAEGIM" code --watch book.md >out.txt 2>&1 &
watcher=$!

await has 'run 1: 3 of 3 codes; 1 segments'
ok 'codes at once'
await has 'watching book.md'
sed 's/날씨/사람/' book.md >new.md && mv new.md book.md
await has 'A2 인력  *0→2  +R01 +R02'
ok 'a save by rename shows the cells that changed'
sed 's/사람/예산/' book.md >new.md && cat new.md >book.md
await has 'A2 인력  *2→1  −R02'
ok 'a save in place'
printf '## A 제약\n- 정보, 격차\n' >book.md
await has 'the codebook has errors'
ok 'errors are said'
"$SAEGIM" memo --question Q1 '사이에' --coder k >memo.txt 2>&1
ok 'the project is free between runs'
# A moment to see that it is gone; a slow machine may see one save only.
rm book.md
sleep 0.3
printf '## A 제약\n### A1 예산\n- 예산\n### A2 인력\n- 사람\n' >book.md
await has 'run 4: '
ok 'a codebook that is gone is waited for until it is there again'
# Whatever the touch makes comes before what the next save does.
touch book.md
sleep 1
sed 's/사람/예산/' book.md >new.md && mv new.md book.md
await has 'run 5: ' && ! has 'nothing has changed'
ok 'the same content saved again is no run'
kill -TERM "$watcher"
wait "$watcher"
ok 'SIGTERM ends it cleanly'
watcher=
if command -v sqlite3 >/dev/null; then
	[ "$(sqlite3 w.saegim 'PRAGMA integrity_check')" = ok ]
	ok 'and leaves the project sound'
else
	t=$((t + 1))
	skip "$t" 'sqlite3 is not there'
fi

# The shell that becomes the program tells its id.
sh -c 'echo $$ >id; exec "$0" code --watch book.md' "$SAEGIM" 2>out.txt | head -n 1 >/dev/null &
gone() { [ -s id ] && ! kill -0 "$(cat id)" 2>/dev/null; }
await gone
ok 'it ends when nobody reads it any more'
gone || kill "$(cat id)"

if why=$(no_terminal); then
	while [ "$t" -lt "$plan" ]; do
		t=$((t + 1))
		skip "$t" "$why"
	done
	exit 0
fi
screen() {
	$tmux capture-pane -p >out.txt 2>/dev/null
	has "$1"
}
printf '## A 제약\n### A1 예산\n- 예산\n### A2 인력\n- 사람\n' >book.md
"$SAEGIM" code -q book.md 2>/dev/null
watch_in_tmux() { # COMMAND: before it; the trap lets the shell tell the status after Ctrl-C
	$tmux -f /dev/null new-session -d -x 80 -y 24 \
		"trap : INT; $1; env -u TMUX -u COLUMNS '$SAEGIM' code --watch book.md; echo status \$?; sleep 60"
	await screen 'watching book.md'
}
watch_in_tmux :
sed 's/- 사람/- 날씨/' book.md >new.md && mv new.md book.md
await screen '2→0'
sed 's/- 날씨/- 부족/' book.md >new.md && mv new.md book.md
together() {
	screen '0→2' && ! has '2→0' && [ "$(grep -c 'run [0-9]*:' out.txt)" -eq 2 ]
}
await together
ok 'a terminal shows the last change in place, and what came together'
$tmux send-keys C-c
await screen 'status 0'
ok 'Ctrl-C ends it'
$tmux kill-server
tmux="$tmux-0" # a server that is ending takes no session
watch_in_tmux 'stty cols 0'
sed 's/- 부족/- 날씨/' book.md >new.md && mv new.md book.md
await screen 'A2 인력  *2→0  −R01 −R02'
ok 'a terminal of width 0 is taken for one of the usual width'
