#: Bad input: one clear message, the exit status, and nothing is lost. `intact` compares
#: the project with what it was, judgements and all.
$ mkdir answers
$ printf '응답자: R01\n\n## Q1\n예산이 부족합니다.\n\n## Q2\n종이가 좋다.\n' >answers/R01.txt
$ printf '# 조사\n## 묶음\n### Q1 제약\n무엇이 어렵습니까?\n### Q2 이용\n' >questions.md
$ printf '# 코드북\n## A 예산\n- 예산\n## B 서식\n- 종이\n' >book.md
$ saegim init s.saegim -q && saegim ingest -q --questionnaire questions.md answers && saegim code -q book.md
$ saegim reject -q A R01 Q1 --coder kim && saegim memo -q --question Q2 --code B '서식을 남긴다' --coder kim
$ saegim status >before && saegim memo >>before && saegim table quotes 2>&1 | head -n 1
saegim: there is no table 'quotes'...
$ intact() {
>     saegim status >now && saegim memo >>now && cmp before now && echo intact
>     if command -v sqlite3 >/dev/null && ! [ "$(sqlite3 s.saegim 'PRAGMA integrity_check')" = ok ]; then
>         echo damaged
>     fi
> }
$ intact
intact
#: --- files that are no text, or not there ---
$ printf 'no text\000\001\002' >bin.txt
$ saegim ingest bin.txt
bin.txt:1: error: this is a binary file, not text: NUL at byte 7
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
[1]
$ cp bin.txt bin.csv && saegim ingest -q bin.csv
bin.csv:1: error: this is a binary file, not text: NUL at byte 7
[1]
$ cp bin.txt bin.jsonl && saegim ingest -q bin.jsonl
bin.jsonl:1: error: this is a binary file, not text: NUL at byte 7
[1]
$ cp bin.txt bin.docx && saegim ingest -q bin.docx
bin.docx: error: no reader for '.docx' (.txt, .md, .csv, .tsv, .xlsx, .jsonl, .ndjson are read)
[1]
$ printf 'PK\003\004\024\000\000\000' >zip.txt && saegim ingest -q zip.txt
zip.txt: error: this is a zip file (.docx, .xlsx, .hwpx, .odt), not text
[1]
$ mkdir empty && saegim ingest empty
saegim: no readable files in 'empty' (.txt, .md, .csv, .tsv, .xlsx, .jsonl, .ndjson are read)
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
[1]
$ saegim ingest -q nowhere.txt
saegim: cannot open 'nowhere.txt': no such file
[1]
$ : >zero.txt && saegim ingest -q zero.txt
zero.txt: error: file holds no text
[1]
$ cp zero.txt zero.csv && saegim ingest -q zero.csv
zero.csv: error: file holds no text
[1]
$ printf 'respondent,Q1\nR11,"예산이 부족하다\nR12,사람이 없다\n' >unclosed.csv
$ saegim ingest -q unclosed.csv
unclosed.csv:2: error: a quotation mark opens here and is never closed
[1]
$ saegim ingest -q --id 번호 answers/R01.txt nowhere.csv
saegim: cannot open 'nowhere.csv': no such file
[3]
$ printf 'respondent,Q1\nR11,예산\n' >small.csv && saegim ingest -q --id 번호 small.csv
small.csv:1: error: there is no column '번호'
[1]
$ intact
intact
#: --- too much: a line of 200 MB, a file over the cap, one line over the cap ---
$ long() { head -c "$1" /dev/zero | tr '\000' a; }
$ { printf '응답자: R20\n\n## Q1\n'; long 200000000; } >long.txt && saegim ingest -q long.txt
long.txt: error: 'long.txt' is larger than the 64 MiB this reader takes
[1]
$ { printf '응답자: R20\n\n## Q1\n'; long 17000000; } >long.txt && saegim ingest -q long.txt
long.txt:4: error: line is longer than the 16 MiB that are taken
[1]
$ { printf '## A x\n- '; long 17000000; } >long.md && saegim code long.md
saegim: 'long.md' is larger than the 16 MiB this reader takes
[1]
$ intact
intact
#: JSON Lines are read line by line: the line that is too long is left out, the next goes in.
$ saegim init -q other.sav
$ { printf '{"id":"R20","Q1":"'; long 200000000; printf '"}\n{"id":"R21","Q1":"예산이 적다"}\n'; } >long.jsonl
$ saegim -p other.sav ingest long.jsonl
long.jsonl:1: error: line is longer than the 16 MiB that are taken
sources: 1 new, 0 changed, 0 unchanged, 1 not read; answers: 1, of them 0 say nothing
[3]
$ saegim kwic -q -p other.sav 예산 --format tsv
respondent	question	left	hit	right
R21	Q1		예산	이 적다
$ rm -f long.* other.sav
#: --- encodings: what is broken is refused with the place, what is known is read ---
$ printf '응답자: R21\n\n## Q1\n예산이 부족하다\354\230' >cut.txt && saegim ingest -q cut.txt
cut.txt:4: error: the file ends inside a UTF-8 character: its end is missing
[1]
#: Byte 28 is the first byte of the broken character: 응답자: R21 is 14 bytes, then two
#: line ends, `## Q1` with its own is 6, 예산 6; counted from 0.
$ printf '응답자: R21\n\n## Q1\n예산\354\230이 부족하다\n' >broken.txt && saegim ingest -q broken.txt
broken.txt:4: error: byte 28 (0xEC) is no UTF-8 text
[1]
$ saegim ingest -q --encoding nonsense answers/R01.txt
answers/R01.txt: error: this system cannot read the encoding 'nonsense'
[1]
$ intact
intact
$ { printf '\300\300\264\344\300\332\072\040\122\064\061\012\301\367\261\272\072\040'
> printf '\261\263\274\366\012\012\043\043\040\121\061\012\277\271\273\352\300\314'
> printf '\040\272\316\301\267\307\317\264\331\056\040\214\143\271\346\260\242\307'
> printf '\317\012'
> } >cp949.txt
$ { printf '\377\376\121\307\365\262\220\307\072\000\040\000\122\000\064\000\061\000'
> printf '\012\000\301\311\160\255\072\000\040\000\120\255\030\302\012\000\012\000'
> printf '\043\000\043\000\040\000\121\000\061\000\012\000\010\306\260\300\164\307'
> printf '\040\000\200\275\161\310\130\325\344\262\056\000\040\000\040\266\051\274'
> printf '\001\254\130\325\012\000'
> } >utf16le.txt
$ { printf '\376\377\307\121\262\365\307\220\000\072\000\040\000\122\000\064\000\061'
> printf '\000\012\311\301\255\160\000\072\000\040\255\120\302\030\000\012\000\012'
> printf '\000\043\000\043\000\040\000\121\000\061\000\012\306\010\300\260\307\164'
> printf '\000\040\275\200\310\161\325\130\262\344\000\056\000\040\266\040\274\051'
> printf '\254\001\325\130\000\012'
> } >utf16be.txt
$ printf '\357\273\277응답자: R41\r\n직군: 교수\r\n\r\n## Q1\r\n예산이 부족하다. 똠방각하\r\n' >bom.txt
$ printf '응답자: R41\r직군: 교수\r\r## Q1\r예산이 부족하다. 똠방각하\r' >cr.txt
$ printf '응답자: R41\n직군: 교수\n\n## Q1\n\341\204\213\341\205\250\341\204\211\341\205\241\341\206\253\341\204\213\341\205\265 부족하다. 똠방각하\n' >nfd.txt
#: The same 43 characters in each: stored alike, so every later one is unchanged.
$ for f in cp949 utf16le utf16be bom cr nfd; do
>     cp $f.txt R41.txt && saegim init -q $f.sav && saegim ingest -q -p $f.sav R41.txt &&
>     saegim kwic -q -p $f.sav 예산 -f tsv | tail -n 1 && saegim show -p $f.sav R41 | head -n 1
> done
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
R41	Q1		예산	이 부족하다. 똠방각하
직군: 교수
$ for f in utf16le utf16be bom cr nfd; do cp $f.txt R41.txt && saegim -p cp949.sav ingest R41.txt; done
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 1, of them 0 say nothing
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 1, of them 0 say nothing
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 1, of them 0 say nothing
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 1, of them 0 say nothing
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 1, of them 0 say nothing
#: --- one broken file among good ones: the others go in, status 3 ---
$ mkdir mixed && cp bin.txt mixed/b.txt
$ printf '응답자: R31\n\n## Q1\n예산이 부족하다.\n\n## Q2\n없음\n' >mixed/a.txt
$ printf '응답자: R32\n\n## Q1\n예산이 많다.\n\n## Q2\n종이.\n' >mixed/c.txt
$ cp s.saegim mixed.sav && saegim -p mixed.sav ingest mixed
mixed/b.txt:1: error: this is a binary file, not text: NUL at byte 7
sources: 2 new, 0 changed, 0 unchanged, 1 not read; answers: 4, of them 1 say nothing
[3]
$ cp s.saegim mixed.sav && saegim -p mixed.sav ingest mixed/a.txt nowhere.txt mixed/c.txt
saegim: cannot open 'nowhere.txt': no such file
sources: 2 new, 0 changed, 0 unchanged, 1 not read; answers: 4, of them 1 say nothing
[3]
$ saegim -p mixed.sav status | head -n 2
sources       3 (3 texts with their revisions)
respondents   3
#: --- codebooks ---
$ saegim code nowhere.md
saegim: cannot open 'nowhere.md': No such file or directory
[1]
$ saegim code bin.txt
saegim: bin.txt:1: this is a binary file, not text: NUL at byte 7
[1]
$ saegim code zero.txt
saegim: zero.txt: there is no code in it: '## NAME' makes one
[1]
$ saegim code answers
saegim: cannot read 'answers': Is a directory
[1]
$ printf '# b\n* $a = 예산 | $b\n* $b = 부족 | $a\n## A x\n- $a\n' >loop.md
$ saegim codebook check loop.md
loop.md:3:13: error: the references go round in a circle: $a → $b → $a
    * $b = 부족 | $a
                  ^^
