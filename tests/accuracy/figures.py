#!/usr/bin/env python3
"""Works out figures of the bundled study from the coders' lists alone, without Saegim:
cells of the findings tables, the baselines and the second coder. With --saegim PROGRAM
they are compared with what the program prints from the same files. For development.

usage: figures.py [--saegim PROGRAM] [STUDY]
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

USUAL = 0.2  # share of the others' answers that makes a code usual in a question


def read_codings(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_codes(path):
    """Labels in order, by the indented list of codes.md."""
    with open(path, encoding="utf-8") as f:
        lines = [re.match(r" *([A-Z]\d?[a-z]?) ", line) for line in f]
    labels = [m.group(1) for m in lines if m]
    leaves = [a for a in labels if not any(b != a and b.startswith(a) for b in labels)]
    return labels, leaves


def read_headings(folder):
    """(respondent, question) of every heading."""
    found = set()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            for m in re.finditer(r"^## (Q\d+)", f.read(), re.M):
                found.add((name.split(".")[0], m.group(1)))
    return found


def f1(gold, other):
    return 2 * len(gold & other) / (len(gold) + len(other))


def kappa(gold, other, cells):
    a, b = len(gold) / cells, len(other) / cells
    agree = (cells - len(gold ^ other)) / cells
    chance = a * b + (1 - a) * (1 - b)
    return (agree - chance) / (1 - chance)


def by_question(gold, headings, leaves, share):
    """Each code where it is usual among the other respondents."""
    out = set()
    for question in {q for _, q in headings}:
        who = [r for r, q in headings if q == question]
        for code in leaves:
            with_it = {r for r in who if (r, question, code) in gold}
            for r in who:
                if len(with_it - {r}) >= share * (len(who) - 1):
                    out.add((r, question, code))
    return out


def people(gold, question, prefix):
    return {r for r, q, c in gold if q == question and c.startswith(prefix)}


def figures(study):
    a_rows = read_codings(os.path.join(study, "codings", "coder_a.tsv"))
    b_rows = read_codings(os.path.join(study, "codings", "coder_b.tsv"))
    labels, leaves = read_codes(os.path.join(study, "codes.md"))
    headings = read_headings(os.path.join(study, "interviews"))
    triple = lambda rows: {(x["respondent"], x["question"], x["code"]) for x in rows}
    a, b = triple(a_rows), triple(b_rows)
    shared = {x["respondent"] for x in b_rows}
    a_shared = {x for x in a if x[0] in shared}
    everyone = {r for r, _ in headings}
    pairs = lambda cells: {(r, c) for r, _, c in cells}
    out = {}
    out["everything answer f1"] = f1(a, {(r, q, c) for r, q in headings for c in leaves})
    out["everything respondent f1"] = f1(
        pairs(a), {(r, c) for r in everyone for c in leaves})
    out["by question answer f1"] = f1(a, by_question(a, headings, leaves, USUAL))
    out["second answer f1"] = f1(a_shared, b)
    out["second respondent kappa"] = kappa(
        pairs(a_shared), pairs(b), len(shared) * len(leaves))
    quoted = lambda rows: {
        (x["respondent"], x["question"], x["code"], x["quote"])
        for x in rows if x["respondent"] in shared}
    out["second equal quotations f1"] = f1(quoted(a_rows), quoted(b_rows))
    start = lambda rows: {x[:3] + (x[3][:25],) for x in quoted(rows)}
    out["second equal beginnings f1"] = f1(start(a_rows), start(b_rows))
    return a, labels, leaves, out


def table(program, *arguments):
    return json.loads(subprocess.run(
        [program, *arguments, "--format", "json"], check=True, capture_output=True).stdout)


def compare_findings(program, a, labels):
    """Every n of every row, of every theme, and of the lines of others."""
    cells = wrong = 0
    for found in table(program, "table", "findings", "--coder", "a"):
        question = found["id"].split("-")[1]
        for row in found["rows"]:
            checks = []
            if row.get("code"):
                checks.append((row["code"], row["n"]["n"]))
                if row.get("theme_code"):
                    checks.append((row["theme_code"], row["theme"]["n"]))
            elif isinstance(row["quotations"], str):
                checks += [(c, int(n)) for c, n in
                           re.findall(r"([A-Z]\d[a-z]?) [^,;]*? (\d+)(?=[,;]|$)",
                                      row["quotations"])]
            for code, n in checks:
                cells += 1
                expected = len(people(a, question, code))
                if n != expected:
                    wrong += 1
                    print(f"{question} {code}: {n}, not {expected}")
    print(f"findings: {cells} cells compared, {wrong} differ")
    return wrong


def compare_evaluation(program, expected):
    rows = {(i // 3, row["unit"]): row
            for i, row in enumerate(table(
                program, "evaluate", "--gold", "a", "--second", "b")[0]["rows"])}
    wrong = 0
    for name, at, unit, key in (
            ("everything answer f1", 1, "답변", "f1"),
            ("everything respondent f1", 1, "응답자", "f1"),
            ("by question answer f1", 2, "답변", "f1"),
            ("second answer f1", 3, "답변", "f1"),
            ("second respondent kappa", 3, "응답자", "kappa")):
        value = rows[at, unit][key]
        if abs(value - expected[name]) > 0.0005:
            wrong += 1
            print(f"{name}: {value}, not {expected[name]:.4f}")
    print(f"evaluate: 5 figures compared, {wrong} differ")
    return wrong


def compare(program, study, a, labels, expected):
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAEGIM_PROJECT"] = os.path.join(folder, "figures.saegim")
        run = lambda *arguments: subprocess.run(
            [program, *arguments], check=True, stdout=subprocess.DEVNULL)
        run("init", "-q", os.environ["SAEGIM_PROJECT"])
        run("ingest", "-q", "--questionnaire", os.path.join(study, "questionnaire.md"),
            os.path.join(study, "interviews"))
        run("code", "-q", os.path.join(
            study, "..", "..", "codebooks", "intelligent-government.md"))
        for coder in "ab":
            run("add", "-q", "--from", os.path.join(study, "codings", f"coder_{coder}.tsv"),
                "--coder", coder)
        return compare_findings(program, a, labels) + compare_evaluation(program, expected)


def main():
    arguments = sys.argv[1:]
    program = None
    if arguments[:1] == ["--saegim"]:
        program = os.path.abspath(arguments[1])
        arguments = arguments[2:]
    here = os.path.dirname(os.path.abspath(__file__))
    study = os.path.abspath(arguments[0] if arguments else os.path.join(
        here, "..", "..", "corpora", "intelligent-government"))
    a, labels, leaves, expected = figures(study)
    print(f"{len(leaves)} leaf codes, {len(a)} answer × code cells of coder a")
    for name, value in expected.items():
        print(f"{name:32} {value:.3f}")
    for code in ("C1", "C1a", "C1b", "C2", "C2a", "C2b", "C2c", "C2d", "C3", "C3a", "C3b",
                 "C3c"):
        print(f"Q4 {code:4} {len(people(a, 'Q4', code)):3}")
    print(f"Q9 E8b  {len(people(a, 'Q9', 'E8b')):3}")
    if program and compare(program, study, a, labels, expected):
        sys.exit(1)


if __name__ == "__main__":
    main()
