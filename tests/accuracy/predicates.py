#!/usr/bin/env python3
"""Precision and recall of ~predicate against morphemes in annotated Korean.

For every predicate stem that begins at least three eojeols of a file, the
eojeols whose annotation begins with it are those that `~stem다` must match; all
others of the file it must not. Reads CoNLL-U (UD Korean Kaist and KSL: lemmas
joined by '+', tags joined by '+') and Kiwi's lines (text, tab, morph/TAG ...).
Nothing here looks at the code under test, which answers through a driver that
reads lines "form<TAB>eojeol" and prints 0 or 1. hunspell, where it is there, answers
beside it.

Several files given as one, joined by commas, are counted as one (three dialects).

usage: predicates.py [--errors] [--worst N] [--min N] [--max N] DRIVER FILE...
"""
import argparse
import collections
import re
import subprocess
import sys
import unicodedata

import baseline

PREDICATE = {"pvg", "paa", "pvd", "pad", "px", "VV", "VA", "VX", "VCN"}
NOUN = ("nc", "nq", "NN", "XR")
VERBAL = {"xsv", "xsm", "XSV", "XSA"}
SENSE = re.compile(r"__\d+$")  # the number of a word's sense in a dictionary


def syllable(c):
    return "가" <= c <= "힣"


def hangul_run(word):
    """The run of syllables a word starts with."""
    n = 0
    while n < len(word) and syllable(word[n]):
        n += 1
    return word[:n]


def read_conllu(path, skipped):
    for line in open(path, encoding="utf-8"):
        field = line.rstrip("\n").split("\t")
        if len(field) < 10 or not field[0].isdigit():
            continue
        morphs, tags = field[2].split("+"), field[4].split("+")
        if len(morphs) != len(tags):
            skipped[path] += 1
            continue
        yield field[1], morphs, tags


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


COMPATIBILITY = {c: unicodedata.normalize("NFKC", c) for c in "ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅎ"}


def jamo(text):
    """Conjoining jamo, finals written as initials so that both compare."""
    finals = dict(zip("ᆨᆩᆫᆮᆯᆷᆸᆺᆻᆼᇂ", "ᄀᄁᄂᄃᄅᄆᄇᄉᄊᄋᄒ"))
    text = "".join(COMPATIBILITY.get(c, c) for c in text)
    return "".join(finals.get(c, c) for c in unicodedata.normalize("NFD", text))


def align(words, morphs):
    """Gives each word its run of morphemes: the cheapest split by edit distance
    over jamo, keeping the best few states a word."""
    surface = [jamo(w) for w in words]
    parts = [jamo(m) for m, _ in morphs]
    beam = {0: (0, ())}
    for word in surface:
        after = {}
        for start, (cost, cuts) in beam.items():
            text = ""
            for stop in range(start + 1, min(start + 25, len(parts)) + 1):
                text += parts[stop - 1]
                if len(text) > len(word) + 5:
                    break
                if len(text) < len(word) - 4:
                    continue
                total = cost + distance(word, text)
                if stop not in after or total < after[stop][0]:
                    after[stop] = (total, cuts + (stop,))
        beam = dict(sorted(after.items(), key=lambda kv: kv[1][0])[:6])
    if len(parts) not in beam:
        return None
    cuts = (0,) + beam[len(parts)][1]
    return [morphs[a:b] for a, b in zip(cuts, cuts[1:])]


def read_kiwi(path, skipped):
    for line in open(path, encoding="utf-8"):
        text, _, analysis = line.rstrip("\n").partition("\t")
        analysis = analysis.partition("\t")[0]  # behind it the standard wording
        morphs = [tuple(m.rsplit("/", 1)) for m in analysis.split(" ") if "/" in m]
        morphs = [(SENSE.sub("", m), t) for m, t in morphs]
        words = text.split()
        split = align(words, morphs) if words else None
        if split is None:
            skipped[path] += len(words)
            continue
        for word, part in zip(words, split):
            if abs(len(jamo(word)) - sum(len(jamo(m)) for m, _ in part)) > 4:
                skipped[path] += 1
                continue
            yield word, [m for m, _ in part], [t.split("-")[0] for _, t in part]


def read(paths, skipped):
    """The eojeols of a file, or of several joined by commas."""
    for path in paths.split(","):
        reader = read_conllu if path.endswith(".conllu") else read_kiwi
        for row in reader(path, skipped):
            yield row


def name_of(paths):
    """A file's name; the folder's where there are several."""
    part = paths.split(",")[0].split("/")
    return part[-2] if "," in paths else part[-1]


def left_out(paths, skipped):
    return sum(skipped[p] for p in paths.split(","))


