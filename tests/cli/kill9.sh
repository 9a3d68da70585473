#!/bin/sh
# Kills the program hundreds of times while it writes, and checks after each time that the
# project opens and holds every judgement and memo the program had said it kept. The delay
# before the kill goes up where the program did not finish and down where it did, so that
# the kills gather around the moment of the commit, on fast machines and slow ones. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository; ROUNDS (300)
set -u
. "$SRCDIR/tests/cli/skip.sh"
rounds=${ROUNDS:-300}
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-kill.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE
cd "$work" || exit 1

echo "1..9"
if ! sleep 0.001 2>/dev/null || ! date +%s%N | grep -q '^[0-9]*$'; then
	for t in 1 2 3 4 5 6 7 8 9; do
		echo "ok $t # SKIP sleep and date know whole seconds only"
	done
	exit 0
fi

mkdir answers
printf '응답자: R01\n\n## Q1\n예산이 부족합니다. 담당자가 자주 바뀝니다.\n' >answers/R01.txt
revise() {
	{
		printf '응답자: R02\n\n## Q1\n%d번째 판입니다. 종이가 남아야 합니다.\n' "$1"
		awk -v n="$1" 'BEGIN { for (i = 0; i < 200; i++) print "- 예산 " i " 항목 " n }'
	} >answers/R02.txt
}
revise 0
printf '## A 예산\n- 예산\n## B 서식\n- 종이\n## Z0 딴것\n- 딴것\n' >book0.md
printf '## A 예산\n- 예산\n## B 서식\n- 종이 | 담당자\n## Z0 딴것\n- 딴것\n' >book1.md
cp book0.md own.md
"$SAEGIM" init -q k.saegim && "$SAEGIM" ingest -q answers && "$SAEGIM" code -q book0.md ||
	exit 1
# Two coders who differ, and a word on the code that is renamed again and again.
words='담당자가 자주'
"$SAEGIM" add -q B R01 Q1 "$words" --coder s1 && "$SAEGIM" add -q A R01 Q1 "$words" \
	--coder s2 && "$SAEGIM" add -q Z0 R01 Q1 "$words" --coder z || exit 1
printf '%s\n' 'respondent,question,sentence,first,second,both,decision,text' \
	"R01,Q1,2,B,A,,s1,$words 바뀝니다." >settle.csv
# A, which every codebook here finds: a row about a code that comes and goes with the
# codebooks would mean another verdict each time it is read.
printf '%s\n' 응답자,문항,코드,판정 R01,Q1,A,예 >review.csv

kinds="add reject memo code ingest review sheet freeze restore rename settle merge assign"
number=$(echo "$kinds" | wc -w)
said() { # KIND: the line by which the program acknowledges it
	case $1 in
	add) echo '^coded: ' ;;
	reject) echo '^rejected: ' ;;
	memo) echo '^memo kept' ;;
	code) echo '^run ' ;;
	ingest) echo '^sources: ' ;;
	review) echo '^1 rows: 1 verdicts' ;;
	sheet) echo '^memos: 2 new' ;;
	freeze) echo '^frozen: ' ;;
	restore) echo '^the codings are those of run ' ;;
	rename) echo '^renamed: \|is changed; ' ;;
	settle) echo '^1 decided' ;;
	merge) echo '^new: 1 judgements, 0 corrected answers, 1 memos' ;;
	assign) echo ': 1 answers drawn' ;;
	esac
}
prepare() { # KIND ROUND: what is there before
	case $1 in
	ingest) revise "$2" ;;
	sheet) printf '# 메모\n\n## 문항 Q1\n\n글 %d 끝\n\n## 코드 A\n\n코드 %d\n' "$2" "$2" >"m$2.md" ;;
	rename) id=$(sed -n 's/^## \(Z[0-9]*\) .*/\1/p' own.md) ;;
	merge) cp k.saegim "o$2.other" && [ ! -s k.saegim-journal ] &&
		"$SAEGIM" add -q -p "o$2.other" A R01 Q1 "$words" --coder "k$2" &&
		"$SAEGIM" memo -q -p "o$2.other" --question Q1 "저쪽 $2 끝" --coder "k$2" ;;
	esac
}
start() { # KIND ROUND: becomes the program, so that a subshell's id is the program's
	case $1 in
	add) exec "$SAEGIM" add B R01 Q1 "$words" --coder "k$2" ;;
	reject) exec "$SAEGIM" reject A R01 Q1 --coder "k$2" ;;
	memo) exec "$SAEGIM" memo --question Q1 "메모 $2 끝" --coder "k$2" ;;
	code) exec "$SAEGIM" code "$(book "$2")" ;;
	ingest) exec "$SAEGIM" ingest answers ;;
	review) exec "$SAEGIM" review --import review.csv --coder "k$2" ;;
	sheet) exec "$SAEGIM" memo import "m$2.md" --coder "k$2" ;;
	freeze) exec "$SAEGIM" freeze "보고 $2" ;;
	restore) exec "$SAEGIM" restore "$(($2 / number % 3 + 1))" ;;
	rename) exec "$SAEGIM" codebook rename own.md "$id" "Z$2" ;;
	settle) exec "$SAEGIM" settle s1 s2 --as "k$2" --import settle.csv ;;
	merge) exec "$SAEGIM" merge "o$2.other" ;;
	assign) exec "$SAEGIM" assign "k$2" --share 30% --seed "$2" ;;
	esac
}
book() { # ROUND
	case $(($1 / number % 3)) in
	0) echo own.md ;;
	1) echo book0.md ;;
	2) echo book1.md ;;
	esac
}
present() { # KIND ROUND: whether the project has it (said again, it is nothing new)
	case $1 in
	add | reject) start "$1" "$2" 2>&1 | grep -q '^already so' ;;
	memo) "$SAEGIM" memo list | grep -q "^  메모 $2 끝\$" ;;
	review) start "$1" "$2" 2>&1 | grep -q '^1 rows: 0 verdicts recorded, 1 were' ;;
	sheet) start "$1" "$2" 2>&1 | grep -q '^memos: 0 new, .* 2 unchanged' ;;
	freeze) "$SAEGIM" table themes --at "보고 $2" >/dev/null 2>&1 ;;
	settle) "$SAEGIM" settle s1 s2 --as "k$2" --list 2>&1 |
		grep -q ': 0 codings .* 0 places open' ;;
	merge) start "$1" "$2" 2>&1 | grep -q '^new: 0 judgements, 0 .* 0 memos, 0' &&
		"$SAEGIM" memo list | grep -q "^  저쪽 $2 끝\$" ;;
	assign) "$SAEGIM" assign "k$2" 2>/dev/null | grep -q R0 ;;
	*) true ;;
	esac
}
whole() { # the codebook that is edited in place is the one before or the one after
	[ "$(grep -c '^## ' own.md)" -eq 3 ] && "$SAEGIM" codebook check -q own.md >/dev/null 2>&1
}

