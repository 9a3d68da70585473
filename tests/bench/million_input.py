#!/usr/bin/env python3
"""A study of a million coded sentences, for bench.sh: 2,000 respondents, 10 questions,
50 sentences an answer, each with the word of one of 100 codes. Writes answers.csv,
questions.md, book.md and edited.md, which loses one code's sentences in every tenth
answer. usage: million_input.py FOLDER [RESPONDENTS]"""
import csv
import random
import sys

folder = sys.argv[1]
respondents = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
questions, sentences, codes = 10, 50, 100
syllables = "가나다라마바사아자차카타파하거너더러머버"
words = [syllables[i // 20] + syllables[i % 20] + "말" for i in range(codes)]
draw = random.Random(7)

with open(folder + "/answers.csv", "w", encoding="utf-8", newline="") as out:
    rows = csv.writer(out)
    rows.writerow(["id", "직군"] + [f"Q{q + 1}" for q in range(questions)])
    for r in range(respondents):
        rows.writerow([f"P{r:05d}", "공무원" if r % 3 else "교수"] + [
            " ".join(f"우리는 {words[draw.randrange(codes)]} 이야기를 하였다."
                     for _ in range(sentences))
            + (" 예외입니다." if draw.randrange(10) == 0 else "")
            for _ in range(questions)])

with open(folder + "/questions.md", "w", encoding="utf-8") as out:
    out.write("# 큰 조사\n")
    for q in range(questions):
        out.write(f"\n### Q{q + 1} 물음\n* focus: T{q % 10}\n무엇입니까?\n")

for name in ("book", "edited"):
    with open(f"{folder}/{name}.md", "w", encoding="utf-8") as out:
        out.write("# 큰 코드북\n")
        for c in range(codes):
            if c % 10 == 0:
                out.write(f"\n## T{c // 10} 주제{c // 10}\n")
            out.write(f"\n### T{c // 10}{'abcdefghij'[c % 10]} 코드{c}\n- {words[c]}\n")
            if name == "edited" and c == 0:
                out.write(f"* within: answer\n- NOT 예외입니다\n")
