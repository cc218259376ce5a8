import { isAllowed } from "./allowed.ts";
import { BAIT_WORDS } from "./bait-words.ts";
import { hostParts } from "./domains.ts";
import { latinized, shapeOf } from "./letter-shapes.ts";
import type { Link } from "./links.ts";
import { readableHost } from "./punycode.ts";
import { remembered } from "./remembered.ts";

/** What makes a domain look like another: codes, whose words are in `findings.json`. */
export type Likeness =
  | "other-script"
  | "accents"
  | "digits"
  | "shapes"
  | "hyphen"
  | "subdomain"
  | "bait"
  | "addition"
  | "typing-error"
  | "other-suffix";

/** A brand's domain that a link could be taken for, and how surely it is meant to be, from 0 to 1. */
export interface LookAlike {
  readonly domain: string;
  readonly likeness: Likeness;
  readonly score: number;
}

const SCORES: { readonly [L in Likeness]: number } = {
  "other-script": 1,
  accents: 0.95,
  subdomain: 0.9,
  digits: 0.9,
  shapes: 0.85,
  hyphen: 0.75,
  bait: 0.7,
  "typing-error": 0.55,
  addition: 0.5,
  "other-suffix": 0.4,
};

/**
 * The brand's domain that a host looks like, undefined when none. Names are only ever compared with the brand's own: a
 * domain is not suspicious for being in another script. Answers are kept by the list, which must not change in place.
 */
export function lookAlike({ host }: Pick<Link, "host">, own: readonly string[]): LookAlike | undefined {
  let ask = asked.get(own);
  if (!ask) {
    ask = remembered((name: string) => ({ found: nearest(name, own) }));
    asked.set(own, ask);
  }
  return ask(host).found;
}

/** For each brand's list the answers given: the same link is looked at on each key. */
const asked = new WeakMap<readonly string[], (host: string) => { readonly found: LookAlike | undefined }>();

function nearest(host: string, own: readonly string[]): LookAlike | undefined {
  if (isAllowed({ host }, own)) return undefined;
  const name = readableHost(host);
  const likenesses = own.flatMap((domain) => {
    const likeness = likenessOf(name, readableHost(domain.toLowerCase()));
    return likeness ? [{ domain, likeness, score: SCORES[likeness] }] : [];
  });
  return likenesses.sort((a, b) => b.score - a.score)[0];
}

/** Shorter names are part of too many words, or one slip away from them. */
const SHORTEST_INSIDE = 4;
const SHORTEST_MISTYPED = 5;

function likenessOf(host: string, domain: string): Likeness | undefined {
  const { domain: registered = host, name } = hostParts(host);
  const lead = host.slice(0, -registered.length);
  if (holdsDomain(lead, domain)) return "subdomain";
  const own = hostParts(domain).name;
  return sameShape(name, own) ?? addedTo(name, own) ?? mistyped(name, own);
}

/** `acme.com.example.net` and `acme-com.example.net` begin with a domain of somebody else. */
function holdsDomain(lead: string, domain: string): boolean {
  const dashed = (text: string) => `-${text.replaceAll(".", "-")}-`;
  return lead !== "" && dashed(lead).includes(dashed(domain));
}

function sameShape(name: string, own: string): Likeness | undefined {
  if (name === own) return "other-suffix";
  if (name.replaceAll("-", "") === own.replaceAll("-", "")) return "hyphen";
  if (shapeOf(name.replaceAll("-", "")) !== shapeOf(own.replaceAll("-", ""))) return undefined;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return "other-script";
  if (latinized(name) === own) return "accents";
  return /\d/.test(name) && !/\d/.test(own) ? "digits" : "shapes";
}

function addedTo(name: string, own: string): Likeness | undefined {
  const words = name.split("-");
  const shape = shapeOf(own);
  if (own.length >= 3 && words.length > 1 && words.some((word) => shapeOf(word) === shape)) {
    return words.some((word) => BAIT_WORDS.has(word)) ? "bait" : "addition";
  }
  if (own.length < SHORTEST_INSIDE) return undefined;
  const rest = name.startsWith(own)
    ? name.slice(own.length)
    : name.endsWith(own)
      ? name.slice(0, -own.length)
      : "";
  return BAIT_WORDS.has(rest) ? "bait" : undefined;
}

/** One letter more, less or other, or two that changed places. */
function mistyped(name: string, own: string): Likeness | undefined {
  if (own.length < SHORTEST_MISTYPED || Math.abs(name.length - own.length) > 1) return undefined;
  let start = 0;
  while (start < own.length && name[start] === own[start]) start += 1;
  const [restOfName, restOfOwn] = [name.slice(start), own.slice(start)];
  const isOneAway =
    restOfName.slice(1) === restOfOwn.slice(1) ||
    restOfName.slice(1) === restOfOwn ||
    restOfName === restOfOwn.slice(1) ||
    (restOfName.slice(2) === restOfOwn.slice(2) &&
      restOfName[0] === restOfOwn[1] &&
      restOfName[1] === restOfOwn[0]);
  return isOneAway ? "typing-error" : undefined;
}
