#: Two respondents, two questions: why rules select and why not, worked out by hand.
$ mkdir answers
$ cat >answers/R01.txt <<'X'
> 응답자: R01
>
> ## Q1
> 예산이 부족합니다. 담당자가 일이 너무 많고 힘들어서 자주 바뀝니다. 지능형정부서비스라는 말은 낯섭니다.
>
> ## Q2
> 어르신들은 키오스크를 어려워하십니다. 예산실은 부족하다고 했습니다.
> X
$ cat >answers/R02.txt <<'X'
> 응답자: R02
>
> ## Q1
> 예산은 문제가 아니다. 교체가 담당자 탓은 아니다.
>
> ## Q2
> 무응답
> X
$ cat >questions.md <<'X'
> # 작은 조사
> ## 1 묶음
> ### Q1 제약
> 무엇이 어렵습니까?
> ### Q2 이용
> 누가 어려워합니까?
> X
$ cat >book.md <<'X'
> # 작은 코드북
> * $부족 = 부족 | ~모자라다
> ## A 제약
> ### A1 예산
> - 예산 AND $부족
> - 예산 NOT 문제
> - EXCEPT 예산실
> - NOT 해당 없음
> ### A2 교체
> - 담당자 NEAR/4 (~바뀌다 | 교체)
> - 담당자 THEN/2 교체
> - [Q2] 담당자
> ## B 이용자
> ### B1 고령자
> - 어르신 | 노인
> ### B2 정부
> - 정부 | =예산
> X
$ saegim init study.saegim -q
$ saegim ingest --questionnaire questions.md answers -q
$ saegim explain R01 Q1
saegim: no codes are known yet: run `saegim code CODEBOOK` first
[1]
$ saegim code book.md -q
#: The codebook is the one of the last run, even when its file is gone.
$ mv book.md kept.md
$ saegim explain R01 Q1
R01 Q1
  [예산]이 [부족]합니다.
      A1 예산  book.md:5: 예산 → 예산; $부족 (부족) → 부족
      A1 예산  book.md:6: 예산 → 예산
      B2 정부  book.md:17: =예산 → 예산
  담당자가 일이 너무 많고 힘들어서 자주 바뀝니다.
  지능형정부서비스라는 말은 낯섭니다.

$ saegim explain R02 Q2
R02 Q2
  this answer says nothing: no rule looks at it
  무응답

#: 담당자가 is eojeol 0 of its sentence, 바뀝니다 is 6.
$ saegim explain R01 Q1 --code A2
R01 Q1
A2 교체: its rules do not code this answer
book.md:10: 담당자 NEAR/4 (~바뀌다 | 교체)
  [담당자]가 일이 너무 많고 힘들어서 자주 [바뀝니다].
      '담당자' and '바뀝니다' (~바뀌다 | 교체) are 6 eojeols apart; at most 4
        are allowed
book.md:11: 담당자 THEN/2 교체
  [담당자]가 일이 너무 많고 힘들어서 자주 바뀝니다.
      missing: 교체
book.md:12: [Q2] 담당자
  [담당자]가 일이 너무 많고 힘들어서 자주 바뀝니다.
      the rule looks only in [Q2]

$ saegim explain R02 q1 --code 교체
R02 Q1
A2 교체: its rules code this answer
book.md:10: 담당자 NEAR/4 (~바뀌다 | 교체)
  [교체]가 [담당자] 탓은 아니다.
      selected: 교체 → 교체; 담당자 → 담당자
book.md:11: 담당자 THEN/2 교체
  [교체]가 [담당자] 탓은 아니다.
      '담당자' stands behind '교체'; THEN asks for it before
book.md:12: [Q2] 담당자
  교체가 [담당자] 탓은 아니다.
      the rule looks only in [Q2]

$ saegim explain R01 Q2 --code A1
R01 Q2
A1 예산: its rules do not code this answer
book.md:5: 예산 AND $부족
  [예산]실은 [부족]하다고 했습니다.
      missing: 예산
      '예산' is masked by '예산실': EXCEPT in line 7
book.md:6: 예산 NOT 문제
  [예산]실은 부족하다고 했습니다.
      '예산' is masked by '예산실': EXCEPT in line 7

