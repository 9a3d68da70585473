#: A study small enough to count by hand: three respondents, two questions, three codes.
#: Q1 is answered by R01, R02 and R03; Q2 by R01 and R03 (R02: 무응답).
$ mkdir answers
$ cat >answers/R01.txt <<'X'
> 응답자: R01
> 직군: 공무원
>
> ## Q1
> 예산이 부족합니다. 담당자가 너무 자주 바뀝니다.
>
> ## Q2
> 어르신들은 키오스크를 어려워하십니다.
> X
$ cat >answers/R02.txt <<'X'
> 응답자: R02
> 직군: 교수
>
> ## Q1
> 예산은 문제가 아니다. 사람이 문제다.
>
> ## Q2
> 무응답
> X
$ cat >answers/R03.txt <<'X'
> 응답자: R03
> 직군: 공무원
>
> ## Q1
> - 인사: 담당자 교체가 잦음
> - 예산: 부족
>
> ## Q2
> 종이 서식이 남아 있어야 한다.
> X
$ cat >questions.md <<'X'
> # 작은 조사
> ## 1 묶음
> ### Q1 제약
> * focus: A
> 무엇이 어렵습니까?
> ### Q2 이용
> 누가 어려워합니까?
> X
$ cat >book.md <<'X'
> # 작은 코드북
> ## A 제약
> ### A1 예산
> - 예산 AND 부족
> - EXCEPT 예산실
> + 예산이 부족하다.
> + ! 예산실이 부족하다고 한다.
> ### A2 교체
> - 담당자 NEAR/4 (~바뀌다 | 교체)
> + 담당자가 바뀐다.
> ## B 이용자
> ### B1 고령자
> - 어르신 | 노인
> X
$ saegim codebook check book.md
book.md: 5 codes, 4 rules, 3 of 3 examples hold; 0 errors, 0 warnings
$ saegim init study.saegim
made study.saegim; next: saegim ingest --questionnaire Q.md RESPONSES...
$ saegim ingest --questionnaire questions.md answers
sources: 3 new, 0 changed, 0 unchanged, 0 not read; answers: 6, of them 1 say nothing
$ saegim ingest answers
sources: 0 new, 0 changed, 3 unchanged, 0 not read; answers: 6, of them 1 say nothing
$ saegim code book.md
run 1: 5 of 5 codes evaluated over 3 texts; 5 segments (+5 -0)
$ saegim code book.md
nothing has changed: 5 segments
#: A1: R01 and R03 (R02 says 예산 without 부족); A2: R01 and R03; B1: R01.
#: R02 carries no code. A parent counts each stretch once: A has four.
$ saegim table themes --format tsv
code	theme	n	n_percent	n_base	mentions	questions
A	A 제약	2	66.7	3	4	1
A1	A1 예산	2	66.7	3	2	1
A2	A2 교체	2	66.7	3	2	1
B	B 이용자	1	33.3	3	1	1
B1	B1 고령자	1	33.3	3	1	1
	코드 없음	1	33.3	3		
$ saegim table matrix --columns respondent --presence --format tsv
code	name	n	n_percent	n_base	R01	R02	R03
A1	A1 예산	2	66.7	3	1	0	1
A2	A2 교체	2	66.7	3	1	0	1
B1	B1 고령자	1	33.3	3	1	0	0
$ saegim table matrix --columns question --format tsv | cut -f 1,6-
code	Q1	Q2
A1	2	0
A2	2	0
B1	0	1
$ saegim table matrix --columns 직군 --format tsv | cut -f 1,6- | head -n 2
code	공무원	공무원_percent	공무원_base	교수	교수_percent	교수_base
A1	2		2	0		1
$ saegim table cooccur --format tsv
code1	code2	name1	name2	n1	n2	n11	jaccard
A1	A2	A1 예산	A2 교체	2	2	2	1.000
#: In a sentence they never meet; of the respondents R01 has A1, A2 and B1: 1/(2+1-1).
$ saegim table cooccur --unit sentence --format tsv
code1	code2	name1	name2	n1	n2	n11	jaccard
$ saegim table cooccur --unit respondent --format tsv | cut -f 1,2,5-
code1	code2	n1	n2	n11	jaccard
A1	A2	2	2	2	1.000
A1	B1	2	1	1	0.500
A2	B1	2	1	1	0.500
$ saegim table themes --where 직군=공무원 --format tsv --level 1 | cut -f 1,3-5
code	n	n_percent	n_base
A	2	100.0	2
B	1	50.0	2
	0	0.0	2
