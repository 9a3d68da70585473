#!/bin/sh
# The numbers of the tables once more, from the documented views with SQL that is not the
# program's (recompute.py), on the bundled study with a coder's codings and some
# judgements. TAP: one test a table.
set -u
if ! command -v python3 >/dev/null 2>&1; then
	echo '1..0 # SKIP no python3'
	exit 0
fi
if ! python3 -c 'import sqlite3, sys; sys.exit(sqlite3.sqlite_version_info < (3, 38))' \
	2>/dev/null; then
	echo '1..0 # SKIP no sqlite3 of 3.38 in python3'
	exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
study=$SRCDIR/corpora/intelligent-government
SAEGIM_PROJECT=$work/study.saegim SAEGIM_CODER=kim SOURCE_DATE_EPOCH=1764000000
export SAEGIM_PROJECT SAEGIM_CODER SOURCE_DATE_EPOCH
{
	"$SAEGIM" init -q "$SAEGIM_PROJECT" &&
		"$SAEGIM" ingest -q --questionnaire "$study/questionnaire.md" "$study/interviews" &&
		"$SAEGIM" code -q "$SRCDIR/codebooks/intelligent-government.md" &&
		"$SAEGIM" add -q --from "$study/codings/coder_a.tsv" --coder a
} || {
	echo 'Bail out! the study could not be made'
	exit 1
}
PYTHONDONTWRITEBYTECODE=1 python3 "$SRCDIR/tests/cli/recompute.py" "$SAEGIM" "$SAEGIM_PROJECT"
