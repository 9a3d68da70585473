#: Runs, their difference, and frozen studies, on a study small enough to count by hand.
#: Q1: R01 예산, 담당자; R02 사람; R03 담당자, 예산. Q2: R01 어르신; R02 무응답; R03 종이.
$ mkdir answers
$ printf '응답자: R01\n직군: 공무원\n\n## Q1\n예산이 부족합니다. 담당자가 자주 바뀝니다.\n\n## Q2\n어르신들은 어려워하십니다.\n' >answers/R01.txt
$ printf '응답자: R02\n직군: 교수\n\n## Q1\n예산은 문제가 아니다. 사람이 문제다.\n\n## Q2\n무응답\n' >answers/R02.txt
$ printf '응답자: R03\n직군: 공무원\n\n## Q1\n담당자 교체가 잦다. 예산이 부족하다.\n\n## Q2\n종이가 남아 있어야 한다.\n' >answers/R03.txt
$ printf '# 조사\n\n### Q1 제약\n* focus: A\n무엇이 어렵습니까?\n\n### Q2 이용\n누가 어려워합니까?\n' >questions.md
$ cat >my.md <<'X'
> # 책
> ## A 제약
> ### A1 예산
> - 예산 AND 부족
> ### A2 교체
> - 담당자
> ## B 이용자
> - 어르신
> X
$ saegim init study.saegim -q
$ saegim diff
saegim: no codes are known yet: run `saegim code CODEBOOK` first
[1]
$ saegim log
no codebook was applied yet; next: saegim code CODEBOOK
$ saegim freeze 초안
saegim: nothing was coded yet: run `saegim code CODEBOOK` first
[1]
$ saegim ingest -q --questionnaire questions.md answers
$ saegim code my.md --note '첫 실행'
run 1: 4 of 4 codes evaluated over 3 texts; 5 segments (+5 -0)
$ saegim diff
saegim: there is only one run; the next `saegim code` makes something to compare
[1]
#: What is printed now is printed again to the byte, whatever happens.
$ tables() { for t in findings themes matrix cooccur; do for f in text md csv tsv json; do saegim table $t -f $f "$@"; done; done; saegim quotes A -f json "$@"; saegim show R01 "$@"; }
$ saegim reject A1 R03 Q1 --coder 김 && saegim memo --question Q1 --code A1 '예산을 늘린다.' --coder 김
rejected: A1 R03 Q1 by 김
memo kept
$ tables >then.txt
$ saegim freeze 최종보고 --note '6월 제출본' --coder 김
frozen: 최종보고 (run 1); 'saegim table ... --at 최종보고' prints it
$ saegim freeze 최종보고
saegim: '최종보고' was frozen already, on 2025-11-24T16:00:00Z; take another name
[1]
$ saegim freeze 7
saegim: '7' would mean a run: give the frozen study a name
[2]
$ for c in 'show R01' 'plot bars -o f.svg' identify 'quotes A' 'export cases' 'report -o r.html'; do saegim $c --at 최종보고 2>&1 >/dev/null | tail -n 1; done | sort | uniq -c | sed 's/^ *//'
6 as frozen: 최종보고
$ saegim plot bars >then.svg
$ saegim freeze
최종보고  run 1  2025-11-24T16:00:00Z  김  saegim ...
$ saegim freeze -f json | sed -n '/"rows"/,/"note"/p' | grep -v program
  "rows": [
   {
    "name": "최종보고",
    "run": 1,
    "time": "2025-11-24T16:00:00Z",
    "coder": "김",
    "note": "6월 제출본",
$ tables --at 최종보고 >again.txt 2>said.txt; cmp then.txt again.txt; sort -u said.txt
as frozen: 최종보고
#: A1 takes every 예산 now, B has another name. R02 then counts; R03's rejected sentence does not.
$ sed 's/^- 예산 AND 부족/- 예산/; s/^## B 이용자/## B 고령자/' my.md >new.md && mv new.md my.md
#: Nothing is stored yet.
$ saegim code --dry-run my.md
not stored: 1 of 4 codes evaluated over 3 texts; 6 segments (+3 -2)
run 1 → now: 3 printed cells differ; codings +1 −0
renamed: B 이용자 → B 고령자
Q1  A 제약 (theme)  2→3  +R02
Q1  A1 예산         1→2  +R02
Q1  (no code)       1→0  −R02

A1 예산  +1
  my.md:4  예산
    + R02 Q1  [예산]은 문제가 아니다.
$ saegim code my.md
run 2: 1 of 4 codes evaluated over 3 texts; 6 segments (+3 -2)
renamed: B 이용자 → B 고령자
Q1  A 제약 (theme)  2→3  +R02
Q1  A1 예산         1→2  +R02
Q1  (no code)       1→0  −R02
$ saegim code --dry-run my.md
nothing has changed: 6 segments
$ saegim diff --cells --code A1
run 1 → run 2: 3 printed cells differ
renamed: B 이용자 → B 고령자
Q1  A 제약 (theme)  1→2  +R02
Q1  A1 예산         1→2  +R02
Q1  (no code)       2→1  −R02
$ saegim diff 1 --where 직군=공무원 --cells
run 1 → now: 0 printed cells differ
renamed: B 이용자 → B 고령자
$ saegim diff 2 1 --question Q1 -f tsv
table	question	cell	code	title	before	after	lost	gained	change	respondent	coder	text	rules
diff-cells	Q1	theme	A	A 제약 (상위주제)	3	2	R02						
diff-cells	Q1	row	A1	A1 예산	2	1	R02						
diff-cells	Q1	no_code		코드 없음	0	1		R02					
diff-codings	Q1		A1	A1 예산					-	R02	규칙	예산은 문제가 아니다.	예산
#: The ending of --output says the format, --notes is heard, and what cannot be written
#: is said before anything is read.
$ saegim diff 1 2 -o d.csv && head -c 3 d.csv | od -An -tx1 && sed -n 2p d.csv | tr -d '\r'
wrote d.csv
 ef bb bf
diff-cells,Q1,theme,A,A 제약 (상위주제),2,3,,R02,,,,,
$ saegim diff 1 2 -q -o d.json && head -c 1 d.json; saegim diff 1 2 -o d.txt -q && head -n 1 d.txt
[run 1 → run 2: 3 printed cells differ; codings +1 −0
$ saegim diff 1 2 -q -o d.xlsx && head -c 2 d.xlsx
PK
$ saegim diff 1 2 --cells -f tsv --notes | grep '^#'
# ...
...
$ saegim diff 1 2 -o d.gif
saegim: no format has the ending '.gif': choose one with --format
try 'saegim diff --help'
[2]
$ saegim diff --code Z9
saegim: there is no code 'Z9'; ...
[1]
$ saegim diff 9
saegim: there is no run 9
[1]
$ saegim diff 없는것
saegim: nothing is frozen as '없는것'; there are: 최종보고
[1]
$ saegim diff 1 2 3
saegim: unexpected '3'
try 'saegim diff --help'
[2]
#: Everything else changes too: sources, questionnaire, attributes, words of people.
$ printf '응답자: R02\n직군: 연구원\n\n## Q1\n담당자가 없다.\n\n## Q2\n어르신이 어렵다.\n' >answers/R02.txt
$ sed 's/Q2 이용/Q2 누구/; s/focus: A/focus: B/' questions.md >q2.md
$ saegim ingest --questionnaire q2.md answers
answers/R02.txt: note: 직군 of R02 changes from '교수' to '연구원'
sources: 0 new, 1 changed, 2 unchanged, 0 not read; answers: 6, of them 0 say nothing
$ saegim pin A2 R01 Q1 '담당자가 자주' --coder 박 && saegim memo --question Q1 --code A1 '다르게' --coder 박 && saegim answer R03 Q2 none blank --coder 박
pinned...
memo kept
R03 Q2 is now: none (blank)
$ saegim diff 1 2 --cells
run 1 → run 2: ...
...
$ saegim code my.md
run 3: ...
...
$ tables --at 최종보고 >again.txt 2>said.txt; cmp then.txt again.txt
$ saegim table findings --at 1 --question Q1 | grep -A 1 '코딩: 실행'
    코딩: 실행 1(2025-11-24T16:00:00Z, my.md). 사람의 판단과 메모, 속성은 지금의
    것이다.
$ saegim plot bars --at 최종보고 -q >again.svg; cmp then.svg again.svg; saegim plot bars | cmp - then.svg
- then.svg differ: ...
[1]
$ saegim plot bars --at 7
saegim: there is no run 7
[1]
#: The commands that take --at are those the manual names.
$ for c in $(saegim --help | sed '/^Options/,$d' | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'); do saegim $c --help | grep -q '^      --at ' && printf '`%s`\n' $c; done | sort >takes
$ sed -n 's/^`--at`은 \(.*\)에 쓸 수 있고.*/\1/p' "$SRCDIR/doc/runs.md" | tr -d ' ' | tr ',' '\n' | sort | cmp - takes && wc -l <takes
7
#: R02 says other things now: A1 lost R02, A2 gained R02, and R02 answers Q2. (The focus
#: of Q1 is B in the present questionnaire, so A1 and A2 are outside of it.)
$ saegim diff 2 3 --cells
run 2 → run 3: 4 printed cells differ
Q1  A1 예산 (outside the topic)  2→1  −R02
Q1  A2 교체 (outside the topic)  2→3  +R02
Q2  B 고령자                     1→2  +R02
Q2  N                            1→2  +R02
$ saegim log
run 3  2025-11-24T16:00:00Z  my.md a42d435  +2 −1 = 7
run 2  2025-11-24T16:00:00Z  my.md a42d435  +3 −2 = 6
    codes: A1
    since then: 박 pin 1
run 1  2025-11-24T16:00:00Z  my.md 32ce02d  +5 −0 = 5
    첫 실행
    codes: +4
    since then: 김 reject 1
    frozen: 최종보고
$ saegim log -f tsv | cut -f 1,5,6,7,9,11,12
run	born	died	live	codes	note	frozen
3	2	1	7			
2	3	2	6	A1		
1	5	0	5	+A, +A1, +A2, +B	첫 실행	최종보고
#: Back to run 1: its codebook goes beside the present one, never over another file.
$ rows() { sqlite3 study.saegim "SELECT s.text,s.answer,s.start,s.stop,s.code,s.origin,s.hits,s.facets FROM segment s JOIN text t ON t.id=s.text AND t.current WHERE $1 ORDER BY 1,3,4,5"; }
$ rows 's.born<=1 AND (s.died IS NULL OR s.died>1)' >then.rows
$ echo '다른 파일' >my.run1.md; cp my.md kept.md
$ saegim restore 1
run 4 brings run 1 back: ...
its codebook is in my.run1-2.md
$ cmp my.md kept.md; cat my.run1.md; grep -c '예산 AND 부족' my.run1-2.md
다른 파일
1
#: Row for row on the texts that are the same (R01, R03); R02's new text is coded too.
$ rows "s.died IS NULL AND t.source IN(SELECT id FROM source WHERE name<>'R02.txt')" >now.rows; cmp then.rows now.rows
$ rows "s.died IS NULL" | wc -l
7
$ saegim restore 1
the codings are those of run 1: 7 segments
$ saegim log | head -n 2
run 4  2025-11-24T16:00:00Z  my.run1-2.md ...
    brings run 1 back
$ saegim status | grep judgements
judgements    0 coded by hand, 0 accepted, 1 rejected, 0 facets, 1 pinned, 0 barred, 0 answers reviewed
$ saegim restore 최종보고
saegim: a run is a number, not '최종보고'
try 'saegim restore --help'
[2]
$ saegim restore 77
saegim: there is no run 77
[1]
#: A pager only where a person looks at a terminal.
$ PAGER='sed s/^/P/' saegim diff 1 2 --cells | head -n 1
run 1 → run 2: ...
$ tables --at 최종보고 >again.txt 2>said.txt; cmp then.txt again.txt