$ saegim table findings --question Q1
[표] 문항 1: 제약
문항: 무엇이 어렵습니까?
────────────────────────────────────────────────────────────────────────────────
상위주제 n(%)  하위주제     n(%)  대표 진술                                 함의
────────────────────────────────────────────────────────────────────────────────
A 제약         A1 예산   2(66.7)  "예산이 부족합니다." (R01, 공무원)
2(66.7)
               A2 교체   2(66.7)  "담당자가 너무 자주 바뀝니다." (R01,
                                   공무원)
코드 없음                1(33.3)
────────────────────────────────────────────────────────────────────────────────
주: 질문 3명, 유효응답 3명(공무원 2, 교수 1).
...
자료: study(R01–R03)
$ saegim table findings --question Q2 | grep -A 1 '유효하지'
    유효하지 않은 응답 1명: 무응답 R02.
    이 분류 가운데 1건은 연구자가 확인하지 않았다.
$ saegim kwic '담당자 NEAR/4 (~바뀌다 | 교체)' --format tsv -q
respondent	question	left	hit	right
R01	Q1	예산이 부족합니다. 	담당자	가 너무 자주 바뀝니다.
R01	Q1	예산이 부족합니다. 담당자가 너무 자주 	바뀝니다	.
R03	Q1	- 인사: 	담당자	 교체가 잦음 - 예산: 부족
R03	Q1	- 인사: 담당자 	교체	가 잦음 - 예산: 부족
$ saegim kwic 예산 --count --format tsv -q
form	n
예산	1
예산은	1
예산이	1
#: Judgements: rejected, taken back, coded by hand; they survive a change of the codebook.
$ saegim reject A1 R03 Q1 --coder kim
rejected: A1 R03 Q1 by kim
$ saegim reject A1 R03 Q1 --coder kim
already so: A1 R03 Q1 by kim
$ saegim undo --coder kim
took back: reject A1 R03 Q1 '- 인사: 담당자 교체가 잦음
- 예산: 부족'
$ saegim reject A1 R03 Q1 --coder kim
rejected: A1 R03 Q1 by kim
$ saegim add A2 R02 Q1 '사람이 문제다.' --coder kim
coded: A2 R02 Q1 by kim
$ saegim add A2 R02 Q1 '이런 말은 없다' --coder kim
saegim: the quotation is not in R02 Q1: '이런 말은 없다'
[1]
$ saegim add A9 R02 Q1 --coder kim
saegim: there is no code 'A9' in the codebook
[1]
$ saegim accept B1 R03 Q2 --coder kim
saegim: the rules do not code B1 in R03 Q2 there
[1]
$ saegim answer R02 Q2 answered
R02 Q2 is now: answered (full)
$ saegim undo
took back: answered R02 Q2
$ saegim memo --question Q1 --code A1 '재원을 따로 두어야 한다.' --coder kim
memo kept
$ saegim memo
Q1 A1 (kim, 2025-11-24T16:00:00Z)
  재원을 따로 두어야 한다.
$ sed 's/어르신 | 노인/어르신 | 노인 | 종이/' book.md >book2.md
#: The edited rule's own segment (R01) is made anew with its new evidence, R03 is added.
$ saegim code book2.md
run 2: 1 of 5 codes evaluated over 3 texts; 6 segments (+2 -1)
Q2  B 이용자 (theme)  1→2  +R03
Q2  B1 고령자         1→2  +R03
Q2  (no code)         1→0  −R03
$ saegim table findings --question Q1 --format json | grep -c '재원을 따로 두어야 한다'
1
$ saegim quotes A2 --format tsv | cut -f 3-6
respondent	group	question	text
R01	공무원	Q1	담당자가 너무 자주 바뀝니다.
R02	교수	Q1	사람이 문제다.
R03	공무원	Q1	인사: 담당자 교체가 잦음
#: A1: R03 was rejected by kim, so one of three is left; the memo is its implication.
$ saegim table findings --question Q1 --format tsv --quotes 0 | cut -f 6-9 | head -n 3
code	subtheme	n	n_percent
A2	A2 교체	3	100.0
A1	A1 예산	1	33.3
#: Cells of answer and code in Q1: A1 R01; A2 R01, R02 and R03. Kim coded one of the four.
$ saegim table findings --question Q1
[표] 문항 1: 제약
문항: 무엇이 어렵습니까?
───────────────────────────────────────────────────────────────────────────────
상위주제 n(%)  하위주제       n(%)  대표 진술                 함의
───────────────────────────────────────────────────────────────────────────────
A 제약         A2 교체    3(100.0)  "담당자가 너무 자주
3(100.0)                             바뀝니다." (R01,
                                     공무원)
               ────────────────────────────────────────────────────────────────
               A1 예산     1(33.3)  "예산이 부족합니다."      재원을 따로
                         단독 언급   (R01, 공무원)             두어야 한다.
