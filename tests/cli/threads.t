#: The number of threads changes nothing, from scratch or after an edit.
$ fresh() { saegim init $1.saegim -q && saegim ingest -q -p $1.saegim --questionnaire corpora/intelligent-government/questionnaire.md corpora/intelligent-government/interviews; }
$ dump() { for c in A B C D E F; do saegim quotes $c -p $1.saegim -f tsv; done >$1.tsv; saegim table matrix -p $1.saegim --columns respondent -f tsv >>$1.tsv; }
$ cp codebooks/intelligent-government.md book.md
$ fresh one && saegim code -q -p one.saegim --threads 1 book.md && dump one
$ fresh many && saegim code -q -p many.saegim --threads 5 book.md && dump many
$ cmp one.tsv many.tsv && test -s one.tsv
$ sed -i 's/^#### C1a .*/&\n- [Q4] 버스 | 점자/; s/^- EXCEPT .*/&\n- 없는말/' book.md
$ saegim code -p one.saegim --threads 1 book.md
run 2: ...
$ saegim code -p many.saegim --threads 3 book.md
run 2: ...
$ fresh scratch && saegim code -q -p scratch.saegim --threads 2 book.md
$ dump one; dump many; dump scratch; cmp one.tsv many.tsv; cmp one.tsv scratch.tsv
$ saegim code -p one.saegim --threads 65 book.md
saegim: --threads takes a whole number from 0 to 64, not '65'
try 'saegim code --help'
[2]
