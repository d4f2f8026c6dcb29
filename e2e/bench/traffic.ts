import { eq } from "drizzle-orm";
import { calls } from "@/db/schema";
import { startOffice } from "../office/start-office";
import { makeCalls } from "./contenders";
import { kilobytes, table } from "./figures";
import { millisecondsOf } from "./load";

/** What one request of each kind sends to the database, and has back: counted on the way, before and after the answer. */
export async function benchTraffic(): Promise<string> {
  const office = await startOffice();
  try {
    const { db, database } = office;
    const contenders = Object.values(await makeCalls(db, office.account));
    // Making them calls the menu's number, and the log is written after the answer.
    while ((await db.$count(calls)) === 0);
    await allOf(database, 2);
    const rows: (string | number)[][] = [];
    for (const contender of contenders) {
      const [prepared] = await contender.prepare(1);
      if (!prepared) throw new Error("No request was prepared.");
      await millisecondsOf(prepared);
      const callSid = new URLSearchParams(prepared.body).get("CallSid") ?? "";
      while (contender.isLogged && (await db.$count(calls, eq(calls.sid, callSid))) === 0);
      const requests = await allOf(database, contender.isLogged ? 2 : 0);
      const sum = (of: "sent" | "answered") => requests.reduce((total, { bytes }) => total + bytes[of], 0);
      rows.push([
        contender.name,
        requests.flatMap(({ statements }) => statements).length,
        kilobytes(sum("sent")),
        kilobytes(sum("answered")),
      ]);
    }
    return table(["request", "statements", "kB to the database", "kB from it"], rows);
  } finally {
    await office.close();
  }
}

/** A request counts once its answer has passed, a moment after what it wrote is there. */
async function allOf({ takeRequests }: Awaited<ReturnType<typeof startOffice>>["database"], least: number) {
  const requests = takeRequests();
  for (
    let times = 0;
    requests.length < least || requests.some(({ bytes }) => bytes.answered === 0);
    times += 1
  ) {
    if (times === 100) throw new Error("Fewer statements passed than a call takes.");
    await new Promise((resolve) => setTimeout(resolve, 10));
    requests.push(...takeRequests());
  }
  return requests;
}
