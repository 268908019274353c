"""An invented archive of N episodes, for measuring: the same episodes as a
knowledge base for kbgen and as a Markdown site for Hugo.

    tests/bench/archive.py FOLDER N [SEED]      writes FOLDER/kbgen and FOLDER/hugo

An episode is as long as a real one: 10,000 words in 150 turns. Words follow
Zipf's law over a vocabulary of 20,000, the commonest of which are English; a
hundred times an episode somebody says the name of a guest, topic or resource,
of which there are more the larger the archive, as in real ones. The same seed
writes the same bytes.
"""
import datetime
import itertools
import json
import pathlib
import random
import sys

WORDS_PER_EPISODE = 10_000
TURNS_PER_EPISODE = 150
MENTIONS_PER_EPISODE = 100
VOCABULARY = 20_000

COMMON = """the and to of a that i it in you is so for we was like this but on have with be they do not
are what know just about as if really there one think at my or can people all he how when then from an your because
would out more get had time now their some very which has up work who no by were them will me been things make
something go where other into way going other could than our different lot also want say much only see data did
even these its good maybe kind any first thing over those she should need being right use start well learn same
""".split()
ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pl pr qu r s sh sl st t tr v w z".split()
VOWELS = "a e i o u ai ea ee io ou".split()
CODAS = " l m n r s t ck nd st rt ng".split(" ")
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "ation", "ness", "able"]
ACCENTS = str.maketrans({"a": "á", "e": "é", "o": "ö", "u": "ü", "s": "š"})


class Words:
    def __init__(self, rng):
        self.rng = rng
        self.seen = set(COMMON)
        rare = [self.invent() + rng.choice(ENDINGS) for _ in range(VOCABULARY - len(COMMON))]
        self.vocabulary = list(dict.fromkeys(COMMON)) + sorted(rare, key=len)  # the shorter the commoner
        self.weights = list(itertools.accumulate((rank + 2.7) ** -1.1 for rank in range(len(self.vocabulary))))

    def invent(self, syllables=None):
        while True:
            count = syllables or self.rng.choice([1, 1, 2, 2, 3])
            word = "".join(self.rng.choice(ONSETS) + self.rng.choice(VOWELS) for _ in range(count)) + self.rng.choice(CODAS)
            if word not in self.seen:
                self.seen.add(word)
                return word

    def draw(self, count):
        return self.rng.choices(self.vocabulary, cum_weights=self.weights, k=count)

    def prose(self, count, names=()):
        """`count` words as sentences; the names stand somewhere among them."""
        words = self.draw(count)
        for name in names:
            words[self.rng.randrange(count)] = name
        at = 0
        while at < count:
            end = min(count, at + self.rng.randint(6, 22))
            words[at] = words[at][0].upper() + words[at][1:]
            if end - at > 10:
                words[at + 5] += ","
            words[end - 1] += self.rng.choice("....?")
            at = end
        return " ".join(words)


class Entity:
    def __init__(self, name, slug, body):
        self.name, self.slug, self.body = name, slug, body


def entities(words, count, name_of):
    found = []
    for _ in range(count):
        plain = name_of()
        name = plain.title()
        if words.rng.random() < 0.1:
            name = name[0] + name[1:].translate(ACCENTS)
        found.append(Entity(name, plain.replace(" ", "-"), words.prose(60)))
    return found


def by_popularity(rng, pool, count):
    """Distinct members of the pool, the first ones far more often."""
    weights = [1 / (rank + 3) for rank in range(len(pool))]
    return list(dict.fromkeys(rng.choices(pool, weights, k=count)))


