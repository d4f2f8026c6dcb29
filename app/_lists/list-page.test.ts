import { describe, expect, it } from "vitest";
import { listHref } from "./list-href";
import { readListRequest } from "./read-list-request";

const sorts = ["name", "changed"] as const;
const plain = { search: "", sort: "name", isDescending: false, page: 1 } as const;

describe("readListRequest", () => {
  it("reads the plain address as the first page in the first order", () => {
    expect(readListRequest({}, sorts)).toEqual(plain);
  });

  it("reads a search, an order and a page", () => {
    expect(readListRequest({ q: " ana ", sort: "-changed", page: "3" }, sorts)).toEqual({
      search: "ana",
      sort: "changed",
      isDescending: true,
      page: 3,
    });
  });

  it.each([
    { sort: "price" },
    { sort: "-" },
    { page: "0" },
    { page: "-1" },
    { page: "1.5" },
    { page: "1e9" },
    { q: ["a", "b"] },
  ])("takes no harm from %o", (searchParams) => {
    expect(readListRequest(searchParams, sorts)).toEqual(plain);
  });

  it("cuts a search that nobody typed", () => {
    expect(readListRequest({ q: "x".repeat(5000) }, sorts).search).toHaveLength(100);
  });
});

describe("listHref", () => {
  it("is read back as what it was made from", () => {
    const request = { search: "a&b=c", sort: "changed", isDescending: true, page: 4 } as const;
    const { searchParams } = new URL(listHref("/", request, { page: 5 }), "http://localhost");
    expect(readListRequest(Object.fromEntries(searchParams), sorts)).toEqual({ ...request, page: 5 });
  });

  it("begins a new order at the first page", () => {
    expect(listHref("/", { ...plain, page: 7 }, { sort: "changed" })).toBe("/?sort=changed");
  });
});
