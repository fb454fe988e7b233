"""Notebooks from plain text: text/NN-name.md becomes NN-name.ipynb."""
import re
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HERE = Path(__file__).resolve().parent
KERNEL = "java-skein"
METADATA = {
    "kernelspec": {"display_name": "Java (Skein)", "language": "java", "name": KERNEL},
    "language_info": {"codemirror_mode": "java", "file_extension": ".jshell",
                      "mimetype": "text/x-java-source", "name": "Java",
                      "pygments_lexer": "java"},
}


def cells_of(text):
    """Cells: each ```java block, and what stands between them, cut before headings."""
    cells = []
    for part in re.split(r"(?ms)(^```java.*?^```$\n?)", text):
        block = re.fullmatch(r"(?s)```java *([^\n]*)\n(.*?)\n?```\n?", part)
        if block:
            cells.append(new_code_cell(block[2], metadata={"tags": block[1].split()}))
        else:
            cells += [new_markdown_cell(piece.strip())
                      for piece in re.split(r"(?m)^(?=## )", part) if piece.strip()]
    for number, cell in enumerate(cells, 1):
        cell.id = f"cell-{number:02}"            # not a random name, which would differ each time
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
    return cells


def built(name):
    """The notebook of text/NAME.md, without outputs; links begin in its own folder."""
    text = (HERE / "text" / f"{name}.md").read_text().replace("](../", "](")
    notebook = new_notebook(cells=cells_of(text))
    notebook.metadata.update(METADATA)
    return notebook


def read(name):
    file = HERE / f"{name}.ipynb"
    return nbformat.read(file, as_version=4) if file.exists() else None


def write(name, notebook):
    nbformat.write(notebook, HERE / f"{name}.ipynb")


def build(name):
    """Outputs stay as long as this cell and all code before it are what they were."""
    notebook, old = built(name), read(name)
    before = [c for c in old.cells if c.cell_type == "code"] if old else []
    for cell, same in zip((c for c in notebook.cells if c.cell_type == "code"), before):
        if cell.source != same.source:
            break
        cell.outputs, cell.execution_count = same.outputs, same.execution_count
    write(name, notebook)


def names_of(wanted):
    every = sorted(file.stem for file in (HERE / "text").glob("*.md"))
    for number in wanted:
        if not any(name.startswith(number) for name in every):
            sys.exit(f"course: There is no notebook {number}. There are {', '.join(every)}.")
    return [n for n in every if not wanted or any(n.startswith(w) for w in wanted)]
