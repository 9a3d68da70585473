#: Every table in every format, of a study that can be counted by hand: A1 (예산 with 부족)
#: is said by R01 and R03, A2 (담당자) by R01 and R03, B1 (어르신) by R01. R02 says nothing of
#: them in Q1 and 무응답 in Q2, so five answers count.
$ mkdir answers
$ printf '응답자: R01\n직군: 공무원\n\n## Q1\n예산이 부족합니다. 담당자가 너무 자주 바뀝니다.\n\n## Q2\n어르신들은 키오스크를 어려워하십니다.\n' >answers/R01.txt
$ printf '응답자: R02\n직군: 교수\n\n## Q1\n사람이 문제다.\n\n## Q2\n무응답\n' >answers/R02.txt
$ printf '응답자: R03\n직군: 공무원\n\n## Q1\n- 인사: 담당자 교체가 잦음\n- 예산: 부족\n\n## Q2\n종이 서식이 남아 있어야 한다.\n' >answers/R03.txt
$ printf '# 조사\n## 1 묶음\n### Q1 제약\n* focus: A\n무엇이 어렵습니까?\n### Q2 이용\n* focus: B\n누가 어려워합니까?\n' >questions.md
$ printf '# 코드북\n## A 제약\n### A1 예산\n- 예산 AND 부족\n### A2 교체\n- 담당자\n## B 이용자\n### B1 고령자\n- 어르신 | 노인\n' >book.md
$ saegim init -q study.saegim && saegim ingest -q --questionnaire questions.md answers && saegim code book.md
run 1: 5 of 5 codes evaluated over 3 texts; 5 segments (+5 -0)
#: --- text, 80 columns wide; a Hangul syllable takes two ---
$ saegim table findings
[표 1] 문항 1: 제약
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
    복수응답. n은 이 문항에서 해당 주제를 한 번 이상 말한 사람 수이고 %는
    유효응답자(N=3) 기준이다.
    상위주제는 하위주제 가운데 하나라도 말한 사람을 한 번만 세므로 하위주제의
    합과 다를 수 있다.
    언급하지 않은 것은 반대를 뜻하지 않는다.
    인용은 원문대로이며 머리기호만 뺐다. 프로그램이 정한 규칙으로 골랐다.
    코딩: 규칙 4건.
    검토: 이 표의 답변×코드 4칸은 모두 검토하지 않은 규칙 코딩.
    검토 범위: 말한 답변 3 × 코드 3 = 9칸 가운데 사람이 본 칸 0(0.0%); 그 가운데
    코드가 늘 나오는 문항의 코딩 없는 2칸에서는 0(0.0%).
자료: study(R01–R03)

[표 2] 문항 2: 이용
...
주: 질문 3명, 유효응답 2명(공무원 2).
...
    유효하지 않은 응답 1명: 무응답 R02.
...
    검토: 이 표의 답변×코드 1칸은 모두 검토하지 않은 규칙 코딩.
    검토 범위: 말한 답변 2 × 코드 3 = 6칸 가운데 사람이 본 칸 0(0.0%); 그 가운데
    코드가 늘 나오는 문항의 코딩 없는 1칸에서는 0(0.0%).
자료: study(R01–R03)
$ saegim table findings --question Q2 | sed -n '3,12p'
────────────────────────────────────────────────────────────────────────────────
상위주제 n(%)  하위주제        n(%)  대표 진술                              함의
────────────────────────────────────────────────────────────────────────────────
B 이용자       B1 고령자    1(50.0)  "어르신들은 키오스크를
1(50.0)                   단독 언급   어려워하십니다." (R01, 공무원)
코드 없음                   1(50.0)
────────────────────────────────────────────────────────────────────────────────
주: 질문 3명, 유효응답 2명(공무원 2).
    복수응답. n은 이 문항에서 해당 주제를 한 번 이상 말한 사람 수이고 %는
    유효응답자(N=2) 기준이다.
$ saegim table themes
[표] 주제별 응답자 수
──────────────────────────────────────
주제            n(%)  언급 수  문항 수
──────────────────────────────────────
A 제약       2(66.7)        4        1
  A1 예산    2(66.7)        2        1
  A2 교체    2(66.7)        2        1
B 이용자     1(33.3)        1        1
  B1 고령자  1(33.3)        1        1
코드 없음    1(33.3)
──────────────────────────────────────
주: 응답자 3명, 유효응답이 하나라도 있는 응답자 3명(공무원 2, 교수 1).
...
    검토: 이 표의 답변×코드 5칸은 모두 검토하지 않은 규칙 코딩.
    검토 범위: 말한 답변 5 × 코드 3 = 15칸 가운데 사람이 본 칸 0(0.0%); 그
    가운데 코드가 늘 나오는 문항의 코딩 없는 3칸에서는 0(0.0%).