───────────────────────────────────────────────────────────────────────────────
코드 없음                   0(0.0)
───────────────────────────────────────────────────────────────────────────────
주: 질문 3명, 유효응답 3명(공무원 2, 교수 1).
...
    코딩: 규칙 3건, kim 1건.
    검토: 이 표의 답변×코드 4칸 중 1칸(25.0%)을 사람이 검토함; 나머지는 검토하지
    않은 규칙 코딩.
    검토 범위: 말한 답변 3 × 코드 3 = 9칸 가운데 사람이 본 칸 2(22.2%); 그
    가운데 코드가 늘 나오는 문항의 코딩 없는 2칸에서는 1(50.0%).
자료: study(R01–R03)
#: Whose codings: the rules' alone, kim's alone.
$ saegim table themes --coder rules --format tsv | cut -f 1,3,6
code	n	mentions
A	2	3
A1	1	1
A2	2	2
B	2	2
B1	2	2
	1	
$ saegim table themes --coder kim --format tsv | cut -f 1,3,6 | sed -n '2,4p'
A	1	1
A1	0	0
A2	1	1
#: The analyst's choice of a quotation wins; what was barred does not appear again.
$ saegim pin A2 R03 Q1 '담당자 교체가 잦음' --coder kim
pinned as a quotation: A2 R03 Q1 by kim
$ saegim table findings --question Q1 --format tsv | cut -f 6,11 | sed -n 2p
A2	"담당자 교체가 잦음" (R03, 공무원)
$ saegim undo --coder kim
took back: pin A2 R03 Q1 '담당자 교체가 잦음'
$ saegim bar A2 R01 Q1 '담당자가 너무 자주 바뀝니다.' --coder kim
barred as a quotation: A2 R01 Q1 by kim
$ saegim table findings --question Q1 --format tsv | cut -f 6,11 | grep -c '바뀝니다'
0
[1]
$ saegim status
sources       3 (3 texts with their revisions)
respondents   3
questions     2
answers       5 answered, 1 say nothing, 0 not asked, 0 stretches under no question
codebook      book2.md (as applied)
last run      2 of 2, 2025-11-24T16:00:00Z; 5 codes, 6 segments
judgements    1 coded by hand, 0 accepted, 1 rejected, 0 facets, 0 pinned, 1 barred, 0 answers reviewed
              0 corrected answers, 1 memos
$ saegim show R03
직군: 공무원

R03 Q1 제약  [answered]
  - 인사: 담당자 교체가 잦음
      → A2
  - 예산: 부족

R03 Q2 이용  [answered]
  종이 서식이 남아 있어야 한다.
      → B1

#: Back to the first codebook: the same segments as then, and every judgement still there.
$ saegim code book.md 2>&1 | sed 's/.*; //'
5 segments (+1 -2)
Q2  B 이용자 (theme)  2→1  −R03
Q2  B1 고령자         2→1  −R03
Q2  (no code)         0→1  +R03
$ saegim status | sed -n '7,8p'
judgements    1 coded by hand, 0 accepted, 1 rejected, 0 facets, 0 pinned, 1 barred, 0 answers reviewed
              0 corrected answers, 1 memos
$ printf '\n' >>book.md && saegim status | sed -n 5p
codebook      book.md (changed since; next: saegim code book.md)
$ rm book.md && saegim status | sed -n 5p
codebook      book.md (the file is not there now)