[1]
$ printf '# b\n## C1 x\n- @C2\n## C2 y\n- 예산 | @C1\n' >loop.md
$ saegim code loop.md
loop.md:5:8: error: the references go round in a circle: C1 → C2 → C1
    - 예산 | @C1
             ^^^
saegim: loop.md: the codebook has errors
[1]
#: A Hangul syllable is one column of the message and two of the terminal: the caret of
#: line 2 stands under column 10, which is at 4 + 9 + 2 (예, 산) = 15 blanks in.
$ printf '## A 제약\n- 예산 AND (부족 | 미비\n- 정보 격차, 소외\n- ~\n- 예산 NEAR 3 부족\n* foo: bar\n- $없음\n- @Z9\n- "예산\n' >wrong.md
$ saegim codebook check wrong.md
wrong.md:2:10: error: the parenthesis is not closed: ')' is missing
    - 예산 AND (부족 | 미비
               ^
wrong.md:3:6: error: '격차,' holds ','; quote it: "격차,"
    - 정보 격차, 소외
           ^^^^^
wrong.md:4:3: error: '~' stands alone; write it directly before its word
    - ~
      ^
wrong.md:5:6: error: write NEAR/5: the number says how many eojeols apart at most
    - 예산 NEAR 3 부족
           ^^^^
wrong.md:6:3: error: 'foo' is no setting...
    * foo: bar
      ^^^
wrong.md:9:3: error: the quotation mark is not closed: '"' is missing
    - "예산
      ^^^^^
wrong.md:7:3: error: there is no list '$없음'
    - $없음
      ^^^^^
wrong.md:8:3: error: there is no code '@Z9'
    - @Z9
      ^^^
[1]
$ printf '## A 제약\n- 부족 | /예산(/\n- /예산*|/\n- /(예산)?/\n' >regex.md
$ saegim codebook check regex.md
regex.md:2:8: error: the regex /예산(/ does not compile: ...
    - 부족 | /예산(/
             ^^^^^^^
regex.md:3:3: error: the regex /예산*|/ can match nothing
    - /예산*|/
      ^^^^^^^^
regex.md:4:3: error: the regex /(예산)?/ can match nothing
    - /(예산)?/
      ^^^^^^^^^
regex.md: 1 codes, 3 rules, 0 of 0 examples hold; 3 errors, 0 warnings
[1]
$ saegim code regex.md 2>&1 | tail -n 1
saegim: the codebook has rules in error
$ printf '## A 예산\n- 예산\n+ 돈이 없다.\n+ ! 예산이 없다.\n' >examples.md && saegim codebook check examples.md
examples.md:3: error: ...
examples.md:4: error: ...
examples.md: 1 codes, 1 rules, 0 of 2 examples hold; 2 errors, 0 warnings
[1]
$ saegim codebook check book.md --with nowhere.saegim
book.md: 2 codes, 2 rules, 0 of 0 examples hold; 0 errors, 0 warnings
saegim: there is no project 'nowhere.saegim'
[1]
$ intact
intact
#: A scope that the questionnaire does not have is named: the rule would be silent.
$ printf '## A 예산\n- [Q9] 예산\n' >scope.md && cp s.saegim scope.sav && saegim -p scope.sav code scope.md
scope.md:2:4: warning: the questionnaire has no question 'Q9'
    - [Q9] 예산
       ^^
warning: B is no longer in the codebook; kept but not shown: judgements 0, memos 1
run 2: 1 of 1 codes evaluated over 1 texts; 0 segments (+0 -2)
Q2  B 서식 (outside the topic)  1→0  −R01
Q2  (no code)                   0→1  +R01
#: --- questionnaires ---
$ printf '# 조사\n## 묶음\n' >none.md && saegim ingest --questionnaire none.md answers
saegim: none.md: there is no question in it: '### Q1 TITLE' makes one
[1]
$ printf '# 조사\n## 묶음\n### Q1 제약\n* fokus: A\n### Q1 또\n' >twice.md && saegim ingest --questionnaire twice.md answers
twice.md:4:3: error: 'fokus' is no setting; did you mean 'focus'?
    * fokus: A
      ^^^^^
twice.md:5:5: error: the question 'Q1' stands already on line 3
    ### Q1 또
        ^^
saegim: twice.md: the questionnaire has errors
[1]
$ saegim ingest --questionnaire nowhere.md answers
saegim: cannot open 'nowhere.md': No such file or directory
[1]
$ intact
intact
#: --- tables of codings: every line that has no place is listed ---
$ cat >codings.tsv <<'X'
> respondent	question	code	quote
> R01	Q1	A	예산이 부족합니다.
> R99	Q1	A	예산
> R01	Q9	A	예산
> R01	Q1	Z1	예산
> R01	Q1	B	없는 말
> R01	Q2	B
> X
$ cp s.saegim codings.sav && saegim -p codings.sav add --from codings.tsv --coder a
codings.tsv:3:1: warning: there is no respondent 'R99'
codings.tsv:4:1: warning: there is no question 'Q9'
codings.tsv:5:1: warning: there is no code 'Z1' in the codebook
codings.tsv:6:1: warning: the quotation is not in R01 Q1: '없는 말'
2 codings added, 4 lines could not be placed
[3]
$ saegim -p codings.sav status | grep '^judgements'
judgements    2 coded by hand, 0 accepted, 1 rejected, 0 facets, 0 pinned, 0 barred, 0 answers reviewed
$ printf 'a\tb\n1\t2\n' >odd.tsv && saegim add --from odd.tsv --coder a
saegim: odd.tsv:1:1: the first line must name the columns: respondent, question, code, quote
[1]
$ printf 'respondent,question,code,quote\nR01,Q1,A,"예산\n' >odd.csv && saegim add --from odd.csv --coder a
saegim: odd.csv:2: a quotation mark opens here and is never closed
[1]
$ saegim add --from bin.csv --coder a
saegim: bin.csv:1: this is a binary file, not text: NUL at byte 7
[1]
$ saegim add --from nowhere.tsv --coder a
saegim: cannot open 'nowhere.tsv': No such file or directory
[1]
$ intact
intact
#: --- what no project is ---
$ saegim status -p nowhere.saegim
saegim: there is no project 'nowhere.saegim'
[1]
$ cp bin.txt bin.sav && saegim -p bin.sav ingest answers; cmp bin.txt bin.sav
saegim: bin.sav: this is not a saegim project
$ saegim status -p answers
saegim: answers: this is not a saegim project
[1]
$ head -c 10000 s.saegim >short.sav && saegim code -p short.sav book.md
saegim: short.sav: the project is damaged; take the last copy of it
[1]
$ saegim init s.saegim
saegim: 's.saegim' exists already
[1]
$ saegim init nofolder/s.saegim
saegim: nofolder/s.saegim: cannot open the project or its journal
[1]
$ saegim init two.saegim -q && saegim ingest answers
saegim: 2 projects (*.saegim) are here: name one with -p FILE
[2]
$ SAEGIM_PROJECT=s.saegim saegim status | head -n 1
sources       1 (1 texts with their revisions)
$ rm two.saegim && mkdir elsewhere && (cd elsewhere && saegim status)
saegim: no project: there is no *.saegim here; name one with -p FILE, or make one with 'saegim init study.saegim'
[1]
#: --- outputs that cannot be written: status 1, never half a table as if it were whole ---
$ saegim table themes >/dev/full
saegim: cannot write the output: No space left on device
[1]
$ saegim status >/dev/full
saegim: cannot write the output: No space left on device
[1]
$ saegim --help >/dev/full
saegim: cannot write the output: No space left on device
[1]
$ saegim kwic -q 예산 >/dev/full
saegim: cannot write the output: No space left on device
[1]
$ saegim codebook format book.md >/dev/full
saegim: cannot write the output: No space left on device
[1]
$ saegim table themes -o nofolder/x.csv
saegim: cannot write 'nofolder/x.csv': No such file or directory
[1]
$ mkdir folder && saegim table themes -o folder
saegim: cannot write 'folder': Is a directory
[1]
#: A pipe takes the data as it is, and is a pipe afterwards; a link still leads where it led.
$ mkfifo pipe && (exec 3<>pipe && saegim table -q themes -f tsv -o pipe; [ -p pipe ] && echo end >pipe && head -n 1 <&3 | cut -f 1-3)
code	theme	n
$ echo old >real.csv && ln -s real.csv link.csv && saegim table -q themes -f tsv -o link.csv && [ -h link.csv ] && head -n 1 real.csv | cut -f 1-3
code	theme	n
#: Over the limit of a file's size: an error like any other, and no signal ends the program.
#: (Its messages go through a pipe here, since files may not grow.)
$ (ulimit -f 0; saegim table themes -f csv -o big.csv; echo "[$?]") 2>&1 | cat; ls big.csv* 2>/dev/null
saegim: cannot write 'big.csv': File too large
[1]
[2]
$ (ulimit -f 16; saegim reject B R01 Q2 --coder kim; echo "[$?]") 2>&1 | cat
saegim: s.saegim: reading or writing failed; nothing was changed
[1]
$ (ulimit -f 8; saegim init new.sav; echo "[$?]") 2>&1 | cat; ls new.sav* 2>/dev/null
saegim: new.sav: reading or writing failed; nothing was changed
[1]
[2]
$ printf '##   A x\n-   예산\n' >loose.md && (ulimit -f 0; saegim codebook format -i loose.md; echo "[$?]") 2>&1 | cat; cat loose.md
saegim: cannot write 'loose.md': File too large
[1]
##   A x
-   예산
$ intact
intact
#: --- wrong commands and options: status 2 and where to look ---
$ saegim 2>&1 >/dev/null | head -n 1
usage: saegim COMMAND [OPTION...] [ARGUMENT...]
$ saegim 2>/dev/null
[2]
$ saegim statsu
saegim: there is no command 'statsu'; did you mean 'status'?
try 'saegim --help'
[2]
$ saegim help statsu
saegim: there is no command 'statsu'; did you mean 'status'?
try 'saegim --help'
[2]
$ saegim status --wrong
saegim: unknown option '--wrong'
try 'saegim status --help'
[2]
$ saegim table findings --quesiton Q1
saegim: unknown option '--quesiton'; did you mean '--question'?
try 'saegim table --help'
[2]
$ saegim status -z
saegim: unknown option '-z'
try 'saegim status --help'
[2]
$ saegim ingest
saegim: missing FILE|FOLDER...
try 'saegim ingest --help'
[2]
$ saegim table findigns
saegim: there is no table 'findigns'; did you mean 'findings'?
try 'saegim table --help'
[2]
$ saegim table findings extra
saegim: unexpected 'extra'
try 'saegim table --help'
[2]
$ saegim table findings --format xml
saegim: --format takes text|md|csv|tsv|json|html|xlsx|docx|hwpx...
try 'saegim table --help'
[2]
$ saegim table findings --format
saegim: '--format' needs a value
try 'saegim table --help'
[2]
$ saegim table findings --level x
saegim: --level takes a whole number from 0 to 9, not 'x'
try 'saegim table --help'
[2]
$ saegim table findings --min -1
saegim: --min takes a whole number from 0 to 1000000, not '-1'
try 'saegim table --help'
[2]
$ saegim table findings --where 직군
saegim: --where takes NAME=VALUE, not '직군'
try 'saegim table --help'
[2]
$ saegim codebook eat book.md
saegim: there is no action 'eat': check, show, format, rename, move, merge, split
try 'saegim codebook --help'
[2]
$ saegim add A R01
saegim: missing CODE RESPONDENT QUESTION
try 'saegim add --help'
[2]
$ saegim add --from codings.tsv A R01 Q1
saegim: --from takes no further arguments
try 'saegim add --help'
[2]
$ saegim answer R01 Q1 maybe
saegim: a state is answered, none or not_asked, not 'maybe'
try 'saegim answer --help'
[2]
$ saegim answer R01 Q1 none strange
saegim: there is no kind of answer 'strange'
try 'saegim answer --help'
[2]
$ saegim memo 글
saegim: say what it is about: --code, --question, --respondent
try 'saegim memo --help'
[2]
$ saegim evaluate
saegim: missing --gold NAME
try 'saegim evaluate --help'
[2]
$ saegim evaluate --gold kim --respondents R20-R10
saegim: --respondents takes names and ranges (R01-R20,R25), not 'R20-R10'
[2]
$ SOURCE_DATE_EPOCH=soon saegim status
saegim: SOURCE_DATE_EPOCH is no number of seconds: 'soon'
[1]
#: --- names that are not there: status 1, and what is near ---
$ saegim table findings --question Q9
saegim: there is no question 'Q9'; there are 'Q1', 'Q2'
[1]
$ saegim table themes --code Z
saegim: there is no code 'Z'; there are 'A', 'B', '예산', '서식'
[1]
$ saegim table matrix --columns 직급
saegim: there is no attribute '직급'
[1]
$ saegim table themes --coder nobody
saegim: there is no coder 'nobody'; there are 'rules', 'kim'
[1]
$ saegim quotes 예산서
saegim: there is no code '예산서'; near it: '예산'
[1]
$ saegim show R9
saegim: there is no respondent 'R9'
[1]
$ saegim show R01 Q7
saegim: there is no question 'Q7'
[1]
$ saegim reject A R77 Q1
saegim: there is no respondent 'R77'
[1]
$ saegim reject A7 R01 Q1
saegim: there is no code 'A7' in the codebook
[1]
$ saegim add A R01 Q1 '없는 말'
saegim: the quotation is not in R01 Q1: '없는 말'
[1]
$ saegim add A R01 Q1 '예산이 모자란다'
saegim: the quotation is not in R01 Q1; only its beginning is: '예산이'
[1]
$ saegim answer R01 Q7 none
saegim: there is no question 'Q7'
[1]
$ saegim undo --coder nobody
saegim: there is nothing of nobody to take back
[1]
$ saegim kwic '정보 AND'
error: a word is missing after 'AND'
    정보 AND
         ^^^
saegim: the expression has an error
[1]
$ saegim kwic '/x*/'
error: the regex /x*/ can match nothing
saegim: ...
[1]
$ intact
intact
