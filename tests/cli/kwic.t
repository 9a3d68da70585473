#: Concordances: two respondents, two questions, counted by hand.
$ mkdir answers
$ cat >answers/R01.txt <<'E'
> 응답자: R01
> 직군: 공무원
>
> ## Q1
> 예산이 부족합니다. 담당자가 자주 바뀌고 예산도 줄었습니다.
>
> ## Q2
> 전자예산실은 모릅니다. 예산 AI를 씁니다.
> E
$ cat >answers/R02.txt <<'E'
> 응답자: R02
> 직군: 교수
>
> ## Q1
> 가장 큰 문제는 예산이다.
> 그다음이 담당자다.
>
> ## Q2
> 모름
> E
$ cat >book.md <<'E'
> # 책
> * $사람 = 담당자 | 공무원
> * $일 = $사람 NEAR/2 ~바뀌다
> ## A 예산
> - 예산 AND ~부족하다
> ## B 사람
> - $사람
> E
$ saegim init study.saegim -q && saegim ingest -q answers && saegim code -q book.md
#: In order of the text; the hits stand in one column.
$ saegim kwic 예산
R01 Q1                                   [예산]이 부족합니다. 담당자가 자주 바뀌
R01 Q1  부족합니다. 담당자가 자주 바뀌고 [예산]도 줄었습니다.
R01 Q2            전자예산실은 모릅니다. [예산] AI를 씁니다.
R02 Q1                    가장 큰 문제는 [예산]이다. 그다음이 담당자다.
4 places
#: By what stands before, read backwards; by what stands behind; by form.
$ saegim kwic 예산 --sort left -f tsv -q
respondent	question	left	hit	right
R01	Q1		예산	이 부족합니다. 담당자가 자주 바뀌고 예산도 줄었습니다.
R01	Q2	전자예산실은 모릅니다. 	예산	 AI를 씁니다.
R01	Q1	예산이 부족합니다. 담당자가 자주 바뀌고 	예산	도 줄었습니다.
R02	Q1	가장 큰 문제는 	예산	이다. 그다음이 담당자다.
$ saegim kwic 예산 --sort right -f tsv -q | cut -f 4,5
hit	right
예산	 AI를 씁니다.
예산	도 줄었습니다.
예산	이 부족합니다. 담당자가 자주 바뀌고 예산도 줄었습니다.
예산	이다. 그다음이 담당자다.
$ saegim kwic 예산 --count
[표] 예산: 꼴과 빈도
───────────
꼴        n
───────────
예산      1
예산도    1
예산이    1
예산이다  1
───────────
4 places
$ saegim kwic 예산 --count -f json -q | tr -d ' \n'
[{"id":"forms","caption":"예산:꼴과빈도","lead":"","columns":[{"key":"form","label":"꼴"},{"key":"n","label":"n"}],"rows":[{"form":"예산","n":1},{"form":"예산도","n":1},{"form":"예산이","n":1},{"form":"예산이다","n":1}],"notes":[],"source":""}]
#: Tables speak the language of the study, also an English one.
$ saegim kwic '예산 AND 담당자' -q -f md --context 4 | head -n 3
### 예산 AND 담당자: 앞뒤 글

| 응답자 | 문항 | 앞 | 걸린 말 | 뒤 |
$ saegim kwic 예산 -q -f html | grep -o '<b>.*</b>'
<b>&lt;표 1&gt; 예산: 앞뒤 글</b>
$ saegim init -q en.sav --language en && saegim ingest -q -p en.sav answers
$ saegim kwic -p en.sav 예산 -q -f md --count | head -n 3
### 예산: forms and frequencies

