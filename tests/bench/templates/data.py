"""Invented pages, as the templates of themes/default read them: what the
contract (themes/README.md) gives for an episode, for the list of episodes and
for the list of topics, as JSON that three template engines can load.

Safe text is {"$html": "…"}. Nothing is an empty list: JavaScript holds it for true.
"""
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import archive  # noqa: E402


class Invented:
    def __init__(self, seed=1):
        self.rng = random.Random(seed)
        self.words = archive.Words(self.rng)

    def some(self, make, fewest, most):
        return [make() for _ in range(self.rng.randint(fewest, most))]

    def title(self, count):
        """Words, with an ampersand, an apostrophe or quotes now and then."""
        text = " ".join(self.words.draw(count)).capitalize()
        return text + self.rng.choice(["", "", "", " & more", " – the author's view", ' and "why"'])

    def date(self):
        year, month, day = self.rng.randint(2016, 2025), self.rng.randint(1, 12), self.rng.randint(1, 28)
        return {"iso": f"{year}-{month:02}-{day:02}", "text": f"{day}/{month}/{year}", "year": year}

    def time(self, seconds):
        text = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return {"iso": f"PT{seconds}S", "text": text, "seconds": seconds, "minutes": seconds // 60}

    def link(self, kind):
        name = self.title(3)
        return {"title": name, "name": name, "url": f"/{kind}/{self.words.invent()}/"}

    def related(self):
        return {"episode": self.card(), "shared": self.some(lambda: self.mentioned("topics"), 1, 3)}

    def backlink(self):
        return self.link("topics") | {"sentences": [self.words.prose(12)]}

    def person(self):
        return self.link("guests") | {"initials": "AB", "image": "/photos/a.jpg" if self.rng.random() < 0.5 else ""}

    def mentioned(self, kind):
        places = sorted(self.rng.sample(range(101), self.rng.randint(1, 12)))
        return self.link(kind) | {"count": len(places), "places": places}

    def resource(self):
        creators = self.some(lambda: {"name": self.title(2), "person": self.rng.choice([None, self.person()])}, 1, 3)
        return self.link("resources") | {"by": creators, "year": self.rng.randint(1950, 2024),
                                         "mention_count": self.rng.randint(0, 1500)}

    def card(self):
        """An episode as lists show it."""
        return self.link("episodes") | {
            "date": self.date(), "duration": self.time(self.rng.randint(1500, 7000)),
            "show": self.rng.choice([None, self.link("shows")]), "guests": self.some(self.person, 1, 3),
            "summary": self.words.prose(self.rng.randint(20, 60))}

    def topic(self):
        return self.link("topics") | {
            "mention_count": self.rng.choice([0, 1, 17, 230, 4100]), "passages": [1] * self.rng.randint(1, 9),
            "parent": self.rng.choice([None, self.link("topics")]), "summary": self.words.prose(25)}

    def transcript_html(self, turns):
        """As theme/transcript_html.cpp writes it, more or less."""
        return "".join(
            f'<section><p>A</p><div id="t={i}"><a href="#t={i}">{i // 60}:{i % 60:02}</a>'
            f'<p>{self.words.prose(66)}</p></div></section>\n' for i in range(turns))

    def episode(self, turns):
        chapter = iter(range(1, 100))
        return self.card() | {
            "recorded": self.date(), "season": 2, "number": 41, "hosts": self.some(self.person, 1, 2),
            "audio": {"url": "https://cdn.example.org/41.mp3", "duration": self.time(4000)},
            "video": {"url": "https://www.youtube.com/watch?v=1", "youtube": "1", "is_file": False},
            "moments_url": "https://cdn.example.org/41.mp3#t=", "image": "/photos/41.jpg",
            "notes": {"$html": "<p>" + "</p>\n<p>".join(self.words.prose(40) for _ in range(3)) + "</p>"},
            "chapters": self.some(lambda: {"title": self.title(4), "fragment": f"c{next(chapter)}",
                                           "start": self.time(next(chapter) * 60)}, 6, 12),
            "links": self.some(lambda: {"url": f"https://www.{self.words.invent()}.org/{self.words.invent()}",
                                        "title": self.title(4)}, 3, 8),
            "mentioned_topics": self.some(lambda: self.mentioned("topics"), 12, 20),
            "mentioned_people": self.some(lambda: self.mentioned("guests"), 3, 9),
            "mentioned_resources": self.some(lambda: self.mentioned("resources"), 5, 12),
            "transcript": {"word_count": turns * 66, "reading_minutes": turns // 4, "has_times": True,
                           "correction_count": 3, "edit_url": "https://example.org/edit/41.vtt"},
            "transcript_html": {"$html": self.transcript_html(turns)}, "language": "en", "direction": "ltr", "license": "CC BY 4.0",
            "topics": self.some(lambda: self.link("topics"), 4, 10), "resources": self.some(self.resource, 3, 8),
            "related": self.some(self.related, 4, 6),
            "downloads": [{"name": name, "url": f"/episodes/41/transcript.{name}"}
                          for name in ["webvtt", "subrip", "podcast-json", "text", "markdown"]],
            "talk": "", "newer": self.link("episodes"), "older": self.link("episodes")}

    def page(self, kind, **more):
        return {"kind": kind, "title": self.title(5), "path": f"{kind}/x/", "root": "/",
                "description": self.words.prose(20),
                "canonical": "https://example.org/x/", "feed_url": "/feed.xml", "markdown_url": "/x/index.md",
                "meta": [{"attribute": "property", "name": f"og:{i}", "content": self.title(5)} for i in range(30)],
                "json_ld": {"$html": '{"@context":"https://schema.org","@type":"WebPage"}'},
                "edit_url": "https://example.org/edit/x", "changed": self.date(), "versions": "", "citation": self.words.prose(20),
                "citations": [self.citation(name, form) for name, form in self.CITATIONS]} | more

    CITATIONS = [("apa", "text"), ("mla", "text"), ("chicago", "text"), ("wikipedia", "record"), ("bibtex", "record"),
                 ("biblatex", "record"), ("ris", "record"), ("csl-json", "record")]

    def citation(self, name, form):
        text = self.words.prose(30)
        return {"name": name, "title": name.upper(), "form": form, "text": text, "html": {"$html": f"<i>{text}</i>"},
                "file_url": f"cite.{name}" if name in ["bibtex", "ris", "csl-json"] else ""}

    def context(self, page, **more):
        options = {"accent": "", "accent_dark": "", "font": "sans", "home_episodes": 6, "footer": "Made by hand."}
        return {"page": page, "theme": {"options": options}} | more

    def site(self, **more):
        nav = ["Episodes", "People", "Topics", "Resources", "About"]
        return {"base_url": "https://example.org", "language": "en", "direction": "ltr", "title": "An invented archive",
                "generator": "kbgen", "url": "/",
                "map": "", "nav": [{"title": title, "url": f"/{title.lower()}/"} for title in nav],
                "repository": "https://example.org/sources", "license": "CC BY-SA 4.0",
                "date": self.date(), "word_count": 1234567} | more


def strings():
    """The English strings of the theme; a file of them is simple enough to need no YAML."""
    found, key = {}, ""
    for line in (pathlib.Path(__file__).parents[3] / "themes/default/strings/en.yaml").read_text().splitlines():
        name, colon, text = line.strip().partition(":")
        if not colon or name.startswith("#"):
            continue
        text = text.strip()
        text = text[1:-1] if text.startswith('"') else text
        if line.startswith(" "):
            found[key][name] = text
        else:
            key = name
            found[key] = text or {}
    return found


def cases():
    """Of each: its name, its template, and the contexts that are rendered in turn."""
    make = Invented()

    def episodes(turns):
        return [make.context(make.page("episode", backlinks=make.some(make.backlink, 2, 6)),
                             site=make.site(), episode=make.episode(turns)) for _ in range(5)]

    cards = sorted((make.card() for _ in range(100)), key=lambda card: card["date"]["iso"], reverse=True)
    topics = [make.topic() for _ in range(200)]
    return [
        {"name": "episode, short transcript", "template": "episode.html", "contexts": episodes(3)},
        {"name": "episode, one hour", "template": "episode.html", "contexts": episodes(220)},
        {"name": "list of 100 episodes", "template": "episodes.html",
         "contexts": [make.context(make.page("episodes"), site=make.site(episodes=cards))]},
        {"name": "list of 200 topics", "template": "topics.html",
         "contexts": [make.context(make.page("topics"), site=make.site(topics=topics))]},
    ]
