#!/usr/bin/env python3
"""Precision and recall of `=noun` and of the bare term against annotated Korean.

The noun of an eojeol is what its annotation begins with: nouns, numerals, prefixes,
and suffixes but 들, joined. It is a whole word where only 들, particles and forms of
the copula follow. A noun that is at least five eojeols of a file so is asked for:
`=noun` must match these eojeols and no other; the bare term those that begin with the
noun or, particles aside, end with it. "Begin" and "end" are read in two ways, as
annotations differ in what they divide: where a morpheme begins or ends (전자+정부), and
by letters (전자정부 as one morpheme). What stands before the noun it ends with may be
anything (이+가격+에, written without a space). An eojeol with signs inside is annotated,
and counted, by its pieces. Beside the engine stand hunspell and a plain list of
particles, both for `=noun`.

Nothing here looks at the code under test, which answers through a driver that reads
lines "expression<TAB>eojeol" and prints 0 or 1.

usage: nouns.py [--errors] [--worst N] [--min N] [--max N] DRIVER FILE...
"""
import argparse
import collections
import subprocess
import unicodedata

import baseline
from predicates import left_out, name_of, read, show_worst, syllable

PARTICLE = {"jcs", "jcc", "jcm", "jco", "jca", "jcv", "jct", "jcj", "jcr", "jxc", "jxf",
            "jxt", "JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC", "KS"}
COPULA = {"jp", "VCP"}
ENDING = ("e", "E")
NOMINAL = ("nc", "nq", "nn", "np", "nb", "NN", "NR", "NP", "SN", "SL", "f", "xp", "XPN",
           "xsn", "XSN", "XR", "NF")
KINDS = (("=noun", "=%s"), ("bare, by morphemes", "%s"), ("bare, by letters", "%s"))
PLAIN = set("""이 가 은 는 을 를 의 에 도 로 으로 와 과 만 에서 에게 에는 에도 에서는 에서도 으로는
로는 으로서 로서 으로써 로써 까지 부터 보다 처럼 마다 나 이나 라도 이라도 이다 이고 이며 인 입니다
이라는 이라고 들 들이 들은 들을 들의 들도 들에게 들과 한테 께서 조차 마저 만이 만을 만은 와의 과의
에의 에서의""".split())
SIZES = ((2, "two syllables and more"), (1, "one syllable"))


def is_nominal(tag):
    return tag.startswith(NOMINAL)


def pieces(morphs, tags):
    """The annotation cut at its signs."""
    out = [([], [])]
    for m, t in zip(morphs, tags):
        if (t[0] in "sS" and t not in ("SN", "SL")) or not any(c.isalnum() for c in
                unicodedata.normalize("NFKC", m)):
            out.append(([], []))
        else:
            out[-1][0].append(m)
            out[-1][1].append(t)
    return [p for p in out if p[0]]


def analyse(morphs, tags):
    """(nominal morphemes, whether only 들, particles and copula follow)."""
    n = 0
    while n < len(tags) and is_nominal(tags[n]) and not (
            n and morphs[n] == "들" and tags[n] in ("xsn", "XSN")):
        n += 1
    tail = tags[n:]
    copula = False
    for m, t in zip(morphs[n:], tail):
        if t in COPULA:
            copula = True
        elif t in PARTICLE or (m == "들" and t in ("xsn", "XSN")):
            pass
        elif not (t.startswith(ENDING) and copula):
            return morphs[:n], False
    return morphs[:n], True


def tail_start(morphs, tags):
    """Where 들, particles and forms of the copula begin that end the morphemes; None
    where other endings do."""
    k = n = len(tags)
    while k and (tags[k - 1] in PARTICLE or tags[k - 1] in COPULA
                 or tags[k - 1].startswith(ENDING)
                 or (k > 1 and morphs[k - 1] == "들" and tags[k - 1] in ("xsn", "XSN"))):
        k -= 1
    return k if k and analyse(["x"] + morphs[k:], ["nc"] + tags[k:])[1] else None


def last_noun(morphs, tags):
    """The nominal morphemes that a piece ends with, particles aside."""
    k = tail_start(morphs, tags)
    first = k
    while first and is_nominal(tags[first - 1]):
        first -= 1
    return morphs[first:k] if k else []


class Eojeol:
    def __init__(self, text, morphs, tags):
        self.text = text
        self.annotation = "+".join(morphs) + "/" + "+".join(tags)
        self.whole, self.side, self.first, self.last = set(), set(), [], []
        for piece in pieces(morphs, tags):
            nominal, whole = analyse(*piece)
            name = "".join(nominal)
            self.first.append("".join(piece[0]))
            if nominal and whole:
                self.whole.add(name)
            end = last_noun(*piece)
            self.side |= {"".join(nominal[:i]) for i in range(1, len(nominal) + 1)}
            self.side |= {"".join(end[i:]) for i in range(len(end))}
            if end:
                self.last.append("".join(piece[0][:tail_start(*piece)]))

    def answers(self, noun):
        """Truth of each of KINDS."""
        letters = any(x.startswith(noun) for x in self.first) or any(
            x.endswith(noun) for x in self.last)
        return noun in self.whole, noun in self.side, letters