$ saegim explain R01 Q1 --code B
R01 Q1
B1 고령자: its rules do not code this answer
nothing of these rules is in the answer: line 15
B2 정부: its rules code this answer
book.md:17: 정부 | =예산
  [예산]이 부족합니다.
      selected: =예산 → 예산
  지능형정부서비스라는 말은 낯섭니다.
      지능형정부서비스라는: 정부 neither begins nor ends the word; write *정부

#: Another codebook than that of the run, and what does not exist.
$ sed 's/NEAR.4/NEAR\/6/' kept.md >wider.md
$ saegim explain R01 Q1 --code A2 --codebook wider.md
R01 Q1
A2 교체: its rules code this answer
wider.md:10: 담당자 NEAR/6 (~바뀌다 | 교체)
  [담당자]가 일이 너무 많고 힘들어서 자주 [바뀝니다].
      selected: 담당자 → 담당자; ~바뀌다 → 바뀝니다
...
$ saegim explain R09 Q1
saegim: there is no respondent 'R09'
[1]
$ saegim explain R01 Q9
saegim: there is no question 'Q9'
[1]
$ saegim explain R01 Q1 --code X9
saegim: there is no code 'X9' in the codebook
[1]
#: What the rules did in the study. Line 6 codes the one sentence that 5 codes; NOT line
#: 8 vetoes nothing; but for EXCEPT, 5 and 6 would code R01 Q2; but for two eojeols, 10
#: would code R01 Q1, and but for its scope 12; with its edges off, 17 would find
#: 지능형정부서비스 and 예산실.
$ saegim codebook check kept.md --with study.saegim
...
17 terms, 4 of them never matched

rules that code nothing:
  A2 11: 담당자 THEN/2 교체
  A2 12: [Q2] 담당자

rules that another rule of their code covers:
  A1 6: 1 place, coded by line 5 too

operands that decided nothing: without them the same places are coded:
  A1 8: NOT 해당 없음

near misses: places without the code that one thing alone kept a rule from
coding:
  A1 5: masked: 1
  A1 6: masked: 1
  A2 10: too far by 2: 1
  A2 12: out of scope: 1
  B2 17: edge refused: 2
  all rules: edge refused: 2, too far by 2: 1, out of scope: 1, masked: 2
kept.md: 6 codes, 9 rules, 0 of 0 examples hold; 0 errors, 0 warnings
#: A passage of an answer; a segment by its number; what is not there.
$ saegim explain R01 Q1 '지능형정부서비스라는 말은' --code B2
R01 Q1
B2 정부: its rules do not code this passage
book.md:17: 정부 | =예산
  지능형정부서비스라는 말은 낯섭니다.
      지능형정부서비스라는: 정부 neither begins nor ends the word; write *정부

$ saegim explain R01 Q1 '예산이 부족'
R01 Q1
  [예산]이 [부족]합니다.
      A1 예산  book.md:5: 예산 → 예산; $부족 (부족) → 부족
      A1 예산  book.md:6: 예산 → 예산
      B2 정부  book.md:17: =예산 → 예산

$ saegim explain R01 Q1 '교체' --code A2
saegim: the quotation is not in this answer: '교체'
[1]
$ saegim explain R01
saegim: missing QUESTION
try 'saegim explain --help'
[2]
$ saegim explain 9999
saegim: there is no segment 9999 after the last run
[1]
#: What is missing in a sentence may stand in the next.
$ printf '# 책\n\n## A 가\n- 담당자 AND 부족\n* within: sentence\n' >near.md
$ saegim explain R01 Q1 --code A --codebook near.md
R01 Q1
A 가: its rules do not code this answer
near.md:4: 담당자 AND 부족
  예산이 [부족]합니다.
      missing: 담당자
      '담당자' stands 1 sentence away in the same paragraph; 'within:
        paragraph' would see it
  [담당자]가 일이 너무 많고 힘들어서 자주 바뀝니다.
      missing: 부족
      '부족' stands 1 sentence away in the same paragraph; 'within: paragraph'
        would see it

