#: Two coders on a study small enough to count by hand: shares, sheets, agreement,
#: settling, and respondents held out. Two respondents, two questions, two codes.
$ mkdir answers
$ cat >answers/R01.txt <<'X'
> 응답자: R01
>
> ## Q1
> 예산이 부족합니다. 담당자가 자주 바뀝니다.
>
> ## Q2
> 교육을 해야 합니다.
> X
$ cat >answers/R02.txt <<'X'
> 응답자: R02
>
> ## Q1
> 예산도 인력도 없습니다.
>
> ## Q2
> 무응답
> X
$ cat >book.md <<'X'
> # 시험
> ## 예산
> 돈이 모자란다는 응답.
> * exclude: 인건비
> - 예산
> + 예산이 없습니다.
> ## 사람
> 사람이 모자란다는 응답.
> - 인력 | 담당자
> X
$ saegim init s.saegim -q
$ saegim ingest answers -q
$ saegim code book.md -q
#: The draw is checked by hand: printf '7\tR02\tQ1' | sha256sum and so on.
$ for i in R01:Q1 R01:Q2 R02:Q1; do printf '7\t%s\t%s' ${i%:*} ${i#*:} | sha256sum | cut -c 1-8 | tr '\n' ' '; echo $i; done | sort
16d0ed13 R01:Q1
4db06d36 R01:Q2
a804116b R02:Q1
$ saegim assign b --share 34% --seed 7
b: 1 answers drawn, now 1 of 3 that say something (seed 7, by answer)
$ saegim assign b --share 100%
b: 2 answers drawn, now 3 of 3 that say something (seed 7, by answer)
$ saegim assign b --format tsv
order	respondent	question	read
1	R01	Q1	
2	R01	Q2	
3	R02	Q1	
$ saegim assign b --share 50% --seed 8
saegim: the share of 'b' was drawn with seed 7 by answer; take it back with 'saegim assign b --undo' to draw another way
[1]
$ saegim assign b --share 50% --by respondent
saegim: the share of 'b' was drawn with seed 7 by answer; take it back with 'saegim assign b --undo' to draw another way
[1]
$ saegim assign b --share 0
saegim: --share takes a share like 20% or 0.2, not '0'
try 'saegim assign --help'
[2]
$ saegim assign --share 20%
saegim: missing CODER
try 'saegim assign --help'
[2]
$ saegim assign nobody
saegim: there is no coder 'nobody'; near it: 'b'
[1]
$ saegim assign nobody --undo
saegim: nothing is drawn for 'nobody'
[1]
#: A sheet shows nobody's codes, and the rules' only when it is not blind.
$ saegim sheet --coder a a.md
saegim: nothing is drawn for 'a': say 'saegim assign a --share 20%' first, or --all
[1]
$ saegim sheet --blind --coder b b.md
wrote b.md: 3 answers for b
$ cat b.md
<!-- saegim sheet coder="b" blind="yes" -->
# 코딩 시트: s

문장 아래 화살표(→) 뒤에 코드를 적는다. 여럿이면 쉼표로 나눈다(예: → C1a, C2b). 코드를 붙일 것이 없는 문장은 비워 둔다. 답변을 끝까지 읽었으나 붙일 코드가 하나도 없으면 답변 끝의 "전체 →" 뒤에 "없음"이라고 적는다. 아무것도 적지 않은 답변은 읽지 않은 것으로 본다. 답변 전체에 붙일 코드도 "전체 →" 뒤에 적는다. 다른 코더와 의논하지 않고 혼자 코딩한다.

## 코드

- **예산**: 돈이 모자란다는 응답.
  - 제외: 인건비
  - 보기: 예산이 없습니다.
- **사람**: 사람이 모자란다는 응답.

## 답변

### R01 · Q1

[1] 예산이 부족합니다.
→ 

[2] 담당자가 자주 바뀝니다.
→ 

전체 → 

### R01 · Q2

[1] 교육을 해야 합니다.
→ 

전체 → 

### R02 · Q1

[1] 예산도 인력도 없습니다.
→ 

전체 → 
$ saegim sheet --coder b seen.md -q; grep -A 1 '^규칙\|^\[' seen.md
규칙의 제안이 보이는 시트다. 이것을 보면서 한 코딩은 규칙과 무관한 기준이 되지 못한다.

--
[1] 예산이 부족합니다.
규칙: 예산
→ 
--
[2] 담당자가 자주 바뀝니다.
규칙: 사람
→ 
--
[1] 교육을 해야 합니다.
→ 
--
[1] 예산도 인력도 없습니다.
규칙: 예산, 사람
→ 
#: What a sheet said is taken back as one, blind or not.
$ cp *.saegim ../seen.saegim && sed 's/^→ $/→ 예산/' seen.md >said.md
$ saegim -p ../seen.saegim add --from said.md && saegim -p ../seen.saegim undo --coder b
b: 3 answers read, 0 not yet; 4 codings added, 0 could not be placed
took back: an import of 7 codings
$ saegim -p ../seen.saegim undo --coder b
saegim: there is nothing of b to take back
[1]
$ saegim sheet --coder b b.doc
saegim: a sheet is written as FILE.md or FILE.xlsx, not 'b.doc'
[2]
$ saegim sheet --coder b b.xlsx -q; saegim add --from b.xlsx
b: 0 answers read, 3 not yet; 0 codings added, 0 could not be placed
#: Filled in: two codes in the first sentence of R01 Q1, nothing in R01 Q2, R02 Q1 unread.
$ awk '/^→/ && ++n == 1 { print "→ 예산, 사람"; next } /^전체/ && ++m == 2 { print "전체 → 없음"; next } { print }' b.md >filled.md
$ saegim add --from filled.md
b: 2 answers read, 1 not yet; 2 codings added, 0 could not be placed
$ saegim add --from filled.md
b: 2 answers read, 1 not yet; 0 codings added, 0 could not be placed
$ saegim add --from filled.md --coder a
saegim: filled.md:1:1: this sheet was printed for 'b', not for 'a'
[1]
$ sed 's/^→ 예산, 사람/→ 예산, 사랑/; s/\[2\] 담당자가/[2] 담당관이/; s/^→ $/→ 사람/' filled.md >wrong.md
$ saegim add --from wrong.md
wrong.md:18: warning: there is no code '사랑' in the codebook
wrong.md:21: warning: sentence 2 is not in R01 Q1 any more
b: 3 answers read, 0 not yet; 2 codings added, 2 could not be placed
[3]
$ saegim assign
[표] 코더에게 배정된 답변
──────────────────────────────────
코더  답변  읽음    몫  씨앗  단위
──────────────────────────────────
b        3     3  100%     7  답변
──────────────────────────────────
자료: s(R01–R02)
$ saegim sheet --blind --coder b --unread rest.md
saegim: 'b' has read every answer drawn
[1]
$ saegim agree b rules --unit answer --format tsv | cut -f 2-9 | head -2
coders	unit	n_first	n_second	both	agreement	holsti	kappa
b–규칙	답변	4	4	3	66.7	0.750	0.250
$ saegim agree a b
saegim: there is no coder 'a'; there are 'rules', 'b'
[1]
$ saegim agree b
saegim: missing CODER CODER...
try 'saegim agree --help'
[2]
$ saegim agree b b
saegim: 'b' is named twice
[2]
$ saegim agree b rules --unit word
saegim: --unit takes sentence|answer|respondent|characters, not 'word'
try 'saegim agree --help'
[2]
#: A second person codes everything by table; then the two settle.
$ printf 'respondent\tquestion\tcode\tquote\nR01\tQ1\t예산\t예산이 부족합니다.\nR01\tQ1\t사람\t담당자가 자주 바뀝니다.\nR01\tQ2\t사람\t교육을 해야 합니다.\nR02\tQ1\t예산\t예산도 인력도 없습니다.\n' >a.tsv
$ saegim add --from a.tsv --coder a -q
$ saegim agree a b --unit sentence --disagreements --format tsv | grep '^agree-diff' | cut -f 30-
R01	Q1		사람	예산이 부족합니다.
R01	Q1	사람		담당자가 자주 바뀝니다.
R02	Q1	예산	사람	예산도 인력도 없습니다.
$ saegim settle a b
합의: 2 codings taken over that both agree on; 0 differences settled before, 3 places open
[표] 합의할 곳
────────────────────────────────────────────────────────────────────
응답자  문항  번호  a     b     둘 다  결정  진술
────────────────────────────────────────────────────────────────────
R01     Q1       1        사람  예산         예산이 부족합니다.
R01     Q1       2  사람                     담당자가 자주 바뀝니다.
R02     Q1       1  예산  사람               예산도 인력도 없습니다.
────────────────────────────────────────────────────────────────────
주: 코더마다 그만 붙인 코드(규칙의 것을 그는 받아들이고 다른 코더는 물리친
    것도)와, 둘 다 붙인 코드. 결정은 합의의 코딩이 되고 두 코더의 것은 그대로
    남는다.
자료: s(R01–R02)
$ saegim settle a b --export open.md
합의: 0 codings that both agree on are still to be taken over; 0 differences settled before, 3 places open
wrote open.md
$ sed -n '6,$p' open.md
### R01 · Q1

[1] 예산이 부족합니다.

- a: –
- b: 사람
- 둘 다: 예산

결정 → 

[2] 담당자가 자주 바뀝니다.

- a: 사람
- b: –

결정 → 

### R02 · Q1

[1] 예산도 인력도 없습니다.

- a: 예산
- b: 사람

결정 → 
$ sed '/^결정/s/→ /→ a/' open.md >decided.md
#: The same decision twice in one file settles one of two places: the answer is not done.
$ cp *.saegim ../twice.saegim && { sed -n 1,15p decided.md; sed -n 8,15p decided.md; } >twice.md
$ saegim -p ../twice.saegim settle a b --import twice.md
합의: 0 codings taken over that both agree on; 0 differences settled before, 3 places open
twice.md:22: warning: nothing is open there: R01 Q1, sentence 1
1 decided, 0 left open, 1 could not be taken
[3]
$ saegim -p ../twice.saegim log | tail -n 1 | sed 's/ *//'
by hand 2, reviewed 2
$ printf 'zz\nundo\n2\nundo\nneither\nquit\n' | saegim settle a b --ask
합의: 0 codings taken over that both agree on; 0 differences settled before, 3 places open

1/3  R01 Q1
  예산이 부족합니다.
  1 a: –
  2 b: 사람
  both: 예산
1, 2, both, neither, codes, skip, undo, quit> saegim: 'zz' is no decision: a, b, both, neither, or codes

1/3  R01 Q1
  예산이 부족합니다.
  1 a: –
  2 b: 사람
  both: 예산
1, 2, both, neither, codes, skip, undo, quit> nothing was decided in this sitting

1/3  R01 Q1
  예산이 부족합니다.
  1 a: –
  2 b: 사람
  both: 예산
1, 2, both, neither, codes, skip, undo, quit> 
2/3  R01 Q1
  담당자가 자주 바뀝니다.
  1 a: 사람
  2 b: –
1, 2, both, neither, codes, skip, undo, quit> 
1/3  R01 Q1
  예산이 부족합니다.
  1 a: –
  2 b: 사람
  both: 예산
1, 2, both, neither, codes, skip, undo, quit> 
2/3  R01 Q1
  담당자가 자주 바뀝니다.
  1 a: 사람
  2 b: –
1, 2, both, neither, codes, skip, undo, quit> 
1 decided, 2 left
$ saegim settle a b --import decided.md
합의: 0 codings taken over that both agree on; 1 differences settled before, 2 places open
decided.md:14: warning: nothing is open there: R01 Q1, sentence 1
2 decided, 0 left open, 1 could not be taken
[3]
$ saegim settle a b
합의: 0 codings taken over that both agree on; 4 differences settled before, 0 places open
$ saegim table matrix --columns respondent --coder 합의 --format tsv
code	name	n	n_percent	n_base	R01	R02
예산	예산	2	100.0	2	1	1
사람	사람	1	50.0	2	2	0
$ saegim settle a rules
saegim: people settle with people; what the rules coded is for review
[2]
$ saegim settle a b --as a
saegim: two coders and a third name are needed, not 'a' twice
[2]
#: The standard, and respondents held out.
$ saegim evaluate --gold a --errors --format tsv | sed -n '/evaluate-errors/p' | tr '\t' ' ' | sed 's/  */ /g'
evaluate-errors 사람 놓침 R01 Q2 교육을 해야 합니다. 가까운 규칙 없음
evaluate-errors 사람 잘못 R02 Q1 예산도 인력도 없습니다. book.md:9
#: A draw whose report cannot be made is none; the same for what `run` reads and codes.
$ saegim evaluate --gold a --holdout 50% --seed 3 -o out.gif; saegim evaluate --gold nobody --holdout 50% --seed 3; saegim evaluate --gold a --holdout 50% --seed 3 --respondents R02-R01
saegim: no format has the ending '.gif': choose one with --format
try 'saegim evaluate --help'
saegim: there is no coder 'nobody'...
saegim: --respondents takes names and ranges (R01-R20,R25), not 'R02-R01'
[2]
$ saegim run -p new.saegim book.md answers --where 직군; ls new.saegim
saegim: --where takes NAME=VALUE, not '직군'
try 'saegim run --help'
ls: ...
[2]
$ saegim evaluate --gold a --holdout 50% --seed 7 --format tsv | cut -f 1-4,8 | grep '^evaluate	규칙'
evaluate	규칙	문장	1	1
evaluate	규칙	답변	1	1
evaluate	규칙	응답자	1	1
evaluate	규칙	문장	3	2
evaluate	규칙	답변	3	2
evaluate	규칙	응답자	2	2
$ saegim evaluate --gold a --errors --format tsv | grep '^evaluate-errors' | grep -c R01
0
[1]
$ saegim evaluate --gold a --errors --format tsv | grep '^evaluate-errors' | grep -c R02
1
$ saegim evaluate --gold a --holdout 50% --seed 8
saegim: other respondents are held out already (50%, seed 7); '--holdout off' ends that
[1]
$ saegim evaluate --gold a --holdout half
saegim: --holdout takes a share like 20% or 0.2, not 'half'
try 'saegim evaluate --help'
[2]
$ saegim evaluate --gold a --holdout off -q | head -1
[표 1] 규칙과 기준 코더의 일치(기준: a)
#: Respondents by name and range; a hyphen in a name is no range, a decomposed name is the same one.
$ mkdir named && for r in P-01 P-02 P-03 나래 01-02; do printf '응답자: %s\n\n## Q1\n예산이 없다.\n' "$r" >"named/$r.txt"; done
$ saegim init -q n.saegim && export SAEGIM_PROJECT=n.saegim && saegim ingest -q named && saegim code -q book.md
$ for r in P-01 P-02 P-03 나래 01-02; do saegim add -q 예산 "$r" Q1 --coder g; done
$ decomposed=$(printf '\341\204\202\341\205\241\341\204\205\341\205\242')
$ for r in P-01 P-01,P-03 P-02-P-03 'P-01 - P-03' 01-02 나래,P-02 "$decomposed"; do
>     saegim evaluate --gold g --respondents "$r" -f tsv | awk -F '\t' '$3 == "응답자" { print $4; exit }'
> done | tr '\n' ' '
1 2 2 3 1 2 1 ...
$ saegim evaluate --gold g --respondents P-04
saegim: there is no respondent 'P-04'; ...
[1]
