#!/usr/bin/env python3
"""NEGATED(term) and AFFIRMED(term) on sentences labelled by hand (the .tsv files, which
say how). Sentences with an odd number are for development; errors in the even ones were
not looked at while most of the code was written (two were seen, and left). A file that lines "#: kind" part is printed as
a whole and by kind. The driver reads lines "expression<TAB>sentence" and
prints 0 or 1.

usage: negation.py [--errors odd|even|all] DRIVER FILE
"""
import argparse
import subprocess

# What the driver answers for NEGATED and AFFIRMED.
WANTED = {"negated": ("1", "0"), "affirmed": ("0", "1")}


def read(path):
    """(number of the sentence, sentence, term, label, kind)."""
    rows, number, kind = [], {}, None
    for line in open(path, encoding="utf-8"):
        if line.startswith("#: "):
            kind = line[3:].strip()
        if line.startswith("#"):
            continue
        sentence, term, label = line.rstrip("\n").split("\t")
        number.setdefault(sentence, len(number) + 1)
        rows.append((number[sentence], sentence, term, label, kind))
    return rows


def ask(driver, rows):
    questions = [f"{form}({term})\t{sentence}\n" for _, sentence, term, *_ in rows
                 for form in ("NEGATED", "AFFIRMED")]
    out = subprocess.run([driver], input="".join(questions), capture_output=True,
                         text=True, check=True).stdout.split()
    if len(out) != len(questions):
        raise SystemExit("negation.py: the driver answered another number of lines")
    return list(zip(out[::2], out[1::2]))


def show(name, rows, answers):
    right = sum(a == WANTED[r[3]] for r, a in zip(rows, answers))
    print(f"{name:22} {len({n for n, *_ in rows})} sentences, {len(rows)} terms, right"
          f" {right / len(rows):.3f}")
    for i, form in enumerate(("negated", "affirmed")):
        tp = sum(a[i] == "1" and r[3] == form for r, a in zip(rows, answers))
        fp = sum(a[i] == "1" and r[3] != form for r, a in zip(rows, answers))
        fn = sum(a[i] == "0" and r[3] == form for r, a in zip(rows, answers))
        p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
        print(f"{name:22} {form.upper():9} {tp:4} right {fp:4} false {fn:4} missed"
              f"  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}")


def show_kinds(rows, answers):
    kinds = {}
    for r, a in zip(rows, answers):
        kinds.setdefault(r[4], []).append(a == WANTED[r[3]])
    for kind, right in kinds.items():
        if kind:
            print(f"    {sum(right):3} of {len(right):3} terms right: {kind}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    parser.add_argument("--errors", choices=("odd", "even", "all"))
    parser.add_argument("driver")
    parser.add_argument("file")
    args = parser.parse_args()
    rows = read(args.file)
    answers = ask(args.driver, rows)
    halves = {"odd": 1, "even": 0}
    by_kind = any(r[4] for r in rows)
    for name, label in (("odd", "odd (development)"), ("even", "even (held out)"),
                        ("all", "all")):
        if by_kind and name != "all":
            continue
        chosen = [(r, a) for r, a in zip(rows, answers)
                  if name == "all" or r[0] % 2 == halves[name]]
        show(label, [r for r, _ in chosen], [a for _, a in chosen])
        for (n, sentence, term, gold, _), a in chosen if args.errors == name else ():
            if a != WANTED[gold]:
                print(f"  {n}\t{term}\t{gold}\t{sentence}\t{','.join(a)}")
    show_kinds(rows, answers)


if __name__ == "__main__":
    main()
