#: Rules that would run wild: they are stopped and named, and the rest goes on.
$ mkdir answers
$ for i in 1 2 3; do
>     printf '응답자: R0%s\n\n## Q1\n예산이 부족합니다.\n' $i >answers/R0$i.txt
> done
$ awk 'BEGIN { for (i = 0; i < 3000; i++) printf "a"; print "" }' >>answers/R02.txt
$ cat >book.md <<'E'
> # 책
> * $나쁨 = /(a+)+[0-9]/ | 부족
> ## A 가
> - 예산
> ## B 나
> - $나쁨
> E
$ saegim init study.saegim -q && saegim ingest -q answers
$ saegim code book.md
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
    * $나쁨 = /(a+)+[0-9]/ | 부족
              ^^^^^^^^^^^^
run 1: 2 of 2 codes evaluated over 3 texts; 6 segments (+6 -0)
$ saegim code book.md --from-scratch --threads 2
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
    * $나쁨 = /(a+)+[0-9]/ | 부족
              ^^^^^^^^^^^^
run 2: 2 of 2 codes evaluated over 3 texts; 6 segments (+0 -0)
$ saegim quotes B -f tsv | cut -f 3,6
respondent	text
R01	예산이 부족합니다.
R02	예산이 부족합니다.
R03	예산이 부족합니다.
$ saegim kwic '/(a+)+[0-9]/ | 예산' -f tsv
warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
respondent	question	left	hit	right
R01	Q1		예산	이 부족합니다.
R02	Q1		예산	이 부족합니다. aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
R03	Q1		예산	이 부족합니다.
3 places
$ saegim explain R02 Q1 '예산이'
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
R02 Q1
  [예산]이 [부족]합니다.
      A 가  book.md:4: 예산 → 예산
      B 나  book.md:6: $나쁨 (부족) → 부족
$ saegim explain R02 Q1 '예산이' --code B
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
R02 Q1
B 나: its rules code this passage
book.md:6: $나쁨
  예산이 [부족]합니다.
      selected: $나쁨 (부족) → 부족
$ saegim codebook check book.md --with study.saegim | tail -n 3
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
    * $나쁨 = /(a+)+[0-9]/ | 부족
              ^^^^^^^^^^^^
book.md: 2 codes, 2 rules, 0 of 0 examples hold; 0 errors, 1 warnings
codes in more than two thirds of the answers to a question:
  A 가, Q1: 3 of 3 answers
  B 나, Q1: 3 of 3 answers
#: Many texts: the first ten are named.
$ for i in 11 12 13 14 15 16 17 18 19 20 21 22; do sed "s/R02/R$i/" answers/R02.txt >answers/R$i.txt; done
$ saegim ingest -q answers
$ saegim code book.md -q 2>&1 | grep -v '^ ' | sed -n '1p;$p'
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R11.txt'; hits may be missing
book.md:2: warning: 2 more warnings about this place
$ saegim code book.md -q --from-scratch --threads 1 >one 2>&1
$ for n in 2 3 8; do saegim code book.md -q --from-scratch --threads $n >many 2>&1; cmp one many; done
$ printf '## A 가\n- 예산\n' >plain.md
$ saegim code plain.md -q && saegim restore 1 2>&1 | grep warning | sed -n '1p;$p'
book.md:2:9: warning: the regex /(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
book.md:2: warning: 3 more warnings about this place
#: What PCRE2 can do and a rule may not: single bytes, nothing at all, too large.
$ for r in '예산\C' 'x*' '(?=예산)' '(a{1,65535}){1,65535}' '(?<=a+)b' '(예산'; do saegim kwic "/$r/"; done
error: the regex /예산\C/ does not compile: ...
saegim: the expression has an error
error: the regex /x*/ can match nothing
saegim: the expression has an error
error: the regex /(?=예산)/ can match nothing
saegim: the expression has an error
error: the regex /(a{1,65535}){1,65535}/ does not compile: ...
saegim: the expression has an error
error: the regex /(?<=a+)b/ does not compile: ...
saegim: the expression has an error
error: the regex /(예산/ does not compile: ...
saegim: the expression has an error
[1]
#: Verbs and callouts are bounded like all else.
$ for r in '(*LIMIT_MATCH=5)예산' '예산(?C1)' '(*NO_JIT)(a+)+[0-9]'; do
>     echo "$r" && saegim kwic -q "/$r/ | 없는말" -f tsv 2>&1 | head -n 3
> done
(*LIMIT_MATCH=5)예산
respondent	question	left	hit	right
R01	Q1		예산	이 부족합니다.
R02	Q1		예산	이 부족합니다. aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
예산(?C1)
respondent	question	left	hit	right
R01	Q1		예산	이 부족합니다.
R02	Q1		예산	이 부족합니다. aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
(*NO_JIT)(a+)+[0-9]
warning: the regex /(*NO_JIT)(a+)+[0-9]/ reached its match limit in 'R02.txt'; hits may be missing
warning: the regex /(*NO_JIT)(a+)+[0-9]/ reached its match limit in 'R11.txt'; hits may be missing
warning: the regex /(*NO_JIT)(a+)+[0-9]/ reached its match limit in 'R12.txt'; hits may be missing
#: Lists and references.
$ codebook() { printf '# 책\n'; printf "$1"; }
$ check() { saegim codebook check $1 2>&1 | grep -v '^ '; }
$ codebook '* $a = $b\n* $b = $c | 예산\n* $c = $a\n## A 가\n- $a\n' >loop.md && check loop.md
loop.md:4:8: error: the references go round in a circle: $a → $b → $c → $a
$ codebook '## A 가\n- @B\n## B 나\n- @A\n' >loop.md && check loop.md
loop.md:5:3: error: the references go round in a circle: A → B → A
$ codebook '## A 가\n- 예산\n### A1 나\n- @A\n' >loop.md && check loop.md
loop.md:5:3: error: the references go round in a circle: A → A1 → A
$ for i in $(seq 0 35); do echo "* \$l$i = \$l$((i + 1))"; done >lists
$ { echo '# 책'; cat lists; printf '* $l36 = 예산\n## A 가\n- $l0\n'; } >deep.md && check deep.md
deep.md:5:9: error: references are nested deeper than 32
$ for i in $(seq 0 20); do echo "* \$l$i = \$l$((i + 1)) AND \$l$((i + 1))"; done >lists
$ { echo '# 책'; cat lists; printf '* $l21 = 예산\n## A 가\n- $l0\n'; } >wide.md && check wide.md
wide.md:10:17: error: the list refers to more than 10000 lists, counting those in its lists
$ awk 'BEGIN { print "# 책\n## A 가"; printf "- "; for (i = 0; i < 70; i++) printf "("; printf "예산"; for (i = 0; i < 70; i++) printf ")"; print "" }' >nested.md && check nested.md
nested.md:3:67: error: parentheses are nested deeper than 64
nested.md:2:1: warning: the code 'A' has no rule and will code nothing
$ awk 'BEGIN { print "# 책\n## A 가"; printf "- /예산"; for (i = 0; i < 300; i++) printf "("; printf "x"; for (i = 0; i < 300; i++) printf ")"; print "/" }' >regex.md && check regex.md | cut -c 1-40
regex.md:3:3: error: the regex /예산((
regex.md: 1 codes, 1 rules, 0 of 0 examp
$ awk 'BEGIN { print "# 책\n## A 가"; printf "- 예산"; for (i = 0; i < 9000; i++) printf " | 낱말%d", i; print "" }' >long.md && check long.md
long.md:3:3: error: the rule is longer than 65536 bytes
long.md:2:1: warning: the code 'A' has no rule and will code nothing
