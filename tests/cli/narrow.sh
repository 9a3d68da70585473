#!/bin/sh
# Lines on a terminal of 40 columns: status, log and help break at its edge, at blanks,
# and lose nothing; into a file they stay whole. Terminals are made by script(1). TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
. "$SRCDIR/tests/cli/skip.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-narrow.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1764000000 USER=tester NO_COLOR=1 PAGER=
export HOME LC_ALL TZ SOURCE_DATE_EPOCH USER NO_COLOR PAGER
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE COLUMNS
cd "$work" || exit 1

t=0
ok() { # NAME: of the status before
	if [ $? -eq 0 ]; then r=ok; else r='not ok'; fi
	t=$((t + 1))
	echo "$r $t - $1"
	[ "$r" = ok ] || sed 's/^/# /' shown
}
# terminal COLUMNS COMMAND: what it shows there, into the file shown.
terminal() {
	script -qec "stty cols $1 rows 50; $2" /dev/null </dev/null 2>&1 | tr -d '\r' >shown
}
signs() {
	tr -d ' \n' <"$1"
}
# folds COMMAND: no line is wider than 40, and its signs are those of the whole lines.
folds() {
	terminal 40 "$2 '$SAEGIM' $1"
	env $2 "$SAEGIM" $1 >whole
	[ "$(wc -L <shown)" -le 40 ] && [ "$(signs shown)" = "$(signs whole)" ]
}

plan=16
echo "1..$plan"
command -v script >/dev/null 2>&1 || skip_all 'script is not there'
[ "$(script -qec 'stty cols 40; stty size' /dev/null </dev/null 2>&1 | tr -d '\r')" = '0 40' ] ||
	skip_all 'script can open no terminal'

printf '응답자: R01\n\n## Q1\n예산이 부족하다.\n' >R01.txt
printf '## A 제약\n- 예산\n' >'book of rules.md'
"$SAEGIM" init -q s.saegim && "$SAEGIM" ingest -q R01.txt || exit 1
"$SAEGIM" code -q 'book of rules.md' && "$SAEGIM" freeze -q 최종보고 \
	--note '유월에 낸 보고서에 실린 표 셋이 들어 있다' || exit 1
terminal 40 "'$SAEGIM' status"
cat >expected <<'X'
sources       1 (1 texts with their
              revisions)
respondents   1
questions     1
answers       1 answered, 0 say nothing,
              0 not asked, 0 stretches
              under no question
codebook      book of rules.md (as
              applied)
last run      1 of 1,
              2025-11-24T16:00:00Z; 1
              codes, 1 segments
judgements    0 coded by hand, 0
              accepted, 0 rejected, 0
              facets, 0 pinned, 0
              barred, 0 answers reviewed
              0 corrected answers, 0
                memos
X
cmp -s shown expected
ok 'status goes on under what it says'
terminal 40 "'$SAEGIM' log"
cat >expected <<X
run 1  2025-11-24T16:00:00Z  book of
       rules.md $(sha256sum 'book of rules.md' | cut -c 1-7)  +1 −0 = 1
    codes: +1
    frozen: 최종보고
X
cmp -s shown expected
ok 'log goes on under the time of the run'
terminal 40 "'$SAEGIM' freeze"
cat >expected <<'X'
최종보고  run 1  2025-11-24T16:00:00Z
          tester  saegim 0.1.0  유월에
          낸 보고서에 실린 표 셋이 들어
          있다
X
cmp -s shown expected
ok 'freeze breaks Korean at blanks, two columns a syllable'
mkdir -p locale/ko/LC_MESSAGES
if msgfmt -o locale/ko/LC_MESSAGES/saegim.mo "$SRCDIR/po/ko.po" 2>/dev/null; then
	korean="SAEGIM_LOCALEDIR=$work/locale LANGUAGE=ko"
else
	korean='LANGUAGE=en'
fi
for c in status log freeze --help 'table --help' 'codebook --help'; do
	folds "$c" LANGUAGE=en
	ok "$c on 40 columns"
	folds "$c" "$korean"
	ok "$c on 40 columns, in Korean"
done
"$SAEGIM" status >whole && COLUMNS=40 "$SAEGIM" status | cmp -s - whole &&
	"$SAEGIM" codebook --help >whole && COLUMNS=40 "$SAEGIM" codebook --help | cmp -s - whole
ok 'what is no terminal gets whole lines, whatever COLUMNS says'