awk -v n="$rounds" 'BEGIN { srand(7); for (i = 0; i < n; i++) print int(rand() * 1000) }' >draws
# About what a change takes here, in microseconds: with instrumentation, many times more.
t0=$(date +%s%N)
"$SAEGIM" memo -q --question Q1 '재는 메모' --coder clock
took=$((($(date +%s%N) - t0) / 1000))
[ "$took" -gt 900000 ] && took=900000
for k in $kinds; do eval "bound_$k=$took"; done
closed=0 torn=0 lost=0 told=0 silent=0 journals=0 damaged=0 i=0
: >kept
while read -r draw; do
	i=$((i + 1))
	kind=$(echo "$kinds" | cut -d ' ' -f $((i % number + 1)))
	prepare "$kind" "$i" >/dev/null 2>&1
	eval "bound=\$bound_$kind"
	delay=$(printf '0.%06d' $((bound / 2 + bound * draw / 1000)))
	start "$kind" "$i" >words 2>&1 &
	pid=$!
	sleep "$delay"
	{ kill -9 "$pid" && wait "$pid"; } 2>/dev/null
	[ -s k.saegim-journal ] && journals=$((journals + 1))
	if grep -q "$(said "$kind")" words; then
		told=$((told + 1))
		bound=$((bound * 4 / 5 + 1))
		echo "$kind $i" >>kept
	else
		silent=$((silent + 1))
		[ "$bound" -lt 900000 ] && bound=$((bound * 5 / 4 + 1))
	fi
	eval "bound_$kind=$bound"
	if ! "$SAEGIM" status >status 2>&1; then
		closed=$((closed + 1))
		sed "s/^/# round $i ($kind): /" status
	fi
	whole || torn=$((torn + 1))
	if grep -q "^$kind $i\$" kept && ! present "$kind" "$i"; then
		lost=$((lost + 1))
		echo "# round $i: $kind was acknowledged and is not there"
	fi
	if [ $((i % 10)) -eq 0 ] && command -v sqlite3 >/dev/null; then
		check=$(sqlite3 k.saegim 'PRAGMA integrity_check; PRAGMA foreign_key_check')
		[ "$check" = ok ] || damaged=$((damaged + 1))
	fi
done <draws

result() { # NUMBER CONDITION-STATUS TEXT
	if [ "$2" -eq 0 ]; then echo "ok $1 - $3"; else echo "not ok $1 - $3"; fi
}
[ "$closed" -eq 0 ]
result 1 $? "the project opened after each of $i kills"
[ "$lost" -eq 0 ]
result 2 $? "each of $told acknowledged changes was there right after"
if command -v sqlite3 >/dev/null; then
	[ "$damaged" -eq 0 ]
	result 3 $? "SQLite finds the file sound"
else
	skip 3 'sqlite3 is not there'
fi
[ "$told" -gt 0 ] && [ "$silent" -gt 0 ]
result 4 $? "kills came before and after the commit ($silent before, $told after)"
gone=0
while read -r kind round; do
	present "$kind" "$round" </dev/null || gone=$((gone + 1))
done <kept
[ "$gone" -eq 0 ]
result 5 $? "every acknowledged judgement and memo is there at the end"
"$SAEGIM" ingest -q answers && "$SAEGIM" code -q book1.md &&
	"$SAEGIM" table themes -f tsv >themes && [ "$(wc -l <themes)" -gt 1 ]
result 6 $? "the project goes on working"
[ "$torn" -eq 0 ]
result 7 $? "the codebook that is renamed in was whole after each kill"
"$SAEGIM" code -q own.md && id=$(sed -n 's/^## \(Z[0-9]*\) .*/\1/p' own.md) &&
	"$SAEGIM" add "$id" R01 Q1 "$words" --coder z 2>&1 | grep -q '^already so'
result 8 $? "what was said of a code is said of it under its last name"
"$SAEGIM" code -q book1.md
# The mentions of code B and those below; people have rejected what A had.
"$SAEGIM" init -q fresh.sav && "$SAEGIM" ingest -q -p fresh.sav answers &&
	"$SAEGIM" code -q -p fresh.sav book1.md && "$SAEGIM" table -p fresh.sav \
	themes --coder rules -f tsv >fresh && "$SAEGIM" table themes --coder rules -f tsv >old &&
	[ "$(cut -f 1,6 fresh | tail -n +3)" = "$(cut -f 1,6 old | tail -n +3)" ]
result 9 $? "the rules' codings are those of a fresh project"
echo "# a journal was left behind to roll back $journals times"
