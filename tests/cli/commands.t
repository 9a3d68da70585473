#: The command table feeds help, the manual page and the completion.
$ saegim --version
saegim 0.1.0
$ saegim
usage: saegim COMMAND [OPTION...] [ARGUMENT...]
...
[2]
$ saegim --help >overview && sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' overview | paste -s -d ' ' -
run init ingest code table quotes show kwic status codebook add accept reject pin bar undo answer memo evaluate
$ sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' overview >commands && wc -l <commands
19
$ while read -r c; do saegim "$c" --help >"help.$c" || echo "no help: $c"; done <commands
$ saegim help code | head -n 1
usage: saegim code [OPTION...] CODEBOOK
#: Every command and every option of its help stands in the manual page and completion.
$ saegim --man | sed 's/\\-/-/g' >man && saegim --bash-completion >completion
$ while read -r c; do grep -q "^.SS saegim $c" man || echo "not in the manual: $c"; done <commands
$ while read -r c; do grep -q "	$c) words=" completion || echo "not in the completion: $c"; done <commands
$ while read -r c; do
>   sed -n 's/^  .*\(--[a-z-]*\).*/\1/p' "help.$c" | while read -r o; do
>     sed -n "/^.SS saegim $c/,/^.SS/p;/OPTIONS OF EVERY/,\$p" man | grep -q -e "$o" || echo "$c: $o not in the manual"
>     sed -n "/	$c) words=/p" completion | grep -q -e "$o" || echo "$c: $o not in the completion"
>   done
> done <commands
$ command -v bash >/dev/null && bash -n completion
$ saegim nothing
saegim: there is no command 'nothing'
try 'saegim --help'
[2]
$ saegim -p x.saegim
saegim: there is no command '-p'
try 'saegim --help'
[2]
$ saegim table
saegim: missing findings|themes|matrix|cooccur
try 'saegim table --help'
[2]
$ saegim table nothing
saegim: there is no table 'nothing': findings, themes, matrix, cooccur
try 'saegim table --help'
[2]
$ saegim table themes --format xml
saegim: --format takes text|md|csv|tsv|json, not 'xml'
try 'saegim table --help'
[2]
$ saegim code
saegim: missing CODEBOOK
try 'saegim code --help'
[2]
$ saegim undo everything
saegim: unexpected 'everything'
try 'saegim undo --help'
[2]
#: The order of options and operands does not matter, nor whether -p comes first.
$ saegim init one.saegim -q && saegim -p one.saegim status | head -n 1
sources       0 (0 texts with their revisions)
$ saegim status --project=one.saegim | sed -n 2p
respondents   0
