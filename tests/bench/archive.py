"""An invented archive of N episodes, for measuring: the same episodes as a
knowledge base for kbgen and as a Markdown site for Hugo.

    tests/bench/archive.py FOLDER N [SEED]      writes FOLDER/kbgen and FOLDER/hugo

Its figures are those of a real archive of 2,000 hours: how long episodes are and
how many turns they have, how many guests, how many things have a page, and how
unevenly they are named: ten things have a quarter of all mentions, a hundred two
thirds. Words follow Zipf's law over a vocabulary of 20,000, the commonest of which
are English. An archive of another size has the same figures per episode; of topics
there are fewer than proportionally more. The same seed writes the same bytes, and
what was made is printed beside what it should be.
"""
import bisect
import collections
import datetime
import itertools
import json
import math
import pathlib
import random
import sys

VOCABULARY = 20_000

# Of the real archive, by share of its episodes: words and turns of an episode.
WORDS = [(0, 3_000), (0.10, 5_600), (0.25, 8_000), (0.50, 10_400), (0.75, 12_500), (0.90, 14_600), (0.95, 16_200), (0.99, 20_200), (1, 26_000)]
TURNS = [(0, 40), (0.10, 75), (0.25, 130), (0.50, 182), (0.75, 244), (0.90, 337), (0.95, 440), (0.99, 799), (1, 1_000)]
GUESTS = {0: 0.14, 1: 0.66, 2: 0.13, 3: 0.03, 4: 0.02, 5: 0.02}
REAL_SIZE = 2_000


class Kind:
    """How many things of a kind the real archive has, and how often they are named."""

    def __init__(self, things, mentions, by_rank, growth):
        self.things, self.mentions, self.by_rank, self.growth = things, mentions, by_rank, growth

    def count(self, size):
        return max(20, round(self.things * (size / REAL_SIZE) ** self.growth))

    def mentions_of(self, size):
        """Of each thing, the commonest first; what is behind the last rank is never named."""
        count = self.count(size)
        weights = [along([(math.log(rank), math.log(times)) for rank, times in self.by_rank], math.log(1 + at * self.things / count))
                   if 1 + at * self.things / count <= self.by_rank[-1][0] else None for at in range(count)]
        weights = [math.exp(weight) if weight is not None else 0 for weight in weights]
        scale = self.mentions * size / REAL_SIZE / sum(weights)
        return [max(1, round(weight * scale)) if weight else 0 for weight in weights]


TOPICS = Kind(179, 279_000, [(1, 25_251), (2, 13_773), (3, 11_500), (10, 6_500), (50, 1_500), (100, 500), (179, 60)], 0.5)
RESOURCES = Kind(1_227, 110_000, [(1, 4_000), (10, 1_400), (50, 420), (200, 130), (600, 40), (1_227, 4)], 1)
PEOPLE = Kind(1_734, 44_000, [(1, 900), (10, 330), (100, 70), (500, 20), (1_348, 5)], 1)

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
        for at, name in zip(self.rng.sample(range(count), len(names)), names):
            words[at] = name
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


def along(points, at):
    """Between the two points around `at`, as a straight line has it."""
    right = min(max(bisect.bisect_left([x for x, _ in points], at), 1), len(points) - 1)
    (x0, y0), (x1, y1) = points[right - 1], points[right]
    return y0 + (y1 - y0) * (at - x0) / (x1 - x0)


def by_popularity(rng, pool, count):
    """Distinct members of the pool, the first ones far more often."""
    weights = [1 / (rank + 3) for rank in range(len(pool))]
    return list(dict.fromkeys(rng.choices(pool, weights, k=count)))


