"""How fast six-page minutes become PDF: `python bench/papers.py [--count 200] [--processes 2]`.

Every paper has its own text. When LibreOffice is present it converts the DOCX of some of the same papers in the same
run, and its figure stands beside ours.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pypdfium2
from tests.papers.samples import minutes_sample

from agragati.kernel.digits import to_bn
from agragati.papers.renderers.docx import to_docx
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.paper import Paper

# The sample six times over fills six pages.
TIMES = 6
LIBREOFFICE_COUNT = 10


def paper(number: int) -> Paper:
    """Give minutes of six pages whose every paragraph and row names `number`."""
    return minutes_sample(5, turn=f"(প্রতিলিপি {to_bn(number)})", times=TIMES)


def make(number: int) -> tuple[int, int, float]:
    """Give the bytes and pages of one paper, and the processor seconds it took (telling when the machine is busy)."""
    start = time.process_time()
    made = to_pdf(paper(number))
    used = time.process_time() - start
    return len(made), len(pypdfium2.PdfDocument(made)), used


def measure(count: int, processes: int) -> dict[str, object]:
    """Make `count` papers and give seconds, MB and papers a second."""
    load = os.getloadavg()[0]
    with ProcessPoolExecutor(processes) as pool:
        start = time.perf_counter()
        made = list(pool.map(make, range(1, count + 1), chunksize=5))
        seconds = time.perf_counter() - start
    return {
        "engine": "typst",
        "papers": count,
        "processes": processes,
        "pages": sorted({pages for _, pages, _ in made}),
        "seconds": round(seconds, 2),
        "megabytes": round(sum(size for size, _, _ in made) / 1e6, 2),
        "papers_per_second": round(count / seconds, 1),
        "processor_seconds_a_paper": round(sum(used for _, _, used in made) / count, 3),
        # What the same work gives when nobody else uses the cores: the wall clock counts the others' work too.
        "papers_per_second_by_processor_time": round(processes * count / sum(used for _, _, used in made), 1),
        "load_before": round(load, 1),
    }


def measure_libreoffice(count: int) -> dict[str, object]:
    """Convert the DOCX of `count` of the same papers in one start of LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return {"engine": "libreoffice", "absent": True}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, count + 1):
            (Path(folder) / f"{number}.docx").write_bytes(to_docx(paper(number)))
        names = [str(path) for path in sorted(Path(folder).glob("*.docx"))]
        start = time.perf_counter()
        subprocess.run(
            [program, "--headless", "--convert-to", "pdf", "--outdir", folder, *names],
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in Path(folder).glob("*.pdf"))
    return {
        "engine": "libreoffice",
        "papers": count,
        "seconds": round(seconds, 2),
        "megabytes": round(size / 1e6, 2),
        "papers_per_second": round(count / seconds, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    print(json.dumps(measure(args.count, args.processes), ensure_ascii=False))
    print(json.dumps(measure_libreoffice(min(args.count, LIBREOFFICE_COUNT)), ensure_ascii=False))


if __name__ == "__main__":
    main()