자료: study(R01–R03)
$ saegim table matrix --columns respondent
[표] 코드와 응답자
─────────────────────────────────
코드          n(%)  R01  R02  R03
─────────────────────────────────
A1 예산    2(66.7)    1    0    1
A2 교체    2(66.7)    1    0    1
B1 고령자  1(33.3)    1    0    0
─────────────────────────────────
주: 응답자 3명, 유효응답이 하나라도 있는 응답자 3명(공무원 2, 교수 1).
...
$ saegim table cooccur
[표] 함께 나타난 코드(단위: 답변)
──────────────────────────────────────
코드 1   코드 2   n1  n2  n11  Jaccard
──────────────────────────────────────
A1 예산  A2 교체   2   2    2    1.000
──────────────────────────────────────
주: 단위: 답변 5개(N). 코드가 하나라도 있는 단위 3개.
...
$ saegim quotes A2
[표] A2 교체: 코딩된 진술
──────────────────────────────────────────────────────────────
응답자  집단    문항  진술                          코더  검토
──────────────────────────────────────────────────────────────
R01     공무원  Q1    담당자가 너무 자주 바뀝니다.  규칙
R03     공무원  Q1    인사: 담당자 교체가 잦음      규칙
──────────────────────────────────────────────────────────────
주: 응답자 2명의 코딩 2건.
...
#: --- 40 columns: rows become blocks where the columns do not fit ---
$ COLUMNS=40 saegim table findings --question Q1
[표] 문항 1: 제약
문항: 무엇이 어렵습니까?
────────────────────────────────────────
A 제약 2(66.7)
  하위주제: A1 예산
  n(%): 2(66.7)
  대표 진술: "예산이 부족합니다."
    (R01, 공무원)

  하위주제: A2 교체
  n(%): 2(66.7)
  대표 진술: "담당자가 너무 자주
    바뀝니다." (R01, 공무원)

코드 없음
  n(%): 1(33.3)
────────────────────────────────────────
주: 질문 3명, 유효응답 3명(공무원 2,
    교수 1).
...
$ COLUMNS=40 saegim table matrix --columns 직군
[표] 코드와 직군
──────────────────────────────────────
코드          n(%)  공무원(2)  교수(1)
──────────────────────────────────────
A1 예산    2(66.7)          2        0
A2 교체    2(66.7)          2        0
B1 고령자  1(33.3)          1        0
──────────────────────────────────────
주: 응답자 3명, 유효응답이 하나라도
    있는 응답자 3명(공무원 2, 교수 1).
...
#: The hit stands in one column under the other: the left side is 13 columns either way.
$ COLUMNS=40 saegim kwic -q 담당자
R01 Q1  부족합니다. [담당자]가 너무 자주
R03 Q1      - 인사: [담당자] 교체가 잦음
#: --- 200 columns: nothing is wrapped, and nothing is stretched ---
$ COLUMNS=200 saegim table findings --question Q1 | sed -n '3,11p'
────────────────────────────────────────────────────────────────────────────────────
상위주제 n(%)  하위주제     n(%)  대표 진술                                     함의
────────────────────────────────────────────────────────────────────────────────────
A 제약         A1 예산   2(66.7)  "예산이 부족합니다." (R01, 공무원)
2(66.7)
               A2 교체   2(66.7)  "담당자가 너무 자주 바뀝니다." (R01, 공무원)
코드 없음                1(33.3)
────────────────────────────────────────────────────────────────────────────────────
주: 질문 3명, 유효응답 3명(공무원 2, 교수 1).
#: Of 5 answers n11 = 2, n10 = n01 = 0, n00 = 3: lift = 2·5/(2·2), φ = 2·3/√(2·2·3·3).
$ COLUMNS=200 saegim table cooccur --more | sed -n '2,6p'
─────────────────────────────────────────────────────────────────────────────────────────────
코드 1   코드 2   n1  n2  n11  Jaccard  n10  n01  n00  N   Dice  overlap  cosine  lift      φ
─────────────────────────────────────────────────────────────────────────────────────────────
A1 예산  A2 교체   2   2    2    1.000    0    0    3  5  1.000    1.000   1.000  2.50  1.000
─────────────────────────────────────────────────────────────────────────────────────────────
#: The same table in two pieces where it is wider than the terminal; the rows keep their names.
$ saegim table cooccur --more | sed -n '2,14p'
────────────────────────────────────────────────────────────────────────────────
코드 1   코드 2   n1  n2  n11  Jaccard  n10  n01  n00  N   Dice  overlap  cosine
────────────────────────────────────────────────────────────────────────────────
A1 예산  A2 교체   2   2    2    1.000    0    0    3  5  1.000    1.000   1.000
────────────────────────────────────────────────────────────────────────────────

