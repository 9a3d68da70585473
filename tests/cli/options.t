#: Options that would say nothing in the form of a command they are given to are refused by
#: name, before anything is opened or written.
$ mkdir in && printf '응답자: R01\n직군: 공무원\n\n## Q1\n예산이 부족합니다. 담당자가 자주 바뀝니다.\n' >in/R01.txt
$ printf '## A 예산\n- 예산\n## B 사람\n- 담당자\n' >book.md
$ saegim init -q s.saegim && saegim ingest -q in && saegim code -q book.md && saegim add -q A R01 Q1 예산이 --coder a && saegim add -q B R01 Q1 예산이 --coder b
$ cp s.saegim before
#: Each line is refused: the message names the option, and the status is 2.
$ refused() { saegim "$@" >out 2>err; status=$?; head -n 1 err | sed 's/^saegim: //'; [ "$status" -eq 2 ] && [ ! -s out ] || echo "status $status: $*"; }
$ refused assign a --seed 7; refused assign --by question; refused assign a --share 20% -f tsv; refused assign a --undo --share 20%
--seed is for --share
--by is for --share
--format does not apply to 'assign --share'
--share does not apply to 'assign --undo'
$ refused evaluate --gold a --top 3; refused evaluate --gold a --seed 3; refused evaluate --gold a --since 1
--top is for --errors
--seed is for --holdout
--since compares where respondents are held out, and none are (--holdout 30%)
$ refused suggest A --group 직군; refused suggest A --code B; refused suggest --new --measure g2; refused suggest --new --code A; refused uncoded --code A --sort text
--group does not apply to 'suggest CODE'
--code does not apply to 'suggest CODE'
--measure does not apply to 'suggest --new'
--code does not apply to 'suggest --new'
--sort does not apply to 'uncoded --code'
$ refused settle a b --import x.md --ask; refused settle a b --export x.md --ask
--ask does not apply to 'settle --import'
--ask does not apply to 'settle --export'
$ refused plot saturation --by 직군; refused plot bars --top 3; refused plot network --sort n; refused plot groups --unit respondent; refused plot bars --svg --png -o x.png
--by does not apply to 'plot saturation'
--top does not apply to 'plot bars'
--sort does not apply to 'plot network'
--unit does not apply to 'plot groups'
--svg and --png exclude each other
$ refused export codings --counts; refused export cases --format json --excel
--counts does not apply to 'export codings'
--excel and --encoding are for csv and tsv
$ refused memo list --quote 예산; refused memo --force; refused memo export m.md --code A; refused memo import m.md -Q Q1; refused memo copy A B --question Q1; refused memo 글 -c A -o x.md
--quote does not apply to 'memo list'
--force does not apply to 'memo list'
--code does not apply to 'memo export'
--question does not apply to 'memo import'
--question does not apply to 'memo copy'
--output does not apply to 'memo TEXT'
$ refused add --from x.tsv --reason 까닭; refused ingest --attributes x.csv --gone drop; refused freeze --note 글; refused freeze 이름 -f json
--reason does not apply to 'add --from'
--gone does not apply to 'ingest --attributes'
--note does not apply to 'freeze'
--format does not apply to 'freeze NAME'
$ refused kwic 예산 --count --sort left; refused kwic 예산 --coder a
--sort does not apply to 'kwic --count'
--coder is for --code
$ saegim kwic 예산 --coder a --uncoded 2>&1 | tail -n 1; saegim kwic 예산 --coder a --code A 2>&1 | tail -n 1
0 places
1 place
$ refused review --seed 3; refused review --format json; refused review --import x.csv --question Q1
--seed is for --sample
--format is for --next
--question does not apply to 'review --import'
$ refused identify accept 12345678 -o x.tsv; refused identify undo 12345678 --all; refused identify --all --quotes 3
--output does not apply to 'identify accept'
--all does not apply to 'identify undo'
--quotes does not apply to 'identify --all'
$ refused codebook check book.md -i; refused codebook show book.md --with s.saegim; refused codebook format book.md --dry-run; refused codebook move book.md A / --rules 2; refused codebook split book.md A C --rules 2 --questionnaire q.md
--in-place does not apply to 'codebook check'
--with does not apply to 'codebook show'
--dry-run does not apply to 'codebook format'
--rules does not apply to 'codebook move'
--questionnaire does not apply to 'codebook split'
#: Every option of `table` that not every table takes, at each table; "matrix --rows" is a
#: matrix of codes. What stays is what the table has a use for. --notes is for csv and tsv.
$ value() { case $1 in facet) echo 입장 ;; sort) echo n ;; base) echo valid ;; cell) echo n ;; unit) echo answer ;; measure) echo g2 ;; level | min | quotes | outside-min | base-size | run-length | top) echo 1 ;; tests | cqr | presence | more) ;; *) echo 직군 ;; esac; }
$ everywhere=' question code where coder format output notes at project quiet help '
$ options=$(saegim table --help | sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p' | while read o; do case $everywhere in *" $o "*) ;; *) echo $o ;; esac; done) && echo $options
by facet group level min sort base quotes outside-min columns rows cell tests base-size run-length cqr presence unit more top measure
$ for t in overview findings themes matrix 'matrix --rows A --columns B' cooccur crosstab keyness saturation methods; do
>     printf '%s:' "$t"
>     for o in $options; do
>         case $t:$o in matrix:rows) continue ;; esac
>         saegim table $t --$o $(value $o) 2>&1 | grep -q "^saegim: --$o does not apply to 'table ${t%% A*}" || printf ' %s' $o
>     done
>     echo
> done
overview:
findings: by facet group level min sort base quotes outside-min cqr
themes: by facet group level min sort base cqr
matrix: facet group level min sort base columns presence
matrix --rows A --columns B: group level base columns rows cell unit
cooccur: level min tests unit more top
crosstab: by level min sort base tests
keyness: by top measure
saturation: level base-size run-length
methods: base-size run-length
#: Some say something only beside another one.
$ refused table matrix --columns 직군 --group 직군; refused table matrix --rows A --columns B --quotes 2; refused table matrix --rows A --columns B --cell n% --quotes 2
--group does not apply to 'table matrix --columns 직군'
--quotes does not apply to 'table matrix --rows --cell n'
--quotes does not apply to 'table matrix --rows --cell n%'
$ refused table matrix --rows A --columns 직군 --unit answer; refused table matrix --rows question --columns 직군 --level 1; refused quotes A --unit answer
--unit is for codes in the rows and in the columns
--level is for codes in the rows or in the columns
--unit is for a query of several codes, and 'A' is one
$ for o in '--columns question --group 직군' '--columns respondent --group 직군' '--rows A --columns B --unit answer' '--rows A --columns 직군 --level 1' '--rows A --columns B --cell quotes --quotes 2 --group 직군'; do saegim table matrix $o >/dev/null || echo "$o"; done
$ saegim quotes 'A AND B' --unit answer >/dev/null
$ refused table matrix --unit respondent; refused table themes --rows A; refused table keyness --code A,B; refused table themes --notes; refused log -f json --notes
--unit does not apply to 'table matrix'
--rows does not apply to 'table themes'
keyness compares one code (--code) or groups (--by) with the rest
--notes does not apply to 'text'
--notes does not apply to 'json'
#: Other spellings: --cols is --columns, and case is respondent wherever that is a word. Help
#: has one of each.
$ same() { saegim $1 >one 2>&1 || echo "$1"; saegim $2 >two 2>&1 || echo "$2"; cmp one two; }
$ same 'table matrix --columns respondent' 'table matrix'; same 'table matrix --columns respondent' 'table matrix --columns case'; same 'table matrix --columns question' 'table matrix --cols question'; same 'table matrix --rows A --columns B' 'table matrix --rows A --cols B'
$ same 'table cooccur --unit respondent' 'table cooccur --unit case'; same 'plot cooccur --unit respondent' 'plot cooccur --unit case'; same 'agree a b --unit respondent' 'agree a b --unit case'; same 'review --by respondent' 'review --by case'
$ saegim quotes 'A AND B' --unit case >one && saegim quotes 'A AND B' --unit respondent | cmp - one && grep -o '응답자: [0-9]*' one
응답자: 1
$ for c in table quotes plot agree assign review; do saegim $c --help; done | grep -c -e '--cols' -e '|case' -e 'case|'
0
[1]
$ refused table cooccur --unit cases; refused table matrix --rows A
--unit takes sentence|paragraph|answer|respondent|overlap, not 'cases'
a matrix of codes needs --rows and --columns
$ rm one two; cmp before s.saegim && ls
before
book.md
codebooks
corpora
err
in
out
s.saegim
tests
