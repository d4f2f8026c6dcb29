import { notFound, redirect } from "next/navigation";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { mutation, openMutation } from "./mutation";
import { idle } from "./mutation-state";
import { Refusal } from "./refusal";

const { requireStaff, revalidatePath } = vi.hoisted(() => ({
  requireStaff: vi.fn(),
  revalidatePath: vi.fn(),
}));
vi.mock("@/lib/auth/require-staff", () => ({ requireStaff }));
vi.mock("next/cache", () => ({ revalidatePath }));

const signedIn = { staff: { id: "u1", name: "Olive Alder", email: "o@example.com", role: "owner" }, db: {} };
const schema = z.object({ name: z.string().min(1, "Enter a name."), count: z.coerce.number() });
const run = vi.fn<(input: { name: string; count: number }) => Promise<string | undefined>>();
const rename = mutation({ name: "rename", minimumRole: "manager", schema, run, revalidates: ["/things"] });

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const send = (fields: Record<string, string>) => rename(idle, form(fields));

const logged = vi.spyOn(console, "error").mockImplementation(() => {});
requireStaff.mockResolvedValue(signedIn);
afterEach(() => vi.clearAllMocks());

describe("mutation", () => {
  it("finds out who may before it looks at anything that was sent", async () => {
    requireStaff.mockImplementationOnce(() => redirect("/sign-in"));
    await expect(rename(idle, null as unknown as FormData)).rejects.toThrow("NEXT_REDIRECT");
    expect(requireStaff).toHaveBeenCalledWith("manager");
    expect(run).not.toHaveBeenCalled();
  });

  it("keeps the form, with all that was typed, when nobody can say who is signed in", async () => {
    requireStaff.mockRejectedValueOnce(new Error("the database is away"));
    const state = await send({ name: "A", count: "2" });
    expect(state).toMatchObject({
      status: "refused",
      typed: { name: "A", count: "2" },
      message: expect.stringMatching(/Reference: [0-9a-f]{8}$/),
    });
    expect(logged.mock.lastCall?.[0]).toContain("the database is away");
    expect(run).not.toHaveBeenCalled();
  });

  it("runs with what was parsed and who is signed in, then revalidates and says so", async () => {
    run.mockResolvedValueOnce("Renamed.");
    expect(await send({ name: "A", count: "2" })).toEqual({
      status: "done",
      message: "Renamed.",
      fieldErrors: {},
      typed: {},
      conflict: null,
    });
    expect(run).toHaveBeenCalledWith({ name: "A", count: 2 }, signedIn);
    expect(revalidatePath).toHaveBeenCalledWith("/things");
  });

  it("puts what does not parse beside its field and keeps what was typed", async () => {
    const state = await send({ name: "", count: "2" });
    expect(state).toMatchObject({
      status: "refused",
      fieldErrors: { name: "Enter a name." },
      typed: { name: "", count: "2" },
    });
    expect(run).not.toHaveBeenCalled();
    expect(revalidatePath).not.toHaveBeenCalled();
  });

  it("says beside its field that a text cannot be kept, which the database would only fail on", async () => {
    expect(await send({ name: "A\u0000B", count: "2" })).toMatchObject({
      status: "refused",
      fieldErrors: { name: "This has a character in it that cannot be kept. Type it again." },
      typed: { name: "A\u0000B", count: "2" },
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("shows a refusal as it is", async () => {
    run.mockRejectedValueOnce(new Refusal({ fieldErrors: { name: "Another one has this name." } }));
    expect(await send({ name: "A", count: "2" })).toMatchObject({
      status: "refused",
      message: null,
      fieldErrors: { name: "Another one has this name." },
      typed: { name: "A" },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it("shows what nobody expected as a reference alone, which the log has too", async () => {
    run.mockRejectedValueOnce(new Error("password authentication failed for user neondb_owner"));
    const { message, typed } = await send({ name: "A", count: "2" });
    expect(message).not.toContain("neondb_owner");
    const reference = /Reference: (\w{8})$/.exec(message ?? "")?.[1];
    expect(reference).toBeDefined();
    expect(typed).toEqual({ name: "A", count: "2" });
    const [line] = logged.mock.calls[0] ?? [];
    expect(JSON.parse(line)).toMatchObject({
      event: "mutation.failed",
      mutation: "rename",
      reference,
      message: "password authentication failed for user neondb_owner",
    });
  });

  it("lets a redirect and a page that is not there through", async () => {
    run.mockImplementationOnce(() => redirect("/voicemails"));
    await expect(send({ name: "A", count: "2" })).rejects.toThrow("NEXT_REDIRECT");
    run.mockImplementationOnce(() => notFound());
    await expect(send({ name: "A", count: "2" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(logged).not.toHaveBeenCalled();
  });
});

describe("openMutation", () => {
  it("asks nobody who they are, and never sends a password back", async () => {
    const enter = openMutation({
      name: "enter",
      schema: z.object({ email: z.string(), password: z.string(), newPassword: z.string() }),
      run: () => Promise.reject(new Refusal({ message: "No." })),
    });
    const fields = { email: "a@example.com", password: "secret", newPassword: "secret", $ACTION_ID: "x" };
    expect(await enter(idle, form(fields))).toEqual({
      status: "refused",
      message: "No.",
      fieldErrors: {},
      typed: { email: "a@example.com" },
      conflict: null,
    });
    expect(requireStaff).not.toHaveBeenCalled();
  });
});
