#: The command table as people meet it: help, manual page, completion, each with every
#: command and option of the others.
$ saegim --version | grep -cE '^saegim [0-9]+\.[0-9]+'
1
$ saegim --help
usage: saegim COMMAND [OPTION...] [ARGUMENT...]

Codes written Korean interview answers with a codebook of keyword and regex
rules, and prints the tables of the report.

Projects:
  run                     answers and codebook in, tables out, in one go
  init                    make an empty project
...
  evaluate                the rules against a human standard

Options of every command:
  -p, --project FILE      the project (default: $SAEGIM_PROJECT, or the only
                          *.saegim here)
  -q, --quiet             say only what went wrong
  -h, --help              show this help
...

Exit status: 0 done, 1 failed, 2 usage, 3 some inputs failed.
'saegim COMMAND --help' tells more of one command.
$ saegim -h >help1 && saegim help >help2 && saegim --help >help3 && cmp help1 help2 && cmp help2 help3
#: All the commands of the documents are there. No text is wider than 80 columns (lines
#: with Hangul are left out here, since awk may count bytes, and the usage line is one).
$ commands=$(saegim --help | sed '/^Options/,$d' | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p') && echo $commands
run ...
$ for c in $commands; do saegim $c --help | sed 1d; done | LC_ALL=C grep -v '[^ -~]' | awk 'length($0) > 80'
$ for c in $commands; do
>     saegim $c --help >out 2>err || echo "$c --help fails"
>     [ -s err ] && echo "$c --help writes to stderr"
>     head -n 1 out | grep -q "^usage: saegim $c" || echo "$c: no usage line"
>     saegim help $c | cmp - out
>     saegim $c -h | cmp - out
> done
$ saegim table --help | head -n 3
usage: saegim table [OPTION...] overview|findings|themes|matrix...

print a table of the study
#: --help goes before any complaint about arguments.
$ saegim reject --help | head -n 1
usage: saegim reject [OPTION...] CODE RESPONDENT QUESTION [QUOTE]
#: Options of a command, as its --help lists them.
$ options() { saegim $1 --help | sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p'; }
$ options kwic | tr '\n' ' '
count sort question code where coder format output notes uncoded context within codebook project quiet help 
$ saegim --man >saegim.1 && saegim --bash-completion >saegim.bash
$ for c in $commands; do
>     grep -q "^\.SS saegim $c" saegim.1 || echo "the manual has no $c"
>     sed -n "/^\.SS saegim $c/,/^\.S[SH] /p;/^\.SH OPTIONS OF/,\$p" saegim.1 | tr -d '\\' >section
>     for o in $(options $c); do
>         grep -q "^\.TP" section && grep -qe "--$o" section || echo "the manual has no $c --$o"
>     done
> done
#: Each short option stands in the manual beside its long one.
$ for c in $commands; do
>     saegim $c --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p'
> done | sort -u | while read letter name; do
>     tr -d '\\' <saegim.1 | grep -q "^fB-${letter}fR, fB--${name}fR" || echo "the manual has no -$letter, --$name"
> done
$ grep '^\.SH' saegim.1
.SH NAME
.SH SYNOPSIS
.SH DESCRIPTION
.SH COMMANDS
.SH OPTIONS OF EVERY COMMAND
.SH ENVIRONMENT
.SH EXIT STATUS
$ grep -A 1 '^\.B SAEGIM_\|^\.B NO_COLOR\|^\.B SOURCE' saegim.1 | grep -c '^\.B'
4
#: groff says nothing about the page, where there is groff.
$ if command -v groff >/dev/null; then groff -K utf8 -man -Tutf8 -ww -z saegim.1; fi
$ if command -v man >/dev/null; then MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z saegim.1 2>&1 >/dev/null; fi
#: The completion, tried in bash where there is one: what it offers is what the table has.
$ if command -v bash >/dev/null; then bash -n saegim.bash; fi
$ cat >offer.sh <<'X'
> . ./saegim.bash
> COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
> _saegim
> printf '%s\n' "${COMPREPLY[@]}"
> X
$ if command -v bash >/dev/null; then bash offer.sh saegim '' | grep -v '^--'; else echo "$commands"; fi >offered
$ echo "$commands" | cmp - offered
$ offer() { if command -v bash >/dev/null; then bash offer.sh saegim "$@"; else cat wanted; fi; }
$ for c in $commands; do
>     { options $c; } | sed 's/^/--/' | sort >wanted
>     offer $c -- | sort | cmp - wanted || echo "$c"
> done
$ printf 'text\nmd\ncsv\ntsv\njson\nhtml\nxlsx\ndocx\nhwpx\ngraphml\ngexf\nsav\n' >wanted && offer table --format '' | tr '\n' ' '
text md csv tsv json html xlsx docx hwpx graphml gexf sav 
$ printf 'findings\n' >wanted && offer table f
findings
$ touch wanted.md && echo wanted.md >wanted && offer code wanted.
wanted.md
#: Abbreviated long options, the value behind = or apart, the end of options.
$ saegim init one.saegim --lang=ko --quiet && saegim init --quiet -- two.saegim && ls *.saegim
one.saegim
two.saegim
$ saegim undo everything
saegim: unexpected 'everything'
try 'saegim undo --help'
[2]
$ saegim -p one.saegim
saegim: ...
try 'saegim --help'
[2]
$ saegim status --proj two.saegim | head -n 1
sources       0 (0 texts with their revisions)
#: An option of every command may stand before the command, too.
$ saegim -p one.saegim status | head -n 1
sources       0 (0 texts with their revisions)
$ saegim status -p one.saegim | head -n 1
sources       0 (0 texts with their revisions)
$ SAEGIM_PROJECT=one.saegim saegim status | head -n 1
sources       0 (0 texts with their revisions)
#: -p outweighs the environment.
$ SAEGIM_PROJECT=nowhere.saegim saegim status -p one.saegim | head -n 1
sources       0 (0 texts with their revisions)
#: Without a catalogue or in another language messages are English, in any locale.
$ LC_ALL=C saegim nothing; LANGUAGE=fr LC_ALL=C.UTF-8 saegim nothing; LC_ALL=no_SUCH.locale saegim nothing
saegim: there is no command 'nothing'
try 'saegim --help'
saegim: there is no command 'nothing'
try 'saegim --help'
saegim: there is no command 'nothing'
try 'saegim --help'
[2]
#: Data does not depend on the locale.
$ printf '응답자: R01\n\n## Q1\n예산이 부족합니다.\n' >R01.txt && printf '## A 예산\n- 예산\n' >book.md
$ rm two.saegim && saegim ingest -q R01.txt && saegim code -q book.md
$ saegim table themes >utf8 && LC_ALL=C saegim table themes >c && LC_ALL=C.UTF-8 LANGUAGE=ko saegim table themes >ko && cmp utf8 c && cmp utf8 ko
#: No colours where there is no terminal; nothing on stderr where all is well.
$ TERM=xterm-256color saegim show R01 | grep -c "$(printf '\033')"
0
[1]
$ saegim table themes -f csv 2>&1 >/dev/null
#: `run` does the whole job; without -p it leaves no project behind.
$ rm one.saegim && saegim run book.md R01.txt -f tsv -o out.tsv
run 1: 1 of 1 codes evaluated over 1 texts; 1 segments (+1 -0)
wrote out.tsv
$ ls *.saegim 2>/dev/null
[2]
$ saegim run -q -p kept.saegim book.md R01.txt >/dev/null && saegim status -p kept.saegim | sed -n 6p
last run      1 of 1, 2025-11-24T16:00:00Z; 1 codes, 1 segments
#: Once more into the same project: nothing is new.
$ saegim run -p kept.saegim book.md R01.txt >/dev/null
nothing has changed: 1 segments
#: What is for a new project only is said to be.
$ saegim run -p kept.saegim -t 제목 book.md R01.txt >/dev/null
kept.saegim is there already; --title and --language are for a new project
nothing has changed: 1 segments
#: SAEGIM_PROJECT alone does not make `run` write into a project.
$ SAEGIM_PROJECT=kept.saegim saegim run -q book.md R01.txt -f tsv --from-scratch >/dev/null && saegim status -p kept.saegim | sed -n 6p
last run      1 of 1, 2025-11-24T16:00:00Z; 1 codes, 1 segments
$ saegim status -p kept.saegim | sed -n 5p
codebook      book.md (as applied)
