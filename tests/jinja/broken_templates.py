"""Random templates for compare_errors.py: every statement with names, targets and
arguments of every kind, right or wrong, and then perhaps a token too many or too few.
"""
import re

import random_templates
from random_templates import Templates, lines_of

# As in random_templates.py: one way to write a value a line, $rule, ${one¦other}.
GRAMMAR = {
    "target": """
        a
        a
        a, b
        (a, b)
        (a, (b, c))
        a,
        (a,)
        (a)
        ()
        ((a))
        [a]
        [a, b]
        {}
        a.b
        a.b, c
        (a.b)
        a.b.c
        a[0]
        a()
        true
        None
        loop
        self
        _a
        'a'
        1
        -a
        a b
        not
        in
    """,
    "params": """
        a
        a, b
        a, b=1
        a=1, b
        a, b=$any
        a,
        a, a
        (a, b)
        [a]
        a.b
        *a
        **a
        caller
        caller=1
        a=
        =1
        true
        'a'
        a b
        $target
    """,
    "args": """
        $any
        $any, $any
        a=$any
        a=1, $any
        *$list
        **$map
        *$list, $any
        **$map, a=1
        a=1, *$list
        $any,
        (,)
        a==1
        $target
        *
        a=
    """,
    "place": """
        'part'
        'part'
        ['part', 'b']
        $any
        part
        $target
        ('a', 'b')
    """,
    "context": """
        with context
        without context
        with
        without
        with contexts
        ignore missing
        ignore missing with context
        with context ignore missing
    """,
    "value": """
        $any
        $any
        $any, $any
        $any if $truth
        $any if $truth else
        $any if else $any
        $any is $test
        $any|$filter
        $any.$target
        $any[$args]
        $any[:]
        $any[1:2:3:4]
        $any[]
        $any.1
        $any.'a'
        $target
        ($any
        $any)
        [$any, , $any]
        {$any}
        {$any: $any,}
        {a: 1, **$map}
        $any $any
        $any ${+¦-¦*¦**¦/¦//¦%¦~¦==¦!=¦<¦>=¦and¦or¦in¦not in¦is¦is not¦not¦=¦&¦!¦:¦;¦?¦@¦$¦`¦^¦<>¦===¦...} $any
        ${-¦+¦not¦not not¦- -¦*¦**¦~¦!¦..} $any
        1 if 2 if 3
        1 if 2 else 3 if 4 else 5
        '\\x41\\u00e9\\n\\q'
        "a" 'b' "c"
        0x1f
        0b2
        0o9
        1_000_
        1__0
        1.e3
        .5
        1e
        007
        a..b
        a...b
        $$
    """,
    "test": """
        defined
        not defined
        divisibleby 3
        divisibleby(3)
        divisibleby
        in [1]
        eq 1 + 2
        eq (1)
        sameas none
        odd is even
        not not odd
        nothing
        a.b
        a.b.c 1
        'odd'
        mapping else
        string and
    """,
    "filter": """
        upper
        upper()
        replace('a', 'b')
        replace($args)
        a.b
        a.b.c(1)
        nothing
        upper|lower
        upper.lower
        'upper'
        upper(
        (upper)
        join(',')|
    """,
    "body": """
        x
        {{ $any }}
        {{ loop.index }}
        {{ caller() }}
        {{ super() }}
        {% set $target = $any %}
        {% block b %}{% endblock %}
        {% include 'part' %}
        {% extends 'part' %}
        $statement
    """,
    "statement": """
        {{ $value }}
        {{ $value }}
        {{ $value }}
        {{}}
        {% $value %}
        {% print $value %}
        {% if $value %}$body{% endif %}
        {% if $value %}$body{% elif $value %}$body{% else %}$body{% endif %}
        {% if $any %}$body{% else %}$body{% elif $any %}$body{% endif %}
        {% if %}$body{% endif %}
        {% for $target in $value %}$body{% endfor %}
        {% for $target in $value if $value %}$body{% else %}$body{% endfor %}
        {% for $target in $value recursive %}$body{% endfor %}
        {% for $target in $any if $any recursive %}$body{% endfor %}
        {% for $target on $any %}$body{% endfor %}
        {% for $target %}$body{% endfor %}
        {% set $target = $value %}
        {% set $target %}$body{% endset %}
        {% set $target | $filter %}$body{% endset %}
        {% with %}$body{% endwith %}
        {% with $target = $value %}$body{% endwith %}
        {% with $target = $any, $target = $any %}$body{% endwith %}
        {% with a %}$body{% endwith %}
        {% autoescape $value %}$body{% endautoescape %}
        {% filter $filter %}$body{% endfilter %}
        {% filter %}$body{% endfilter %}
        {% macro $target($params) %}$body{% endmacro %}
        {% macro m($params) %}$body{% endmacro %}
        {% macro m($params) %}$body{% endmacro m %}
        {% macro m %}$body{% endmacro %}
        {% call($params) m($args) %}$body{% endcall %}
        {% call m($args) %}$body{% endcall %}
        {% call $value %}$body{% endcall %}
        {% call($params) %}$body{% endcall %}
        {% block ${a¦b¦a.b¦a-b¦1¦'a'¦true¦} ${¦scoped¦required¦scoped required¦required scoped¦x} %}$body{% endblock ${¦a¦b¦x y} %}
        {% extends $place %}
        {% include $place ${¦$context} %}
        {% import $place as $target ${¦$context} %}
        {% import $place ${¦$context} %}
        {% from $place import $target ${¦$context} %}
        {% from $place import a as $target, b, ${¦$context} %}
        {% from $place import a b %}
        {% from $place import %}
        {% from $place $any %}
        {% raw %}$body{% endraw %}
        {% raw x %}$body{% endraw %}
        {% ${end¦endif¦endfor¦else¦elif 1¦endblock¦nothing¦endraw¦endmacro¦IF¦do x¦break} %}
        {# $body #}
        {#- $body
    """,
}
random_templates.RULES.update({name: (lines_of(text), []) for name, text in GRAMMAR.items()})
TOKEN = re.compile(r"\{[%{#][-+]?|[-+]?[%}#]\}|\w+|'[^']*'|\s+|.", re.S)
ODD = ["(", ")", "[", "]", "{", "}", ",", "=", "|", ".", ":", "in", "if", "else", "is", "not", "as", "import", "{%", "%}", "{{", "}}",
       "{#", "'", '"', "-", "*", "~", "recursive", "endfor", "endif", "block", "\\", "\n", "ü", "\u00a0", "1", "a"]