(계속)
─────────────────────────────
코드 1   코드 2   lift      φ
─────────────────────────────
A1 예산  A2 교체  2.50  1.000
─────────────────────────────
주: 단위: 답변 5개(N). 코드가 하나라도 있는 단위 3개.
#: No line is wider than the terminal, counted by somebody else (East Asian Width).
$ cat >wide.py <<'X'
> import sys, unicodedata
> for line in sys.stdin.buffer.read().decode("utf-8").split("\n"):
>     n = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
>     if n > int(sys.argv[1]):
>         print(n, line)
> X
$ if command -v python3 >/dev/null; then
>     for n in 24 40 60 80 120; do
>         for t in findings themes matrix "cooccur --more"; do COLUMNS=$n saegim table $t | python3 wide.py $n; done
>         COLUMNS=$n saegim quotes A2 | python3 wide.py $n
>         COLUMNS=$n saegim show R01 | python3 wide.py $n
>     done
> fi
#: --- Markdown ---
$ saegim table findings --question Q1 -f md
### 문항 1: 제약

문항: 무엇이 어렵습니까?

| 상위주제 n(%) | 하위주제 | n(%) | 대표 진술 | 함의 |
|---|---|---:|---|---|
| **A 제약**<br>2(66.7) | A1 예산 | 2(66.7) | "예산이 부족합니다." (R01, 공무원) |  |
|  | A2 교체 | 2(66.7) | "담당자가 너무 자주 바뀝니다." (R01, 공무원) |  |
| 코드 없음 |  | 1(33.3) |  |  |

주: 질문 3명, 유효응답 3명(공무원 2, 교수 1).<br>
복수응답. n은 이 문항에서 해당 주제를 한 번 이상 말한 사람 수이고 %는 유효응답자(N=3) 기준이다.<br>
상위주제는 하위주제 가운데 하나라도 말한 사람을 한 번만 세므로 하위주제의 합과 다를 수 있다.<br>
언급하지 않은 것은 반대를 뜻하지 않는다.<br>
인용은 원문대로이며 머리기호만 뺐다. 프로그램이 정한 규칙으로 골랐다.<br>
코딩: 규칙 4건.<br>
검토: 이 표의 답변×코드 4칸은 모두 검토하지 않은 규칙 코딩.<br>
검토 범위: 말한 답변 3 × 코드 3 = 9칸 가운데 사람이 본 칸 0(0.0%); 그 가운데 코드가 늘 나오는 문항의 코딩 없는 2칸에서는 0(0.0%).