def spread(rng, times, episodes, size):
    """So many times over so many different episodes, each at least once, a few of them far more often: {episode: times}."""
    chosen = rng.sample(range(1, size + 1), episodes)
    weights = [rng.expovariate(1) for _ in chosen]
    counts = collections.Counter(chosen)
    counts.update(rng.choices(chosen, weights, k=max(0, times - episodes)))
    return counts


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
        self.size = size
        self.words = Words(self.rng)
        self.kbgen, self.hugo = pathlib.Path(folder, "kbgen"), pathlib.Path(folder, "hugo")
        invent = self.words.invent
        self.hosts = entities(self.words, 3, lambda: f"{invent(2)} {invent(2)}")
        self.guests = entities(self.words, PEOPLE.count(size) - 3, lambda: f"{invent(2)} {invent(2)}")
        self.topics = entities(self.words, TOPICS.count(size), lambda: " ".join(invent(2) for _ in range(self.rng.randint(1, 2))))
        self.resources = entities(self.words, RESOURCES.count(size), lambda: " ".join(invent(2) for _ in range(self.rng.randint(1, 3))))
        # Words that everybody says all the time are aliases of something in every real archive.
        self.aliases = {self.resources[7].slug: ["for you"], self.resources[11].slug: ["Next"]}
        self.named = self.names_by_episode()
        self.waiting = self.rng.sample(self.guests, len(self.guests))
        self.figures = {"words": [], "turns": [], "guests": [], "named": collections.Counter()}
        self.write_entities()
        for number in range(1, size + 1):
            self.write_episode(number)
        self.write_configs()

    def names_by_episode(self):
        """For each episode, things and how often they are named in it."""
        named = collections.defaultdict(list)
        for kind, things in ((TOPICS, self.topics), (RESOURCES, self.resources), (PEOPLE, self.guests + self.hosts)):
            for rank, (thing, times) in enumerate(zip(things, kind.mentions_of(self.size))):
                if not times:
                    continue
                episodes = round(times / (1 + times**0.22))
                if kind is TOPICS and rank < 2:  # the commonest in every other episode, the second in nearly all
                    episodes = round(self.size * (0.5, 0.8)[rank])
                for episode, here in spread(self.rng, times, min(max(1, episodes), times, round(self.size * 0.8)), self.size).items():
                    named[episode].append((kind, thing, here))
        return named

    def guests_of_episode(self):
        """Everybody comes once before anybody comes again, but for those who come often."""
        count = self.rng.choices(list(GUESTS), GUESTS.values())[0]
        come_again = by_popularity(self.rng, self.guests[:50], count)
        return [self.waiting.pop() if self.waiting and self.rng.random() < 0.75 else again for again in come_again]

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
            if resource.slug in self.aliases:
                front["aliases"] = self.aliases[resource.slug]
            write(self.kbgen / f"content/resources/{resource.slug}.md", page(front, resource.body))
            write(self.hugo / f"content/works/{resource.slug}/_index.md", page({"title": resource.name}, resource.body))

    def write_episode(self, number):
        slug = f"episode-{number:05}"
        host = self.hosts[number % len(self.hosts)]
        guests = self.guests_of_episode()
        named = sorted(self.named[number], key=lambda entry: -entry[2])
        topics = [thing for kind, thing, _ in named if kind is TOPICS][:6]
        resources = [thing for kind, thing, _ in named if kind is RESOURCES][:5]
        title = self.words.prose(6).rstrip(".?")
        date = (datetime.date(2000, 1, 1) + datetime.timedelta(days=4 * number)).isoformat()
        turns = self.turns([host, *guests], [thing.name for _, thing, times in named for _ in range(times)])
        self.figures["guests"].append(len(guests))
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

    def turns(self, speakers, names):
        """(name, seconds, text) of each turn; two words and a half a second. Each of the names is said once."""
        length, count = round(along(WORDS, self.rng.random())), round(along(TURNS, self.rng.random()))
        self.figures["words"].append(length)
        self.figures["turns"].append(count)
        shares = [self.rng.expovariate(1) + 0.1 for _ in range(count)]
        said = [[] for _ in shares]
        for turn, name in zip(self.rng.choices(range(count), shares, k=len(names)), names):
            said[turn].append(name)
        turns, at = [], 7
        for turn, share in enumerate(shares):
            words = max(3, len(said[turn]) + 1, round(length * share / sum(shares)))
            turns.append((speakers[turn % len(speakers)].name, at, self.words.prose(words, said[turn])))
            at += max(1, words * 2 // 5)
        return turns

    def describe(self):
        """A line a figure: what was made, and what the real archive has."""
        def percentiles(values, points):
            values = sorted(values)
            wanted = [(share, real) for share, real in points if 0 < share < 1]
            return ", ".join(f"{values[min(len(values) - 1, int(share * len(values)))]} ({real})" for share, real in wanted)

        times = collections.Counter()
        for episode in self.named.values():
            for _, thing, here in episode:
                times[thing.slug] += here
        ranked, total = sorted(times.values(), reverse=True), sum(times.values())
        shares = ", ".join(f"{n}: {sum(ranked[:n]) / total:.0%} ({real})" for n, real in ((10, "25%"), (50, "54%"), (100, "69%"), (500, "92%")))
        per_episode = f"{total / self.size:.0f} mentions an episode (217)"
        return (f"words at 10, 25, 50, 75, 90, 95, 99 %: {percentiles(self.figures['words'], WORDS)}\n"
                f"turns: {percentiles(self.figures['turns'], TURNS)}\n"
                f"{len(self.guests) + 3} people, {len(self.topics)} topics, {len(self.resources)} resources, {len(times)} of them named; {per_episode}\n"
                f"share of the commonest {shares}; the first two {ranked[:2]}\n")


if __name__ == "__main__":
    made = Archive(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(made.describe(), end="")
