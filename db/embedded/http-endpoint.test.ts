import { request } from "node:http";
import { neon, neonConfig } from "@neondatabase/serverless";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../client";
import { migratedContents } from "./migrated-contents";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./start";

let database: EmbeddedDatabase;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await startEmbeddedDatabase({ contents: await migratedContents([]) });
  headers = {
    "neon-connection-string": database.databaseUrl,
    "neon-raw-text-output": "true",
    "neon-array-mode": "true",
  };
});
afterAll(() => database.close());

async function post(body: string, changes: Record<string, string> = {}, path = "/sql") {
  const init = { method: "POST", body, headers: { ...headers, ...changes } };
  const response = await fetch(new URL(path, database.httpEndpoint), init);
  return { status: response.status, answer: await response.json() };
}

test("the driver works against it as it comes", async () => {
  const { fetchEndpoint } = neonConfig;
  neonConfig.fetchEndpoint = database.httpEndpoint;
  try {
    expect(await neon(database.databaseUrl)`SELECT ${1}::int4 + 1 AS two`).toEqual([{ two: 2 }]);
  } finally {
    // It is of the whole process, which the suites of a worker share.
    neonConfig.fetchEndpoint = fetchEndpoint;
  }
});

test("an answer has the shape of Neon's", async () => {
  const body = JSON.stringify({ query: "SELECT $1::int4 AS id, NULL::text AS name", params: ["7"] });
  const shape = { tableID: 0, columnID: 0, dataTypeModifier: -1, format: "text" };
  expect(await post(body)).toEqual({
    status: 200,
    answer: {
      rowAsArray: true,
      fields: [
        { name: "id", dataTypeID: 23, dataTypeSize: 4, ...shape },
        { name: "name", dataTypeID: 25, dataTypeSize: -1, ...shape },
      ],
      rows: [["7", null]],
      command: "SELECT",
      rowCount: 1,
    },
  });
});

test("an error of Postgres has the shape of Neon's, with null for what it does not say", async () => {
  const { status, answer } = await post(JSON.stringify({ query: "SELECT 1 / 0" }));
  expect(status).toBe(400);
  expect(answer).toEqual({
    message: "division by zero",
    code: "22012",
    severity: "ERROR",
    detail: null,
    hint: null,
    position: null,
    internalPosition: null,
    internalQuery: null,
    where: null,
    table: null,
    column: null,
    schema: null,
    dataType: null,
    constraint: null,
    file: expect.any(String),
    line: expect.any(String),
    routine: "int4div",
  });
});

test("parameters may be JSON values", async () => {
  const query = "SELECT $1::int4, $2::bool, $3::jsonb ->> 'a', $4::text[], $5::int4[]";
  const params = [1.0, true, { a: 'b"c' }, ['d"e', null, "f\\"], [[1], [2]]];
  const { answer } = await post(JSON.stringify({ query, params }));
  expect(answer.rows).toEqual([["1", "t", 'b"c', '{"d\\"e",NULL,"f\\\\"}', "{{1},{2}}"]]);
});