| Form | n |
$ saegim kwic -p en.sav 예산 -q -f html | grep -o '<b>.*</b>'
<b>Table 1. 예산 in context</b>
#: Only some.
$ saegim kwic 예산 -q --question Q2
R01 Q2            전자예산실은 모릅니다. [예산] AI를 씁니다.
$ saegim kwic 예산 -q --where 직군=교수
R02 Q1                    가장 큰 문제는 [예산]이다. 그다음이 담당자다.
$ saegim kwic 예산 -q --code A
R01 Q1                                   [예산]이 부족합니다. 담당자가 자주 바뀌
$ saegim kwic 예산 -q --code A --uncoded
R01 Q1  부족합니다. 담당자가 자주 바뀌고 [예산]도 줄었습니다.
R01 Q2            전자예산실은 모릅니다. [예산] AI를 씁니다.
R02 Q1                    가장 큰 문제는 [예산]이다. 그다음이 담당자다.
$ saegim kwic 담당자 -q --uncoded
$ saegim kwic 예산 --question Q7
saegim: there is no question 'Q7'; there are 'Q1', 'Q2'
[1]
$ saegim kwic 예산 --where 직급=과장
saegim: there is no attribute '직급'; near it: '직군'
[1]
$ saegim kwic 예산 --code Z
saegim: there is no code 'Z'; there are 'A', 'B', '예산', '사람'
[1]
#: Lists and codes are those of the last run, or of a file.
$ saegim kwic '$일' -f tsv -q
respondent	question	left	hit	right
R01	Q1	예산이 부족합니다. 	담당자	가 자주 바뀌고 예산도 줄었습니다.
R01	Q1	예산이 부족합니다. 담당자가 자주 	바뀌고	 예산도 줄었습니다.
$ saegim kwic '@B NEAR/3 예산' -f tsv -q
respondent	question	left	hit	right
R01	Q1	예산이 부족합니다. 	담당자	가 자주 바뀌고 예산도 줄었습니다.
R01	Q1	예산이 부족합니다. 담당자가 자주 바뀌고 	예산	도 줄었습니다.
$ sed 's/^.*사람 = .*/* $사람 = 예산/' book.md >other.md
$ saegim kwic '$사람' --codebook other.md --count -f tsv -q
form	n
예산	1
예산도	1
예산이	1
예산이다	1
$ saegim kwic '$사랑'
error: there is no list '$사랑'; did you mean '$사람'?
saegim: the expression has an error
[1]
$ saegim kwic '$사람 AND'
error: a word is missing after 'AND'
    $사람 AND
          ^^^
saegim: the expression has an error
[1]
$ saegim kwic '@B9'
error: there is no code '@B9'
saegim: the expression has an error
[1]
$ saegim kwic 예산 --codebook no.md
saegim: cannot open 'no.md': No such file or directory
[1]
#: A wider unit for AND, and how much is kept of the text around.
$ saegim kwic '부족 AND 바뀌' -q
$ saegim kwic '예산 AND 담당자' -q -f tsv --context 4
respondent	question	left	hit	right
R01	Q1	니다. 	담당자	가 자주
R01	Q1	바뀌고 	예산	도 줄었
$ saegim kwic '예산 AND 담당자' -q -f tsv --context 4 --within answer
respondent	question	left	hit	right
R01	Q1		예산	이 부족
R01	Q1	니다. 	담당자	가 자주
R01	Q1	바뀌고 	예산	도 줄었
R02	Q1	문제는 	예산	이다. 
R02	Q1	다음이 	담당자	다.
$ saegim kwic 예산 --context many
saegim: --context takes a whole number from 0 to 10000, not 'many'
try 'saegim kwic --help'
[2]
#: Narrow, and a hit that is wider than the line.
$ COLUMNS=40 saegim kwic -q '예산 | 담당자' --sort form
R01 Q1  부족합니다. [담당자]가 자주 바뀌
R02 Q1   . 그다음이 [담당자]다.
R01 Q2    모릅니다. [예산] AI를 씁니다.
R01 Q1  자주 바뀌고 [예산]도 줄었습니다.
R01 Q1              [예산]이 부족합니다.
R02 Q1    큰 문제는 [예산]이다. 그다음이
$ COLUMNS=40 saegim kwic -q '/담당자.*/'
R01 Q1  합니다. [담당자가 자주 바뀌…]
R02 Q1   다음이 [담당자다.]
#: A reader that has seen enough is no failure.
$ printf '응답자: R03\n\n## Q1\n' >answers/R03.txt
$ for i in $(seq 4000); do echo "예산이 부족합니다."; done >>answers/R03.txt
$ saegim ingest -q answers 2>/dev/null
$ { saegim kwic -q 예산; echo "status $?" >status; } | head -n 1
R01 Q1                                   [예산]이 부족합니다. 담당자가 자주 바뀌
$ cat status
status 0
$ saegim kwic -q 예산 --where 직군=교수 -o lines.txt && cat lines.txt
R02 Q1                    가장 큰 문제는 [예산]이다. 그다음이 담당자다.
