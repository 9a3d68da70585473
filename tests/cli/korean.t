#: Messages in Korean, columns and carets included. The catalogue is made here, so that
#: nothing needs to be installed.
$ mkdir -p locale/ko/LC_MESSAGES && msgfmt -o locale/ko/LC_MESSAGES/saegim.mo "$SRCDIR/po/ko.po"
$ export SAEGIM_LOCALEDIR=$PWD/locale LANGUAGE=ko LC_ALL=C.UTF-8
$ saegim nothing
saegim: 'nothing'(이)라는 명령은 없습니다
'saegim --help'를 보십시오
[2]
$ saegim status
saegim: 프로젝트가 없습니다: 여기에 *.saegim이 없습니다. -p 파일로 대거나 'saegim init study.saegim'으로 만드십시오
[1]
$ printf '## 제약\n- 정보 격차, 소외\n' >book.md
$ saegim codebook check book.md
book.md:2:6: 오류: '격차,'에 ','이(가) 있습니다. 따옴표로 묶으십시오: "격차,"
    - 정보 격차, 소외
           ^^^^^
...
[1]
$ saegim kwic --help
쓰기: saegim kwic [옵션...] EXPRESSION

규칙 식이 걸리는 곳을 앞뒤 글과 함께

  saegim kwic '(고령자 | 어르신) NEAR/5 ~어렵다' --sort left
  saegim kwic 데이터 --count

옵션:
  -n, --count             꼴과 빈도
...
#: The report's language is the project's, not the locale's.
$ saegim init en.saegim --language en -q
$ printf '응답자: R01\n\n## Q1\n예산이 부족하다.\n' >R01.txt
$ printf '## A 제약\n- 예산\n' >one.md
$ saegim ingest -q R01.txt && saegim code -q one.md
$ saegim table themes | head -n 1
[Table] Respondents by theme
