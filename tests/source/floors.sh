#!/bin/sh
# A file includes only from its own room and from floors below (README, "The house").
set -eu
cd "$(dirname "$0")/../.."
awk '
BEGIN {
	n = split("base text codebook match ingest store coding analysis report project cli", room)
	for (i = 1; i <= n; i++)
		floor[room[i]] = i
}
FNR == 1 { split(FILENAME, path, "/"); own = path[2] }
/^#include "/ {
	split($2, quoted, "\"")
	if (split(quoted[2], part, "/") < 2)
		next
	files++
	if (!(part[1] in floor) || floor[part[1]] > floor[own]) {
		printf "%s:%d: %s is above %s\n", FILENAME, FNR, quoted[2], own
		bad = 1
	}
}
END {
	if (!files) {
		print "no includes found"
		bad = 1
	}
	exit bad
}' $(find src -name '*.[ch]' | sort)
