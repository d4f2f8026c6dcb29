import { describe, expect, it } from "vitest";
import type { CallAction } from "@/lib/call/setup";
import { moment, nextId, ring, say } from "@/lib/call/testing/example-call";
import { tellStory } from "./tell-story";

const otherId = "44444444-4444-4444-8444-444444444444";

const story = (first: CallAction, others: readonly CallAction[] = [], fallbackNumber: string | null = null) =>
  tellStory(first, {
    actions: [first, ...others],
    moment: moment(),
    fallbackNumber,
    formatNumber: (number) => number,
  });

const outline = (chapters: ReturnType<typeof story>) =>
  chapters.map(({ when, action }) => [when, action?.name ?? null]);

const goingTo = (id: string, name: string, targetId: string): CallAction => ({
  id,
  name,
  body: "<Response><Redirect>{{ steps.go.next }}</Redirect></Response>",
  parameters: [{ key: "next", type: "action", defaultValue: null, value: null }],
  people: [],
  targets: [{ key: "next", menuKey: null, label: null, actionId: targetId, actionName: "The next one" }],
});

const message: CallAction = {
  id: nextId,
  name: "Take a message",
  body: `<Response><Record action="{{ steps.afterRecord.next }}"/><Redirect>{{ steps.go.next }}</Redirect></Response>`,
  parameters: [{ key: "next", type: "action", defaultValue: null, value: null }],
  people: [],
  targets: [{ key: "next", menuKey: null, label: null, actionId: otherId, actionName: "Goodbye" }],
};

