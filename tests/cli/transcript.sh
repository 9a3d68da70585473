#!/bin/sh
# Runs a transcript and compares: lines that begin with "$ " are commands ("> " goes on
# with one), what follows is the expected output, stdout and stderr as they come, and
# "[N]" the exit status when it is not 0. A line "..." stands for any number of lines,
# "..." at the end of a line for the rest of it; an expectation of nothing but "..." fails,
# since it would say nothing. In Markdown only ```console blocks
# count, in others lines that begin with "#:" are remarks. Prints TAP: one test a command.
# Every transcript runs in a folder of its own, which holds the repository's codebooks and
# corpora. All commands run in this shell, so that functions and variables of one serve the
# next; the variables of the runner itself begin with t_.
#
# usage: transcript.sh FILE   (environment: SAEGIM, the program; SRCDIR, the repository)
set -u
t_file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
t_work=$(mktemp -d "${TMPDIR:-/tmp}/saegim-test.XXXXXX") || exit 1
trap 'chmod -R u+w "$t_work"; rm -rf "$t_work"' EXIT
mkdir "$t_work/case" "$t_work/home" "$t_work/bin"
ln -s "$SAEGIM" "$t_work/bin/saegim"
HOME=$t_work/home
PATH=$t_work/bin:$PATH
LC_ALL=C.UTF-8
TZ=UTC
COLUMNS=80
SOURCE_DATE_EPOCH=1764000000
USER=tester
export HOME PATH LC_ALL TZ COLUMNS SOURCE_DATE_EPOCH USER
unset SAEGIM_PROJECT SAEGIM_CODER LANGUAGE NO_COLOR

awk -v dir="$t_work" -v markdown="$(case $t_file in *.md) echo 1 ;; *) echo 0 ;; esac)" '
function out(name, text) { print text > (dir "/" name "." n) }
BEGIN { inside = !markdown; n = 0 }
markdown && /^```/ { inside = ($0 == "```console"); last = ""; next }
!inside { next }
/^\$ / { n++; out("cmd", substr($0, 3)); printf "" > (dir "/exp." n); last = "cmd"; next }
/^>( |$)/ && last == "cmd" { out("cmd", substr($0, 3)); next }
!markdown && /^#:/ { next }
n > 0 { last = "exp"; out("exp", $0) }
END { print n > (dir "/count") }
' "$t_file"

t_count=$(cat "$t_work/count")
if [ "$t_count" -eq 0 ]; then
	echo "Bail out! no command in $t_file"
	exit 1
fi
ln -s "$SRCDIR/codebooks" "$SRCDIR/corpora" "$SRCDIR/tests" "$t_work/case/"
cd "$t_work/case" || exit 1
echo "1..$t_count"
t_i=0
while [ "$t_i" -lt "$t_count" ]; do
	t_i=$((t_i + 1))
	{ eval "$(cat "$t_work/cmd.$t_i")"; } >"$t_work/out.$t_i" 2>&1 </dev/null
	t_status=$?
	[ "$t_status" -eq 0 ] || echo "[$t_status]" >>"$t_work/out.$t_i"
	if awk -v expected="$t_work/exp.$t_i" '
		function match_line(e, a) {
			if (e ~ /[.][.][.]$/) {
				e = substr(e, 1, length(e) - 3)
				return substr(a, 1, length(e)) == e
			}
			return e == a
		}
		# Whether expected lines from x on fit actual lines from y on.
		function fits(x, y,    k) {
			while (x <= ne && e[x] != "...") {
				if (y > na || !match_line(e[x], a[y]))
					return 0
				x++; y++
			}
			if (x > ne)
				return y > na
			if (x == ne)
				return 1
			for (k = y; k <= na; k++)
				if (fits(x + 1, k))
					return 1
			return 0
		}
		BEGIN {
			while ((getline line < expected) > 0) e[++ne] = line
			while (ne > 0 && e[ne] == "") ne--
			for (k = 1; k <= ne; k++)
				said += e[k] != "" && e[k] != "..."
			if (ne > 0 && !said) exit 2
		}
		{ a[++na] = $0 }
		END {
			while (na > 0 && a[na] == "") na--
			exit ne > 0 && !said ? 2 : !fits(1, 1)
		}' "$t_work/out.$t_i"; then
		printf 'ok %d - %s\n' "$t_i" "$(head -n 1 "$t_work/cmd.$t_i")"
	else
		t_why=$?
		printf 'not ok %d - %s\n' "$t_i" "$(head -n 1 "$t_work/cmd.$t_i")"
		[ "$t_why" -ne 2 ] || echo '# nothing but "..." is expected'
		diff "$t_work/exp.$t_i" "$t_work/out.$t_i" | sed 's/^/# /'
	fi
done
