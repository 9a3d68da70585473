#!/bin/sh
# What the language model of src/text and the engine reach on annotated Korean and
# against the slow reference. Needs a folder with the data but for negation, and python3
# but for sentences. hunspell's Korean dictionary answers beside where it is there.
#
# usage: run.sh BUILD REPOSITORY   (environment: SAEGIM_SHARED, default ../shared)
set -u
build=$1 repo=$2
shared=${SAEGIM_SHARED-$repo/../shared}
if command -v python3 >/dev/null 2>&1; then
	for file in negation negation_interviews; do
		echo "=== $file"
		python3 "$repo/tests/accuracy/negation.py" "$build/tests/accuracy/nouns" \
			"$repo/tests/accuracy/$file.tsv"
	done
fi
echo '=== identify'
"$build/tests/accuracy/identify" "$repo/tests/accuracy/identify.tsv"
if [ ! -d "$shared/data" ]; then
	echo "skipped: no annotated texts in '$shared' (SAEGIM_SHARED names the folder)"
	exit 0
fi
echo '=== sentences'
"$build/tests/accuracy/sentences" "$shared/data/sentences/sentence_split/testset"
if ! command -v python3 >/dev/null 2>&1; then
	echo 'skipped: all but sentences needs python3'
	exit 0
fi
kiwi=$shared/data/treebank/kiwi
dialects=$(ls "$kiwi"/dialect/*.txt | paste -sd, -)
# What PROGRAM says of standard texts, of the misspelt and the dialects, and, as no
# figure asked for them while the code was written, of rare words.
measure() {
	program=$1 rare=$2
	python3 "$repo/tests/accuracy/$program.py" --worst 4 "$build/tests/accuracy/$program" \
		"$shared"/data/treebank/*.conllu "$kiwi/web.txt" "$kiwi/written.txt"
	echo "--- $program: misspelt and dialects"
	python3 "$repo/tests/accuracy/$program.py" --worst 4 "$build/tests/accuracy/$program" \
		"$kiwi/web_with_cont_typos.txt" "$dialects"
	echo "--- $program: words in at most $rare eojeols of a file"
	python3 "$repo/tests/accuracy/$program.py" --min 1 --max "$rare" \
		"$build/tests/accuracy/$program" "$shared"/data/treebank/*.conllu \
		"$kiwi/web.txt" "$kiwi/written.txt"
}
echo '=== predicates (~)'
measure predicates 2
echo '=== nouns (= and bare)'
measure nouns 4
echo '=== engine against the reference'
python3 "$repo/tests/accuracy/match_vs_prototype.py" "$build/tests/accuracy/match_driver" \
	"$shared/prototypes" 20 7
