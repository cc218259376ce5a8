import { parse } from "tldts";

/** Asks the list as it stands; what is handed in is a host already. */
const PLAIN = {
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
  mixedInputs: false,
} as const;

const topLevels = new Map<string, boolean>();
const MOST_KEPT = 2000;

/** Whether `label` is a top-level domain that exists. */
export function isTopLevel(label: string): boolean {
  const name = label.toLowerCase();
  const known = topLevels.get(name);
  if (known !== undefined) return known;
  const exists = parse(`a.b.${name}`, PLAIN).isIcann === true;
  if (topLevels.size >= MOST_KEPT) topLevels.clear();
  topLevels.set(name, exists);
  return exists;
}

/** The part of a host that its owner registered: `shop.acme.co.uk` is `acme.co.uk`; undefined for a bare suffix. */
export const registrableDomain = (host: string): string | undefined =>
  parse(host, { ...PLAIN, allowPrivateDomains: true }).domain ?? undefined;

/** The label its owner chose, `acme` of `shop.acme.co.uk`, and the suffix behind it. */
export function nameAndSuffix(host: string): { readonly name: string; readonly suffix: string } {
  const { domainWithoutSuffix, publicSuffix } = parse(host, { ...PLAIN, allowPrivateDomains: true });
  return { name: domainWithoutSuffix ?? host, suffix: publicSuffix ?? "" };
}
