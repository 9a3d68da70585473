#!/bin/sh
# The large part of `make bench`: petitions repeated to 100 MB of text (and, with
# BENCH_LARGE=1, to 1 GB), beside other programs on the same input. What is to be reached stands
# behind each figure, and what bounds it below.
#
# Times are CPU seconds (user and system) unless they are called wall: they move less
# than wall times when the machine does other things too. Scans are the median of five.
#
# usage: large.sh SAEGIM SCAN_DRIVER REPOSITORY
# BENCH_CORPUS: a folder of .jsonl files with "content" (default:
# $SAEGIM_SHARED/data/petitions); BENCH_MB: millions of bytes of text (default 100).
set -eu
saegim=$1 driver=$2 repo=$3
here=$repo/tests/bench
corpus=${BENCH_CORPUS:-${SAEGIM_SHARED:-$repo/../shared}/data/petitions}
size=${BENCH_MB:-100}
if [ ! -d "$corpus" ]; then
	echo "large bench: skipped: no folder '$corpus' (BENCH_CORPUS= names one)"
	exit 0
fi
if ! command -v python3 >/dev/null; then
	echo 'large bench: skipped: python3 makes the input and is not there'
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SAEGIM_PROJECT

# field NAME: of name=value pairs on stdin.
field() {
	tr ' ' '\n' | sed -n "s/^$1=//p"
}

# ratio A B
ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }'
}

# plus A B, minus A B
plus() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a + b }'
}
minus() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a - b }'
}

median() {
	sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# measure COMMAND...: runs it; $cpu, $wall and $peak (MiB) are of it.
measure() {
	rm -f "$work/use"
	"$driver" run "$work/use" "$@" >"$work/out" 2>"$work/err" || {
		cat "$work/err" >&2
		exit 1
	}
	read -r user system wall peak <"$work/use"
	cpu=$(plus "$user" "$system")
	peak=$((peak / 1024))
}

# scan BOOK: $scan, $divide, $hits, $compile of scanning the texts with it.
scan() {
	: >"$work/scan"
	for _ in 1 2 3 4 5; do
		"$driver" scan "$in/$1.md" "$in/texts.txt" >>"$work/scan"
	done
	scan=$(field scan <"$work/scan" | median)
	divide=$(field divide <"$work/scan" | median)
	compile=$(field compile <"$work/scan" | median)
	hits=$(field hits <"$work/scan" | head -n 1)
}

make_input() {
	in=$work/in
	rm -rf "$in"
	mkdir "$in"
	echo "== input"
	python3 "$here/large_input.py" "$corpus" "$repo/codebooks/petitions.md" "$1" "$in"
}

fresh() {
	rm -f "$1"
	"$saegim" init -q "$1"
}

bench_scan() {
	echo "== scan, one thread, $size MB (without dividing the text into sentences)"
	rg=0
	if command -v rg >/dev/null; then
		: >"$work/rgs"
		for _ in 1 2 3 4 5; do
			measure rg -j 1 -o -b -F -f "$in/keywords.txt" "$in/texts.txt"
			echo "$cpu" >>"$work/rgs"
		done
		rg=$(median <"$work/rgs")
		echo "rg -o -b -F -f keywords: $rg s, $(wc -l <"$work/out") hits (leftmost, none overlapping)"
	else
		echo 'rg: skipped: ripgrep is not there'
	fi
	scan keywords
	echo "500 keywords anywhere:   $scan s, $hits hits; x rg $(ratio "$scan" "$rg") (target 1)"
	keywords=$scan
	scan edges
	echo "500 keywords with edges: $scan s, $hits hits; x rg $(ratio "$scan" "$rg") (target 1)"
	scan rules
	echo "705 rules of all kinds:  $scan s, $hits hits; x rg $(ratio "$scan" "$rg") (target 2)"
	rules=$scan
	echo "  dividing into paragraphs, sentences, eojeols, once a text: $divide s more"
	scan all
	echo "with the 5 class-led regexes: $scan s, $hits hits; they cost $(minus "$scan" "$rules") s"
	echo '  bound: of keywords, the class of each character but spaces and one bit of those'
	echo '  that may follow the one before (about 30 instructions), and the rows of hits,'
	echo '  about one in nine characters here; of regexes, PCRE2 where the text they begin'
	echo '  with stands (class-led ones: everywhere); of ~ and edges, the look at the word'
	echo '  around each occurrence. Memory could be read ten times as fast.'
}

bench_pcre() {
	echo '== PCRE2 with JIT, one pattern after the other (keywords, phrases, 45 regexes)'
	"$driver" pcre "$in/patterns.txt" "$in/texts.txt" >"$work/pcre"
	scan patterns
	echo "PCRE2: $(field scan <"$work/pcre") s, $(field hits <"$work/pcre") hits"
	echo "saegim: $scan s, $hits hits; $(ratio "$(field scan <"$work/pcre")" "$scan") x faster (target 10)"
	echo '  bound: PCRE2 skips with SIMD at the speed of memory to where two bytes of a'
	echo '  pattern occur, so that patterns cost least where the corpus has few hits'
}

# Peers' figures: seconds for 700,741 hits in 20.6 MB, of other programs measured once
# on another machine. Scaled by hits: seconds * our hits / theirs.
bench_peers() {
	echo '== scaled figures of peers: their seconds x our hits / their hits (700,741)'
	scan edges
	for peer in 'quanteda 3.7' 'QualCoder 65.7'; do
		awk -v name="${peer% *}" -v s="${peer#* }" -v hits="$hits" -v scan="$scan" \
			-v divide="$divide" 'BEGIN {
			scaled = s * hits / 700741
			printf "%s: %.1f s; saegim, dividing included: %.2f s; %.0f x faster (target 30)\n",
				name, scaled, scan + divide, scaled / (scan + divide)
		}'
	done
}

