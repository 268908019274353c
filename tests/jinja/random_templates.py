"""Random Jinja2 templates and data for compare.py.

Expressions come from a grammar with one rule for each type, so that most
templates run to their end; now and then a value of any type takes the place.
Left out is what generator/jinja/README.md says differs.
"""
import random
import re

TEXTS = [
    "", "a", "Hello World", "<b>bold & \"quoted\"</b>", "it's", "Ünïcödé – ß", "日本語 text", "2024-01-02",
    "a,b,,c", "x_y-z", "  padded  ", "one\ntwo\r\nthree\n\nfour", "\ttab", "&amp; &lt;x&gt; &copy;",
    "https://example.org/a?b=c&d=e", "mail me@example.org or www.example.org.", "UPPER lower", "12", "-3.5", "0x1f",
    "%s and %s", "{0} and {}", "ǆ ﬁ İ", "the quick brown fox jumps over the lazy dog, twice", "{{ no }}", "\\",
    "e\u0301", "<!-- c --> <i>x</i>", "\u00a0", "🙂", "ΣΑΣ",
]
WORDS = ["a", "b", "c", "name", "<x>", "Z", "ä", "10", "9", "B"]
NUMBERS = [0, 1, 2, 3, 4, 7, 10, 42, -1, -7, 100, 1000, 12345]
FLOATS = [0.0, 0.5, 1.0, -2.5, 3.14159, 1e16, 1e-7, 2.675, 0.1, 100.0]

