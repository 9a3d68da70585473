#!/bin/sh
# Kills the program hundreds of times while it writes, and checks after each time that the
# project opens and holds every judgement and memo the program had said it kept. The delay
# before the kill goes up where the program did not finish and down where it did, so that
# the kills gather around the moment of the commit, on fast machines and slow ones. TAP.
#
# environment: SAEGIM, the program; ROUNDS (300)
set -u
rounds=${ROUNDS:-300}
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-kill.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE
cd "$work" || exit 1

echo "1..7"
if ! sleep 0.001 2>/dev/null; then
	for t in 1 2 3 4 5 6 7; do
		echo "ok $t # SKIP sleep takes whole seconds only"
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
printf '## A 예산\n- 예산\n## B 서식\n- 종이\n' >book0.md
printf '## A 예산\n- 예산\n## B 서식\n- 종이 | 담당자\n' >book1.md
"$SAEGIM" init -q k.saegim && "$SAEGIM" ingest -q answers && "$SAEGIM" code -q book0.md ||
	exit 1

kinds="add reject memo code ingest"
said() { # KIND: the line by which the program acknowledges it
	case $1 in
	add) echo '^coded: ' ;;
	reject) echo '^rejected: ' ;;
	memo) echo '^memo kept' ;;
	code) echo '^run ' ;;
	ingest) echo '^sources: ' ;;
	esac
}
start() { # KIND ROUND: becomes the program, so that a subshell's id is the program's
	case $1 in
	add) exec "$SAEGIM" add B R01 Q1 '담당자가 자주' --coder "k$2" ;;
	reject) exec "$SAEGIM" reject A R01 Q1 --coder "k$2" ;;
	memo) exec "$SAEGIM" memo --question Q1 "메모 $2 끝" --coder "k$2" ;;
	code) exec "$SAEGIM" code "book$(($2 / 5 % 2)).md" ;;
	ingest) exec "$SAEGIM" ingest answers ;;
	esac
}
present() { # KIND ROUND: whether the project has it (said again, it is nothing new)
	case $1 in
	add | reject) start "$1" "$2" 2>&1 | grep -q '^already so' ;;
	memo) "$SAEGIM" memo | grep -q "^  메모 $2 끝\$" ;;
	*) true ;;
	esac
}

awk -v n="$rounds" 'BEGIN { srand(7); for (i = 0; i < n; i++) print int(rand() * 1000) }' >draws
for k in $kinds; do eval "bound_$k=20000"; done # microseconds
closed=0 lost=0 told=0 silent=0 journals=0 damaged=0 i=0
: >kept
while read -r draw; do
	i=$((i + 1))
	kind=$(echo "$kinds" | cut -d ' ' -f $((i % 5 + 1)))
	[ "$kind" = ingest ] && revise "$i"
	eval "bound=\$bound_$kind"
	delay=$(printf '0.%06d' $((bound / 2 + bound * draw / 1000)))
	start "$kind" "$i" >words 2>&1 &
	pid=$!
	sleep "$delay"
	{ kill -9 "$pid" && wait "$pid"; } 2>/dev/null
	[ -s k.saegim-journal ] && journals=$((journals + 1))
	if grep -q "$(said "$kind")" words; then
		told=$((told + 1))
		bound=$((bound * 9 / 10 + 1))
		echo "$kind $i" >>kept
	else
		silent=$((silent + 1))
		[ "$bound" -lt 900000 ] && bound=$((bound * 11 / 10 + 1))
	fi
	eval "bound_$kind=$bound"
	if ! "$SAEGIM" status >status 2>&1; then
		closed=$((closed + 1))
		sed "s/^/# round $i ($kind): /" status
	fi
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
[ "$damaged" -eq 0 ]
result 3 $? "SQLite finds the file sound"
[ "$told" -gt 0 ] && [ "$silent" -gt 0 ]
result 4 $? "kills came before and after the commit ($silent before, $told after)"
gone=0
while read -r kind round; do
	present "$kind" "$round" </dev/null || gone=$((gone + 1))
done <kept
[ "$gone" -eq 0 ]
result 5 $? "every acknowledged judgement and memo is there at the end"
"$SAEGIM" ingest -q answers && "$SAEGIM" code -q book1.md &&
	"$SAEGIM" table themes -f tsv | cut -f 1,3 >themes
result 6 $? "the project goes on working"
# The mentions of code B and those below; people have rejected what A had.
"$SAEGIM" init -q fresh.sav && "$SAEGIM" ingest -q -p fresh.sav answers &&
	"$SAEGIM" code -q -p fresh.sav book1.md && "$SAEGIM" table -p fresh.sav \
	themes --coder rules -f tsv >fresh && "$SAEGIM" table themes --coder rules -f tsv >old &&
	[ "$(cut -f 1,6 fresh | tail -n +3)" = "$(cut -f 1,6 old | tail -n +3)" ]
result 7 $? "the rules' codings are those of a fresh project"
echo "# a journal was left behind to roll back $journals times"
