#!/bin/sh
# Whole-process wall times on the bundled study, each beside `sqlite3 :memory:
# "select 1"` run in turn with it: medians in milliseconds and their ratio. Machines
# are noisy: quote the ratio.
#
# usage: bench.sh SAEGIM REPOSITORY [RUNS]
set -eu
saegim=$1 repo=$2 runs=${3:-15}
study=$repo/corpora/intelligent-government
book=$repo/codebooks/intelligent-government.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=$work/study.saegim

now() {
	date +%s%N
}

# median FILE
median() {
	sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# measure NAME COMMAND...: the command and sqlite3 in turn.
measure() {
	name=$1
	shift
	: >"$work/a"
	: >"$work/b"
	i=0
	while [ "$i" -le "$runs" ]; do
		t0=$(now)
		"$@" >/dev/null 2>&1
		t1=$(now)
		sqlite3 :memory: 'select 1' >/dev/null
		t2=$(now)
		if [ "$i" -gt 0 ]; then # the first is a warm-up
			echo $((t1 - t0)) >>"$work/a"
			echo $((t2 - t1)) >>"$work/b"
		fi
		i=$((i + 1))
	done
	awk -v name="$name" -v a="$(median "$work/a")" -v b="$(median "$work/b")" 'BEGIN {
		printf "%-44s %8.1f ms   sqlite3 %6.1f ms   ratio %6.1f\n", name, a / 1e6, b / 1e6, a / b
	}'
}

"$saegim" init -q "$project"
"$saegim" ingest -q -p "$project" --questionnaire "$study/questionnaire.md" "$study/interviews"
"$saegim" code -q -p "$project" "$book"

edit() {
	cp "$book" "$work/book.md"
	printf '\n- 벤치마크%s\n' "$(now)" >>"$work/book.md"
	"$saegim" code -q -p "$project" "$work/book.md"
}

measure 'run: 30 interviews in, tables out' \
	"$saegim" run "$book" --questionnaire "$study/questionnaire.md" "$study/interviews"
measure 'code: nothing changed' "$saegim" code -p "$project" "$book"
measure 'code: one code edited' edit
measure 'ingest: nothing changed' "$saegim" ingest -p "$project" "$study/interviews"
measure 'table findings' "$saegim" table findings -p "$project"
measure 'table cooccur --unit sentence' "$saegim" table cooccur --unit sentence -p "$project"
measure 'kwic 데이터' "$saegim" kwic 데이터 -p "$project"
"$saegim" freeze -q -p "$project" bench
measure 'diff: last two runs' "$saegim" diff -p "$project"
measure 'diff: frozen and now' "$saegim" diff bench -p "$project"
measure 'table findings --at 1' "$saegim" table findings --at 1 -p "$project"
measure 'table findings --at bench' "$saegim" table findings --at bench -p "$project"
measure 'log' "$saegim" log -p "$project"

# A million coded sentences; a wall target of 1.5 s.
if command -v python3 >/dev/null; then
	python3 "$repo/tests/bench/million_input.py" "$work"
	project=$work/million.saegim
	runs=5
	"$saegim" init -q "$project"
	"$saegim" ingest -q -p "$project" --questionnaire "$work/questions.md" "$work/answers.csv"
	"$saegim" code -q -p "$project" "$work/book.md"
	"$saegim" code -q -p "$project" "$work/edited.md"
	measure 'a million: table findings' "$saegim" table findings -p "$project"
	measure 'a million: diff --cells' "$saegim" diff --cells -p "$project"
	measure 'a million: diff' "$saegim" diff -p "$project"
fi
