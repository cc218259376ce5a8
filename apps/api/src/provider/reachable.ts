import { BlockList, isIP } from "node:net";

/** Networks that are no place on the internet, and where an address from outside must not lead. */
const IN_HOUSE: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["10.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["fc00::", 7, "ipv6"],
];
const LOOPBACK: typeof IN_HOUSE = [
  ["127.0.0.0", 8, "ipv4"],
  ["::1", 128, "ipv6"],
];
/** Where clouds keep the secrets of a machine, and what is no single place at all. */
const NEVER: typeof IN_HOUSE = [
  ["169.254.0.0", 16, "ipv4"],
  ["fe80::", 10, "ipv6"],
  ["0.0.0.0", 8, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["::", 128, "ipv6"],
  ["ff00::", 8, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
];

function listOf(networks: typeof IN_HOUSE): BlockList {
  const list = new BlockList();
  for (const [network, prefix, type] of networks) list.addSubnet(network, prefix, type);
  return list;
}
const [inHouse, loopback, never] = [IN_HOUSE, LOOPBACK, NEVER].map(listOf) as [
  BlockList,
  BlockList,
  BlockList,
];

/** What kind of place a network address is. */
export function placeOf(address: string): "internet" | "in-house" | "loopback" | "never" {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const type = isIP(plain) === 6 ? "ipv6" : "ipv4";
  if (isIP(plain) === 0 || never.check(plain, type)) return "never";
  if (loopback.check(plain, type)) return "loopback";
  return inHouse.check(plain, type) ? "in-house" : "internet";
}

/** A name whose only meaning is this machine. */
export const isLoopbackName = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

export interface Reach {
  /** The host as it was configured. */
  readonly host: string;
  readonly inHouse: boolean;
}

/**
 * Whether what a host's name leads to may be called. This machine only by a name that says so, or every public name
 * could be made to lead to it; one's own network only when that was configured.
 */
export function mayReach(address: string, { host, inHouse: allowed }: Reach): boolean {
  const place = placeOf(address);
  if (place === "loopback") return isLoopbackName(host) || allowed;
  return place === "internet" || (place === "in-house" && allowed);
}
