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
	echo '=== negation'
	python3 "$repo/tests/accuracy/negation.py" "$build/tests/accuracy/nouns" \
		"$repo/tests/accuracy/negation.tsv"
fi
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
echo '=== predicates (~)'
python3 "$repo/tests/accuracy/predicates.py" "$build/tests/accuracy/predicates" \
	"$shared"/data/treebank/*.conllu "$shared"/data/treebank/kiwi/web.txt \
	"$shared"/data/treebank/kiwi/written.txt
echo '=== nouns (= and bare)'
python3 "$repo/tests/accuracy/nouns.py" "$build/tests/accuracy/nouns" \
	"$shared"/data/treebank/*.conllu "$shared"/data/treebank/kiwi/web.txt \
	"$shared"/data/treebank/kiwi/written.txt
echo '=== engine against the reference'
python3 "$repo/tests/accuracy/match_vs_prototype.py" "$build/tests/accuracy/match_driver" \
	"$shared/prototypes" 20 7
