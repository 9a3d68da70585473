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
		"$@" >/dev/null 2>"$work/err" || {
			echo "bench: $name failed: $(cat "$work/err")"
			exit 1
		}
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

# A rule more each time; what makes the file is not measured.
edit() {
	n=$((n + 1))
	"$saegim" code -q -p "$project" "$work/book$n.md"
}
edits() {
	n=0
	while [ "$n" -le "$runs" ]; do
		n=$((n + 1))
		cp "$book" "$work/book$n.md"
		printf '\n- 벤치마크%s\n' "$n" >>"$work/book$n.md"
	done
	n=0
}
edits

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
# The rest of the afternoon, with two people's codings: each under 100 ms, but suggest and
# bootstrap intervals under 1 s, and a report under 0.3 s.
for coder in a b; do
	"$saegim" add -q -p "$project" --from "$study/codings/coder_$coder.tsv" --coder "$coder"
done
measure 'explain R07 Q4' "$saegim" explain -p "$project" R07 Q4
measure 'explain R07 Q4 --code C1a' "$saegim" explain -p "$project" R07 Q4 --code C1a
measure 'codebook check --with' "$saegim" codebook check "$book" --with "$project"
measure 'code --dry-run: one code edited' \
	"$saegim" code --dry-run -p "$project" "$work/book1.md"
measure 'review --next' "$saegim" review -p "$project" --next --coder a
measure 'review --export' "$saegim" review -p "$project" --export "$work/review.xlsx" --coder a
measure 'sheet --blind --all' \
	"$saegim" sheet -p "$project" --blind --all --coder c "$work/sheet.xlsx"
measure 'settle a b --list' "$saegim" settle -p "$project" a b --list
measure 'uncoded' "$saegim" uncoded -p "$project"
measure 'evaluate --gold a (intervals)' "$saegim" evaluate -p "$project" --gold a
measure 'agree a b (intervals)' "$saegim" agree -p "$project" a b
measure 'suggest C1a' "$saegim" suggest -p "$project" C1a
measure 'suggest --new' "$saegim" suggest -p "$project" --new
measure 'memo export' "$saegim" memo export --force -p "$project" "$work/memos.md"
measure 'quotes C1a AND E1a NOT C2c' \
	"$saegim" quotes -p "$project" 'C1a AND E1a NOT C2c' --unit answer
measure 'findings as HWPX' "$saegim" table findings -p "$project" --output "$work/t.hwpx"
measure 'methods' "$saegim" methods -p "$project"
measure 'report (target 300 ms)' "$saegim" report -p "$project" --output "$work/report.html"

# A million coded sentences; a wall target of 1.5 s.
if command -v python3 >/dev/null; then
	python3 "$repo/tests/bench/million_input.py" "$work"
	project=$work/million.saegim
	runs=5
	"$saegim" init -q "$project"
	"$saegim" ingest -q -p "$project" --questionnaire "$work/questions.md" "$work/answers.csv"
	"$saegim" code -q -p "$project" "$work/book.md"
	"$saegim" code -q -p "$project" "$work/edited.md"
	for table in overview findings themes matrix 'matrix --columns question' \
		'matrix --rows T1 --columns T2 --cell n' cooccur 'cooccur --unit sentence' network \
		'crosstab --by 직군' 'crosstab --by 직군 --tests' 'keyness --by 직군' \
		saturation methods; do
		# shellcheck disable=SC2086
		measure "a million: table $table" "$saegim" table $table -p "$project"
	done
	measure 'a million: diff --cells' "$saegim" diff --cells -p "$project"
	measure 'a million: diff' "$saegim" diff -p "$project"
fi