#: What would find a word: 예산실은 begins with 예산, 전자정부 ends with 정부 and only
#: a * finds 정부 in 지능형정부서비스.
$ printf '# 책\n\n## A 가\n- =예산 | =정부\n- ^정부\n- 예산 NOT 정부\n' >edges.md
$ printf '응답자: R03\n\n## Q1\n예산실은 전자정부를 지능형정부서비스로 안다.\n' >answers/R03.txt
$ saegim ingest -q answers
$ saegim explain R03 Q1 --code A --codebook edges.md
R03 Q1
A 가: its rules do not code this answer
edges.md:4: =예산 | =정부
  예산실은 전자정부를 지능형정부서비스로 안다.
      예산실은: 예산 is not the word itself; write 예산, ^예산 or *예산
      전자정부를: 정부 is not the word itself; write 정부 or *정부
      지능형정부서비스로: 정부 is not the word itself; write *정부
edges.md:5: ^정부
  예산실은 전자정부를 지능형정부서비스로 안다.
      전자정부를: 정부 does not begin the word; write 정부 or *정부
      지능형정부서비스로: 정부 does not begin the word; write *정부
edges.md:6: 예산 NOT 정부
  [예산]실은 전자[정부]를 지능형정부서비스로 안다.
      NOT 정부 forbids '정부'
#: A code named in decomposed letters is the same one.
$ printf '## 가 나\n- 예산\n' >named.md && saegim explain R03 Q1 --code "$(printf '\341\204\200\341\205\241 \341\204\202\341\205\241')" --codebook named.md | sed -n 2p
가 나: its rules code this answer
#: What people said there, and whether it counts after all. One of two sentences rejected
#: leaves the answer counted; another coder's acceptance does not bring it back; the
#: coder's own later word on all of the answer does.
$ saegim init said.saegim -q && export SAEGIM_PROJECT=said.saegim
$ printf '응답자,Q1,Q2\nP01,어르신이 어렵다. 예산은 좋다.,예산\nP02,,\n' >said.csv
$ printf '# 책\n\n## A 이용\n### A1 고령자\n- 어르신\n### A2 예산\n- 예산\n### A3 손\n' >said.md
$ saegim ingest -q said.csv && saegim code -q said.md
$ saegim reject -q A1 P01 Q1 어르신이 --coder 동료 --reason '남의 말'
$ saegim accept -q A1 P01 Q1 --coder 나 && saegim add -q A3 P01 Q1 --coder 나
$ saegim explain P01 Q1 --code A
P01 Q1
A1 고령자: its rules code this answer
  동료 rejected it '어르신이 어렵다.': 남의 말
  나 accepted it
  so it does not count in the tables
said.md:5: 어르신
  [어르신]이 어렵다.
      selected: 어르신 → 어르신
A2 예산: its rules code this answer
said.md:7: 예산
  [예산]은 좋다.
      selected: 예산 → 예산
A3 손: it has no rules
  나 coded it
  so it counts in the tables

$ saegim table themes -f csv | grep ^A1, | tr -d '\r'
A1,A1 고령자,0,0.0,1,0,0
$ saegim explain P01 Q1 어르신이
P01 Q1
  [어르신]이 어렵다.
      A1 고령자  said.md:5: 어르신 → 어르신
  A1 고령자: 동료 rejected it '어르신이 어렵다.': 남의 말
  A1 고령자: 나 accepted it
  A1 고령자: so this passage does not count in the tables
  A3 손: 나 coded it
  A3 손: so this passage counts in the tables

$ saegim accept -q A1 P01 Q1 --coder 동료
$ saegim explain P01 Q1
P01 Q1
  [어르신]이 어렵다.
      A1 고령자  said.md:5: 어르신 → 어르신
  [예산]은 좋다.
      A2 예산  said.md:7: 예산 → 예산
  A1 고령자: 나 accepted it
  A1 고령자: 동료 accepted it
  A1 고령자: so it counts in the tables
  A3 손: 나 coded it
  A3 손: so it counts in the tables

$ saegim table themes -f csv | grep ^A1, | tr -d '\r'
A1,A1 고령자,1,100.0,1,1,1
#: An answer without text.
$ saegim explain P02 Q2
P02 Q2
  there is no answer: no rule looks at it

$ saegim answer -q P02 Q2 not_asked && saegim explain P02 Q2 --code A1
P02 Q2
  this question was not asked: no rule looks at it