자료: study(R01–R03)
$ saegim table themes -f md | sed -n '3,10p'
| 주제 | n(%) | 언급 수 | 문항 수 |
|---|---:|---:|---:|
| **A 제약** | 2(66.7) | 4 | 1 |
| &emsp;A1 예산 | 2(66.7) | 2 | 1 |
| &emsp;A2 교체 | 2(66.7) | 2 | 1 |
| **B 이용자** | 1(33.3) | 1 | 1 |
| &emsp;B1 고령자 | 1(33.3) | 1 | 1 |
| 코드 없음 | 1(33.3) |  |  |
#: Beside each question its valid answers: three and two.
$ saegim table matrix --columns question -f md | sed -n '3,7p'
| 코드 | n(%) | Q1(3) | Q2(2) |
|---|---:|---:|---:|
| A1 예산 | 2(66.7) | 2 | 0 |
| A2 교체 | 2(66.7) | 2 | 0 |
| B1 고령자 | 1(33.3) | 0 | 1 |
$ saegim table cooccur -f md | sed -n '3,5p'
| 코드 1 | 코드 2 | n1 | n2 | n11 | Jaccard |
|---|---|---:|---:|---:|---:|
| A1 예산 | A2 교체 | 2 | 2 | 2 | 1.000 |
#: --- CSV: RFC 4180, lines end in CR LF; English keys ---
$ saegim table themes -f csv | awk '/\r$/ { n++ } END { print n, NR }'
7 7
$ saegim table themes -f csv | tr -d '\r'
code,theme,n,n_percent,n_base,mentions,questions
A,A 제약,2,66.7,3,4,1
A1,A1 예산,2,66.7,3,2,1
A2,A2 교체,2,66.7,3,2,1
B,B 이용자,1,33.3,3,1,1
B1,B1 고령자,1,33.3,3,1,1
,코드 없음,1,33.3,3,,
$ saegim table findings -f csv | tr -d '\r'
table,theme,theme_n,theme_percent,theme_base,theme_code,code,subtheme,n,n_percent,n_base,quotations,implication
findings-Q1,A 제약,2,66.7,3,A,A1,A1 예산,2,66.7,3,"""예산이 부족합니다."" (R01, 공무원)",
findings-Q1,A 제약,2,66.7,3,A,A2,A2 교체,2,66.7,3,"""담당자가 너무 자주 바뀝니다."" (R01, 공무원)",
findings-Q1,코드 없음,,,,,,,1,33.3,3,,
findings-Q2,B 이용자,1,50.0,2,B,B1,B1 고령자,1,50.0,2,"""어르신들은 키오스크를 어려워하십니다."" (R01, 공무원)",
findings-Q2,코드 없음,,,,,,,1,50.0,2,,
$ saegim table matrix -f csv | tr -d '\r'
code,name,n,n_percent,n_base,R01,R02,R03
A1,A1 예산,2,66.7,3,1,0,1
A2,A2 교체,2,66.7,3,1,0,1
B1,B1 고령자,1,33.3,3,1,0,0
#: A group of two gets no percentage (fewer than 20), but its base.
$ saegim table matrix --columns 직군 -f csv | tr -d '\r'
code,name,n,n_percent,n_base,공무원,공무원_percent,공무원_base,교수,교수_percent,교수_base
A1,A1 예산,2,66.7,3,2,,2,0,,1
A2,A2 교체,2,66.7,3,2,,2,0,,1
B1,B1 고령자,1,33.3,3,1,,2,0,,1
$ saegim table cooccur -f csv | tr -d '\r'
code1,code2,name1,name2,n1,n2,n11,jaccard
A1,A2,A1 예산,A2 교체,2,2,2,1.000
$ saegim quotes A2 -f csv | tr -d '\r'
code,name,respondent,group,question,text,coder,reviewed
A2,A2 교체,R01,공무원,Q1,담당자가 너무 자주 바뀝니다.,규칙,
A2,A2 교체,R03,공무원,Q1,인사: 담당자 교체가 잦음,규칙,
#: Into a file a CSV begins with a BOM, without which Excel reads no UTF-8; to a pipe, and
#: in other formats, it does not.
$ saegim table themes -f csv -o themes.csv && head -c 5 themes.csv | od -An -tx1
wrote themes.csv
 ef bb bf 63 6f
$ saegim table themes -f csv | head -c 5 | od -An -tx1
 63 6f 64 65 2c
$ saegim table themes -q -f tsv -o themes.tsv && head -c 5 themes.tsv | od -An -tx1
 63 6f 64 65 09
$ tail -c +4 themes.csv >rest && saegim table themes -f csv | cmp - rest
#: --- TSV: no quotes, so a quotation mark is a character like others ---
$ saegim table findings --question Q1 -f tsv
theme	theme_n	theme_percent	theme_base	theme_code	code	subtheme	n	n_percent	n_base	quotations	implication
A 제약	2	66.7	3	A	A1	A1 예산	2	66.7	3	"예산이 부족합니다." (R01, 공무원)	
A 제약	2	66.7	3	A	A2	A2 교체	2	66.7	3	"담당자가 너무 자주 바뀝니다." (R01, 공무원)	
코드 없음							1	33.3	3		
$ saegim table matrix --presence -f tsv
code	name	n	n_percent	n_base	R01	R02	R03
A1	A1 예산	2	66.7	3	1	0	1
A2	A2 교체	2	66.7	3	1	0	1
B1	B1 고령자	1	33.3	3	1	0	0
$ saegim table cooccur --unit respondent -f tsv
code1	code2	name1	name2	n1	n2	n11	jaccard
A1	A2	A1 예산	A2 교체	2	2	2	1.000
A1	B1	A1 예산	B1 고령자	2	1	1	0.500
A2	B1	A2 교체	B1 고령자	2	1	1	0.500
#: --- JSON: numbers are numbers, what is not there is null ---
$ saegim table cooccur -f json
[
 {
  "id": "cooccur",
  "caption": "함께 나타난 코드(단위: 답변)",
...
  "rows": [
   {
    "code1": "A1",
    "code2": "A2",
    "name1": "A1 예산",
    "name2": "A2 교체",
    "n1": 2,
    "n2": 2,
    "n11": 2,
    "jaccard": 1.0
   }
  ],
  "notes": [
...
  ],
  "source": "study(R01–R03)"
 }
]
$ cat >look.py <<'X'
> import json, sys
> tables = json.load(sys.stdin)
> for t in tables:
>     print(t["id"], len(t["rows"]), len(t["notes"]) > 0, t["source"])
>     keys = [c["key"] for c in t["columns"]]
>     assert all(list(r) == keys for r in t["rows"])
> X
$ cat >wanted <<'X'
> findings-Q1 3 True study(R01–R03)
> findings-Q2 2 True study(R01–R03)
> themes 6 True study(R01–R03)
> matrix-case 3 True study(R01–R03)
> cooccur 1 True study(R01–R03)
> quotes 2 True study(R01–R03)
> X
$ if command -v python3 >/dev/null; then
>     for t in "table findings" "table themes" "table matrix" "table cooccur" "quotes A2"; do
>         saegim $t -f json | python3 look.py
>     done | cmp - wanted
> fi
$ saegim table themes -f json | sed -n '/"rows"/,/^   }/p'
  "rows": [
   {
    "code": "A",
    "theme": "A 제약",
    "n": {
     "n": 2,
     "base": 3,
     "percent": 66.7
    },
    "mentions": 4,
    "questions": 1
   },
$ saegim kwic -q 담당자 --count -f json | tr -d ' \n' && echo
[{"id":"forms",...
#: --- cells that are hard on a format: = and @ in front, bars, tags, tabs, quotes ---
$ printf '응답자: X1\n\n## Q1\n=1+1 예산\n\n"예산", 그리고 | 막대 \\ 빗금\n\n예산 <b>굵게</b> *별*\t탭\n' >X1.txt
$ printf '## A 예산\n- 예산\n' >one.md && saegim init -q x.sav && saegim ingest -q -p x.sav X1.txt && saegim code -q -p x.sav one.md
$ saegim quotes A -p x.sav -f csv | tr -d '\r' | cut -d , -f 6-
text,coder,reviewed
=1+1 예산,규칙,
"""예산"", 그리고 | 막대 \ 빗금",규칙,
예산 <b>굵게</b> *별*	탭,규칙,
$ saegim quotes A -p x.sav -f tsv | cut -f 6
text
=1+1 예산
"예산", 그리고 | 막대 \\ 빗금
예산 <b>굵게</b> *별*\t탭
$ saegim quotes A -p x.sav -f md | grep '^| X1' | cut -c 1-60 | wc -l | tr -d ' '
3
$ saegim quotes A -p x.sav -f md | grep -c '그리고 \\| 막대'
1
$ saegim quotes A -p x.sav -f md | grep -c '<b>'
0
[1]
$ saegim quotes A -p x.sav -f json | grep '"text": '
    "text": "=1+1 예산",
    "text": "\"예산\", 그리고 | 막대 \\ 빗금",
    "text": "예산 <b>굵게</b> *별*\t탭",
