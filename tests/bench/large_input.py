#!/usr/bin/env python3
"""Makes the input of the large benchmark: texts, patterns and codebooks.

usage: large_input.py CORPUS PETITION_CODEBOOK MEGABYTES FOLDER

CORPUS is a folder of .jsonl files whose objects have "content" (and "category").
The texts are repeated, each time under new ids, until the contents have MEGABYTES
million bytes. All choices come from a fixed seed and the texts alone.
"""
import collections
import glob
import json
import os
import random
import re
import sys

PARTICLES = sorted(
    "은 는 이 가 을 를 의 에 에서 에게 로 으로 도 만 과 와 까지 부터 라고 입니다 들은 들이 들의 들을"
    .split(), key=len, reverse=True)
PREDICATES = """어렵다 부족하다 심각하다 위험하다 억울하다 힘들다 답답하다 바라다 부탁하다 요청하다
촉구하다 처벌하다 조사하다 수사하다 신고하다 고소하다 폭행하다 협박하다 사망하다 다치다 죽다 살다 믿다 듣다
묻다 돕다 만들다 고치다 바꾸다 없애다 막다 지키다 받다 주다 보내다 찾다 잃다 빼앗다 속이다 숨기다 미루다
떠넘기다 무시하다 외면하다 방치하다 해결하다 개선하다 강화하다 완화하다 폐지하다 도입하다 지원하다 보상하다
확인하다 설명하다 요구하다 거부하다 이루어지다 일어나다 생기다""".split()
CLASS_LED = [r"[0-9]+만\s?원", r"[가-힣]{2,4}위원회", r"[0-9]{4}년\s?[0-9]{1,2}월",
             r"[가-힣]+법률", r"[A-Z]{2,5}"]


def load(corpus):
    texts = []
    for path in sorted(glob.glob(os.path.join(corpus, "*.jsonl"))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                o = json.loads(line)
                content = " ".join(o["content"].split())
                if content:
                    texts.append((o.get("category", ""), content))
    if not texts:
        sys.exit(f"no texts in {corpus}")
    return texts


def noun(word):
    for p in PARTICLES:
        if word.endswith(p) and len(word) - len(p) >= 2:
            return word[:-len(p)]
    return word


def write_texts(folder, texts, size):
    done = n = 0
    with open(os.path.join(folder, "texts.jsonl"), "w", encoding="utf-8") as j, \
            open(os.path.join(folder, "texts.txt"), "w", encoding="utf-8") as t:
        while done < size:
            for category, content in texts:
                n += 1
                j.write(json.dumps({"id": f"P{n:07d}", "category": category,
                                    "content": content}, ensure_ascii=False) + "\n")
                t.write(content + "\n")
                done += len(content.encode())
                if done >= size:
                    break
    print(f"{n} texts, {done / 1e6:.1f} MB of content")


def book(path, codes):
    """codes: (label, rules)."""
    with open(path, "w", encoding="utf-8") as f:
        f.write("# benchmark\n* unit: sentence\n")
        for label, rules in codes:
            f.write(f"\n## {label}\n")
            f.writelines(f"- {r}\n" for r in rules)


def bench_codes(groups):
    """Rules by kind, dealt out to ten codes; rare kinds do not end up in one code."""
    rules = [r for g in groups for r in g]
    return [(f"X{i} bench {i}", rules[i::10]) for i in range(10)]


def lines(path, items):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(f"{i}\n" for i in items)


def equal_hits(rng, ranked, all_text):
    """A hundred words and 2,000 with about as many occurrences together."""
    many = rng.sample(ranked[1500:9000], 2000)
    total = sum(all_text.count(w) for w in many)
    few, counts = [], {}
    for w in ranked[100:1200]:
        counts[w] = all_text.count(w)
    pool = sorted(counts, key=lambda w: abs(counts[w] - total / 100))
    left = total
    for i in range(100):
        best = min(pool[:200 - i], key=lambda w: abs(counts[w] - left / (100 - i)))
        pool.remove(best)
        few.append(best)
        left -= counts[best]
    return few, many


def main():
    corpus, petition, megabytes, folder = sys.argv[1:5]
    rng = random.Random(20190401)
    texts = load(corpus)
    words, pairs = collections.Counter(), collections.Counter()
    for _, content in texts:
        run = [noun(w) if re.fullmatch("[가-힣]{2,6}", w) else None
               for w in content.split()]
        words.update(w for w in run if w)
        pairs.update((a, b) for a, b in zip(run, run[1:]) if a and b)
    ranked = sorted(words, key=lambda w: (-words[w], w))
    keywords = ranked[:500]
    top = sorted(pairs, key=lambda p: (-pairs[p], p))
    phrases = [" ".join(p) for p in rng.sample(top[:600], 60)]
    heads = rng.sample(ranked[:800], 45)
    regexes = [h + rng.choice([r"[가-힣]{1,3}\s[가-힣]+다", r"\s?[0-9]+", r"(은|는|이|가)\s",
                               r"[^.]{0,10}" + rng.choice(ranked[:300])])
               for h in heads]
    nears = []
    for i in range(40):
        a, b, c = rng.sample(ranked[:400], 3)
        nears.append([f"{a} NEAR/5 {b}", f"{a} AND ({b} | {c})", f"{a} EXCEPT {a} {b}",
                      f"{a} THEN/3 ~{rng.choice(PREDICATES)}"][i % 4])
    preds = [f"~{p}" for p in PREDICATES[:60]]
    led = [f"/{r}/" for r in regexes]
    groups = [keywords, phrases, led, preds, nears]

    def out(name):
        return os.path.join(folder, name)

    write_texts(folder, texts, int(float(megabytes) * 1e6))
    lines(out("keywords.txt"), keywords)
    lines(out("patterns.txt"), [re.escape(k) for k in keywords] +
          [p.replace(" ", r"\h*") for p in phrases] + regexes)
    book(out("keywords.md"), bench_codes([[f"*{k}" for k in keywords]]))
    book(out("edges.md"), bench_codes([keywords]))
    book(out("patterns.md"), bench_codes([[f"*{k}" for k in keywords],
                                          [f"*{p}" for p in phrases], led]))
    book(out("rules.md"), bench_codes(groups))
    book(out("all.md"), bench_codes(groups + [[f"/{r}/" for r in CLASS_LED]]))
    few, many = equal_hits(rng, ranked, "\n".join(c for _, c in texts))
    book(out("few.md"), bench_codes([[f"*{w}" for w in few]]))
    book(out("many.md"), bench_codes([[f"*{w}" for w in many]]))
    compiled = [f"{a} {b}" for a, b in top[:6000]] + ranked[:3500] + \
        [f"{a} NEAR/5 {b}" for a, b in top[:500]]
    book(out("tenthousand.md"), bench_codes([compiled]))
    with open(petition, encoding="utf-8") as f:
        study = f.read()
    with open(out("all.md"), encoding="utf-8") as f:
        bench = "## X bench\n" + f.read().split("\n", 2)[2].replace("\n## ", "\n### ")
    for name, more in (("study.md", ""), ("edited.md", "- 벤치마크 | 민식이법\n")):
        edited = study.replace("+ 너무 억울해서 글을 올립니다.", more +
                               "+ 너무 억울해서 글을 올립니다.")
        with open(out(name), "w", encoding="utf-8") as f:
            f.write(edited + "\n" + bench)


main()