# One way to write a value a line; those before '--' hold no other value.
# $rule, $low..high a number, ${one¦other} a choice.
GRAMMAR = {
    "text": """
        s
        t
        u
        deep.text
        $literal
        $word
        --
        (${s¦t¦u¦n¦f} ~ $any)
        ($text + $text)
        ($text if $truth else $text)
        ($text ${or¦and} $text)
        ($text * $0..3)
        $text[$slice]
        ($text|${upper¦lower¦title¦capitalize¦trim¦striptags¦urlencode¦urlize¦reverse¦string})
        ($text|${escape¦e¦forceescape¦safe¦tojson¦d})
        ($text|trim($word))
        ($text|replace($word, $text${¦, $0..3}))
        ($text|center($0..30))
        ($text|truncate($3..20${¦, true¦, false, '…'¦, true, '<', $0..5}))
        ($text|truncate(length=$3..20, leeway=$0..4, killwords=$bool))
        ($text|wordwrap($3..20${¦, $bool}))
        ($text|wordwrap($3..20, wrapstring=${'|'¦'<br>'}, break_on_hyphens=$bool))
        ($text|indent(${$0..6¦'> '}${¦, true}${¦, blank=true}))
        ($text|default($text${¦, true}))
        ($any|default($text, ${true¦false¦boolean=true})|string)
        ($any|${tojson¦tojson(2)¦string})
        ($texts|join(${¦$word}))
        ($list|join($word))
        ($records|join($word, attribute=$attribute))
        ($map|${xmlattr¦xmlattr(false)¦urlencode¦tojson¦join})
        ($int|filesizeformat${¦(true)})
        (${'%s|%s'¦'%d %5.2f'¦'%05d%%%s'¦'%-6s|%6s|'¦'%x %o'¦'%+d %e'¦'%g %r'}|format(${n, f¦n, m¦s, t}))
        ('%(k)s'|format(k=$text))
        (${'%s|%s'¦'%d %5.2f'¦'%5d %s'¦'%r %r'} % (${n, f¦n, m¦m, u}))
        $text.${upper¦lower¦title¦capitalize¦swapcase¦strip¦lstrip¦rstrip¦expandtabs¦casefold}()
        $text.${strip¦lstrip¦rstrip¦removeprefix¦removesuffix}($word)
        $text.${center¦ljust¦rjust}($0..20${¦, '*'})
        $text.zfill($0..9)
        $text.replace($word, $word${¦, $0..3})
        $word.join($texts)
        '{} {:>8}|{:<5}|{:^9}'.format($any, $text, $text, $text)
        '{0}{1!r}{0}'.format($any, $text)
        '{:05d}|{:+}|{:,}|{:x}|{:_}'.format($int, $int, $int, $int, $int)
        '{:.2f}|{:.1%}|{:g}|{:.3}'.format($int, $float, $float, $float)
        ($texts|${first¦last¦min¦max}|d($text))
    """,
    "int": """
        n
        m
        deep.list[0]
        $0..20
        0x1F
        1_000
        0b11
        --
        ($int ${+¦-} $int)
        ($int * $0..20)
        ($int ${//¦%} ${m¦3¦7¦-4¦2})
        (${m¦2¦3¦-2} ** $0..3)
        -$int
        ($int|abs)
        ($int if $truth else $int)
        (${$text¦$list¦$map}|${length¦count})
        ($text|wordcount)
        ($text|int${¦($0..9)¦(0, 16)¦(1, 2)})
        ($float|int)
        (numbers|sum${¦(start=$0..9)})
        ($records|sum(attribute=${'n'¦'of.x'}))
        (numbers|${min¦max¦first¦last}|d(0))
        $text.${find¦rfind¦count}($word)
        $texts.count($text)
    """,
    "float": """
        f
        1.5
        2.0
        1e3
        0.25
        --
        ($int / ${m¦3¦8¦0.5})
        ($float ${+¦-¦*} ${$int¦$float})
        ($float ${//¦%¦/} ${1.5¦-0.7¦2¦m})
        ($float|round${¦(-2)¦(1)¦(3)¦(1, 'ceil')¦(-1, 'floor')})
        ($text|float${¦(1.5)})
        ($int|float)
        -$float
    """,
    "truth": """
        yes
        no
        true
        False
        none_
        n
        s
        numbers
        --
        $int $order ${$int¦$float}
        $text $order $text
        $int $order $int $order $int
        $any ${==¦!=} $any
        $word ${in¦not in} ${$text¦$texts¦$map}
        $int ${in¦not in} $list
        (not $truth)
        ($truth ${and¦or} $truth)
        $any is ${¦not }${defined¦undefined¦none¦boolean¦true¦false¦integer¦float¦number}
        $any is ${¦not }${string¦mapping¦iterable¦sequence¦callable¦escaped}
        missing is ${¦not }${defined¦undefined}
        $int is ${odd¦even¦divisibleby(3)¦divisibleby 2¦eq 4¦ne(n)¦lt 5¦gt(1)¦le n¦ge 0¦in numbers¦sameas n}
        $text is ${lower¦upper¦eq(s)¦in(words)¦in s}
        '${upper¦nothing¦e}' is filter
        '${odd¦nothing¦==}' is test
        $text.${startswith¦endswith}($word)
        $text.${isalpha¦isalnum¦isupper¦islower¦istitle¦isspace¦isidentifier¦isascii}()
    """,
    "texts": """
        words
        texts
        ['a', '<', s]
        ('x', t)
        --
        $text.split(${¦','¦' '¦'a', 1})
        $text.${splitlines()¦splitlines(true)¦rsplit()¦partition(',')¦rpartition(' ')}
        ($text|list)
        ($texts|list + $texts|list)
        ($texts|sort(${¦true¦case_sensitive=true¦reverse=yes¦true, true}))
        ($texts|unique${¦(true)}|list)
        ($texts|map('${upper¦trim¦title¦escape¦string}')|list)
        ($texts|map(${'replace', 'a', '<'¦'default', 'x', true¦'truncate', 5, leeway=0})|list)
        ($texts|${select¦reject}(${¦'upper'¦'in', words¦'eq', u¦'lower'})|list)
        ($records|map(attribute=${'name'¦'of.y'})|list)
        ($records|map(attribute='some', default='-')|map('string')|list)
        ($map|list)
        ($texts|reverse|list)
        ($texts|list)[$slice]
    """,
    "list": """
        numbers
        words
        mixed
        [1, 'a', none]
        (1, 2)
        deep.list
        []
        --
        $texts
        [$any, $any]
        ($any, $any)
        (range($0..5${¦, $3..12¦, 9, 2})|list)
        (numbers|${sort¦sort(true)¦unique|list¦reverse|list¦map('string')|list¦map('abs')|list})
        (numbers|${select¦reject}(${'odd'¦'gt', 3¦'divisibleby', 2})|list)
        ($list|${batch¦slice}($1..4${¦, 'x'})|list)
        ($map|dictsort(${¦true¦false, 'value'¦by='value'¦reverse=true}))
        ($map.${items¦keys¦values}()|list)
        ($map|items|list)
        ($list|list * $0..2)
        ($records|groupby(${'name'¦'on'¦'n'¦'of.x'}))
        ($records|groupby('some', default='')|map('first')|list)
        ($list|list)[$slice]
    """,
    "records": """
        records
        --
        ($records|sort(attribute=${'name'¦'n'¦'of.x'¦'on,name'¦'n,of.y'}${¦, reverse=true}))
        ($records|${selectattr¦rejectattr}(${'on'¦'some'¦'some', 'defined'¦'some', 'none'})|list)
        ($records|${selectattr¦rejectattr}(${'n', 'gt', 2¦'name', 'in', words¦'of.x', 'even'})|list)
        ($records|unique(attribute=${'name'¦'n'¦'on'})|list)
        ($records|reverse|list)
        ($records)[$slice]
    """,
    "map": """
        map
        map
        deep.map
        {'a': 1, 'b': none}
        {'1': 'x', 'k': s}
        --
        {$word: $any, $word: $any}
        dict(${¦map, }a=$any, zz=$any)
        dict($map.items())
    """,
    "odd": """
        none_
        missing
        deep
        mixed
        s.missing
        records[0]
        records[9]
        deep['map']['a&b'].c
        words[-1]
        s[0]
        numbers[1]
        (1,)
        ()
        --
        (records[0].tags|d([]))
        (missing|d($any))
    """,
    "any": """
        $local
        --
        $local
        $text
        $text
        $int
        $float
        $truth
        $list
        $texts
        $records
        $map
        $odd
    """,
    "order": "==\n!=\n<\n>\n<=\n>=\n--",
    "bool": "true\nfalse\n--",
    "slice": "${¦$0..5¦-2}:${¦$0..6¦-1}${¦:¦:2¦:-1¦:-2}\n--",
    "attribute": "'name'\n'n'\n'of.x'\n'of.y'\n'on'\n'tags.0'\n'some'\n--",
}
def lines_of(text):
    return [line.strip() for line in text.strip().split("\n") if line.strip()]