test.each<[string, string, Record<string, string>, number, RegExp]>([
  ["a body that is not JSON", "SELECT 1", {}, 400, /not JSON/],
  ["an empty body", "", {}, 400, /not JSON/],
  ["no query", "{}", {}, 400, /query is not a string/],
  ["null", "null", {}, 400, /body/],
  ["a query that is a number", '{"query":1}', {}, 400, /query is not a string/],
  ["parameters that are no list", '{"query":"SELECT 1","params":"x"}', {}, 400, /params is not an array/],
  ["a batch that is no list", '{"queries":{}}', {}, 400, /queries is not an array/],
  [
    "a batch with a hole",
    '{"queries":[{"query":"SELECT 1"},{}]}',
    {},
    400,
    /queries.1.query is not a string/,
  ],
  ["a null character in a query", '{"query":"SELECT \\u0000"}', {}, 400, /cannot store/],
  ["half a character in a parameter", '{"query":"SELECT $1","params":["\\udc00"]}', {}, 400, /cannot store/],
  [
    "another way of writing rows",
    '{"query":"SELECT 1"}',
    { "neon-array-mode": "false" },
    400,
    /neon-array-mode/,
  ],
  [
    "no connection string",
    '{"query":"SELECT 1"}',
    { "neon-connection-string": "" },
    400,
    /connection-string/,
  ],
  [
    "an isolation level of no standard",
    '{"queries":[]}',
    { "neon-batch-isolation-level": "Total" },
    400,
    /Total/,
  ],
  ["COPY, even after a comment", '{"query":"/* a /* b */ */ copy t from stdin"}', {}, 400, /COPY is not/],
])("refuses %s, and says why", async (_, body, changes, status, message) => {
  expect(await post(body, changes)).toEqual({
    status,
    answer: expect.objectContaining({ message: expect.stringMatching(message) }),
  });
  expect((await post('{"query":"SELECT 1"}')).status).toBe(200);
});

test("refuses a database of another name", async () => {
  const elsewhere = { "neon-connection-string": database.databaseUrl.replace(/\/\w+$/, "/production") };
  const { status, answer } = await post('{"query":"SELECT 1"}', elsewhere);
  expect([status, answer.code, answer.message]).toEqual([
    400,
    "3D000",
    'database "production" does not exist',
  ]);
});

test("refuses a request that is too long", async () => {
  const { status, answer } = await post(
    JSON.stringify({ query: "SELECT 1", params: ["x".repeat(11_000_000)] }),
  );
  expect([status, answer.message]).toEqual([413, expect.stringContaining("10485760 bytes")]);
});

test("refuses other paths and methods", async () => {
  expect((await post("{}", {}, "/")).status).toBe(404);
  expect((await post("{}", {}, "/constructor")).status).toBe(404);
  const got = await fetch(database.httpEndpoint);
  expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
});

test("refuses a web page that calls this machine by a name of its own", async () => {
  const { hostname, port } = new URL(database.httpEndpoint);
  const status = await new Promise((resolve, reject) => {
    const options = { hostname, port, path: "/health", headers: { host: `rebound.example:${port}` } };
    request(options, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(403);
});

test("says who it is", async () => {
  const response = await fetch(new URL("/health", database.httpEndpoint));
  expect(await response.json()).toEqual({
    service: "switchboard embedded database",
    instanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    pid: process.pid,
    state: "ready",
  });
});

test("gives up on deep nesting without losing its footing", async () => {
  const sql = connect(database).$client;
  const nested = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;
  await expect(sql.query("SELECT $1::jsonb::text", [nested])).rejects.toMatchObject({ code: "54001" });
  expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
});

test("stops for good when PGlite has lost its footing, rather than go on with what is left", async () => {
  const told: string[] = [];
  const contents = await migratedContents([]);
  const other = await startEmbeddedDatabase({ contents, onLost: ({ message }) => told.push(message) });
  const sql = connect(other).$client;
  await sql`CREATE TABLE t (a int4)`;
  await expect(sql.query("SELECT 'a' ~ $1", [`${"(".repeat(30_000)}a${")".repeat(30_000)}`])).rejects.toThrow(
    /HTTP status 500.*breaks the protocol/,
  );
  await expect(sql`INSERT INTO t VALUES (1)`).rejects.toThrow(/HTTP status 500/);
  expect(told).toEqual([expect.stringMatching(/breaks the protocol/)]);
  await other.close();
});

test("what one database held, another one begins with", async () => {
  const first = await startEmbeddedDatabase({ contents: await migratedContents([]) });
  await connect(first).$client`CREATE TABLE kept AS SELECT 'x' AS a`;
  const second = await startEmbeddedDatabase({ contents: await first.dump() });
  expect(await connect(second).$client`SELECT a FROM kept`).toEqual([{ a: "x" }]);
  await Promise.all([first.close(), second.close()]);
});
