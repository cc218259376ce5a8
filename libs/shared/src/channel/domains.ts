import { parse } from "tldts";
import { remembered } from "./remembered.ts";

/** What is handed in is a host already, and not a number. */
const PLAIN = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
  mixedInputs: false,
} as const;

/** A host as its owner and the registry see it. */
export interface HostParts {
  /** What the owner registered: `acme.co.uk` of `shop.acme.co.uk`; undefined for a bare suffix. */
  readonly domain: string | undefined;
  /** The label the owner chose, `acme`; the host itself where there is none. */
  readonly name: string;
  /** `co.uk`. */
  readonly suffix: string;
}

/** Take a host apart by the public suffix list. Sites under a host of many, as `me.github.io`, are their owner's. */
export const hostParts = remembered((host: string): HostParts => {
  const { domain, domainWithoutSuffix, publicSuffix } = parse(host, PLAIN);
  return { domain: domain ?? undefined, name: domainWithoutSuffix || host, suffix: publicSuffix ?? "" };
});

const isListed = remembered(
  (label: string) => parse(`a.b.${label}`, { ...PLAIN, allowPrivateDomains: false }).isIcann === true,
);

/** Whether `label` is a top-level domain that exists. */
export const isTopLevel = (label: string): boolean => isListed(label.toLowerCase());
