#!/bin/sh
# `saegim table network` against the pairs it is made of, by awk. Skipped where the program
# was built without igraph. TAP.
#
# environment: SAEGIM, the program; SRCDIR, the repository
set -u
plan=5
echo "1..$plan"
. "$SRCDIR/tests/cli/skip.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-network.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE
study=$SRCDIR/corpora/intelligent-government
cd "$work" || exit 1
"$SAEGIM" init -q s.saegim &&
	"$SAEGIM" ingest -q --questionnaire "$study/questionnaire.md" "$study/interviews" &&
	"$SAEGIM" code -q "$SRCDIR/codebooks/intelligent-government.md" || exit 1
"$SAEGIM" table network --min 5 --format tsv >network.tsv 2>problem || {
	grep -q igraph problem && skip_all "$(cat problem)"
	cat problem
}
"$SAEGIM" table cooccur --min 5 --format tsv >pairs.tsv

n=0
check() { # NAME COMMAND...
	name=$1
	shift
	n=$((n + 1))
	if "$@"; then echo "ok $n - $name"; else echo "not ok $n - $name"; fi
}

# Code, neighbours and sum of n11, counted from the pairs.
awk -F'\t' 'NR > 1 { d[$1]++; d[$2]++; s[$1] += $7; s[$2] += $7 }
	END { for (c in d) print c, d[c], s[c] }' pairs.tsv | sort >wanted
awk -F'\t' 'NR > 1 && $4 > 0 { print $1, $4, $5 }' network.tsv | sort >got
check 'degree and strength are those of the pairs' cmp wanted got
check 'of some' test -s wanted
check 'every code has a row' test "$(sed 1d network.tsv | wc -l)" -eq 55
check 'communities are numbered as they come' \
	test "$(cut -f 10 network.tsv | sed 1d | awk '$1 && !seen[$1]++' | tr '\n' ' ')" = '1 2 3 4 5 '
"$SAEGIM" table network --top 3 >refused 2>&1
check 'an option without effect is refused' grep -q -e --top refused