#: --- the report's language is the project's; keys and numbers stay ---
$ saegim init -q -l en en.sav && saegim ingest -q -p en.sav --questionnaire questions.md answers && saegim code -q -p en.sav book.md
$ saegim table themes -p en.sav | head -n 5
[Table] Respondents by theme
...
A 제약...
$ saegim table themes -p en.sav -f tsv | head -n 4
code	theme	n	n_percent	n_base	mentions	questions
A	A 제약	2	66.7	3	4	1
A1	A1 예산	2	66.7	3	2	1
A2	A2 교체	2	66.7	3	2	1
$ saegim table themes -p en.sav | LC_ALL=C grep -c '주:\|자료:\|응답자'
0
[1]
#: --- what is counted can be chosen ---
$ saegim table themes --where 직군=교수 -f tsv | cut -f 1,3-5 | sed -n '2p;7p'
A	0	0.0	1
	1	100.0	1
$ saegim table themes --level 1 --sort n -f tsv | cut -f 1,3
code	n
A	2
B	1
	1
$ saegim table themes --min 2 -f tsv | cut -f 1,3
code	n
A	2
A1	2
A2	2
...
$ saegim table themes --min 2 | grep -c '2명 미만\|2보다\|n이 2'
1
$ saegim table findings --question Q2 --base all -f tsv | cut -f 6,8-10 | sed -n 2p
B1	1	33.3	3
$ saegim table themes --code B -f tsv | cut -f 1,3
code	n
B	1
B1	1
	2
#: Twice the same: a table depends on nothing but the project.
$ for f in text md csv tsv json; do saegim table findings -f $f >one && saegim table findings -f $f | cmp - one; done
