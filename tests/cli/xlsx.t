#: Excel files in: answers, attributes, codings. tests/cli/data/answers.xlsx has a title
#: above its header and a second sheet; long.xlsx merges a respondent's cells.
$ printf '# 조사\n## 1 묶음\n### Q1 제약\n무엇이 어렵습니까?\n### Q2 이용\n누가 어려워합니까?\n' >questions.md
$ printf '# 코드북\n## A 제약\n### A1 예산\n- 예산 AND 부족\n### A2 교체\n- 담당자\n' >book.md
$ data=tests/cli/data
$ saegim init -q study.saegim
$ saegim ingest --questionnaire questions.md $data/answers.xlsx
tests/cli/data/answers.xlsx: warning: sheet '응답' is read; not read: '속성' (--sheet chooses one)
tests/cli/data/answers.xlsx:1: note: a line with one cell above the header: taken as a title, not read
sources: 3 new, 0 changed, 0 unchanged, 0 not read; answers: 6, of them 1 say nothing
$ saegim ingest --attributes --sheet 속성 $data/answers.xlsx
attributes of 3 respondents
$ saegim show R02
직군: 교수 · 경력: 3.5

R02 Q1 제약  [answered]
  사람이 문제다.

R02 Q2 이용  [none, blank]
  무응답

$ saegim show R03 Q2 | sed -n 4p
  =종이 서식이 남아 있어야 한다.
$ saegim code -q book.md
$ saegim add --coder 김 --from $data/codings.xlsx
tests/cli/data/codings.xlsx:4:1: warning: there is no respondent 'R09'
2 codings added, 1 lines could not be placed
[3]
$ saegim init -q long.saegim
$ saegim ingest -p long.saegim --questionnaire questions.md $data/long.xlsx
sources: 2 new, 0 changed, 0 unchanged, 0 not read; answers: 4, of them 1 say nothing
$ saegim show -p long.saegim R01 Q2 | grep 키오
  어르신들은 키오스크를 어려워하십니다.
#: --- what cannot be read is named ---
$ saegim ingest -p study.saegim --sheet 없음 $data/answers.xlsx
tests/cli/data/answers.xlsx: error: there is no sheet '없음' (sheets: '응답', '속성')
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
[1]
$ saegim ingest -p study.saegim -a --sheet 3 $data/answers.xlsx
tests/cli/data/answers.xlsx: error: there is no sheet '3' (sheets: '응답', '속성')
attributes of 0 respondents
[1]
$ head -c 900 $data/answers.xlsx >cut.xlsx
$ saegim ingest -p study.saegim cut.xlsx
cut.xlsx: error: a broken zip file: its end is missing, where its parts are listed
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
[1]
$ printf '\320\317\021\340\241\261\032\341W\0o\0r\0k\0b\0o\0o\0k\0' >old.xls
$ saegim ingest -p study.saegim old.xls
old.xls: error: a workbook of Excel 97-2003: save it as .xlsx
sources: 0 new, 0 changed, 0 unchanged, 1 not read; answers: 0, of them 0 say nothing
[1]
#: --- tables out: the ending of the file says the format ---
$ for f in html xlsx docx hwpx; do saegim table findings -p study.saegim -o t.$f; done
wrote t.html
wrote t.xlsx
wrote t.docx
wrote t.hwpx
$ for f in html xlsx docx hwpx; do saegim table findings -q -p study.saegim -o u.$f && cmp t.$f u.$f; done
$ saegim table findings -p study.saegim -f docx | cmp - t.docx
$ saegim table findings -p study.saegim -f html | grep -c '<table'
2
$ saegim run -q book.md --questionnaire questions.md $data/answers.xlsx -o report.HWPX
tests/cli/data/answers.xlsx: warning: sheet '응답' is read; not read: '속성' (--sheet chooses one)
$ head -c 57 report.HWPX | tail -c 27
mimetypeapplication/hwp+zip
$ saegim table findings -p study.saegim -o x.pdf
saegim: no format has the ending '.pdf': choose one with --format
try 'saegim table --help'
[2]
$ saegim table themes -p study.saegim -f csv --notes | tail -n 4 | tr -d '\r'
"# 주: 코딩: 규칙 4건, 김 2건."
# 주: 검토: 이 표의 답변×코드 5칸 중 2칸(40.0%)을 사람이 검토함; 나머지는 검토하지 않은 규칙 코딩.
# 주: 검토 범위: 말한 답변 5 × 코드 2 = 10칸 가운데 사람이 본 칸 2(20.0%); 그 가운데 코드가 늘 나오는 문항의 코딩 없는 1칸에서는 0(0.0%).
# 자료: study(R01–R03)
#: --- what a workbook cannot hold is not cut ---
$ awk 'BEGIN { print "응답자: R01\n\n## Q1"; printf "예산이"; for (i = 0; i < 8200; i++) printf " 모자라"; print " 부족하다." }' >wide.txt
$ saegim init -q wide.saegim && saegim ingest -q -p wide.saegim wide.txt
wide.txt:3: warning: the answer to Q1 has more than 20000 characters: is a heading missing in it?
$ saegim code -q -p wide.saegim book.md
$ saegim quotes A1 -p wide.saegim -o wide.xlsx
saegim: the sheet '1 A1 예산  코딩된 진술', cell D3: a text of 32809 characters, and a cell of a workbook holds 32767: write it in another format
[1]
$ test -e wide.xlsx
[1]
$ saegim quotes A1 -p wide.saegim -o wide.csv
wrote wide.csv
