"""How long the commands take, as ratios to importing the libraries that they stand on.

Each command and its peer run as fresh processes, one after the other, seven times; the ratio is the median of the
seven ratios, so that what else the machine does touches both.

Run: make bench
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "sample" / "den-nya-administratoren"
PEER = ["-c", "import pandas, scipy.stats, statsmodels.api, matplotlib.pyplot, pandera"]
ROUNDS = 7


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "import effektmatt": (["-c", "import effektmatt"], 0.1),
            "effektmatt goals": (["-m", "effektmatt", "goals", str(SAMPLE)], 0.8),
            "effektmatt report": (["-m", "effektmatt", "report", str(SAMPLE), "-o", folder], 2.0),
        }
        for arguments, _ in commands.values():
            seconds(arguments)  # once unmeasured: files in the cache, bytecode written
        rounds: list[dict[str, float]] = []
        peers: list[float] = []
        for _ in range(ROUNDS):
            rounds.append({name: seconds(arguments) for name, (arguments, _) in commands.items()})
            peers.append(seconds(PEER))
    print(f"peer: python -c '{PEER[1]}': {statistics.median(peers):.2f} s")
    too_slow = []
    for name, (_, most) in commands.items():
        ratio = statistics.median(times[name] / peer for times, peer in zip(rounds, peers, strict=True))
        time_taken = statistics.median(times[name] for times in rounds)
        print(f"{name:20} {time_taken:5.2f} s   {ratio:4.2f} times the peer (at most {most})")
        if ratio > most:
            too_slow.append(name)
    return 1 if too_slow else 0


if __name__ == "__main__":
    sys.exit(main())
