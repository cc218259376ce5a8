import type { Link } from "./links.ts";
import { readableHost } from "./punycode.ts";
import { remembered } from "./remembered.ts";

/**
 * Whether a link leads to one of a brand's domains. An entry allows its subdomains too: `acme.com` allows
 * `shop.acme.com`, while `help.acme.com` allows neither that nor `acme.com`.
 */
export function isAllowed({ host }: Pick<Link, "host">, domains: readonly string[]): boolean {
  const name = readableHost(host);
  return domains.some((domain) => isWithin(name, canonical(domain)));
}

const isWithin = (host: string, domain: string): boolean =>
  domain !== "" && (host === domain || host.endsWith(`.${domain}`));

/** A domain as hosts of links are written: lower case, readable, without a leading `*.` or a closing dot. */
const canonical = remembered((domain) =>
  readableHost(
    domain
      .trim()
      .normalize("NFKC")
      .toLowerCase()
      .replace(/^\*?\.|\.$/g, ""),
  ),
);
