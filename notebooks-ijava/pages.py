"""The course as pages for a browser, with their formulas, to be read without a network."""
import os
import re
import shutil
import sys
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

# Of MathJax 2, what formulas in TeX need; Debian's package is libjs-mathjax.
PLACES = ["/usr/share/javascript/mathjax", "/usr/share/mathjax"]
PARTS = ["MathJax.js", "config/TeX-AMS_CHTML-full.js", "config/Safe.js", "extensions",
         "jax/element", "jax/input/TeX", "jax/output/CommonHTML", "fonts/HTML-CSS/TeX/woff"]
WIDTH = "<style>main, body > .jp-Notebook { max-width: 960px; margin: 0 auto }</style>"


def find_mathjax():
    for place in [os.environ.get("MATHJAX", ""), *PLACES]:
        if place and (Path(place) / "MathJax.js").exists():
            return Path(place)
    sys.exit("course: There is no MathJax here. On Debian: apt install libjs-mathjax; "
             "elsewhere set MATHJAX to the folder of a MathJax 2.7.")


def copy_mathjax(source, target):
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part, dirs_exist_ok=True)
        else:
            (target / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / part, target / part)


def title_of(notebook):
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def page(exporter, notebook):
    html, _ = exporter.from_notebook_node(
        notebook, resources={"metadata": {"name": title_of(notebook)}})
    # Widgets need RequireJS from the network; the course has none.
    html = re.sub(r'<script src="https://[^"]*"></script>', "", html)
    html = re.sub(r'(href="\d\d-[\w-]+)\.ipynb"', r'\1.html"', html)
    # A link out of the course would lead nowhere from another folder; its words name the file.
    html = re.sub(r'<a href="\.\./[^"]*">(.*?)</a>', r"\1", html)
    return html.replace("</head>", WIDTH + "</head>", 1)


def write_pages(here, folder, names):
    folder.mkdir(parents=True, exist_ok=True)
    copy_mathjax(find_mathjax(), folder / "mathjax")
    exporter = HTMLExporter(template_name="lab")
    exporter.mathjax_url = "mathjax/MathJax.js?config=TeX-AMS_CHTML-full,Safe"
    exporter.require_js_url = ""
    items = []
    for name in names:
        notebook = nbformat.read(here / f"{name}.ipynb", as_version=4)
        (folder / f"{name}.html").write_text(page(exporter, notebook))
        items.append(f'<li><a href="{name}.html">{title_of(notebook)}</a></li>')
    (folder / "index.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Skein: the course'
        '</title></head><body style="font-family: sans-serif; max-width: 720px; margin: 3em auto">'
        f"<h1>Skein: the course</h1><ul>{''.join(items)}</ul></body></html>\n")
    print(f"{len(names)} pages: {folder / 'index.html'}")
