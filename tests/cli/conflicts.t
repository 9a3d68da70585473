#: Two people say the contrary of a code in an answer: until when status lists it. R01 has
#: two sentences, R02 one.
$ mkdir answers && printf '응답자: R01\n\n## Q1\n예산이 부족하다. 담당자가 자주 바뀐다.\n' >answers/R01.txt && printf '응답자: R02\n\n## Q1\n담당자가 없다.\n' >answers/R02.txt
$ printf '## A1 예산\n- 예산\n## A2 인사\n- 담당자\n' >book.md
$ saegim init -q s.saegim && saegim ingest -q answers && saegim code -q book.md
$ open() { saegim status -p "$1" | sed -n '/^conflicts/p;/^Open/,$p'; }
$ saegim reject -q --coder 이 A2 R01 Q1 담당자가 && saegim reject -q --coder 이 A2 R02 Q1 담당자가 && open s.saegim
$ saegim add -q --coder 김 A2 R01 Q1 담당자가 && saegim add -q --coder 김 A2 R02 Q1 담당자가 && open s.saegim
conflicts     2 open: two people disagree and nobody has settled it
Open conflicts between coders:
R01 Q1  A2  김 code, 이 reject  담당자가 자주 바뀐다.
R02 Q1  A2  김 code, 이 reject  담당자가 없다.
#: The same for scripts: counts in one row, and the lists. The kinds of answers are as stored.
$ of() { sed -n '/"id": "'$1'"/,/"notes"/p' json | sed -n '/"rows"/,$p' | grep ': ' | tr -d ' ",' | tr '\n' ' '; }
$ saegim answer -q --coder 김 R02 Q1 none unknown && saegim status -f json --answers >json && grep '"id"' json | tr -d ' ",' && of status | tr ' ' '\n' | grep -E '^(sources|respondents|questions|answered|none|runs|codes|segments|code|reject|corrected|orphans|conflicts|run|codebook|codebook_state):'
id:status
id:orphans
id:codes-gone
id:conflicts
id:answers
sources:2
respondents:2
questions:1
answered:1
none:1
runs:1
codes:2
segments:3
code:2
reject:2
corrected:1
orphans:0
conflicts:2
run:1
codebook:book.md
codebook_state:as_applied
$ of conflicts; echo; of orphans; echo; of answers
rows:[ respondent:R01 question:Q1 code:A2 coder_1:김 says_1:code coder_2:이 says_2:reject text:담당자가자주바뀐다. respondent:R02 question:Q1 code:A2 coder_1:김 says_1:code coder_2:이 says_2:reject text:담당자가없다. notes:[] 
rows:[] notes:[] 
rows:[ respondent:R02 question:Q1 kind:unknown confirmed:1 text:담당자가없다. notes:[] 
$ mv book.md kept.md; saegim status -f json >json; of status | grep -o 'codebook_state:.*'; echo '## A' >book.md; saegim status -f json >json; of status | grep -o 'codebook_state:.*'; mv kept.md book.md
codebook_state:gone notes:[] 
codebook_state:changed notes:[] 
$ saegim init -q empty.sav; saegim status -p empty.sav -f json >json; of status | grep -o 'segments:[^ ]*\|run:.*'; saegim undo -q --coder 김
segments:0
run:null run_at:null codebook:null codebook_sha256:null codebook_state:null notes:[] 
#: A third who read it and has nothing to say of that code settles nothing.
$ saegim reviewed -q --coder 박 --code A2 R01 Q1 && saegim reviewed -q --coder 박 --code A2 R02 Q1 && open s.saegim | head -n 1
conflicts     2 open: two people disagree and nobody has settled it
#: Settled, for the one and for the other.
$ for r in R01 R02; do saegim reviewed -q --coder 김 $r Q1; saegim reviewed -q --coder 이 $r Q1; done
$ saegim settle -q 김 이 --export open.tsv && cut -f 1-4 open.tsv
respondent	question	sentence	first
R01	Q1	2	A2
R02	Q1	1	A2
$ for d in A2 없음; do cp s.saegim t; awk -F'\t' -v OFS='\t' -v d=$d 'NR>1{$7=d}1' open.tsv >decided.tsv; saegim settle -q -p t 김 이 --import decided.tsv; open t; done
#: Or one of the two comes round: takes the word back (after the two 'reviewed'), or says
#: the other's.
$ for i in 1 2 3; do saegim undo -q --coder 김; done; open s.saegim
conflicts     1 open: two people disagree and nobody has settled it
Open conflicts between coders:
R01 Q1  A2  김 code, 이 reject  담당자가 자주 바뀐다.
$ saegim reject -q --coder 김 A2 R01 Q1 담당자가 && open s.saegim
#: What the rules coded, accepted by the one and rejected by the other, is settled the same
#: way. In R01 more was said than was settled: only R02 was read by 합의.
$ saegim init -q r.sav && saegim ingest -q -p r.sav answers && saegim code -q -p r.sav book.md
$ for r in R01 R02; do saegim accept -q -p r.sav --coder 김 A2 $r Q1 담당자가; saegim reject -q -p r.sav --coder 이 A2 $r Q1 담당자가; done
$ saegim accept -q -p r.sav --coder 이 A1 R01 Q1 예산이 && open r.sav
conflicts     2 open: two people disagree and nobody has settled it
Open conflicts between coders:
R01 Q1  A2  김 accept, 이 reject  담당자가 자주 바뀐다.
R02 Q1  A2  김 accept, 이 reject  담당자가 없다.
$ saegim settle -q -p r.sav 이 김 --export open.tsv && cut -f 1-5,8 open.tsv
respondent	question	sentence	first	second	text
R01	Q1	2		A2	담당자가 자주 바뀐다.
R02	Q1	1		A2	담당자가 없다.
$ awk -F'\t' -v OFS='\t' 'NR==2{$7="이"}NR==3{$7="김"}1' open.tsv >decided.tsv && saegim settle -p r.sav 이 김 --import decided.tsv && open r.sav
합의: 0 codings taken over that both agree on; 0 differences settled before, 2 places open
2 decided, 0 left open, 0 could not be taken
$ saegim settle -p r.sav 김 이 --list
합의: 0 codings that both agree on are still to be taken over; 2 differences settled before, 0 places open
$ saegim quotes -p r.sav A2 -f tsv | cut -f 3,6,7
respondent	text	coder
R02	담당자가 없다.	합의
$ saegim agree -p r.sav 합의 rules --unit answer | grep '모두 읽은'
주: 합의–규칙: 두 코더가 모두 읽은 답변 1건(응답자 1명)에서 센다.
#: Accepted and rejected without words, that is of the whole answer: what there is to settle
#: is the sentence that the rules coded, not the one that they did not.
$ saegim init -q w.sav && saegim ingest -q -p w.sav answers && saegim code -q -p w.sav book.md
$ saegim accept -q -p w.sav --coder 김 A2 R01 Q1 && saegim reject -q -p w.sav --coder 이 A2 R01 Q1 && open w.sav
conflicts     1 open: two people disagree and nobody has settled it
Open conflicts between coders:
R01 Q1  A2  김 accept, 이 reject  예산이 부족하다. 담당자가 자주 바뀐다.
$ saegim settle -q -p w.sav 김 이 --export open.tsv && cut -f 1-5,8 open.tsv
respondent	question	sentence	first	second	text
R01	Q1	2	A2		담당자가 자주 바뀐다.
$ awk -F'\t' -v OFS='\t' 'NR==2{$7="김"}1' open.tsv >decided.tsv && saegim settle -q -p w.sav 김 이 --import decided.tsv && open w.sav
$ saegim quotes -p w.sav A2 -f tsv | grep 합의 | cut -f 3,6,7
R01	담당자가 자주 바뀐다.	합의
#: Accepted by the one, coded by hand by the other, in an answer that both read: the same,
#: and taken over. Blind agreement does not count what was accepted.
$ saegim init -q h.sav && saegim ingest -q -p h.sav answers && saegim code -q -p h.sav book.md
$ saegim accept -q -p h.sav --coder 김 A2 R01 Q1 && saegim add -q -p h.sav --coder 이 A2 R01 Q1 담당자가
$ for c in 김 이; do saegim reviewed -q -p h.sav --coder $c R01 Q1; done
$ saegim settle -p h.sav 김 이 --list
합의: 1 codings that both agree on are still to be taken over; 0 differences settled before, 0 places open
$ saegim settle -q -p h.sav 김 이 && saegim quotes -p h.sav A2 -f tsv | grep 합의 | cut -f 3,6,7
R01	담당자가 자주 바뀐다.	합의
$ saegim agree -p h.sav 김 이 --unit sentence -f tsv | cut -f 4-7,16 | head -n 2
n_first	n_second	both	agreement	cells
0	1	0	75.0	4
