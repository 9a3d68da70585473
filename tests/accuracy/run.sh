#!/bin/sh
# What the language model of src/text and the engine reach on annotated Korean and
# against the slow reference. Needs a folder with the data, python3 for two of them.
#
# usage: run.sh BUILD REPOSITORY   (environment: SAEGIM_SHARED, default ../shared)
set -u
build=$1 repo=$2
shared=${SAEGIM_SHARED-$repo/../shared}
if [ ! -d "$shared/data" ]; then
	echo "skipped: no annotated texts in '$shared' (SAEGIM_SHARED names the folder)"
	exit 0
fi
echo '=== sentences'
"$build/tests/accuracy/sentences" "$shared/data/sentences/sentence_split/testset"
if ! command -v python3 >/dev/null 2>&1; then
	echo 'skipped: predicates and the reference need python3'
	exit 0
fi
echo '=== predicates (~)'
python3 "$repo/tests/accuracy/predicates.py" "$build/tests/accuracy/predicates" \
	"$shared"/data/treebank/*.conllu "$shared"/data/treebank/kiwi/web.txt \
	"$shared"/data/treebank/kiwi/written.txt
echo '=== engine against the reference'
python3 "$repo/tests/accuracy/match_vs_prototype.py" "$build/tests/accuracy/match_driver" \
	"$shared/prototypes" 20 7
