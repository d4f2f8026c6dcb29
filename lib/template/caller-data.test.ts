import { expect, test } from "vitest";
import { compileBody, faultOf } from "./testing/compile-body";

const within = (inner: string) => `<Response>${inner}</Response>`;

test.each([
  ["spoken", "<Say>{{ caller.name }}</Say>"],
  [
    "spoken through speech markup",
    `<Say><say-as interpret-as="telephone">{{ caller.number }}</say-as></Say>`,
  ],
  ["spoken through a capture", "{% capture who %}{{ caller.name }}{% endcapture %}<Say>{{ who }}</Say>"],
  ["the text of a message", "<Message><Body>Call from {{ caller.number }}</Body></Message>"],
  [
    "handed on as a parameter",
    `<Dial><Client>a<Parameter name="from" value="{{ caller.number }}"/></Client></Dial>`,
  ],
  [
    "asked for in a condition",
    `<Dial {% if caller.number == nil %}callerId="{{ line.number }}"{% endif %}/>`,
  ],
])("what a caller sends may be %s", (_, inner) => {
  expect(() => compileBody(within(inner))).not.toThrow();
});

test.each([
  ["a number to dial", "<Dial>{{ caller.number }}</Dial>"],
  ["a number to ring", "<Dial><Number>{{ caller.number }}</Number></Dial>"],
  ["a SIP address", "<Dial><Sip>sip:{{ caller.name }}@example.org</Sip></Dial>"],
  ["a client", "<Dial><Client>{{ caller.name }}</Client></Dial>"],
  ["a conference", "<Dial><Conference>{{ caller.city }}</Conference></Dial>"],
  ["a queue", "<Enqueue>{{ caller.city }}</Enqueue>"],
  ["a task", `<Enqueue><Task>{"name": "{{ caller.name }}"}</Task></Enqueue>`],
  ["a caller ID", `<Dial callerId="{{ caller.number }}"/>`],
  ["where a message goes", `<Message to="{{ caller.number }}">a</Message>`],
  ["a picture's address in a message", "<Message><Media>{{ caller.name }}</Media></Message>"],
  ["a sound's address", "<Play>{{ caller.name }}</Play>"],
  ["where a call goes", "<Redirect>https://example.org/{{ caller.city }}</Redirect>"],
  ["a step's address", `<Dial action="{{ steps.go.next }}?from={{ caller.number }}"/>`],
  ["an address in a filter", `<Redirect>{{ "https://example.org/" | append: caller.city }}</Redirect>`],
  ["a default", "<Redirect>{{ sound | default: caller.name }}</Redirect>"],
  ["an index", "<Number>{{ people[caller.number].number }}</Number>"],
  ["a voice", `<Say voice="{{ caller.name }}">a</Say>`],
  ["the name of a parameter", `<Parameter name="{{ caller.name }}"/>`],
  ["an element that only looks like speech", "<Say><Redirect>{{ caller.name }}</Redirect></Say>"],
  ["something set from it", "{% assign to = caller.number %}<Number>{{ to }}</Number>"],
  [
    "something captured from it",
    "{% capture to %}+1{{ caller.number }}{% endcapture %}<Number>{{ to }}</Number>",
  ],
  [
    "something set from what is set from it",
    "{% assign a = caller.number %}{% assign b = a | strip %}<Number>{{ b }}</Number>",
  ],
  [
    "one turn later",
    `{% assign b = "" %}{% assign a = "" %}{% for i in (1..3) %}<Number>{{ b }}</Number>{% assign b = a %}{% assign a = caller.number %}{% endfor %}`,
  ],
  [
    "a part of it",
    `{% assign parts = caller.name | split: "," %}{% for part in parts %}<Number>{{ part }}</Number>{% endfor %}`,
  ],
  ["in brackets", `<Number>{{ ["caller"]["number"] }}</Number>`],
  [
    "in one branch",
    `{% assign to = line.number %}{% if isLoud %}{% assign to = caller.number %}{% endif %}<Number>{{ to }}</Number>`,
  ],
])("what a caller sends cannot be %s", (_, inner) => {
  expect(faultOf(() => compileBody(within(inner))).code).toBe("caller-data");
});

test.each([
  ["an action's step", "<Redirect>{{ steps.go.next }}</Redirect>"],
  ["our number", `<Dial callerId="{{ line.number }}"/>`],
  ["a parameter", "<Play>{{ sound }}</Play>"],
  [
    "a person's number",
    "<Dial>{% for p in people %}<Number url='{{ p.screen }}'>{{ p.number }}</Number>{% endfor %}</Dial>",
  ],
  ["what is set from a parameter", "{% assign first = people | first %}<Dial>{{ first.number }}</Dial>"],
  ["the number of a turn", `<Pause length="{% for p in people %}{{ forloop.index }}{% endfor %}"/>`],
])("%s may be dialled or requested", (_, inner) => {
  expect(() => compileBody(within(inner))).not.toThrow();
});
