#!/bin/sh
# The lines of doc/r.md and doc/python.md run, and print what is said there. TAP: one test
# a language, skipped where the language is not there.
set -u
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
study=$SRCDIR/corpora/intelligent-government
cd "$work" || exit 1
SOURCE_DATE_EPOCH=1764000000
export SOURCE_DATE_EPOCH
{
	"$SAEGIM" init -q study.saegim &&
		"$SAEGIM" ingest -q --questionnaire "$study/questionnaire.md" "$study/interviews" &&
		"$SAEGIM" code -q "$SRCDIR/codebooks/intelligent-government.md" &&
		"$SAEGIM" export -q cases.csv && "$SAEGIM" export -q codings.csv
} || {
	echo 'Bail out! the study could not be made'
	exit 1
}
echo 1..2

# block FILE LANGUAGE: the lines of the block of that language.
block() {
	awk -v open="\`\`\`$2" '$0 == open { on = 1; next } /^```/ { on = 0 } on' "$1"
}

# language NUMBER NAME PROGRAM COMMAND...
language() {
	number=$1 name=$2 program=$3
	shift 3
	if ! command -v "$program" >/dev/null 2>&1; then
		echo "ok $number - $name # SKIP no $program"
		return
	fi
	block "$SRCDIR/doc/$name.md" "$name" >"lines.$name"
	block "$SRCDIR/doc/$name.md" text >expected
	"$@" "lines.$name" >printed 2>errors
	if [ -s expected ] && cmp -s expected printed; then
		echo "ok $number - doc/$name.md prints what it says"
	else
		echo "not ok $number - doc/$name.md prints what it says"
		diff expected printed | sed 's/^/# /'
		sed 's/^/# /' errors
	fi
}

language 1 r Rscript Rscript --vanilla
language 2 python python3 python3