def show_worst(wrong, number):
    """The most frequent false positives and negatives; keys begin with the kind."""
    for kind in ("false", "miss"):
        most = sorted((-n, key[1:]) for key, n in wrong.items() if key[0] == kind)
        for n, key in most[:number]:
            print(f"    {kind:5} {-n:3} × " + "  ".join(key))


def stem_of(morphs, tags):
    if tags[0] in PREDICATE:
        return morphs[0]
    if (len(tags) > 1 and tags[0].startswith(NOUN) and tags[1] in VERBAL
            and morphs[1] in ("하", "되")):
        return morphs[0] + morphs[1]
    return None


def evaluate(rows, driver, bounds, found):
    """Counts by class of stem; a row is (run, stem, analysis)."""
    frequency = collections.Counter(stem for _, stem, _ in rows if stem)
    stems = sorted(s for s, n in frequency.items()
                   if bounds[0] <= n <= bounds[1] and all(map(syllable, s)))
    initial = collections.defaultdict(set)
    for run, _, _ in rows:
        initial[jamo(run)[0]].add(run)
    questions = [(s, run) for s in stems for run in sorted(initial[jamo(s)[0]])]
    text = "".join(f"{s}다\t{run}\n" for s, run in questions)
    answer = subprocess.run([driver], input=text, capture_output=True, text=True,
                            check=True).stdout.split()
    if len(answer) != len(questions):
        sys.exit("predicates.py: the driver answered another number of lines")
    matched = collections.defaultdict(set)
    for (stem, run), a in zip(questions, answer):
        if a == "1":
            matched[run].add(stem)
    count = {1: collections.Counter(), 2: collections.Counter()}
    wrong = collections.Counter()
    known = set(stems)
    for run, stem, analysis in rows:
        if stem in known:
            hit = stem in matched[run]
            count[min(len(stem), 2)]["tp" if hit else "fn"] += 1
            if not hit:
                wrong["miss", stem, run, analysis] += 1
        for other in matched[run]:
            if other != stem:
                count[min(len(other), 2)]["fp"] += 1
                wrong["false", other, run, analysis] += 1
    if found is not None:
        for run, stem, _ in rows:
            stems_said = {s[:-1] for s in found.get(run, ()) if s.endswith("다")} & known
            if stem in known:
                hit = stem in stems_said
                count[min(len(stem), 2)]["hunspell tp" if hit else "hunspell fn"] += 1
            for other in stems_said - {stem}:
                count[min(len(other), 2)]["hunspell fp"] += 1
    return count, collections.Counter(min(len(s), 2) for s in stems), wrong


def show_errors(wrong):
    for (kind, stem, run, analysis), n in sorted(wrong.items(),
            key=lambda kv: (kv[0][0], len(kv[0][1]) > 1, kv[0][1], kv[0][2])):
        print(f"{kind}\t~{stem}다\t{run}\t{analysis}\t{n}")


def show(name, count, stems):
    for size, label in ((2, "two syllables and more"), (1, "one syllable")):
        for who in ("", "hunspell "):
            tp, fp, fn = (count[size][who + key] for key in ("tp", "fp", "fn"))
            if not tp:
                continue
            p, r = tp / (tp + fp), tp / (tp + fn)
            print(f"{name:24} {who:9} {label:22} {stems[size]:4} stems {tp:5} right"
                  f" {fp:4} false {fn:4} missed  P {p:.3f}  R {r:.3f}"
                  f"  F1 {2 * p * r / (p + r):.3f}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--worst", type=int, default=0, help="list the N commonest")
    parser.add_argument("--min", type=int, default=3, help="eojeols a stem needs")
    parser.add_argument("--max", type=int, default=10**9, help="and may have")
    parser.add_argument("driver")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    skipped = collections.Counter()
    total = {1: collections.Counter(), 2: collections.Counter()}
    number = collections.Counter()
    for paths in args.files:
        rows = [(hangul_run(w), stem_of(m, t), "+".join(m) + "/" + "+".join(t))
                for w, m, t in read(paths, skipped) if hangul_run(w)]
        found = baseline.stems(run for run, _, _ in rows)
        count, stems, wrong = evaluate(rows, args.driver, (args.min, args.max), found)
        if args.errors:
            show_errors(wrong)
        name = name_of(paths)
        show(name, count, stems)
        print(f"{name:28} {len(rows)} eojeols, {left_out(paths, skipped)} left out"
              " (annotation inconsistent or not aligned)")
        show_worst(wrong, args.worst)
        for size in total:
            total[size] += count[size]
        number += stems
    if len(args.files) > 1:
        show("all", total, number)
    if found is None:
        print("hunspell: skipped, it or its Korean dictionary is not there")


if __name__ == "__main__":
    main()