def clock(seconds):
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page(front_matter, body):
    """JSON is YAML, and both programs read it as front matter of one line a key."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front_matter.items())
    return f"---\n{lines}---\n{body}\n"


class Archive:
    def __init__(self, folder, size, seed):
        self.rng = random.Random(seed)
        self.words = Words(self.rng)
        self.kbgen, self.hugo = pathlib.Path(folder, "kbgen"), pathlib.Path(folder, "hugo")
        invent = self.words.invent
        self.hosts = entities(self.words, 3, lambda: f"{invent(2)} {invent(2)}")
        self.guests = entities(self.words, max(10, size // 3), lambda: f"{invent(2)} {invent(2)}")
        self.topics = entities(self.words, max(20, size // 10), lambda: " ".join(invent(2) for _ in range(self.rng.randint(1, 2))))
        self.resources = entities(self.words, max(20, size // 5), lambda: " ".join(invent(2) for _ in range(self.rng.randint(1, 3))))
        self.write_entities()
        for number in range(1, size + 1):
            self.write_episode(number)
        self.write_configs()

    def write_configs(self):
        shows = {f"show-{i}": {"title": host.name + "'s Hour", "hosts": [host.slug]} for i, host in enumerate(self.hosts)}
        config = {"title": "A Measured Archive", "base_url": "https://example.org/archive", "shows": shows}
        write(self.kbgen / "config.yaml", "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in config.items()))

    def write_entities(self):
        for person in self.hosts + self.guests:
            link = {"title": "Home page", "url": f"https://example.org/{person.slug}"}
            write(self.kbgen / f"content/guests/{person.slug}.md", page({"name": person.name, "role": "Practitioner", "links": [link]}, person.body))
            write(self.hugo / f"content/guests/{person.slug}/_index.md", page({"title": person.name}, person.body))
        for topic in self.topics:
            related = [t.slug for t in self.rng.sample(self.topics, 3) if t is not topic]
            write(self.kbgen / f"content/topics/{topic.slug}.md", page({"title": topic.name, "related": related}, topic.body))
            write(self.hugo / f"content/topics/{topic.slug}/_index.md", page({"title": topic.name}, topic.body))
        for resource in self.resources:
            front = {"title": resource.name, "type": "book", "by": [self.rng.choice(self.guests).slug], "url": f"https://example.org/{resource.slug}",
                     "topics": [t.slug for t in by_popularity(self.rng, self.topics, 2)], "year": self.rng.randint(1990, 2023)}
            write(self.kbgen / f"content/resources/{resource.slug}.md", page(front, resource.body))
            write(self.hugo / f"content/works/{resource.slug}/_index.md", page({"title": resource.name}, resource.body))

    def write_episode(self, number):
        slug = f"episode-{number:05}"
        host = self.hosts[number % len(self.hosts)]
        guests = by_popularity(self.rng, self.guests, self.rng.randint(1, 2))
        topics = by_popularity(self.rng, self.topics, 5)
        resources = by_popularity(self.rng, self.resources, 5)
        title = self.words.prose(6).rstrip(".?")
        date = (datetime.date(2000, 1, 1) + datetime.timedelta(days=4 * number)).isoformat()
        turns = self.turns([host, *guests], topics + resources)
        chapters = [{"start": clock(turns[at][1]), "title": self.words.prose(4).rstrip(".?")} for at in range(0, len(turns), 30)]
        notes = f"{self.words.prose(60)}\n\n* [{self.words.prose(3)}](https://example.org/{slug})\n"
        front = {"title": title, "date": date, "summary": self.words.prose(20), "guests": [g.slug for g in guests],
                 "topics": [t.slug for t in topics]}
        works = [r.slug for r in resources]

        own = {"resources": works, "show": f"show-{number % len(self.hosts)}", "number": number, "hosts": [host.slug], "chapters": chapters, "transcript": f"transcripts/{slug}.txt"}
        write(self.kbgen / f"content/episodes/{slug}.md", page(front | own, notes))
        write(self.kbgen / f"content/episodes/transcripts/{slug}.txt", "".join(f"{name}  {clock(at)}  \n{text}\n\n" for name, at, text in turns))
        spoken = "".join(f"**{name}** [{clock(at)}](#t={at})\n\n{text}\n\n" for name, at, text in turns)
        write(self.hugo / f"content/episodes/{slug}.md", page(front | {"works": works}, f"{notes}\n## Transcript\n\n{spoken}"))

    def turns(self, speakers, subjects):
        """(name, seconds, text) of each turn; two words and a half a second."""
        length = WORDS_PER_EPISODE // TURNS_PER_EPISODE
        everything = subjects * 3 + by_popularity(self.rng, self.topics + self.resources + self.guests, 20)
        turns, at = [], 7
        for turn in range(TURNS_PER_EPISODE):
            count = self.rng.randint(length // 2, length * 3 // 2)
            names = [e.name for e in self.rng.choices(everything, k=round(MENTIONS_PER_EPISODE / TURNS_PER_EPISODE + self.rng.random() - 0.5))]
            turns.append((speakers[turn % len(speakers)].name, at, self.words.prose(count, names)))
            at += count * 2 // 5
        return turns


if __name__ == "__main__":
    Archive(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
