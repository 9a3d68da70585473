"""hunspell's Korean dictionary as a baseline to read the engine's figures by. For
development: Saegim does not use it. Debian has it as hunspell and hunspell-ko."""
import shutil
import subprocess


def stems(words):
    """Each word's stems by `hunspell -s`, predicates in their dictionary form; None
    where hunspell or its Korean dictionary is not there."""
    if not shutil.which("hunspell"):
        return None
    words = sorted(set(words))
    run = subprocess.run(["hunspell", "-i", "utf-8", "-d", "ko", "-s"],
                         input="\n".join(words) + "\n", capture_output=True, text=True)
    if run.returncode:
        return None
    found = {word: set() for word in words}
    for line in run.stdout.splitlines():
        field = line.split()
        if len(field) > 1 and field[0] in found:
            found[field[0]].add(field[1])
    return found