class BrokenTemplates(Templates):
    def place(self, text):
        """Rules inside rules, as deep as they come, then values."""
        for _ in range(4):
            text = re.sub(r"\$(target|params|args|place|context|value|test|filter|body|statement)\b",
                          lambda match: self.choice(match[1]), text)
        return re.sub(r"\$(target|params|args|place|context|value|test|filter|body|statement)\b", "a", text)

    def choice(self, rule):
        text = self.pick(random_templates.RULES[rule][0])
        return re.sub(r"\$\{([^{}]*)\}", lambda match: self.pick(match[1].split("¦")), text)

    def mutated(self, text):
        tokens = TOKEN.findall(text)
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 2, 4])):
            at = self.random.randrange(len(tokens) + 1)
            what = self.pick(["drop", "add", "swap", "twice", "cut"])
            if what == "add":
                tokens.insert(at, self.pick(ODD))
            elif what == "swap" and at + 1 < len(tokens):
                tokens[at], tokens[at + 1] = tokens[at + 1], tokens[at]
            elif what == "twice":
                tokens[at:at] = tokens[at:at + 2]
            elif what == "cut" and self.chance(0.2):
                del tokens[at:]
            else:
                del tokens[at:at + 1]
        return "".join(tokens)

    def template(self):
        made = self.templates()["template"] if self.chance(0.1) else self.place("".join(
            self.pick(["", "\n", " "]) + "$statement" for _ in range(self.random.choice([1, 1, 1, 2, 3]))))
        return self.mutated(self.expand(made, 1) if self.chance(0.9) else made)
