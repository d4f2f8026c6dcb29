import { describe, expect, it } from "vitest";
import { networkFrom, networkOf } from "./network-of";

describe("networkOf", () => {
  it.each([
    ["an IPv4 address is itself", "203.0.113.9", "203.0.113.9"],
    ["an IPv4 address inside IPv6 too", "::ffff:203.0.113.9", "203.0.113.9"],
    ["an IPv6 address is its network", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["zeros left out at the end", "2001:db8::1", "2001:db8:0:0::/64"],
    ["zeros left out in the middle", "2001:db8:1::2:3:4:5", "2001:db8:1:0::/64"],
    ["capitals and leading zeros", "2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["the machine itself", "::1", "0:0:0:0::/64"],
    ["an interface after a percent sign", "fe80::1%eth0", "fe80:0:0:0::/64"],
    ["nothing", "", "unknown"],
    ["no address", "not an address", "unknown"],
  ])("%s", (_, address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});

describe("networkFrom", () => {
  it("believes the nearest proxy, not what the browser claims", () => {
    expect(networkFrom(new Headers({ "x-forwarded-for": "10.0.0.1, 203.0.113.9" }))).toBe("203.0.113.9");
  });

  it("knows no address where no proxy tells one", () => {
    expect(networkFrom(new Headers())).toBe("unknown");
  });
});
