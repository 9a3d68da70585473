#: Files that are no longer in their folder, rows that are no longer in their table,
#: and attributes that are no longer in the head of a file.
$ mkdir answers
$ for i in 1 2 3; do
>     printf '응답자: R0%s\n직군: 공무원\n경력: %s\n\n## Q1\n예산이 부족합니다.\n' $i $i >answers/R0$i.txt
> done
$ printf '# 책\n\n## A 예산\n- 예산\n' >book.md
$ saegim init study.saegim -q
$ saegim ingest -q answers && saegim code -q book.md
$ saegim add A R03 Q1 '예산이' --coder 김 -q
#: R03 leaves, R02 loses an attribute: the one is told and goes on counting, the other goes.
$ rm answers/R03.txt
$ sed -i '/^경력/d' answers/R02.txt
$ saegim ingest answers
answers/R02.txt: note: 경력 ('2') is no longer in the file and goes
answers/R03.txt: warning: is no longer there, and its answers still count; 'ingest --gone drop' takes them out, '--gone keep' leaves them
sources: 0 new, 1 changed, 1 unchanged, 0 not read; answers: 2, of them 0 say nothing
$ saegim status | head -n 2
sources       3 (4 texts with their revisions)
respondents   3
$ saegim show R02 | head -n 1
직군: 공무원
#: The same again from another spelling of the folder; --gone keep is silent.
$ saegim ingest -q ./answers
answers/R03.txt: warning: is no longer there, and its answers still count; 'ingest --gone drop' takes them out, '--gone keep' leaves them
$ saegim ingest -q --gone keep answers
$ saegim ingest --gone away answers
saegim: --gone takes tell|drop|keep, not 'away'
try 'saegim ingest --help'
[2]
#: Taken out: the answers do not count any more, the judgement stays.
$ saegim ingest -q --gone drop answers
answers/R03.txt: warning: taken out: its answers no longer count; 1 judgement on them is kept and holds again when it is read again
$ saegim ingest -q --gone drop answers
$ saegim code book.md
run 2: 0 of 1 codes evaluated over 2 texts; 2 segments (+1 -2)
Q1  A 예산  3→2  −R03
Q1  N       3→2  −R03
$ saegim status | sed -n '1,2p;/taken/p;/judgements /p'
sources       2 (4 texts with their revisions)
respondents   2
taken out     sources no longer there: 1; judgements on them, kept: 1
taken out     sources no longer there: 1; judgements on them, kept: 1
judgements    1 coded by hand, 0 accepted, 0 rejected, 0 facets, 0 pinned, 0 barred, 0 answers reviewed
$ saegim quotes A -f tsv | cut -f 3
respondent
R01
R02
#: And back: the judgement holds again.
$ printf '응답자: R03\n직군: 공무원\n\n## Q1\n예산이 부족합니다.\n' >answers/R03.txt
$ saegim ingest -q answers && saegim code -q book.md
$ saegim quotes A -f tsv | cut -f 3
respondent
R01
R02
R03
R03
#: The folder moves, and a file is lost on the way.
$ mv answers moved && rm moved/R01.txt
$ saegim ingest -q moved
answers/R01.txt: warning: is no longer there, and its answers still count; 'ingest --gone drop' takes them out, '--gone keep' leaves them
#: An empty folder takes nothing out.
$ mkdir empty
$ saegim ingest -q --gone drop empty
saegim: no readable files in 'empty' (.txt, .md, .csv, .tsv, .xlsx, .jsonl, .ndjson are read)
[1]
$ saegim status | head -n 1
sources       3 (5 texts with their revisions)
#: A row of a table.
$ printf '응답자,Q1\nS1,예산이 없다\nS2,예산은 많다\n' >table.csv
$ saegim ingest -q table.csv
$ printf '응답자,Q1\nS1,예산이 없다\n' >table.csv
$ saegim ingest -q table.csv
table.csv#S2: warning: is no longer there, and its answers still count; 'ingest --gone drop' takes them out, '--gone keep' leaves them
$ saegim ingest -q table.csv --gone drop
$ saegim status | head -n 1
sources       4 (7 texts with their revisions)
#: What two sources say of a respondent stays when one of them is taken out, whichever was
#: read last. The row of the table adds 학력, and says of 근무 what the head does not.
$ mkdir two && printf '응답자: T1\n직군: 공무원\n근무: 전일제\n\n## Q1\n예산이 없다.\n' >two/T1.txt
$ printf '응답자,직군,근무,학력,Q2\nT1,공무원,시간제,석사,예산이 많다.\n' >more.csv
$ saegim init two.sav -q && saegim -p two.sav ingest -q two
$ saegim -p two.sav ingest more.csv
more.csv: note: 근무 of T1 changes from '전일제' to '시간제'
more.csv: warning: respondent 'T1' has answers from 'T1.txt' already; both count
sources: 1 new, 0 changed, 0 unchanged, 0 not read; answers: 1, of them 0 say nothing
$ saegim -p two.sav show T1 | head -n 1
직군: 공무원 · 근무: 시간제 · 학력: 석사
$ mkdir aside && mv more.csv aside && printf '응답자,Q1\nT9,예산이 없다\n' >other.csv
$ saegim -p two.sav ingest -q --gone drop other.csv
$ saegim -p two.sav show T1 | head -n 1
직군: 공무원 · 근무: 전일제
#: Back again; then the text goes, and the row of the table says all.
$ mv aside/more.csv . && saegim -p two.sav ingest -q more.csv
$ rm two/T1.txt && printf '## Q1\n예산.\n' >two/T2.txt
$ saegim -p two.sav ingest -q --gone drop two
$ saegim -p two.sav show T1 | head -n 1
직군: 공무원 · 근무: 시간제 · 학력: 석사
