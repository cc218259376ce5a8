import { expect, test } from "vitest";
import { mayReach, placeOf } from "./reachable.ts";

test.each([
  ["93.184.216.34", "internet"],
  ["2606:2800:220:1::1", "internet"],
  ["10.1.2.3", "in-house"],
  ["172.31.0.1", "in-house"],
  ["fd00::1", "in-house"],
  ["127.0.0.1", "loopback"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback"],
  ["::ffff:7f00:1", "loopback"],
  ["169.254.169.254", "never"],
  ["fe80::1", "never"],
  ["0.0.0.0", "never"],
  ["224.0.0.1", "never"],
  ["no address", "never"],
])("%s is %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test.each([
  ["a public name on the internet", "93.184.216.34", { host: "api.example.org", inHouse: false }, true],
  [
    "a public name that leads to this machine",
    "127.0.0.1",
    { host: "api.example.org", inHouse: false },
    false,
  ],
  ["this machine by its own name", "127.0.0.1", { host: "localhost", inHouse: false }, true],
  ["a public name that leads into the house", "10.0.0.1", { host: "api.example.org", inHouse: false }, false],
  ["a name of the house", "10.0.0.1", { host: "translate", inHouse: true }, true],
  [
    "the secrets of a cloud, whatever was said",
    "169.254.169.254",
    { host: "translate", inHouse: true },
    false,
  ],
])("%s", (...[, address, reach, allowed]) => {
  expect(mayReach(address, reach)).toBe(allowed);
});
