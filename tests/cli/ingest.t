#: Reading answers in the forms people use, and reading them again.
$ cat >questions.md <<'X'
> # 조사
> ## 1 묶음
> ### Q1 개념
> 무엇이라고 보십니까?
> ### Q2 제약
> * parts: 제도 | 행위
> 무엇이 어렵습니까?
> ### Q3 법령
> * asked: 직군 = 공무원
> 어떤 법이 걸립니까?
> X
#: --- headings: the same three answers, headed in eleven ways ---
$ mkdir forms && n=0
$ form() { n=$((n + 1)); printf "응답자: H$n\n직군: 공무원\n\n$1" >forms/h$n.txt; }
$ A='편리해지는 것이다.' B='제도: 규정이 낡았다.\n행위: 사람이 모자라다.' C='법이다.'
$ form "## Q1\n$A\n\n## Q2\n$B\n\n## Q3\n$C\n"
$ form "Q1. $A\nQ2. $B\nQ3. $C\n"
$ form "문1) $A\n문2) $B\n문3) $C\n"
$ form "질문 1: $A\n질문 2: $B\n질문 3: $C\n"
$ form "[Q1]\n$A\n[Q2]\n$B\n[Q3]\n$C\n"
$ form "1. 개념\n$A\n2. 제약\n$B\n3. 법령\n$C\n"
$ form "무엇이라고 보십니까?\n$A\n무엇이 어렵습니까?\n$B\n어떤 법이 걸립니까?\n$C\n"
$ form "## 개념\n$A\n## 제약\n$B\n## 법령\n$C\n"
$ form "1번 문항\n답: $A\n2번 문항\n답변: $B\n3번 문항\nA3. $C\n"
$ form "제１문. $A\n제２문. $B\n제３문. $C\n"
$ form "1. $A\n2. $B\n3. $C\n"
$ saegim init -q forms.sav && saegim -p forms.sav ingest --questionnaire questions.md forms
forms/h11.txt:4: note: numbers alone are taken as headings: 1 to 3 in order
sources: 11 new, 0 changed, 0 unchanged, 0 not read; answers: 33, of them 0 say nothing
$ saegim show -p forms.sav H1
직군: 공무원

H1 Q1 개념  [answered]
  편리해지는 것이다.

H1 Q2 제약  [answered]
  제도: 규정이 낡았다.
  행위: 사람이 모자라다.

H1 Q3 법령  [answered]
  법이다.

$ saegim show -p forms.sav H1 | sed 's/^H1 /H /' >wanted
$ for i in 2 3 4 5 6 7 8 9 10 11; do saegim show -p forms.sav H$i | sed "s/^H$i /H /" | cmp - wanted; done
#: The labels 제도 and 행위 are parts: a rule for one of them sees that part only.
$ printf '## A 행위\n- [Q2.행위] 사람 | 규정\n## B 제도\n- [Q2.제도] 사람\n## C 규정\n- [제도] 규정\n' >parts.md
$ saegim -p forms.sav code -q parts.md && saegim -p forms.sav table themes -f tsv | cut -f 1,3,6
code	n	mentions
A	11	11
B	0	0
C	11	11
	0	
#: Numbers within sentences are no headings; what is no question is named and kept.
$ cat >H20.txt <<'X'
> 직군: 교수
>
> 먼저 인사 말씀.
>
> ## Q1
> Q2에서 말한 대로 편리하다. 제3조.에 있다.
> 이름: 이 줄은 답변이다.
>
> ## Q4
> 없는 문항.
>
> ## Q2
> 위와 동일
> X
$ saegim init -q odd.sav && saegim -p odd.sav ingest --questionnaire questions.md H20.txt
H20.txt:3: warning: text above the first question stays unassigned: '먼저 인사 말씀.'
H20.txt:9: warning: no question of the questionnaire; its text stays unassigned: '## Q4'
sources: 1 new, 0 changed, 0 unchanged, 0 not read; answers: 2, of them 1 say nothing
#: A professor is not asked Q3, which is no answer; the respondent's name is the file's.
$ saegim -p odd.sav show H20
직군: 교수

H20 Q1 개념  [answered]
  Q2에서 말한 대로 편리하다.
  제3조.에 있다.
  이름: 이 줄은 답변이다.

H20 Q2 제약  [none, cross_reference]
  위와 동일

H20 Q3 법령  [not_asked]

H20  [unassigned]
  먼저 인사 말씀.

H20  [unassigned]
  ## Q4
  없는 문항.

