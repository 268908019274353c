"""The half of ../templates.py that Jinja2 renders: FOLDER CASES OUT SECONDS, and for each case
a line of JSON."""
import json
import pathlib
import sys
import time

import jinja2
import markupsafe


def revived(value):
    if isinstance(value, list):
        return [revived(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$html" in value:
        return markupsafe.Markup(value["$html"])
    return {key: revived(item) for key, item in value.items()}


def string_function(path):
    strings = json.loads(path.read_text())

    def t(key, **values):
        text = strings[key]
        if isinstance(text, dict):
            text = text["one" if values["count"] == 1 else "other"]
        if "count" in values and not isinstance(values["count"], str):
            values["count"] = f"{values['count']:,}"
        as_html = any(isinstance(value, markupsafe.Markup) for value in values.values())
        return (markupsafe.Markup(text) if as_html else text).format(**values) if values else text
    return t


def main(folder, cases, out, seconds):
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), autoescape=True, trim_blocks=True,
                             lstrip_blocks=True, undefined=jinja2.StrictUndefined, auto_reload=False)
    env.globals["asset"] = lambda name: "/assets/" + name
    env.globals["integrity"] = lambda name: "sha384-" + name
    env.globals["url_to"] = lambda path: "/" + path
    env.globals["t"] = string_function(pathlib.Path(cases).with_name("strings.json"))
    for i, case in enumerate(json.loads(pathlib.Path(cases).read_text())):
        template = env.get_template(case["template"])
        contexts = [revived(context) for context in case["contexts"]]
        pages = [template.render(context).encode() for context in contexts]
        pathlib.Path(out, f"{i}.jinja2.html").write_bytes(b"\0".join(pages))
        count, started = 0, time.perf_counter()
        while (spent := time.perf_counter() - started) < float(seconds):
            for context in contexts:
                template.render(context).encode()
            count += len(contexts)
        print(json.dumps({"case": i, "seconds": spent / count, "bytes": sum(map(len, pages)) / len(pages)}))


main(*sys.argv[1:])
