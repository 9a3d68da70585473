#!/bin/sh
# A project that may not be written, answers that may not be read, and a full disk: one
# message, exit status 1, and the project as it was. As root the program runs as another
# user (setpriv), since root may write everything; the full disk is a small tmpfs in a
# mount namespace of its own, which only root may make. What cannot be had is skipped. TAP.
#
# environment: SAEGIM, the program
set -u
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-disk.XXXXXX") || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
HOME=/nonexistent LC_ALL=C.UTF-8 USER=tester
export HOME LC_ALL USER
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE
chmod 755 "$work"
cp "$SAEGIM" "$work/saegim" && cd "$work" || exit 1
echo "1..20"
number=0

# expect STATUS MESSAGE COMMAND...: runs it; what it says must be the message, line for line.
expect() {
	number=$((number + 1))
	wanted=$1 message=$2
	shift 2
	"$@" >out 2>&1
	status=$?
	if [ "$status" -eq "$wanted" ] && [ "$(cat out)" = "$message" ]; then
		echo "ok $number - $*"
	else
		echo "not ok $number - $*"
		echo "# status $status, expected $wanted; said:"
		sed 's/^/# /' out
	fi
}

skip() { # UNTIL REASON
	while [ "$number" -lt "$1" ]; do
		number=$((number + 1))
		echo "ok $number # SKIP $2"
	done
}

mkdir answers
printf '응답자: R01\n\n## Q1\n예산이 부족합니다.\n' >answers/R01.txt
printf '응답자: R02\n\n## Q1\n예산이 많습니다.\n' >answers/R02.txt
printf '## A 예산\n- 예산\n' >book.md
printf '## A 예산\n- 예산 | 종이\n' >book2.md
./saegim init -q s.sav && ./saegim ingest -q -p s.sav answers &&
	./saegim code -q -p s.sav book.md && ./saegim memo -q -p s.sav --code A '메모' || exit 1
cp s.sav copy.sav

as=
[ "$(id -u)" -ne 0 ] || as="setpriv --reuid=65534 --regid=65534 --clear-groups"
if [ -z "$as" ] || $as ./saegim --version >/dev/null 2>&1; then
	# The file may be read only.
	chmod 444 s.sav
	readonly="saegim: s.sav: the project is read-only"
	expect 1 "$readonly" $as ./saegim -p s.sav memo --code A '또'
	expect 1 "$readonly" $as ./saegim -p s.sav add A R01 Q1
	expect 1 "$readonly" $as ./saegim -p s.sav ingest answers
	expect 1 "$readonly" $as ./saegim -p s.sav code book2.md
	expect 0 "form	n
예산이	2" $as ./saegim -p s.sav kwic -q 예산 --count -f tsv
	# The folder may be read only: no journal can be made beside the project.
	mkdir folder && cp copy.sav folder/s.sav && chmod 666 folder/s.sav && chmod 555 folder
	readonly="saegim: folder/s.sav: the project is read-only"
	expect 1 "$readonly" $as ./saegim -p folder/s.sav memo --code A '또'
	expect 1 "$readonly" $as ./saegim -p folder/s.sav code book2.md
	expect 1 "saegim: cannot write 'folder/x.csv': Permission denied" \
		$as ./saegim -p folder/s.sav table themes -f csv -o folder/x.csv
	expect 1 "saegim: folder/new.saegim: cannot open the project or its journal" \
		$as ./saegim init folder/new.saegim
	expect 0 "form	n
예산이	2" $as ./saegim -p folder/s.sav kwic -q 예산 --count -f tsv
	# A file among the answers may not be read: the others go in.
	mkdir open && cp copy.sav open/s.sav && chmod 777 open && chmod 666 open/s.sav
	printf '응답자: R02\n\n## Q1\n예산이 많습니다. 종이도 많습니다.\n' >answers/R02.txt
	chmod 000 answers/R01.txt
	expect 3 "answers/R01.txt: error: cannot open 'answers/R01.txt': Permission denied
sources: 0 new, 1 changed, 0 unchanged, 1 not read; answers: 1, of them 0 say nothing" \
		$as ./saegim -p open/s.sav ingest answers
	chmod 644 answers/R01.txt
	chmod 000 book2.md
	expect 1 "saegim: cannot open 'book2.md': Permission denied" \
		$as ./saegim -p open/s.sav code book2.md
	chmod 644 book2.md
	chmod 000 open/s.sav
	expect 1 "saegim: open/s.sav: cannot open the project or its journal" \
		$as ./saegim -p open/s.sav status
else
	skip 13 "no other user to run as"
fi
chmod 755 folder 2>/dev/null
expect 0 "" cmp s.sav copy.sav

# The disk is full: it holds the project and a page more.
cat >full.sh <<'X'
mount -t tmpfs -o size=$(($(wc -c <copy.sav) / 1024 + 4))k saegim full && cp copy.sav full/s.sav && cat /dev/zero >full/fill 2>/dev/null
shift
"$@"
status=$?
cmp full/s.sav copy.sav
ls full
exit $status
X
mkdir full
full="unshare -m sh full.sh --"
{
	printf '응답자: R03\n\n## Q1\n'
	awk 'BEGIN { for (i = 0; i < 400; i++) print "예산이 부족합니다. 담당자가 바뀝니다." }'
} >long.txt
if $full true >/dev/null 2>&1; then
	left="fill
s.sav"
	nospace="saegim: full/s.sav: the disk is full; nothing was changed"
	expect 1 "$nospace
$left" $full ./saegim -p full/s.sav memo --code A '또'
	expect 1 "$nospace
$left" $full ./saegim -p full/s.sav code book2.md
	expect 1 "$nospace
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
$left" $full ./saegim -p full/s.sav ingest long.txt
	expect 1 "saegim: cannot write 'full/x.csv': No space left on device
$left" $full ./saegim -p full/s.sav table themes -f csv -o full/x.csv
	expect 1 "saegim: full/new.sav: the disk is full; nothing was changed
$left" $full ./saegim init full/new.sav
	expect 0 "form	n
예산이	2
$left" $full ./saegim -p full/s.sav kwic -q 예산 --count -f tsv
else
	skip 20 "no small file system can be mounted"
fi
