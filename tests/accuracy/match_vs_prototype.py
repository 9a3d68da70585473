#!/usr/bin/env python3
"""Compares the engine with a slow reference of the rule language on random texts and rules:
expressions, and whole codebooks with lists, references, masks, vetoes, scopes and a tree.

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


LISTS = 3


def book_expr(rnd, depth, lists, codes):
    """An expression in which some operands are lists and codes."""
    tree = expr(rnd, depth)
    names = ["$l%d" % k for k in range(lists)] + ["@R%d" % k for k in codes]
    if names and rnd.random() < 0.5:
        link = rnd.choice([" AND ", " NOT ", " | ", " NEAR/2 ", " THEN/3 ", " EXCEPT ", " NOT NEAR/1 "])
        pair = ["(" + tree + ")", rnd.choice(names)]
        rnd.shuffle(pair)
        return link.join(pair)
    return tree


def make_codes(rnd):
    """Each a dict: rules [(scope, expr)], masks, vetoes, questions, parent."""
    codes = []
    for k in range(24):
        parent = k - 1 if k and codes[k - 1]["parent"] is None and rnd.random() < 0.3 else None
        known = [j for j in range(k) if j != parent]
        near = rnd.sample(known, min(3, len(known)))
        place = lambda share: rnd.choice(["Q1", "Q2", "Q1, Q2"]) if rnd.random() < share else ""
        codes.append({
            "parent": parent,
            "questions": place(0.2),
            "rules": [(place(0.25), book_expr(rnd, rnd.randint(0, 2), LISTS, near)) for _ in range(rnd.randint(1, 2))],
            "masks": [book_expr(rnd, 0, LISTS, []) for _ in range(rnd.random() < 0.3)],
            "vetoes": [book_expr(rnd, 0, LISTS, []) for _ in range(rnd.random() < 0.3)],
        })
    return codes


def print_book(within, lists, codes):
    out = "# t\n* within: %s\n" % within
    out += "".join("* $l%d = %s\n" % (k, e) for k, e in enumerate(lists))
    for k, c in enumerate(codes):
        out += "\n%s R%d r%d\n" % ("##" if c["parent"] is None else "###", k, k)
        # A child would inherit its parent's questions.
        out += "* questions: %s\n" % (c["questions"] or "Q1, Q2")
        out += "".join("- %s%s\n" % ("[%s] " % s if s else "", e) for s, e in c["rules"])
        out += "".join("- EXCEPT %s\n" % e for e in c["masks"])
        out += "".join("- NOT %s\n" % e for e in c["vetoes"])
    return out


class Reference:
    """What codes select, by the prose of doc/rule-language.md over the reference's expressions."""

    def __init__(self, ref, within, lists, codes):
        self.ref, self.within, self.codes = ref, within, codes
        self.lists = {"l%d" % k: ref.parse(e) for k, e in enumerate(lists)}
        self.trees = {}
        self.plain = ref.ev

    def tree(self, text):
        if text not in self.trees:
            self.trees[text] = self.ref.parse(text)
        return self.trees[text]

    def select(self, T, question, k, memo):
        if k in memo:
            return memo[k]
        c, w, L, ev = self.codes[k], self.within, self.lists, self.ref.ev
        mask = [x for e in c["masks"] for x in ev(T, self.tree(e), w, L)]
        out = set()
        for scope, e in c["rules"]:
            if all(question in s for s in (scope, c["questions"]) if s):
                out |= set(ev(T, self.tree(e), w, L, mask))
        for e in c["vetoes"]:
            bad = ev(T, self.tree(e), w, L, mask)
            for a, b in T.units(w):
                if any(x[0] < b and x[1] > a for x in bad):
                    out = {x for x in out if not (x[0] < b and x[1] > a)}
        memo[k] = sorted(out)
        return memo[k]

    def all(self, T, question):
        """What each code selects; while it works, the reference's ev knows @."""
        memo = {}

        def ev(T, e, within, lists, mask=()):
            if e[0] != "code":
                return self.plain(T, e, within, lists, mask)
            k = int(e[1][1:])
            subtree = [k] + [j for j, c in enumerate(self.codes) if c["parent"] == k]
            spans = {x for j in subtree for x in self.select(T, question, j, memo)}
            return sorted(x for x in spans if not any(self.ref.ov(x, m) for m in mask))

        self.ref.ev = ev
        try:
            return [self.select(T, question, k, memo) for k in range(len(self.codes))]
        finally:
            self.ref.ev = self.plain


def run_driver(driver, book, texts):
    with tempfile.TemporaryDirectory() as d:
        with open(os.path.join(d, "book.md"), "w", encoding="utf-8") as f:
            f.write(book)
        with open(os.path.join(d, "texts"), "w", encoding="utf-8") as f:
            f.write("".join(t.replace("\n", "\\n") + "\n" for t in texts))
        run = subprocess.run([driver, os.path.join(d, "book.md"), os.path.join(d, "texts")], capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit("driver failed: " + run.stderr[:2000] + book)
    got = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        t, r, a, b = map(int, line.split())
        got[t, r].add((a, b))
    return got


def compare_books(ref, words, driver, rnd, within, totals):
    lists = [expr(rnd, 1), expr(rnd, 2), "$l0 NEAR/3 (" + expr(rnd, 1) + ")"]
    codes = make_codes(rnd)
    texts = ["\n".join(text(rnd) for _ in range(rnd.randint(1, 3))) for _ in range(20)]
    got = run_driver(driver, print_book(within, lists, codes), texts)
    for ti, t in enumerate(texts):
        question = "Q%d" % (ti % 2 + 1)
        want = Reference(ref, within, lists, codes).all(ref.Text(t), question)
        mine = [sorted(got[ti, k]) for k in range(len(codes))]
        totals["codes of codebooks"] += len(codes)
        totals["codes of codebooks with hits"] += sum(map(bool, mine))
        if want == mine:
            continue
        undo = patched(ref, words)
        want = Reference(ref, within, lists, codes).all(ref.Text(t), question)
        undo()
        for k in range(len(codes)):
            if want[k] == mine[k]:
                continue
            totals["differ otherwise"] += 1
            if totals["differ otherwise"] <= 10:
                print(repr(t), question, within, "R%d" % k, codes[k], lists)
                print("   reference", [(t[a:b], a) for a, b in want[k]])
                print("   engine   ", [(t[a:b], a) for a, b in mine[k]])


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
        book = "# t\n* within: %s\n\n" % within
        book += "".join("## R%d r%d\n- %s\n\n" % (k, k, r) for k, r in enumerate(rules))
        got = run_driver(driver, book, texts)
        compare_books(ref, words, driver, rnd, within, totals)
        for ti, t in enumerate(texts):
            for ri, r in enumerate(rules):
                mine = sorted(got[ti, ri])
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