def ask(driver, questions):
    """The driver's answers; questions are sorted by expression."""
    out = subprocess.run([driver], input="".join(f"{e}\t{w}\n" for e, w in questions),
                         capture_output=True, text=True, check=True).stdout.split()
    if len(out) != len(questions):
        raise SystemExit("nouns.py: the driver answered another number of lines")
    return {q: a == "1" for q, a in zip(questions, out)}


def holders(nouns, words):
    """The words that hold each noun's letters, found by its first two."""
    index = collections.defaultdict(set)
    for w in words:
        for i in range(len(w)):
            index[w[i:i + 1]].add(w)
            index[w[i:i + 2]].add(w)
    return {n: sorted(w for w in index[n[:2]] if n in w) for n in nouns}


def count(truth, said, c):
    c["tp" if truth and said else "fn" if truth else "fp" if said else "tn"] += 1


def evaluate(rows, driver, bounds, found):
    """Counts by (kind, size); hunspell's for =noun by size."""
    frequency = collections.Counter(n for r in rows for n in r.whole)
    nouns = sorted(n for n, k in frequency.items()
                   if bounds[0] <= k <= bounds[1] and all(map(syllable, n)))
    where = holders(nouns, {r.text for r in rows})
    exprs = sorted({form % n for n in nouns for _, form in KINDS})
    answers = ask(driver, [(e, w) for e in exprs for w in where[e.lstrip("=")]])
    by_text = collections.defaultdict(list)
    for r in rows:
        by_text[r.text].append(r)
    counts = collections.defaultdict(collections.Counter)
    wrong = collections.Counter()
    for noun in nouns:
        held = set(where[noun])
        # Eojeols written otherwise than their annotation do not hold the letters.
        absent = [r for r in rows if r.text not in held and any(r.answers(noun))]
        for r in [r for w in held for r in by_text[w]] + absent:
            truths = r.answers(noun)
            for (kind, form), truth in zip(KINDS, truths):
                said = answers.get((form % noun, r.text), False)
                count(truth, said, counts[kind, min(len(noun), 2)])
                if truth != said:
                    wrong[kind, "miss" if truth else "false", form % noun, r.text,
                          r.annotation] += 1
            if found is not None:
                count(truths[0], noun in found.get(r.text, ()),
                      counts["hunspell =noun", min(len(noun), 2)])
            bare = r.text.strip(".,!?\"'()[]…·“”‘’")
            plain = bare.startswith(noun) and bare[len(noun):] in PLAIN | {""}
            count(truths[0], plain, counts["particles =noun", min(len(noun), 2)])
    return counts, collections.Counter(min(len(n), 2) for n in nouns), wrong


def show(name, counts, nouns):
    kinds = [kind for kind, _ in KINDS] + ["hunspell =noun", "particles =noun"]
    for kind in kinds:
        for size, label in SIZES:
            c = counts[kind, size]
            tp, fp, fn = c["tp"], c["fp"], c["fn"]
            if not tp:
                continue
            p, r = tp / (tp + fp), tp / (tp + fn)
            print(f"{name:24} {kind:18} {label:22} {nouns[size]:4} nouns {tp:5} right"
                  f" {fp:4} false {fn:4} missed  P {p:.3f}  R {r:.3f}"
                  f"  F1 {2 * p * r / (p + r):.3f}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--worst", type=int, default=0, help="list the N commonest")
    parser.add_argument("--min", type=int, default=5, help="eojeols a noun needs")
    parser.add_argument("--max", type=int, default=10**9, help="and may have")
    parser.add_argument("driver")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    skipped, number = collections.Counter(), collections.Counter()
    total = collections.defaultdict(collections.Counter)
    for paths in args.files:
        rows = [Eojeol(w, m, t) for w, m, t in read(paths, skipped) if all(m) and all(t)]
        found = baseline.stems(r.text for r in rows)
        counts, nouns, wrong = evaluate(rows, args.driver, (args.min, args.max), found)
        if args.errors:
            for key, n in sorted(wrong.items()):
                print("\t".join(key) + f"\t{n}")
        name = name_of(paths)
        show(name, counts, nouns)
        print(f"{name:24} {len(rows)} eojeols, {left_out(paths, skipped)} left out"
              " (annotation inconsistent or not aligned)")
        for kind in ("=noun", "bare, by letters"):
            of_kind = {key[1:]: n for key, n in wrong.items()
                       if key[0] == kind and len(key[2].lstrip("=")) > 1}
            show_worst(of_kind, args.worst)
        for key, c in counts.items():
            total[key] += c
        number += nouns
    if len(args.files) > 1:
        show("all", total, number)
    if found is None:
        print("hunspell: skipped, it or its Korean dictionary is not there")


if __name__ == "__main__":
    main()
