#!/usr/bin/env python3
"""Compares the engine with a slow reference of the rule language on random texts and rules.

usage: match_vs_prototype.py DRIVER FOLDER [ROUNDS [SEED]]
DRIVER is tests/accuracy/match_driver; FOLDER holds rule_language.py. Development only.

The reference has a short list of particles and predicates that over-generate. Each
difference is looked at again with the reference asking the engine's room of text about
single words (particles, predicates): what then agrees is put down to these lists, what
still differs is a difference of the algebra and is printed. Texts are one answer of one
or more lines with `within: answer` or `within: paragraph`, so that the two ways to find
sentences do not matter. Gaps of three and four blanks do not occur: the reference takes
two before and two after a sign that is not there.
"""
import collections
import random
import subprocess
import sys
import tempfile
import os

NOUNS = "정부 국회 행정 예산 성과 디지털 플랫폼 개인정보 보호 격차 인가 한국 국가 중앙 지방 서비스 법 부 정".split()
TAILS = ["", "", "는", "은", "이", "가", "를", "의", "에서", "들은", "과", "이다", "담", "법", "화", "에게서도"]
VERBS = ["어렵다", "잡다", "필요하다", "없다", "돕다", "짓다", "모르다"]
FORMS = "어려워서 어렵습니다 어려움 잡고 잡는다 필요하다 필요한 없이 없다 도와 돕는 지어 모르고 몰라서 우연히".split()
LATIN = ["AI", "ai", "XAI", "ＡＩ", "3", "3.0", "13", "R&D", "e"]
JOINS = [" ", " ", " ", " ", "", "·", "-", "/", " · ", "  ", "・", "–", ", ", "(", ") ", "\u3000"]


def text(rnd):
    out = []
    for _ in range(rnd.randint(1, 14)):
        kind = rnd.random()
        if kind < 0.6:
            out.append(rnd.choice(NOUNS) + (rnd.choice(NOUNS) if rnd.random() < 0.25 else "") + rnd.choice(TAILS))
        elif kind < 0.8:
            out.append(rnd.choice(FORMS))
        else:
            out.append(rnd.choice(LATIN) + rnd.choice(["", "는", "기반"]))
        out.append(rnd.choice(JOINS))
    return "".join(out).strip()


def term(rnd):
    kind = rnd.random()
    mark = rnd.choice(["", "", "", "^", "=", "*"])
    if kind < 0.45:
        return mark + rnd.choice(NOUNS)
    if kind < 0.6:
        return mark + " ".join(rnd.sample(NOUNS, rnd.randint(2, 3)))
    if kind < 0.7:
        return mark + rnd.choice(NOUNS) + rnd.choice(NOUNS)
    if kind < 0.78:
        return "~" + rnd.choice(VERBS)
    if kind < 0.84:
        return rnd.choice(NOUNS) + rnd.choice(["", "을", "이"]) + " ~" + rnd.choice(VERBS)
    if kind < 0.92:
        return mark + rnd.choice(["AI", "3", "R&D", "3.0", "e", "중앙·지방"])
    if kind < 0.96:
        return '"' + rnd.choice(["정부", "AI", "부 국", "· ", "정부는 "]) + '"'
    return rnd.choice(["/정.?부/", "/ai/i", "/[가-힣]+과/", "/\\d+/"])


def expr(rnd, depth):
    kind = rnd.random()
    if depth == 0 or kind < 0.3:
        return term(rnd)
    if kind < 0.45:
        return "(" + " | ".join(expr(rnd, depth - 1) for _ in range(rnd.randint(2, 3))) + ")"
    if kind < 0.65:
        parts = [expr(rnd, depth - 1)]
        for _ in range(rnd.randint(1, 2)):
            parts += [rnd.choice(["AND", "AND", "NOT"]), expr(rnd, depth - 1)]
        return "(" + " ".join(parts) + ")"
    if kind < 0.85:
        parts = [expr(rnd, depth - 1)]
        for _ in range(rnd.randint(1, 2)):
            parts += [rnd.choice(["NEAR", "THEN"]) + "/%d" % rnd.randint(0, 4), expr(rnd, depth - 1)]
        return "(" + " ".join(parts) + ")"
    if kind < 0.92:
        return "(" + expr(rnd, depth - 1) + " NOT NEAR/%d " % rnd.randint(0, 3) + expr(rnd, depth - 1) + ")"
    return "(" + expr(rnd, depth - 1) + " EXCEPT " + expr(rnd, depth - 1) + ")"


