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

걸린 곳마다 앞뒤 글과 함께 보입니다. --code: 그 코드가 붙은 곳만. --uncoded:
붙지 않은 곳, 곧 규칙이 빠졌을지 모르는 곳만.

  saegim kwic '(고령자 | 어르신) NEAR/5 ~어렵다' --sort left
  saegim kwic 데이터 --count
  saegim kwic '$취약계층' --uncoded --code C1a --where 직군=공무원

옵션:
  -n, --count             꼴과 빈도
...
$ saegim plot saturation --by 직군; saegim review --seed 3
saegim: --by 옵션은 'plot saturation'에 쓰이지 않습니다
'saegim plot --help'를 보십시오
saegim: --seed 옵션은 --sample 옵션과 함께 씁니다
'saegim review --help'를 보십시오
[2]
#: The report's language is the project's, not the locale's.
$ saegim init en.saegim --language en -q
$ printf '응답자: R01\n\n## Q1\n예산이 부족하다.\n' >R01.txt
$ printf '## A 제약\n- 예산\n' >one.md
$ saegim ingest -q R01.txt && saegim code -q one.md
$ saegim table themes | head -n 1
[Table] Respondents by theme
#: Why not, in Korean, on a narrow screen.
$ printf '## A 제약\n- =예산\n- 인력 AND 예산\n' >two.md
$ printf '응답자: R02\n\n## Q1\n예산실에 인력이 없다.\n' >R02.txt
$ saegim ingest -q -p en.saegim R02.txt
$ COLUMNS=40 saegim explain -p en.saegim R02 Q1 --code A --codebook two.md
R02 Q1
A 제약: 이 코드의 규칙이 이 답변에 붙습니다
two.md:2: =예산
  예산실에 인력이 없다.
      예산실에: 예산 낱말 그대로가
        아닙니다. 예산, ^예산, *예산
        가운데 하나로 쓰십시오
two.md:3: 인력 AND 예산
  [예산]실에 [인력]이 없다.
      고름: 예산 → 예산; 인력 → 인력

$ rm R02.txt && saegim ingest -p en.saegim R01.txt
R02.txt: 경고: 이제 없지만 그 답변은 아직 셉니다. 'ingest --gone drop'은 빼고, '--gone keep'은 그대로 둡니다
자료: 새것 0, 바뀐 것 0, 그대로 1, 못 읽음 0; 답변 1개, 그 가운데 무응답 0개
$ saegim findings
saegim: 'findings'(이)라는 명령은 없습니다. 표의 이름입니다: saegim table findings
'saegim table --help'를 보십시오
[2]
$ saegim kwick
saegim: 'kwick'(이)라는 명령은 없습니다. 'kwic'을(를) 말한 것입니까?
'saegim --help'를 보십시오
[2]
#: What people said, in Korean.
$ export SAEGIM_PROJECT=en.saegim && saegim reject -q A R01 Q1 --coder 동료 --reason '남의 말'
$ saegim explain R01 Q1
R01 Q1
  [예산]이 부족하다.
      A 제약  one.md:2: 예산 → 예산
  A 제약: 동료 물리침: 남의 말
  A 제약: 그래서 표에 세지 않습니다
