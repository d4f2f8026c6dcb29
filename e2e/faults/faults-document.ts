import { type Fault, faults } from "./fault";
import { mutationRows } from "./mutation-rows";
import { formOutcome, officeRows, pageOutcome, pageWithoutQuestions } from "./office-rows";
import { type Outcome, outcomes } from "./outcomes";
import { restRows } from "./rest-rows";
import { voiceRows } from "./voice-rows";

/** As the document calls them. */
const columns: Record<Fault, string> = {
  down: "down",
  hanging: "hanging",
  slow: "slow (3 s)",
  failing: "500",
  limited: "429",
  cut: "cut",
  garbled: "a page",
  misshapen: "wrong shape",
};

interface Row {
  route: string;
  what: string;
  outcome(fault: Fault): Outcome;
}

/** What comes of nearly all faults, and what of the others: eight columns of the same words would hide where they differ. */
function table(rows: readonly Row[]): string {
  const cells = rows.map(({ route, what, outcome }) => {
    // What is slow or cut may end in another way; the first is met by the others too.
    const most = outcome("down");
    const others = faults.filter((fault) => outcome(fault) !== most);
    const except = others.map((fault) => `${columns[fault]}: ${outcomes[outcome(fault)][0]}`);
    return [what, route && `\`${route}\``, outcomes[most][0], except.join("; ")];
  });
  const lines = [["what", "route", "each fault", "but"], ...cells];
  const widths =
    lines[0]?.map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0))) ?? [];
  const row = (line: readonly string[]) =>
    `| ${line.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(" | ")} |`;
  const [head = [], ...rest] = lines;
  return [row(head), row(widths.map((width) => "-".repeat(width))), ...rest.map(row)].join("\n");
}

const pages: Row = { route: "", what: "Any other page", outcome: pageOutcome };

const formAlone: Row = {
  route: pageWithoutQuestions,
  what: "The page that asks for a new password",
  outcome: () => "asUsual",
};

const forms: Row = {
  route: "",
  what: "Any form",
  outcome: (fault) => formOutcome({ name: "any", filename: "mutations.ts" }, fault),
};

const lookUps: Row = {
  route: "",
  what: "What a form asks while it is filled in",
  outcome: (fault) => formOutcome({ name: "any", filename: "app/lookups.ts" }, fault),
};

const asked: Row[] = mutationRows.map(({ what }) => ({
  route: "",
  what,
  outcome: (fault) => (fault === "slow" ? "late" : "refused"),
}));

/** `docs/faults.md`, made from the rows that the tests go through. */
export const faultsDocument = (): string => `# What happens when something outside fails

Written by \`.ci/write-faults.ts\` from the rows in \`e2e/faults/\`, which \`e2e/voice/faults-of-database.spec.ts\` and
\`e2e/voice/faults-of-twilio.spec.ts\` go through: \`npm test\` with one fault for each route, \`npm run test:deep\` with all
eight. A route without a row fails the test, and so does this page when it is no longer what the rows say. Of Twilio, each
mutation, route and page has a row whose code can come to ask it anything, but for a list of those that ask it nothing.

The faults: the connection ends before an answer (**down**), nothing is ever answered (**hanging**), the answer is three
seconds late (**slow**), **500**, **429** with Retry-After, half an answer and then the end of the connection, with what was
asked carried out (**cut**), 200 with a web page (**a page**), and 200 with JSON of another shape (**wrong shape**).

A caller waits two seconds for the database, everybody else ten. For Twilio's API a person waits fifteen, repetitions
after a 429 included; a recording of a greeting is asked for three times, four seconds each.

## The database

A fault strikes the first statement of a request, and every later one: of pages, forms and files that is who is signed in. Every
form of the build is sent, and writes nothing. \`npm run test:deep\` has the database go down behind the second statement, the
third and so on until one is carried out: each form that has nothing to tell Twilio still says what is said below, and has
saved nothing or all. Those that let somebody in save in two steps: a password that was set stays set, and signing in with
it is asked for again. Signing out takes the cookie away even if the session cannot be ended, which the log tells. What the
office's routes answer when the second statement fails is tried as well.

\`e2e/voice/faults-of-database-later.spec.ts\` does the same to whatever has something to tell Twilio. A
configuration that is saved is said to be, even if the database goes down before Twilio has been told: the answer leads to
its number, which says how it stands. A number that Twilio has sold is said to be sold. Everything else may be tried again as
is said, and comes to its end: no phone is rung and no number is bought twice.

\`e2e/voice/faults-of-database-later-pages.spec.ts\` has each of the eight faults strike pages behind their first statement,
their second and so on. A page of which any part cannot be looked up shows a reference in its place; the check-up has its lines
for that; what is slow comes late and whole. \`npm test\` tries seven pages of different kinds, and with what is hanging or slow
one; \`npm run test:deep\` tries every page, and with those two the seven, since each statement is waited for.

### What Twilio asks

${table(voiceRows)}

### What browsers, monitors and clocks ask

${table([...officeRows, formAlone, pages, forms, lookUps])}

## Twilio's REST API

### What routes and pages ask of it

${table(Object.values(restRows))}

### What people have it do

${table(asked)}

## What the words mean

${Object.values(outcomes)
  .map(([short, words]) => `- **${short}**: ${words}`)
  .join("\n")}

## What was replayed, forged and made up

\`e2e/voice/fuzz.spec.ts\` sends made-up requests to every voice route, signed and not: 10,000 in \`npm run test:deep\`, some
300 in \`npm test\`. Every answer to one that was signed is TwiML without a fault, 204, or a 4xx; every other is a 4xx and
reaches no database. Next.js itself tidies an address up (a slash twice, or at its end) and sends whoever asked to the
tidy one with a 308. \`e2e/voice/replays.spec.ts\` takes the nine requests of one call and sends each a thousand times (six
in \`npm test\`), all in any order and a dozen at once, and compares what is kept with a call that was told once. A failure
names the seed that does it again.
`;