bench_growth() {
	echo '== growth'
	scan few
	few=$scan few_hits=$hits
	scan many
	echo "100 keywords $few s, $few_hits hits; 2,000 keywords $scan s, $hits hits:" \
		"x $(ratio "$scan" "$few") (target 2); by hit x $(ratio "$(ratio "$scan" "$few")" "$(ratio "$hits" "$few_hits")")"
	head -c "$((size * 250000))" "$in/texts.txt" | sed '$d' >"$work/quarter.txt"
	a=$("$driver" scan "$in/rules.md" "$work/quarter.txt")
	b=$("$driver" scan "$in/rules.md" "$in/texts.txt")
	per_a=$(ratio "$(echo "$a" | field scan)e9" "$(echo "$a" | field bytes)")
	per_b=$(ratio "$(echo "$b" | field scan)e9" "$(echo "$b" | field bytes)")
	echo "a quarter of the text: $per_a ns a byte; all: $per_b ns; x $(ratio "$per_b" "$per_a") (linear: 1)"
	head -n 1 "$in/texts.txt" >"$work/one.txt"
	c=$("$driver" scan "$in/tenthousand.md" "$work/one.txt" | field compile)
	echo "10,000 rules read and compiled: $c s (target 1)"
	echo '  bound: more keywords make more states, and states that are not in the cache'
}

bench_ingest() {
	echo '== ingest'
	measure iconv -f UTF-8 -t UTF-8 "$in/texts.jsonl"
	base=$cpu
	measure "$driver" rows "$in/texts.txt" "$work/rows.db"
	base=$(plus "$base" "$cpu")
	rm -f "$work/rows.db"
	fresh "$work/ingested.saegim"
	measure "$saegim" ingest -q -p "$work/ingested.saegim" --id id --text Q1=content \
		--keep category "$in/texts.jsonl"
	echo "ingest: $cpu s (wall $wall s, peak $peak MiB); iconv and rows: $base s; x $(ratio "$cpu" "$base") (target 2)"
	echo '  bound: the pages of the database go through the system once (as in the rows'
	echo '  beside); two SHA-256, a signature, six rows with their indexes a text'
}