#: States and kinds of answers are called as in the tables.
$ printf '응답자: R03\n\n머리글이다.\n\n## Q1\n잘 모르겠습니다.\n\n## Q2\nQ1과 같음\n\n## Q3\n예산이 부족하다.\n' >R03.txt
$ saegim ingest -q R03.txt 2>/dev/null && saegim answer R03 Q3 answered partial && saegim answer R01 Q1 not_asked
R03 Q3의 상태: 답함 (부분)
R01 Q1의 상태: 묻지 않음
$ saegim show R03 | grep ']$' && saegim show R01 | grep ']$'
R03 Q1   [내용 없음, 모름]
R03 Q2   [내용 없음, 교차참조]
R03 Q3   [답함, 부분, 확인함]
R03  [문항 밖]
R01 Q1   [묻지 않음, 확인함]
$ saegim status --answers | grep ^R03
R03 Q1  모름  잘 모르겠습니다.
R03 Q2  교차참조  Q1과 같음
#: What is shown is taken back: every state and kind, in either language's messages; a
#: kind that says what an answer is may stand alone; 소관 아님 may be written without blank.
$ said() { saegim answer R03 Q3 "$@" 2>&1 | sed 's/.*: //' >shown; set -- "$(sed 's/ (.*//' shown)" "$(sed -n 's/.*(\(.*\))/\1/p' shown)"; saegim answer R03 Q3 "$@" 2>&1 | sed 's/.*: //' | cmp - shown && cat shown; }
$ for k in missing blank unknown not_my_field cross_reference; do said none $k; done; said answered partial; said answered full
내용 없음 (답변란 없음)
내용 없음 (무응답)
내용 없음 (모름)
내용 없음 (소관 아님)
내용 없음 (교차참조)
답함 (부분)
답함 (온전함)
$ export LANGUAGE=en; saegim answer R03 Q3 무응답; saegim answer R03 Q3 '내용 없음' 모름; saegim answer R03 Q3 소관아님; saegim answer R03 Q3 교차참조; saegim answer R03 Q3 '묻지 않음'; saegim answer R03 Q3 not_my_field; saegim answer R03 Q3 부분; export LANGUAGE=ko
R03 Q3 is now: none (blank)
R03 Q3 is now: none (unknown)
R03 Q3 is now: none (not_my_field)
R03 Q3 is now: none (cross_reference)
R03 Q3 is now: not_asked
R03 Q3 is now: none (not_my_field)
R03 Q3 is now: answered (partial)
$ saegim answer R03 Q3 온전함; saegim answer R03 Q3 '문항 밖'; saegim answer R03 Q3 무응답 소관
saegim: 상태는 답함(answered), 무응답(none), 묻지 않음(not_asked) 가운데 하나입니다: '온전함'
'saegim answer --help'를 보십시오
saegim: 상태는 답함(answered), 무응답(none), 묻지 않음(not_asked) 가운데 하나입니다: '문항 밖'
'saegim answer --help'를 보십시오
saegim: 답의 종류 '소관'은 없습니다
'saegim answer --help'를 보십시오
[2]
$ LANGUAGE=en saegim status --answers | grep ^R03
R03 Q1  unknown  잘 모르겠습니다.
R03 Q2  cross_reference  Q1과 같음
#: What libraries say of a broken file is said in our words: no English in the sentence.
$ cat >broken.jsonl <<'X'
> {"id":"J1","Q1":"좋다."}
> {"id":"J2","Q1":"잘렸다
> {"id":"J3","Q1":"두 번","Q1":"두 번"}
> {"id":"J4" "Q1":"쉼표"}
> {"id":"J5","Q1":"뒤"} 남는 말
> {"id":"J6","Q1":99999999999999999999999}
> {"id":"J7"
> X
$ saegim ingest broken.jsonl 2>&1 | grep jsonl
broken.jsonl:2:20: 오류: JSON이 아닙니다: 중간에서 잘렸습니다('"잘렸다')
broken.jsonl:3:26: 오류: JSON이 아닙니다: 같은 필드가 두 번 있습니다('"Q1"')
broken.jsonl:4:15: 오류: JSON이 아닙니다: 부호가 빠졌거나 틀렸습니다('"Q1"')
broken.jsonl:5:22: 오류: JSON이 아닙니다: 끝난 뒤에 무엇이 더 있습니다('남')
broken.jsonl:6:39: 오류: JSON이 아닙니다: 수가 너무 큽니다
broken.jsonl:7:10: 오류: JSON이 아닙니다: 중간에서 잘렸습니다
$ head -c 900 "$SRCDIR/tests/cli/data/answers.xlsx" >cut.xlsx; saegim ingest cut.xlsx 2>&1 | head -n 1
cut.xlsx: 오류: 깨진 zip 파일: 목록이 있는 끝부분이 없습니다
