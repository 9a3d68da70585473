"""Recomputes findings, themes, matrix, cooccur and crosstab from v_coding, v_answer and
the tables of doc/schema.md, and compares with what the program prints as JSON. Also the
codings and cases of `export`. Prints TAP."""
import csv
import io
import json
import sqlite3
import subprocess
import sys

program, project = sys.argv[1:]
db = sqlite3.connect(project)


def run(*args):
    return subprocess.run([program, *args], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE).stdout.decode()


def rows(sql, *values):
    return db.execute(sql, values).fetchall()


# Judgements: of every ninth segment of the rules the first words are rejected or
# accepted, and a person adds a code to answers and says that an answer is none.
said = 0
for i, (who, question, code, quote) in enumerate(rows(
        """SELECT respondent, question_label, code_label, quote FROM v_coding
           WHERE origin = 'rule' AND length(quote) > 12 AND instr(quote, char(10)) = 0
           ORDER BY respondent, question_label, code_label, start""")):
    if i % 60:
        continue
    verb = ("reject", "accept", "reject")[said % 3]
    done = subprocess.run([program, verb, "-q", code, who, question, quote],
                          stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    said += done.returncode == 0
subprocess.run([program, "answer", "-q", "R02", "Q3", "none"], stdout=subprocess.PIPE,
               stderr=subprocess.PIPE)
db.close()
db = sqlite3.connect(project)

# What the tables count: codings of answers to a question, a code and all above it.
db.executescript("""
CREATE TEMP TABLE up AS
WITH RECURSIVE u(code, above) AS (
  SELECT id, id FROM code WHERE live
  UNION ALL SELECT u.code, c.parent FROM u JOIN code c ON c.id = u.above
  WHERE c.parent IS NOT NULL)
SELECT u.code, u.above, c.label FROM u JOIN code c ON c.id = u.above;
CREATE TEMP TABLE counted AS
SELECT v.respondent, v.question_label AS question, v.answer, v.start, v.stop, v.code,
  v.code_label FROM v_coding v WHERE v.question_label IS NOT NULL;
CREATE TEMP TABLE rolled AS
SELECT k.respondent, k.question, k.answer, k.start, k.stop, u.label AS code
FROM counted k JOIN up u ON u.code = k.code;
""")
valid = dict(rows("""SELECT question_label, count(DISTINCT respondent) FROM v_answer
                     WHERE state = 'answered' AND question_label IS NOT NULL GROUP BY 1"""))
everybody = rows("""SELECT count(DISTINCT respondent) FROM v_answer
                    WHERE state = 'answered' AND question_label IS NOT NULL""")[0][0]
tests = 0


def check(name, mistakes, compared, least):
    """A comparison that compared too little is a failure too."""
    global tests
    tests += 1
    good = not mistakes and compared >= least
    print(f"{'ok' if good else 'not ok'} {tests} - {name}: {compared} numbers")
    for m in mistakes[:10]:
        print("#", m)
    if compared < least:
        print(f"# only {compared} numbers, {least} expected")


def compare(mistakes, where, got, expected):
    if got != expected:
        mistakes.append(f"{where}: printed {got}, recomputed {expected}")
    return 1


# The study is worth comparing: judgements of all kinds are in it.
verdicts = dict(rows("SELECT verdict, count(*) FROM v_judgement GROUP BY 1"))
check("judgements were made",
      [] if verdicts.get("reject", 0) > 5 and verdicts.get("accept", 0) > 2 else [verdicts],
      said, 9)

# findings
n, wrong = 0, []
for table in json.loads(run("table", "findings", "--format", "json")):
    question = table["id"].split("-", 1)[1]
    expected = dict(rows("""SELECT code, count(DISTINCT respondent) FROM rolled
                            WHERE question = ? GROUP BY 1""", question))
    for row in table["rows"]:
        if row["code"]:
            where = f"{question} {row['code']}"
            n += compare(wrong, where, row["n"]["n"], expected.get(row["code"], 0))
            n += compare(wrong, where + " base", row["n"]["base"], valid[question])
        if row.get("theme_code") and isinstance(row["theme"], dict):
            n += compare(wrong, f"{question} {row['theme_code']}", row["theme"]["n"],
                         expected.get(row["theme_code"], 0))
check("findings", wrong, n, 250)

# themes
people = dict(rows("SELECT code, count(DISTINCT respondent) FROM rolled GROUP BY 1"))
places = dict(rows("""SELECT code, count(*) FROM
    (SELECT DISTINCT code, answer, start, stop FROM rolled) GROUP BY 1"""))
asked = dict(rows("SELECT code, count(DISTINCT question) FROM rolled GROUP BY 1"))
n, wrong = 0, []
for row in json.loads(run("table", "themes", "--format", "json"))[0]["rows"]:
    if not row["code"]:
        continue
    n += compare(wrong, row["code"], row["n"]["n"], people.get(row["code"], 0))
    n += compare(wrong, row["code"] + " base", row["n"]["base"], everybody)
    n += compare(wrong, row["code"] + " mentions", row["mentions"],
                 places.get(row["code"], 0))
    n += compare(wrong, row["code"] + " questions", row["questions"],
                 asked.get(row["code"], 0))
check("themes", wrong, n, 300)

# matrix of codes by respondents: 1 and 0
n, wrong = 0, []
said_by = set(rows("SELECT DISTINCT code_label, respondent FROM counted"))
names = [r[0] for r in rows("SELECT name FROM case_ ORDER BY name")]
for row in json.loads(run("table", "matrix", "--presence", "--format", "json"))[0]["rows"]:
    for name in names if row.get("code") else []:
        n += compare(wrong, f"{row['code']} {name}", row[name],
                     int((row["code"], name) in said_by))
check("matrix", wrong, n, 1000)

# codes on the same answer, and respondent
for unit, column in (("answer", "answer"), ("case", "respondent")):
    n, wrong = 0, []
    alone = dict(rows(f"SELECT code_label, count(DISTINCT {column}) FROM counted GROUP BY 1"))
    both = {(a, b): k for a, b, k in rows(f"""
        SELECT a.code_label, b.code_label, count(DISTINCT a.{column}) FROM counted a
        JOIN counted b ON b.{column} = a.{column} GROUP BY 1, 2""")}
    pairs = json.loads(run("table", "cooccur", "--unit", unit, "--format", "json"))[0]["rows"]
    for row in pairs:
        a, b = row["code1"], row["code2"]
        n += compare(wrong, f"{a} {b} n1", row["n1"], alone[a])
        n += compare(wrong, f"{a} {b} n2", row["n2"], alone[b])
        n += compare(wrong, f"{a} {b} n11", row["n11"], both.get((a, b), 0))
        share = both[a, b] / (alone[a] + alone[b] - both[a, b])
        n += compare(wrong, f"{a} {b} Jaccard", abs(row["jaccard"] - share) < 0.0006, True)
    n += compare(wrong, "pairs", len(pairs), sum(a < b for a, b in both))
    check("cooccur " + unit, wrong, n, 1000)

# crosstab by an attribute
n, wrong = 0, []
by = {(code, group): k for code, group, k in rows("""
    SELECT r.code, a.value, count(DISTINCT r.respondent) FROM rolled r
    JOIN v_attribute a ON a.respondent = r.respondent
    WHERE a.name = '직군' AND a.current GROUP BY 1, 2""")}
groups = [g[0] for g in rows("""SELECT DISTINCT value FROM v_attribute
                                 WHERE name = '직군' AND current""")]
table = json.loads(run("table", "crosstab", "--by", "직군", "--format", "json"))[0]
for row in table["rows"]:
    for key, cell in row.items():
        group = key.split("=")[-1]
        if row["code"] and group in groups:
            value = cell["n"] if isinstance(cell, dict) else cell
            n += compare(wrong, f"{row['code']} {group}", value,
                         by.get((row["code"], group), 0))
check("crosstab", wrong, n, 200)

# export
n, wrong = 0, []
out = list(csv.DictReader(io.StringIO(run("export", "codings"), newline="")))
n += compare(wrong, "rows", len(out), rows("SELECT count(*) FROM counted")[0][0])
expected = sorted(rows("""SELECT respondent, question, code_label, start, stop FROM counted"""))
got = sorted((r["respondent"], r["question"], r["code"], int(r["start"]), int(r["stop"]))
             for r in out)
n += compare(wrong, "codings", got == expected, True)
rolled = set(rows("SELECT DISTINCT code, respondent FROM rolled"))
labels = [r[0] for r in rows("SELECT label FROM code WHERE live")]
for row in csv.DictReader(io.StringIO(run("export", "cases"), newline="")):
    for code in labels:
        n += compare(wrong, f"{code} {row['respondent']}", row[code],
                     str(int((code, row["respondent"]) in rolled)))
check("export", wrong, n, 1000)
print(f"1..{tests}")