RULES = {
    name: tuple(lines_of(part) for part in text.split("--")) for name, text in GRAMMAR.items()
}
PLACE = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}|\$(\d+)\.\.(\d+)|\$([a-z]+)")
LOOP = ["loop.index", "loop.index0", "loop.revindex", "loop.first", "loop.last", "loop.length", "loop.depth",
        "loop.previtem|d('-')", "loop.nextitem|d('-')", "loop.cycle('a', '<', 3)", "loop.changed(loop.index // 2)"]


class Templates:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.locals = []  # what loops, macros and sets have named
        self.names = 0

    def chance(self, share):
        return self.random.random() < share

    def pick(self, options):
        return self.random.choice(options)

    def maybe(self, text, share=0.5):
        return text if self.chance(share) else ""

    def fresh(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    # -- data

    def record(self):
        fields = {
            "name": self.pick(WORDS), "n": self.pick(NUMBERS), "on": self.chance(0.5),
            "tags": self.random.sample(WORDS, self.random.randint(0, 3)),
            "of": {"x": self.pick(NUMBERS), "y": self.pick(TEXTS)},
        }
        if self.chance(0.7):
            fields["some"] = self.pick([None, 1, "some", "Some"])
        return fields

    def several(self, make, most):
        return [make() for _ in range(self.random.randint(0, most))]

    def data(self):
        mixed = [None, True, 1, 2.5, "t", "<", [], {"k": 1}]
        leaf = {"v": 4, "kids": []}
        return {
            "s": self.pick(TEXTS), "t": self.pick(TEXTS), "u": self.pick(WORDS),
            "n": self.pick(NUMBERS), "m": self.pick(NUMBERS[1:]), "f": self.pick(FLOATS),
            "yes": True, "no": False, "none_": None,
            "numbers": self.several(lambda: self.pick(NUMBERS), 5),
            "words": self.several(lambda: self.pick(WORDS), 5),
            "texts": self.several(lambda: self.pick(TEXTS), 4),
            "mixed": self.several(lambda: self.pick(mixed), 4),
            "records": self.several(self.record, 4),
            "map": {word: self.pick(NUMBERS) for word in self.several(lambda: self.pick(WORDS), 4)},
            "deep": {"list": [1, [2, [3, None]]], "map": {"a&b": {"c": "<d>"}}, "text": self.pick(TEXTS)},
            "tree": [{"v": 1, "kids": [{"v": 2, "kids": []}, {"v": "<3>", "kids": [leaf]}]}, leaf],
        }

    # -- expressions

    def literal(self, text):
        quote = self.pick("'\"")
        inner = text.replace("\\", "\\\\").replace(quote, "\\" + quote).replace("\n", "\\n").replace("\r", "\\r")
        return quote + inner + quote

    def expression(self, rule, depth=3):
        if rule == "literal":
            return self.literal(self.pick(TEXTS))
        if rule == "word":
            return self.literal(self.pick(WORDS))
        if rule == "local":
            return self.pick(self.locals or ["s", "n", "none_"])
        if rule in ("text", "int") and self.chance(0.01):
            rule = "any"
        simple, composed = RULES[rule]
        is_simple = depth <= 0 or not composed or self.chance(0.25)
        return self.expand(self.pick(simple if is_simple else composed), depth - 1)

    def expand(self, text, depth=2):
        def place(match):
            choice, low, high, rule = match.groups()
            if rule:
                return self.expression(rule, depth)
            if low:
                return str(self.random.randint(int(low), int(high)))
            return self.expand(self.pick(choice.split("¦")), depth)

        return PLACE.sub(place, text)

    # -- statements

    def tag(self, inside):
        begin, end = self.pick(["", "", "", "-", "+"]), self.pick(["", "", "", "-", "+"])
        return f"{{%{begin} {self.expand(inside)} {end}%}}"

    def output(self, expression):
        return f"{{{{{self.pick(['', '', '-'])} {self.expand(expression)} {self.pick(['', '', '-'])}}}}}"

    def space(self):
        return self.pick(["", "", " ", "\n", "  \n  ", "\n\n", " | ", "<p>", "text\n"])

    def body(self, depth, statements=None):
        count = statements or self.random.randint(1, 3)
        return self.space() + "".join(self.statement(depth) + self.space() for _ in range(count))

    def block(self, tag, depth, *names, end=None):
        """A tag, a body that sees these names and no longer than it lasts, the tag's end."""
        before = len(self.locals)
        self.locals += names
        body = self.body(depth)
        del self.locals[before:]
        return self.tag(tag) + body + (self.tag(end) if end else "")

    def statement(self, depth):
        if depth <= 0 or self.chance(0.45):
            return self.output("$any")
        return self.pick([
            self.if_, self.for_, self.for_, self.for_, self.set_, self.set_block, self.with_, self.macro, self.call,
            self.filter, self.raw, self.comment, self.autoescape, self.namespace, self.recursive, self.include,
            self.import_, self.cycler,
        ])(depth - 1)

    def if_(self, d):
        return (self.block("if $truth", d) + self.maybe(self.block("elif $truth", d))
                + self.maybe(self.block("else", d)) + self.tag("endif"))

    def for_(self, d):
        one, two = self.fresh("x"), self.fresh("y")
        target, names = self.pick([
            (f"{one} in ${{$list¦$texts¦$text¦range($0..4)}}", [one]),
            (f"{one} in $records", [one, one + ".name", one + ".n", one + ".of.y", one + ".some"]),
            (f"{one}, {two} in ${{$map.items()¦$map|dictsort¦$records|groupby('name')}}", [one, two]),
        ])
        test = self.maybe(f" if ${{{one}¦not {one}¦{one} is string¦$truth}}", 0.2)
        return (self.block(f"for {target}{test}", d, *names, *self.random.sample(LOOP, 3))
                + self.maybe(self.block("else", d), 0.3) + self.tag("endfor"))

    def set_(self, d):
        name = self.fresh("v")
        text = self.tag(self.pick([f"set {name} = $any", f"set {name} = $any", f"set {name}, {name}b = $any, $any"]))
        self.locals.append(name)
        return text

    def set_block(self, d):
        name = self.fresh("v")
        text = self.block(f"set {name}${{¦¦|upper¦|trim¦|escape¦|length¦|replace('a', s)}}", d, end="endset")
        self.locals.append(name)
        return text

    def with_(self, d):
        name = self.fresh("w")
        return self.block(f"with {name} = $any, {name}b = $any", d, name, name + "b", end="endwith")

    def macro(self, d):
        name = self.fresh("f")
        outside, self.locals = self.locals, []
        names = self.pick([[], ["varargs"], ["kwargs"], ["varargs", "kwargs"], ["caller is defined"]])
        text = self.block(f"macro {name}(p, q=$any, r=p)", d, "p", "q", "r", *names, end="endmacro")
        self.locals = outside
        arguments = self.pick(["", "$any", "$any, $any", "$any, r=$any", "q=$any", "*numbers[:2]", "$any, z=$any",
                               "p=$any, **{'q': $any}", "$any, 2, 3, 4"])
        return text + self.output(f"{name}({arguments}){self.pick(['', '|upper', '|trim', '|length'])}")

    def call(self, d):
        name = self.fresh("f")
        outside, self.locals = self.locals, []
        taken, given, names = self.pick([
            ("", "", []), ("(a)", "1", ["a"]), ("(a, b='<')", "s", ["a", "b"]), ("(a, b=2)", "n, b=t", ["a", "b"]),
        ])
        text = self.block(f"macro {name}(p='')", d, "p") + self.output(f"caller({given})") + self.tag("endmacro")
        self.locals = outside
        return text + self.block(f"call{taken} {name}(${{¦$any}})", d, *names, end="endcall")

    def filter(self, d):
        names = "upper¦lower¦trim¦indent(2)¦replace('a', 'b')¦escape¦title|trim¦truncate(9)¦striptags¦wordwrap(10)"
        return self.block(f"filter ${{{names}}}", d, end="endfilter")

    def raw(self, d):
        inside = self.pick(["{{ x }}", " {% if %} ", "\n{# c #}\n", ""])
        return self.tag("raw").replace("+%}", "%}") + inside + self.tag("endraw")

    def comment(self, d):
        text = self.pick(["note", "{{ x }}", "two\nlines"])
        return f"{{#{self.pick(['', '-', '+'])} {text} {self.pick(['', '-', '+'])}#}}"

    def autoescape(self, d):
        return self.block("autoescape $bool", d, end="endautoescape")

    def namespace(self, d):
        name = self.fresh("ns")
        text = self.tag(f"set {name} = namespace(a=$any, b=0)")
        self.locals.append(name + ".a")
        return (text + self.tag("for i in range($0..3)") + self.tag(f"set {name}.b = {name}.b + i") + self.body(d)
                + self.tag("endfor") + self.output(name + ".b"))

    def recursive(self, d):
        return (self.tag("for node in tree recursive") + "[" + self.output("node.v") + self.space()
                + self.output("${loop.depth¦loop.depth0¦loop.index¦loop.length}")
                + self.output("loop(${node.kids¦node.kids|reverse|list¦node.kids[:1]})${¦|upper}")
                + "]" + self.tag("endfor"))

    def include(self, d):
        names = "'part'¦['nothing', 'part']¦'nothing' ignore missing¦'pa' ~ 'rt'¦'./part'"
        return self.tag(f"include ${{{names}}}${{¦ with context}}")

    def import_(self, d):
        name, context = self.fresh("lib"), self.pick(["", " with context", " without context"])
        if self.chance(0.5):
            return (self.tag(f"import 'library' as {name}{context}") + self.output(f"{name}.${{box¦tag}}($any)")
                    + self.output(f"{name}.title"))
        return (self.tag(f"from 'library' import box, tag as {name}{context}") + self.output("box($any)")
                + self.output(f"{name}()"))

    def cycler(self, d):
        name = self.fresh("c")
        if self.chance(0.5):
            made, used = "joiner(' & ')", f"{name}()"
        else:
            made, used = "cycler('odd', '<even>', 3)", f"{name}.${{next()¦current¦reset()}}"
        return self.tag(f"set {name} = {made}") + "".join(self.output(used) + self.space() for _ in range(3))

    # -- whole templates

    def templates(self):
        made = {"template": self.body(3, self.random.randint(1, 5))}
        self.locals = []
        if self.chance(0.15):
            made["base"] = self.base()
            made["template"] = self.tag("extends 'base'") + self.space() + self.blocks()
        if any("part'" in text or "'rt'" in text for text in made.values()):
            made["part"] = self.part()
        if any("'library'" in text for text in made.values()):
            made["library"] = self.library()
        return made

    # What these hold is right in any case: kbgen reads all templates, Jinja
    # those that it needs. And none includes another.
    def part(self):
        return self.output("s") + self.space() + self.output("missing|d('none')") + self.output("$any") + self.space()

    def library(self):
        return (self.tag("macro box(x)") + "<div>" + self.output("x") + self.output("s|d('no s')") + "</div>"
                + self.tag("endmacro") + self.tag("macro tag(x='t')") + self.output("x ~ title") + self.tag("endmacro")
                + self.tag("set title = 'T<'"))

    def base(self):
        return (self.space() + self.block("block head", 1, end="endblock") + self.space()
                + self.tag("for item in words") + self.tag("block row${¦ scoped}") + self.output("item|d('unseen')")
                + self.tag("endblock row") + self.tag("endfor") + self.space()
                + self.tag("block foot") + self.output("self.head()") + self.tag("endblock") + self.space())

    def blocks(self):
        names = self.random.sample(["head", "row", "foot", "other"], 3)
        return self.space().join(
            self.tag(f"block {name}") + (self.maybe(self.output("super()")) if name != "other" else "")
            + self.body(1) + self.tag("endblock")
            for name in names
        )

    def options(self):
        return {name: self.chance(0.5) for name in ["escape", "strict", "trim", "lstrip", "keep"]}
