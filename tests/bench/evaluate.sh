#!/bin/sh
# The rules of the bundled codebook against coder a of the bundled study, beside the
# baselines and coder b: all thirty respondents, those the rules were written from
# (R01-R20), those kept unread (R21-R30), and once more without scopes, `questions:`
# and `default:`.
#
# usage: evaluate.sh SAEGIM REPOSITORY
set -eu
saegim=$1 repo=$2
study=$repo/corpora/intelligent-government
book=$repo/codebooks/intelligent-government.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
COLUMNS=${COLUMNS:-110}
export COLUMNS

# prepare NAME [CODE OPTION...]
prepare() {
	SAEGIM_PROJECT=$work/$1.saegim
	export SAEGIM_PROJECT
	shift
	"$saegim" init -q "$SAEGIM_PROJECT"
	"$saegim" ingest -q --questionnaire "$study/questionnaire.md" "$study/interviews"
	"$saegim" code -q "$@" "$book"
	"$saegim" add -q --from "$study/codings/coder_a.tsv" --coder a
	"$saegim" add -q --from "$study/codings/coder_b.tsv" --coder b
}

prepare scoped
echo '=== R01-R30'
"$saegim" evaluate --gold a --second b
echo '=== R01-R20 (read while the rules were written)'
"$saegim" evaluate --gold a --respondents R01-R20
echo '=== R21-R30 (not read)'
"$saegim" evaluate --gold a --respondents R21-R30
prepare unscoped --ignore-scopes
echo '=== R01-R30, scopes, questions: and default: ignored'
"$saegim" evaluate --gold a