#: --- kinds of non-answers, and correcting them ---
$ printf '응답자: N1\n직군: 공무원\n\n## Q1\n잘 모르겠습니다\n\n## Q2\n제 분야가 아니라 답변을 생략합니다\n' >N1.txt
$ saegim -p odd.sav ingest N1.txt
sources: 1 new, 0 changed, 0 unchanged, 0 not read; answers: 3, of them 3 say nothing
$ saegim -p odd.sav status --answers | sed '1,/^Answers/d'
H20 Q2  cross_reference  위와 동일
N1 Q1  unknown  잘 모르겠습니다
N1 Q2  not_my_field  제 분야가 아니라 답변을 생략합니다
N1 Q3  missing  
$ saegim -p odd.sav answer N1 Q1 answered && saegim -p odd.sav answer H20 Q2 none blank --coder kim
N1 Q1 is now: answered (full)
H20 Q2 is now: none (blank)
$ saegim -p odd.sav status --answers | sed '1,/^Answers/d'
H20 Q2  blank, confirmed  위와 동일
N1 Q2  not_my_field  제 분야가 아니라 답변을 생략합니다
N1 Q3  missing  
#: The base of the percentages follows: Q1 was answered by two of two now.
$ printf '## A 모름\n- 모르\n## B 편리\n- 편리\n' >two.md && saegim -p odd.sav code -q two.md && saegim -p odd.sav table themes --question Q1 -f tsv | cut -f 1,3-5 | sed -n 3p
B	1	50.0	2
$ saegim -p odd.sav undo && saegim -p odd.sav code -q two.md && saegim -p odd.sav table themes --question Q1 -f tsv | cut -f 1,3-5 | sed -n 3p
took back: answered N1 Q1
B	1	100.0	1
#: --- notes about the data beside the interviews ---
#: A file that is called as such notes are, and has neither headings nor a respondent, is
#: no respondent. Any other one is, and is named. Nothing is left out without a word.
$ mkdir -p notes/more && printf '직군: 교수\n\n## Q1\n쉽다.\n' >notes/R1.txt && printf '## Q1\n어렵다.\n' >notes/R2.txt
$ printf '자료: 어느 연구\n받은 날: 2024-05-01\n\n1. 파일은 한 사람에 하나\n' >notes/SOURCE.txt && printf '이 폴더는 면접이다.\n' >notes/more/Readme.TXT && printf '# 안내\n면접이다.\n' >notes/README.md
$ printf '전화로 들은 것을 적었다.\n' >notes/전화.txt && printf '## Q1\n출처를 모른다.\n' >notes/출처.txt
$ saegim init -q n1.sav && saegim -p n1.sav ingest notes; saegim -p n1.sav table matrix -f tsv | head -n 1 | cut -f 4- | tr '\t' ' '
notes/README.md: warning: no question headings and no respondent: not read as answers; name the file itself to force it
notes/SOURCE.txt: warning: no question headings and no respondent: not read as answers; name the file itself to force it
notes/more/Readme.TXT: warning: no question headings and no respondent: not read as answers; name the file itself to force it
notes/전화.txt: note: no question headings found: the whole text is one answer
notes/전화.txt: warning: neither question headings nor a respondent, as other texts here have: it counts as a respondent with one answer; if it is no interview, take it out of the folder
sources: 4 new, 0 changed, 0 unchanged, 0 not read; answers: 4, of them 0 say nothing
R1 R2 전화 출처
$ saegim init -q n2.sav && saegim -p n2.sav ingest --questionnaire questions.md notes 2>&1 | grep -v 'not read'
notes/전화.txt: warning: no question headings and no respondent: the whole text stays unassigned, and counts as a respondent with no answer; if it is no interview, take it out of the folder
$ saegim -p n1.sav ingest notes/SOURCE.txt
notes/SOURCE.txt: note: no question headings found: the whole text is one answer
sources: 1 new, 0 changed, 0 unchanged, 0 not read; answers: 1, of them 0 say nothing
#: Texts that are all alike need no word.
$ mkdir whole && cp notes/전화.txt whole/가.txt && cp notes/전화.txt whole/나.txt && saegim init -q n3.sav && saegim -p n3.sav ingest -q whole
#: --- tables: one row a respondent ---
$ cat >wide.csv <<'X'
> 응답자,직군,Q1,Q2. 제약,메모
> T1,공무원,"편리하다,
> ""쉽다""",제도: 낡았다.,참고
> T2,교수,빠르다.,,
>
> T3,교수,느리다.
> T4,교수,가볍다.,무겁다.,참고,남는 칸
> X
$ saegim init -q t.sav && saegim -p t.sav ingest --questionnaire questions.md wide.csv
wide.csv:6: warning: row has 3 fields, the header 5
wide.csv:7: warning: row has 6 fields, the header 5
sources: 4 new, 0 changed, 0 unchanged, 0 not read; answers: 9, of them 3 say nothing
$ saegim -p t.sav show T1
직군: 공무원 · 메모: 참고

T1 Q1 개념  [answered]
  편리하다,
  "쉽다"

T1 Q2 제약  [answered]
  제도: 낡았다.

T1 Q3 법령  [none, missing]

$ saegim -p t.sav show T4 | sed -n '3,$p'
T4 Q1 개념  [answered]
  가볍다.

T4 Q2 제약  [answered]
  무겁다.

T4 Q3 법령  [not_asked]

T4  [unassigned]
  남는 칸

#: Other separators and encodings give the same study.
$ for k in T1 T2 T3 T4; do saegim -p t.sav show $k; done >wanted
$ same() { saegim init -q $1.sav && saegim -q -p $1.sav ingest --questionnaire questions.md $2 2>/dev/null && for k in T1 T2 T3 T4; do saegim -p $1.sav show $k; done | cmp - wanted; }
$ tr ',' ';' <wide.csv | sed 's/"편리하다;/"편리하다,/' >semicolon.csv && same semicolon semicolon.csv
$ tr ',' '\t' <wide.csv | sed 's/"편리하다\t/"편리하다,/' >tab.tsv && same tab tab.tsv
$ { printf '\357\273\277'; cat wide.csv; } >bom.csv && same bom bom.csv
$ if command -v iconv >/dev/null; then { printf '\377\376'; iconv -f UTF-8 -t UTF-16LE wide.csv; } else cat wide.csv; fi >utf16.csv && same utf16 utf16.csv
$ if command -v iconv >/dev/null; then iconv -f UTF-8 -t CP949 wide.csv; else cat wide.csv; fi >cp949.csv && same cp949 cp949.csv
$ awk '{ printf "%s\r\n", $0 }' wide.csv >crlf.csv && same crlf crlf.csv
#: One row an answer.
$ cat >tall.tsv <<'X'
> respondent	question	answer	직군
> L1	Q1	하나다.	교수
> L1	Q2	둘이다.	교수
> L2	Q1	셋이다.	연구원
> L2	Q9	넷이다.	교수
> X
$ saegim -p t.sav ingest tall.tsv
tall.tsv:5: warning: '직군' of 'L2' is not what line 4 says; that stays
tall.tsv:5: warning: 'Q9' is no question of the questionnaire; its text stays unassigned
sources: 2 new, 0 changed, 0 unchanged, 0 not read; answers: 4, of them 1 say nothing
$ saegim -p t.sav show L2
직군: 연구원

L2 Q1 개념  [answered]
  셋이다.

L2 Q2 제약  [none, missing]

L2 Q3 법령  [not_asked]

L2  [unassigned]
  넷이다.

#: Columns can be named.
$ printf '이름표,소감,성별\nC1,좋다.,여\nC2,싫다.,남\n' >named.csv
$ saegim init -q n.sav && saegim -p n.sav ingest --id 이름표 --text Q1=소감 --keep 성별 named.csv
sources: 2 new, 0 changed, 0 unchanged, 0 not read; answers: 2, of them 0 say nothing
$ saegim -p n.sav show C2
성별: 남

C2 Q1...
  싫다.

$ saegim -p n.sav ingest named.csv
named.csv:1: error: no column is a question: ...
...
[1]
#: --- JSON Lines: one line a respondent, what is no JSON is named, the rest goes in ---
$ cat >j.jsonl <<'X'
> {"번호":"J1","소감":"편리하다.\n빠르다.","나이":30,"찬성":true,"tags":[1]}
>
> {"번호":"J2","소감":"느리다."}
> not json
> {"번호":"J3","소감":"가\ud55c다."}
> X
$ saegim -p n.sav ingest --id 번호 --text Q1=소감 j.jsonl
j.jsonl:1: warning: field 'tags' is a list or an object; left out
j.jsonl:4:3: error: no JSON: a sign is missing or wrong, at 'not'
sources: 3 new, 0 changed, 0 unchanged, 1 not read; answers: 3, of them 0 say nothing
[3]
$ saegim -p n.sav show J1 && saegim -p n.sav show J3
나이: 30 · 찬성: true

J1 Q1...
  편리하다.
  빠르다.

J3 Q1...
  가한다.

#: --- attributes apart: merged, a change is said, a name without answers too ---
$ printf 'ID,직군,연령\nT1,연구원,40\nT2,,50\nZ9,교수,60\n' >attributes.csv
$ saegim -p t.sav ingest --attributes attributes.csv
attributes.csv: note: 직군 of T1 changes from '공무원' to '연구원'
attributes.csv: note: 'Z9' has attributes but no answers yet
attributes of 3 respondents
$ saegim -p t.sav show T1 Q1 | head -n 1; saegim -p t.sav show T2 Q1 | head -n 1
직군: 연구원 · 메모: 참고 · 연령: 40
직군: 교수 · 연령: 50
$ saegim -p t.sav ingest -q --attributes nowhere.csv
saegim: cannot open 'nowhere.csv': no such file
[1]
#: --- reading again: judgements go along, or are listed ---
$ write() { printf "응답자: R01\n\n## Q1\n$1\n\n## Q2\n모르겠습니다.\n" >R01.txt; }
$ write '예산이 부족합니다. 담당자가 바뀝니다.'
$ printf '## A 예산\n- 예산\n## B 사람\n- 담당자\n' >book.md
$ saegim init -q s.saegim && saegim ingest -q R01.txt && saegim code book.md
run 1: 2 of 2 codes evaluated over 1 texts; 2 segments (+2 -0)
$ saegim reject A R01 Q1 --coder kim && saegim accept B R01 Q1 '담당자가 바뀝니다.' --coder kim && saegim add B R01 Q1 예산이 --coder lee
rejected: A R01 Q1 by kim
accepted: B R01 Q1 by kim
coded: B R01 Q1 by lee
$ saegim answer R01 Q2 answered partial --coder kim
R01 Q2 is now: answered (partial)
$ saegim status >before; cp s.saegim before.sav; saegim ingest R01.txt && saegim status | cmp - before
sources: 0 new, 0 changed, 1 unchanged, 0 not read; answers: 2, of them 1 say nothing
#: Unchanged: not even the file is touched.
$ cmp s.saegim before.sav
#: A sentence is put in front: everything moves with its words.
$ write '머리말을 넣었다. 예산이 부족합니다. 담당자가 바뀝니다.'
$ saegim ingest R01.txt
sources: 0 new, 1 changed, 0 unchanged, 0 not read; answers: 2, of them 1 say nothing
$ saegim status | sed -n '1p;7,$p'
sources       1 (2 texts with their revisions)
not coded     1 texts are new or changed; next: saegim code book.md
judgements    1 coded by hand, 1 accepted, 1 rejected, 0 facets, 0 pinned, 0 barred, 0 answers reviewed
              1 corrected answers, 0 memos
$ saegim code book.md 2>&1 | sed 's/.*; //'
2 segments (+2 -2)
$ saegim show R01
R01 Q1...
  머리말을 넣었다.
  예산이 부족합니다.
      → B(lee)
  담당자가 바뀝니다.
      → B

R01 Q2   [answered, partial, confirmed]
  모르겠습니다.

#: The sentence that was judged is gone: its judgements are listed, and kept. What was
#: said of the whole answer goes with the whole answer.
$ write '돈이 없습니다. 담당자가 바뀝니다.'
$ saegim ingest R01.txt
R01.txt: warning: '예산이 부족합니다.' is not in the new text of R01 Q1: the code of lee (B) has no place now
sources: 0 new, 1 changed, 0 unchanged, 0 not read; answers: 2, of them 1 say nothing
$ saegim status | sed -n '/^orphans/,$p'
orphans       1 judgements have no place in the present texts

Judgements whose quotation is in no present text:
R01 Q1  code B (lee)  예산이 부족합니다.
$ saegim code -q book.md && saegim show R01 Q1 | sed -n '2,5p'
  돈이 없습니다.
  담당자가 바뀝니다.
      → B

#: The first version comes back: so do they, on the text that was there before.
$ write '예산이 부족합니다. 담당자가 바뀝니다.'
$ saegim ingest R01.txt && saegim status | sed -n '1p;/^orphans/p'
sources: 0 new, 1 changed, 0 unchanged, 0 not read; answers: 2, of them 1 say nothing
sources       1 (3 texts with their revisions)
$ saegim code -q book.md && saegim show R01 Q1 | sed -n '2,5p'
  예산이 부족합니다.
      → B(lee)
  담당자가 바뀝니다.
      → B
#: Taken back in the opposite order, one by one.
$ for i in 1 2 3 4; do saegim undo --coder kim; done
took back: answered R01 Q2
took back: accept B R01 Q1 '담당자가 바뀝니다.'
took back: reject A R01 Q1 '예산이 부족합니다. 담당자가 바뀝니다.'
saegim: there is nothing of kim to take back
[1]