# fastest THREADS: scanning with them, the fastest of three (other work on the machine
# only ever makes wall times longer).
fastest() {
	for _ in 1 2 3; do
		"$driver" scanning "$project" "$in/study.md" "$1"
	done | sort -t= -k3n | head -n 1
}

bench_code() {
	echo "== code: the petition codebook and 710 bench rules"
	project=$work/coded.saegim
	cp "$work/ingested.saegim" "$project"
	one=$(fastest 1)
	two=$(fastest 2)
	echo "all but storing: one thread $(echo "$one" | field wall) s wall, two $(echo "$two" | field wall) s: x" \
		"$(ratio "$(echo "$one" | field wall)" "$(echo "$two" | field wall)") (target 1.7; wall times)"
	measure "$saegim" code -q -p "$project" "$in/study.md" --threads 1
	scratch=$cpu scratch_wall=$wall
	segments=$(echo "$one" | field segments)
	echo "code --threads 1: $cpu s (wall $wall s, peak $peak MiB (target 200)), $segments segments"
	cp "$work/ingested.saegim" "$work/two.saegim"
	measure "$saegim" code -q -p "$work/two.saegim" "$in/study.md" --threads 2
	echo "code --threads 2: $cpu s (wall $wall s, peak $peak MiB): x $(ratio "$scratch_wall" "$wall") with storing, which is one thread's"
	q='SELECT id,text,answer,start,stop,code,origin,hits,facets FROM segment ORDER BY id'
	if [ "$(sqlite3 "$project" "$q" | cksum)" = "$(sqlite3 "$work/two.saegim" "$q" | cksum)" ]; then
		echo 'segments of one and of two threads: identical'
	else
		echo 'segments of one and of two threads: DIFFERENT'
	fi
	rm -f "$work/two.saegim"
	storing=$(minus "$scratch" "$(echo "$one" | field scanning)")
	cp "$project" "$work/bare.saegim"
	bare=$("$driver" insert "$work/bare.saegim" | field insert)
	rm -f "$work/bare.saegim"
	echo "storing (code less scanning): $storing s; bare prepared INSERT into the same table: $bare s; x $(ratio "$storing" "$bare") (target 1.5)"
	echo '  bound: SQLite, one row and one index entry a segment'
	measure "$saegim" code -q -p "$project" "$in/edited.md" --threads 1
	echo "one code edited: $cpu s (wall $wall s): $(ratio "${cpu}e2" "$scratch") % of from scratch (target 5)"
	measure "$saegim" code -q -p "$project" "$in/study.md" --threads 1
	echo "and edited back: $cpu s (wall $wall s): $(ratio "${cpu}e2" "$scratch") % of from scratch (target 5)"
	echo '  bound: the signatures of all texts (a sixth of their size); then the texts that'
	echo '  the new rules may concern, or in which the code has segments when rules went'
}

# The texts of about a million segments (a third of 100 MB), coded; then a table of them.
bench_table() {
	echo '== a table of about a million segments'
	head -c "$((size > 33 ? 33000000 : size * 1000000))" "$in/texts.jsonl" | sed '$d' >"$work/third.jsonl"
	fresh "$work/third.saegim"
	"$saegim" ingest -q -p "$work/third.saegim" --id id --text Q1=content \
		--keep category "$work/third.jsonl"
	"$saegim" code -q -p "$work/third.saegim" "$in/study.md" --threads 2
	measure "$saegim" table findings -p "$work/third.saegim"
	echo "table findings: $cpu s (wall $wall s, peak $peak MiB; target 1.5)," \
		"$(sqlite3 "$work/third.saegim" 'SELECT count(*) FROM segment WHERE died IS NULL') segments"
	echo '  bound: reading all segments and texts; then the choice of quotations'
	rm -f "$work/third.saegim" "$work/third.jsonl"
}

make_input "$size"
bench_scan
bench_pcre
bench_peers
bench_growth
bench_ingest
bench_code
bench_table
if [ "${BENCH_LARGE:-0}" = 1 ]; then
	make_input 1000
	size=1000
	rm -f "$work"/*.saegim
	bench_ingest
	bench_code
fi
