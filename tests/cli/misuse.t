#: What a newcomer does on the first afternoon, and must not lose anything by.
$ mkdir 답변 && printf '응답자: R01\n\n## Q1\n예산이 부족합니다. 담당자가 자주 바뀝니다.\n' >답변/R01.txt
$ printf '응답자: R02\n\n## Q1\n예산도 인력도 없습니다.\n' >답변/R02.txt
$ printf '# 코드북\n## 예산\n- 예산\n## 사람\n- 담당자 | 인력\n## 빈 코드\n' >코드북.md
#: A project is found by its ending, and gets it when the name has none.
$ saegim init '내 연구'
made 내 연구.saegim; next: saegim ingest --questionnaire Q.md RESPONSES...
$ saegim status | sed -n '/^codebook/p'
codebook      none applied yet; next: saegim ingest --questionnaire Q.md RESPONSES...
$ saegim ingest -q 답변 && saegim code -q 코드북.md
#: A review sheet that nobody filled in is no list of codings.
$ for f in 검토.xlsx 검토.csv 검토.tsv; do saegim review --export $f -q; saegim add --from $f --coder kim; done
saegim: 검토.xlsx:1:1: this is a review sheet; 'saegim review --import' reads it
saegim: 검토.csv:1:1: this is a review sheet; 'saegim review --import' reads it
saegim: 검토.tsv:1:1: this is a review sheet; 'saegim review --import' reads it
[1]
$ saegim status | sed -n '/^judgements/p'
judgements    0 coded by hand, 0 accepted, 0 rejected, 0 facets, 0 pinned, 0 barred, 0 answers reviewed
#: Looking at what waits for review writes nothing: a file that another program left in
#: WAL mode, which the first writer ends, stays in it.
$ mode() { sqlite3 '내 연구.saegim' "PRAGMA journal_mode${1-}"; }
$ mode =WAL && saegim review -q | head -n 1 && saegim review --next -q >next && saegim review --export 보기.csv -q && mode
wal
4 cells wait for review
wal
$ saegim review --import 보기.csv --coder kim -q && mode
delete
#: Looking at what is to settle writes nothing, not even what both agree on.
$ saegim add -q 예산 R01 Q1 '예산이 부족합니다.' --coder a && saegim add -q 예산 R01 Q1 '예산이 부족합니다.' --coder b && saegim add -q 사람 R01 Q1 '담당자가 자주 바뀝니다.' --coder b
$ cp '내 연구.saegim' before
$ saegim settle a b --list | sed -n 5p
합의: 1 codings that both agree on are still to be taken over; 0 differences settled before, 1 places open
R01     Q1       2     사람               담당자가 자주 바뀝니다.
$ saegim settle a b --export open.tsv
합의: 1 codings that both agree on are still to be taken over; 0 differences settled before, 1 places open
wrote open.tsv
$ saegim settle a b --list --ask
saegim: --list changes nothing
try 'saegim settle --help'
[2]
$ cmp before '내 연구.saegim' && saegim table themes --coder 합의
saegim: there is no coder '합의'; there are 'rules', 'a', 'b'
[1]
#: A colleague's file in the same folder is not taken for one's own.
$ cp '내 연구.saegim' 동료.saegim && saegim -p 동료.saegim add -q 예산 R02 Q1 --coder 동료
$ saegim merge 동료.saegim --dry-run -q && saegim merge ./동료.saegim 2>&1 | cut -c 1-18
new: 1 judgements,
$ rm 동료.saegim
#: In a folder that holds nothing but that file, it is what is there.
$ mkdir 받은 && cp '내 연구.saegim' 받은/동료.saegim && (cd 받은 && saegim merge 동료.saegim; saegim merge ./동료.saegim)
saegim: no project: '동료.saegim', the file to merge, is the only *.saegim here; name the project with -p FILE
saegim: no project: './동료.saegim', the file to merge, is the only *.saegim here; name the project with -p FILE
[1]
$ (cd 받은 && mv 동료.saegim ../받은것 && saegim merge ../받은것); rm -r 받은 받은것
saegim: no project: there is no *.saegim here; ...
#: A file of another study is said to be one. An interview that is only there is not one
#: that was here and is gone.
$ mkdir 남 && printf '응답자: S01\n\n## Q1\n예산은 남의 이야기입니다.\n' >남/S01.txt && printf '응답자: S02\n\n## Q1\n없습니다.\n' >남/S02.txt
$ saegim init -q 남.saegim && saegim -p 남.saegim ingest -q 남 && saegim -p 남.saegim code -q 코드북.md && saegim -p 남.saegim add -q 예산 S01 Q1 --coder 남
$ cp '내 연구.saegim' 합친것 && saegim merge -q -p 합친것 남.saegim
warning: no respondent and no source of that file is here: it looks like another study
warning: there is no respondent 'S01' here; what was said of them is kept
warning: S01 Q1: '예산은 남의 이야기입니다.' is in no text here; what was said of it is kept without a place
$ saegim status -p 합친것 | sed -n '/^taken out/p;/^from a merge/p'
from a merge  sources not ingested here: 1; judgements on them, kept: 1
$ rm -r 남 남.saegim 합친것
#: The command that status tells next is one that can be typed as it stands.
$ cp 코드북.md "내 '책'.md" && saegim code -q --ignore-scopes --from-scratch "내 '책'.md" && echo >>"내 '책'.md" && saegim status | sed -n '/^codebook/p;/ignored/p'
codebook      내 '책'.md (changed since; next: saegim code '내 '\''책'\''.md')
              it ignored where rules look (--ignore-scopes); for a report: saegim code '내 '\''책'\''.md'
$ eval "$(saegim status | sed -n 's/^codebook.*next: \(.*\))$/\1 -q/p')" && saegim code -q 코드북.md && saegim status | sed -n '/^codebook/p'
codebook      코드북.md (as applied)
$ rm "내 '책'.md"
#: The questionnaire is no codebook: its headings would be codes without rules, and take
#: every coding away. Blank lines at its end make no other file of it.
$ printf '# 질문\n## Q1 무엇이 어렵습니까?\n' >물음.md && saegim ingest -q --questionnaire 물음.md 답변 && saegim code -q 코드북.md && cp '내 연구.saegim' before
$ saegim code 물음.md
saegim: 물음.md: this is the questionnaire of the project, not a codebook
[1]
$ echo >>물음.md; saegim code --ignore-scopes --dry-run 물음.md
saegim: 물음.md: this is the questionnaire of the project, not a codebook
[1]
$ cmp before '내 연구.saegim'
#: Nor is one that would not be read as a codebook.
$ printf '# 질문\n## 배경\n### Q1 무엇이 어렵습니까?\n' >물음.md && saegim ingest -q --questionnaire 물음.md 답변 && saegim code 물음.md
saegim: 물음.md: this is the questionnaire of the project, not a codebook
[1]
#: What cannot be drawn, split, or is there in no form that its name says.
$ saegim plot bars --output 그림.gif
saegim: figures are written as .svg or .png, not '그림.gif'
try 'saegim plot --help'
[2]
$ saegim codebook split 코드북.md '빈 코드' '새 코드' --rules 3
saegim: '빈 코드' has no rules to split
[1]
#: What cannot be done to the end is not begun: the codebook stays, and no backup is made
#: (but where the second file cannot be written after the first was: that is put back).
$ printf '### Q1 제약\n* focus: 예산, 사람\n' >질문.md && cp 코드북.md 그대로.md
$ saegim codebook rename 코드북.md 예산 재정 --questionnaire 없는.md; saegim codebook rename 코드북.md 예산 재정 -p 없는.saegim
saegim: cannot open '없는.md': No such file or directory
saegim: there is no project '없는.saegim'
[1]
$ saegim codebook merge 코드북.md 예산 사람 -p 코드북.md; printf '\260\241\n* focus: \277\271\263\252\n* focus: 예산\n' >옛.md; saegim codebook rename 코드북.md 예산 재정 --questionnaire 옛.md
saegim: 코드북.md: this is not a saegim project
saegim: 옛.md: cannot edit a file that is not UTF-8; save it as UTF-8 first
[1]
$ cmp 그대로.md 코드북.md; ls *.bak
ls: ...
[2]
$ saegim codebook rename 코드북.md 예산 재정 --questionnaire 질문.md --dry-run
# 코드북
## 재정
* was: 예산
- 예산
## 사람
- 담당자 | 인력
## 빈 코드
질문.md:2: note: focus: '예산' is now '재정'
$ i=1; echo 자리 >질문.md.bak; while [ $i -le 1000 ]; do echo 자리 >질문.md.bak.$i; i=$((i + 1)); done
$ saegim codebook rename 코드북.md 예산 재정 --questionnaire 질문.md; rm 질문.md.bak*
saegim: 질문.md: there are too many backups (질문.md.bak...
$ cmp 그대로.md 코드북.md && cat 질문.md
### Q1 제약
* focus: 예산, 사람
$ saegim log --output 실행.csv -q && head -n 1 실행.csv | cut -d , -f 2-4
time,codebook,sha256
$ saegim memo list
no memos
$ saegim memo import 코드북.md 2>&1 | grep -c error
4
#: Copying memos needs two codes, writes over none, tells what it leaves, and is all or nothing.
$ export SAEGIM_CODER=kim && saegim memo -q --code 예산 '예산 전체' && saegim memo -q --question Q1 --code 예산 '첫 칸' && saegim memo -q --question Q1 --code 사람 '둘째 칸'
$ saegim memo --question Q1 --code 예산 copy; saegim memo copy; saegim memo copy 예산
saegim: --code does not apply to 'memo copy'
try 'saegim memo --help'
saegim: missing CODE CODE
try 'saegim memo --help'
saegim: missing CODE CODE
try 'saegim memo --help'
[2]
$ saegim memo -q -R R01 -Q Q1 -c 예산 --quote '예산이 부족합니다.' '말에 단 것' && saegim memo copy 예산 사람
Q1: warning: memo not copied, there is another one already: '첫 칸'
memos copied: 2; 0 were there, 1 not copied
[3]
$ saegim memo list --question Q1 --code 예산 --format tsv | cut -f 1,7 | tail -n +2 | sort && saegim memo list --code 사람 --format tsv | cut -f 1,2,7 | tail -n +2 | sort
	첫 칸
R01	말에 단 것
		예산 전체
	Q1	둘째 칸
R01	Q1	말에 단 것
$ saegim memo copy 예산 사람 2>&1 | tail -n 1
memos copied: 0; 2 were there, 1 not copied
$ sqlite3 '내 연구.saegim' "CREATE TRIGGER full BEFORE INSERT ON memo WHEN (SELECT count(*) FROM memo)>6 BEGIN SELECT RAISE(ABORT,'no more'); END"
$ saegim memo copy 예산 '빈 코드' 2>&1 | grep -c 'no more'; saegim memo list --code '빈 코드'; sqlite3 '내 연구.saegim' 'DROP TRIGGER full'; unset SAEGIM_CODER
1
no memos
#: A memo on words that stand twice is copied to where it is.
$ mkdir 두번 && cd 두번 && printf '응답자: R01\n\n## Q1\n처음입니다. 예산이 없다. 끝입니다.\n' >R01.txt && saegim init p -q && saegim ingest -q R01.txt
$ printf '## A 가\n- 예산\n## B 나\n- 나중\n' >b.md && saegim code -q b.md && saegim memo -q -R R01 -Q Q1 -c A --quote '예산이 없다.' '뒤의 말' --coder kim
$ printf '응답자: R01\n\n## Q1\n예산이 없다. 그리고 처음입니다. 예산이 없다. 끝입니다.\n' >R01.txt && saegim ingest -q R01.txt && saegim memo copy A B --coder kim
memos copied: 1
$ sqlite3 p.saegim "SELECT substr(t.body,a.start-6,5),m.code FROM memo m JOIN anchor a ON a.id=m.anchor JOIN text t ON t.id=a.text ORDER BY m.id"; cd ..
처음입니다|1
처음입니다|2
#: A codebook before any answers, and answers in fields that no questionnaire names.
$ mkdir jsonl && cd jsonl && saegim init 청원 -q && saegim code ../코드북.md
../코드북.md: note: 1 warning; 'saegim codebook check' shows it
run 1: 3 of 3 codes evaluated over 0 texts; 0 segments (+0 -0)
there are no answers yet; next: saegim ingest RESPONSES...
$ printf '{"category": "행정", "content": "예산이 없다."}\n' >청원.jsonl; saegim ingest -q 청원.jsonl
청원.jsonl:1: error: no field is a question: name the fields of answers with --text, or give a questionnaire with their titles or wordings (fields: category, content)
[1]
$ saegim ingest --text content 청원.jsonl -q && saegim code -q ../코드북.md && saegim quotes 예산 --format tsv | cut -f 5-6 | tail -n 1
content	예산이 없다.
#: A new project, while another is named in the environment.
$ SAEGIM_PROJECT=other.saegim saegim init fresh
made fresh.saegim; next: saegim ingest --questionnaire Q.md RESPONSES...
saegim: fresh.saegim is not where commands go on: SAEGIM_PROJECT names 'other.saegim'; unset it, or export SAEGIM_PROJECT=fresh.saegim
