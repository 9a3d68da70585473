#!/bin/sh
# What transcript.sh takes for a match and what it refuses. TAP.
#
# environment: SRCDIR, the repository
set -u
plan=9
echo "1..$plan"
work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-runner.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

n=0
runs() { # RESULTS NAME TRANSCRIPT: a letter a command, p or f
	printf '%b' "$3" >case.t
	n=$((n + 1))
	SAEGIM=/bin/true sh "$SRCDIR/tests/cli/transcript.sh" case.t >out.txt 2>&1
	got=$(sed -n 's/^ok .*/p/p; s/^not ok .*/f/p' out.txt | tr -d '\n')
	if [ "$got" = "$1" ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' out.txt
	fi
}

runs ppff 'every line counts' \
	'$ echo a; echo b\na\nb\n$ true\n$ echo a\nb\n$ echo a\n'
runs ppf 'dots stand for lines' \
	'$ echo a; echo b; echo c\na\n...\nc\n$ echo a; echo b\na\n...\n$ echo a\n...\nb\n'
runs pf 'and for the rest of one' \
	'$ echo abc\nab...\n$ echo abc\nb...\n'
runs pfff 'the status is compared' \
	'$ false\n[1]\n$ false\n$ (exit 3)\n[1]\n$ true\n[0]\n'
runs f 'dots alone are refused' \
	'$ echo a\n...\n'
runs fp 'however many' \
	'$ echo a\n...\n\n...\n\n$ true\n'
runs p 'a status beside them says something' \
	'$ echo a; false\n...\n[1]\n'
runs ppp 'commands share a shell and go on over lines' \
	'$ x=1; f() { echo $x; }\n$ f\n1\n$ for i in 1 2; do\n>     echo $i\n> done\n1\n2\n'
runs '' 'a file without commands' \
	'no command\n'
