#: What export writes of texts that a spreadsheet takes for formulas, and wrong words.
$ printf '# 시험\n## A 격차\n- 예산 | 정보\n' >book.md
$ mkdir in && printf '직군: =공무원\n\n## Q1\n=HYPERLINK("x") 예산이 든다.\n' >in/R01.txt
$ printf '직군: @학계\n\n## Q1\n정보를 함께 나누어 쓰자 ・ 제안한다.\n' >in/R02.txt
$ saegim init -q p.saegim && saegim ingest -q in && saegim code -q book.md
$ saegim export codings | tr -d '\r' | cut -d , -f 1,2,4
respondent,직군,code
R01,=공무원,A
R02,@학계,A
$ saegim export codings --excel | tr -d '\r' | tail -n 2 | cut -d , -f 2
'=공무원
'@학계
$ saegim export codings --excel | grep -c "'=HYPERLINK"
1
#: Also where the name of an attribute is one, with a full-width sign, and in a TSV.
$ cp -r in odd && printf '=1+1: ＝가\n+수당: -5\n\n## Q1\n@예산\n' >odd/R03.txt && saegim init -q odd.sav && saegim ingest -q -p odd.sav odd && saegim code -q -p odd.sav book.md
$ saegim export codings --excel -p odd.sav | tr -d '\r' | grep -v HYPER | cut -d , -f 1-4 | tail -c +4
respondent,직군,'=1+1,'+수당
R02,'@학계,,
R03,,'＝가,'-5
$ saegim export codings --excel -f tsv -p odd.sav | head -n 1 | cut -f 1,3 | od -An -c | head -n 1
 357 273 277   r   e   s   p   o   n   d   e   n   t  \t   '   =
$ saegim export codings --encoding cp949
saegim: CP949 does not have 1 characters of this: ・ U+30FB (line 3)
[1]
$ saegim export codings --where 직군==공무원 --encoding cp949 | iconv -f CP949 -t UTF-8 | tail -n 1 | cut -d , -f 1,2
R01,=공무원
$ saegim export cases -o plain
wrote plain
$ tr -d '\r' <plain
respondent,직군,answered,A
R01,=공무원,1,1
R02,@학계,1,1
$ saegim export cases.xls
saegim: no format has the ending '.xls': choose one with --format
try 'saegim export --help'
[2]
$ saegim export cases.xlsx --excel
saegim: --excel and --encoding are for csv and tsv
try 'saegim export --help'
[2]
$ saegim export cases --format graphml
saegim: graphml is a network: only 'table cooccur' is one
[2]
$ saegim table themes --format graphml
saegim: graphml is a network: only 'table cooccur' is one
[2]
$ saegim methods set fieldwork
saegim: say: methods, methods set NAME TEXT, or methods clear NAME
try 'saegim methods --help'
[2]
$ saegim methods clear fieldwork
cleared: fieldwork
$ saegim identify nothing
saegim: say: identify, identify accept KEY..., or identify undo KEY...
try 'saegim identify --help'
[2]
#: A find is accepted by its key, and only one that is there; all of the keys or none.
$ printf '\n\n## Q2\n김철수 과장님께 정보를 물었다. 종로구청에서 예산을 받았다.\n' >>in/R02.txt && saegim ingest -q in && saegim code -q book.md
$ key=$(saegim identify --all --format tsv | awk -F '\t' '$4 ~ /종로구청/ { print $2 }') && echo ${#key}
8
$ saegim identify accept $key 00000000; saegim identify undo $key
saegim: there is no find '00000000'; 'saegim identify' lists them (give its options here too)
saegim: '...
[1]
$ saegim identify accept $key $key && saegim identify accept $key && saegim identify --all --format tsv | grep -c $key
taken for harmless: 1
taken for harmless: 1
0
[1]
$ saegim identify undo $key 00000000; saegim identify undo $key && saegim identify undo $key
saegim: '00000000' was not taken for harmless
listed again: 1
saegim: '...
[1]
#: Figures say how many of many codes they have, in the figure and on stderr.
$ awk 'BEGIN { print "# 책"; for (i = 10; i < 40; i++) printf "## K%d 코드 %d\n- 예산\n", i, i }' >many.md
$ printf '응답자: R01\n\n## Q1\n예산이 부족합니다.\n' >one.txt
$ saegim init -q many.saegim && saegim ingest -q -p many.saegim one.txt && saegim code -q -p many.saegim many.md
$ saegim plot cooccur -p many.saegim -o many.svg
warning: the figure has 24 of 30 codes, those of the strongest pairs
wrote many.svg
$ grep -c '코드 30개 가운데 자주 함께 나온 24개와 그 사이의 276쌍만 그렸다' many.svg
1
$ saegim plot network -p many.saegim -o many.svg
wrote many.svg