describe("tellStory", () => {
  it("goes on from people who do not take the call to the next action", () => {
    const chapters = story(ring, [say("Nobody is here.")]);
    expect(outline(chapters)).toEqual([
      [null, "Ring the team"],
      ["If nobody takes the call", "Say something"],
    ]);
    expect(chapters[0]?.rings).toEqual([
      { name: "Ana", number: "+12125550142" },
      { name: "Ben", number: "+12125550143" },
      { name: "Ben", number: "+12125550144" },
    ]);
    expect(chapters[1]?.preview.sentences).toEqual([
      "Says “Nobody is here.”",
      "Nothing more follows, so Twilio hangs up.",
    ]);
  });

  it("tells each ring of those who are rung one after another, and then the next action", () => {
    const [first, second] = ring.people;
    const people = [first, second, { ...first, personId: "cy", name: "Cy", numbers: ["+12125550149"] }];
    const inTurn = {
      ...ring,
      body: `${ring.body}{% if turn > 0 %}{% endif %}`,
      people: people as CallAction["people"],
    };
    expect(outline(story(inTurn, [say("Nobody is here.")]))).toEqual([
      [null, "Ring the team"],
      ["If nobody takes the call", "Ring the team"],
      ["If nobody takes the call", "Ring the team"],
      ["If nobody takes the call", "Say something"],
    ]);
  });

  it("goes on with ringing once a caller has said their name", () => {
    const asking = {
      ...ring,
      body: `<Response>{% if named == false %}<Record action="{{ steps.afterName.unanswered }}"/><Redirect>{{ steps.afterName.unanswered }}</Redirect>{% else %}<Dial action="{{ steps.afterDial.unanswered }}">{% for phone in people %}<Number>{{ phone.number }}</Number>{% endfor %}</Dial>{% endif %}</Response>`,
    };
    const chapters = story(asking, [say("Nobody is here.")]);
    expect(outline(chapters)).toEqual([
      [null, "Ring the team"],
      ["Once they have said their name", "Ring the team"],
      ["If nobody takes the call", "Say something"],
    ]);
    expect(chapters[0]?.preview.sentences[0]).toContain("whoever picks up hears the name");
    expect(chapters[1]?.rings).toHaveLength(3);
  });

  it("says what the engine says where no next action is set", () => {
    const chapters = story({ ...ring, targets: [] });
    expect(outline(chapters)).toEqual([
      [null, "Ring the team"],
      ["If nobody takes the call", null],
    ]);
    expect(chapters[1]?.preview.sentences[0]).toContain("nobody can take your call right now");
  });

  it("says what the engine says where everybody is away and no next action is set", () => {
    const away = { ...goingTo(nextId, "Ring nobody", otherId), targets: [] };
    const chapters = story(away);
    expect(outline(chapters)).toEqual([
      [null, "Ring nobody"],
      ["Then", null],
    ]);
    expect(chapters[1]?.preview.sentences[0]).toContain("nobody can take your call right now");
  });

  it("lets an action speak for itself once a message is left, where its template does", () => {
    const body = `<Response>{% unless recorded %}<Record action="{{ steps.afterRecord.next }}"/>{% endunless %}<Say>Bye.</Say></Response>`;
    const chapters = story({ ...message, body });
    expect(outline(chapters)).toEqual([
      [null, "Take a message"],
      ["Once a message is left", "Take a message"],
    ]);
    expect(chapters[1]?.preview.sentences[0]).toBe("Says “Bye.”");
  });

  it("tells apart a message that is left and one that is not", () => {
    const goodbye = { ...say("Goodbye."), id: otherId, name: "Goodbye" };
    expect(outline(story(message, [goodbye]))).toEqual([
      [null, "Take a message"],
      ["Once a message is left", "Goodbye"],
      ["If no message is left", "Goodbye"],
    ]);
  });

  it("thanks for a message where nothing is set to follow", () => {
    const chapters = story({ ...message, targets: [] });
    expect(outline(chapters)).toEqual([
      [null, "Take a message"],
      ["Once a message is left", null],
      ["If no message is left", null],
    ]);
    expect(chapters[1]?.preview.sentences[0]).toContain("your message has been recorded");
    expect(chapters[2]?.preview.sentences[0]).toContain("nobody can take your call");
  });

  it("tells a way that goes round once, and says that it does", () => {
    const there = goingTo(nextId, "There", otherId);
    const back = goingTo(otherId, "Back", nextId);
    const chapters = story(there, [back]);
    expect(outline(chapters)).toEqual([
      [null, "There"],
      ["Then", "Back"],
      ["Then", "There"],
    ]);
    expect(chapters[0]?.preview.notes.join()).toContain("round without end");
  });

  it("lets the fallback take over from a template that cannot be rendered", () => {
    const broken = { ...say("never"), body: "<Response><Say>{{ nobody }}</Say></Response>" };
    const chapters = story(broken, [], "+12125550190");
    expect(outline(chapters)).toEqual([
      [null, "Say something"],
      ["So the fallback takes over", null],
    ]);
    expect(chapters[0]?.preview.faults).toHaveLength(1);
    expect(chapters[1]?.preview.twiml).toContain(">+12125550190</Number>");
    expect(chapters[1]?.preview.sentences[0]).toContain("is asked to press 1");
    // Without a number it is a sentence.
    expect(story(broken)[1]?.preview.sentences[0]).toContain("nobody can take your call");
  });

  it("lets the fallback take over where a template fails only once a message is left", () => {
    const body = `<Response>{% if recorded %}{% for second in (1..9000) %}<Pause length="1"/>{% endfor %}{% endif %}<Record action="{{ steps.afterRecord.next }}"/></Response>`;
    const chapters = story({ ...message, body });
    expect(outline(chapters).at(-1)?.[0]).toMatch(/^Once a message is left: it cannot be spoken/);
  });

  it("stops where the engine stops a call that goes on and on", () => {
    const id = (index: number) => `aaaaaaaa-aaaa-4aaa-8aaa-${String(index).padStart(12, "0")}`;
    const chain = Array.from({ length: 12 }, (_, index) =>
      goingTo(id(index), `Part ${index}`, id(index + 1)),
    );
    const [first, ...others] = chain;
    const chapters = story(first as CallAction, others);
    expect(chapters).toHaveLength(9);
    expect(chapters.at(-1)?.when).toBe("After so many steps the fallback takes over");
  });

  const names = "{% for match in directory.matches %}<Say>{{ match.name }}</Say>{% endfor %}<Say>Keys.</Say>";
  const asking = (gather: string, prompts: string): CallAction => ({
    id: otherId,
    name: "Ask",
    body: `<Response>{% if chosen %}<Dial action="{{ steps.afterDial.unanswered }}">{% for phone in chosen %}<Number>{{ phone.number }}</Number>{% endfor %}</Dial>{% else %}<Gather action="{{ ${gather} }}">${prompts}</Gather><Redirect>{{ ${gather} }}</Redirect>{% endif %}</Response>`,
    parameters: [{ key: "unanswered", type: "action", defaultValue: null, value: null }],
    people: [],
    targets: [
      { key: "unanswered", menuKey: null, label: null, actionId: nextId, actionName: "Take a message" },
    ],
  });

  it.each([
    [
      "steps.extension",
      "<Say>Dial.</Say>",
      "If somebody’s extension is dialled",
      "If no extension is dialled in the end",
    ],
    ["steps.directory", names, "If a name is chosen", "If no name is chosen in the end"],
  ])("tells what %s leads to, with nobody in particular", (gather, prompts, whenChosen, whenNot) => {
    const chapters = story(asking(gather, prompts), [say("Nobody is here.")]);
    expect(outline(chapters)).toEqual([
      [null, "Ask"],
      [whenChosen, "Ask"],
      ["If nobody takes the call", "Say something"],
      [whenNot, null],
    ]);
    expect(chapters[1]?.preview.sentences[0]).toMatch(/^Rings whoever (has the extension|was chosen) for /);
  });
});