class Words:
    """The text room's answers about single words, asked once each."""

    def __init__(self, driver):
        self.p = subprocess.Popen([driver, "--words"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.known = {}

    def ask(self, line):
        if line not in self.known:
            self.p.stdin.write(line + "\n")
            self.p.stdin.flush()
            self.known[line] = self.p.stdout.readline().strip() == "1"
        return self.known[line]


class Rest(str):
    last = ""


def patched(ref, words):
    """Makes the reference ask words; returns a function that undoes it."""
    part, rest, cache, matcher = ref.PART, ref.Text.rest, ref._m, ref.matcher

    class Particles:
        @staticmethod
        def match(r):
            # The room of text looks at a run of Hangul only.
            if r and any(ref.cls(c) != "H" for c in r):
                return False
            return words.ask("t\t%s\t%s" % (r.last, r))

    def rest_with_last(self, j):
        r = Rest(rest(self, j))
        r.last = self.f[j - 1]
        return r

    ref.PART, ref.Text.rest, ref._m = Particles, rest_with_last, {}
    ref.matcher = lambda form: (lambda run: words.ask("p\t%s\t%s" % (form, run)))

    def undo():
        ref.PART, ref.Text.rest, ref._m, ref.matcher = part, rest, cache, matcher

    return undo


def main():
    driver, folder = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    sys.path.insert(0, folder)
    import rule_language as ref

    words = Words(driver)
    totals = collections.Counter()
    for number in range(rounds):
        rnd = random.Random(seed * 100003 + number)
        within = "paragraph" if number % 2 else "answer"
        rules = [expr(rnd, rnd.randint(0, 3)) for _ in range(40)]
        texts = ["\n".join(text(rnd) for _ in range(rnd.randint(1, 3))) for _ in range(40)]
        with tempfile.TemporaryDirectory() as d:
            with open(os.path.join(d, "book.md"), "w", encoding="utf-8") as f:
                f.write("# t\n* within: %s\n\n" % within)
                f.write("".join("## R%d r%d\n- %s\n\n" % (k, k, r) for k, r in enumerate(rules)))
            with open(os.path.join(d, "texts"), "w", encoding="utf-8") as f:
                f.write("".join(t.replace("\n", "\\n") + "\n" for t in texts))
            run = subprocess.run([driver, os.path.join(d, "book.md"), os.path.join(d, "texts")], capture_output=True, text=True, encoding="utf-8")
        if run.returncode:
            print("driver failed in round", number, run.stderr[:2000])
            return 1
        got = collections.defaultdict(list)
        for line in run.stdout.splitlines():
            t, r, a, b = map(int, line.split())
            got[t, r].append((a, b))
        for ti, t in enumerate(texts):
            for ri, r in enumerate(rules):
                mine = got[ti, ri]
                totals["pairs"] += 1
                totals["pairs with hits"] += bool(mine)
                tree = ref.parse(r)
                if ref.ev(ref.Text(t), tree, within, {}) == mine:
                    continue
                undo = patched(ref, words)
                again = ref.ev(ref.Text(t), tree, within, {})
                undo()
                if again == mine:
                    totals["differ by particle list or predicate model"] += 1
                    continue
                totals["differ otherwise"] += 1
                if totals["differ otherwise"] <= 20:
                    print(repr(t), r, within)
                    print("   reference", [(t[a:b], a) for a, b in again])
                    print("   engine   ", [(t[a:b], a) for a, b in mine])
    for key, value in totals.items():
        print("%8d %s" % (value, key))
    return totals["differ otherwise"] > 0


if __name__ == "__main__":
    sys.exit(main())
