import type { Hit } from "./identifier.ts";
import type { Source } from "./source.ts";

const LOCAL = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-\u00a1-\u1fff\u2c00-\ud7ff\uf900-\ufdff]/;
const EDGES = /^[^A-Za-z0-9_+\u00a1-\uffff]+/;
/** Names of a domain end with letters: two at least, or an internationalised name. */
const DOMAIN =
  /(?:[A-Za-z0-9\u00a1-\u1fff\u3041-\ud7ff](?:[A-Za-z0-9\u00a1-\u1fff\u3041-\ud7ff-]{0,61}[A-Za-z0-9\u00a1-\u1fff\u3041-\ud7ff])?\.){1,8}(?:xn--[A-Za-z0-9-]{2,59}|[A-Za-z\u00a1-\u1fff\u3041-\ud7ff]{2,24})/y;
/** Longest part before the `@`. */
const LONGEST = 64;
const CJK = /[\u3041-\ud7ff]/;

/** Reserved by RFC 2606: nobody has an address there. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)$/i;
/** What people write where an address would stand. */
const PLACEHOLDER =
  /^(?:(?:your|my|first|last|user)?[._-]?(?:name|email|e-mail|mail|address)|user(?:name)?|someone|somebody|abc|xyz|x+|\.+)$/i;

/** Addresses with an `@`. A placeholder at a reserved domain stands for an address and is none. */
export function findEmails({ text }: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const start = startOf(text, at);
    const end = endOf(text, at + 1);
    if (start === at || end === 0) continue;
    const placeholder = RESERVED.test(text.slice(at + 1, end)) && PLACEHOLDER.test(text.slice(start, at));
    const entity = placeholder ? "" : "email";
    hits.push({ start, end, entity, evidence: 3, certain: true, why: ["structure"] });
  }
  return hits;
}

function startOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST && LOCAL.test(text[start - 1] ?? "")) start -= 1;
  let local = text.slice(start, at);
  // Scripts without blanks touch the address: it begins after their last character, unless it is all theirs.
  const last = lastUnspaced(local);
  if (last < local.length && last > 0) {
    start += last;
    local = local.slice(last);
  }
  const cut = EDGES.exec(local)?.[0].length ?? 0;
  return local.endsWith(".") ? at : start + cut;
}

function lastUnspaced(local: string): number {
  let last = local.length;
  while (last > 0 && !CJK.test(local[last - 1] ?? "")) last -= 1;
  return last;
}

function endOf(text: string, from: number): number {
  DOMAIN.lastIndex = from;
  const match = DOMAIN.exec(text)?.[0];
  if (match === undefined) return 0;
  // After a Latin domain, characters of a script without blanks are the sentence going on.
  const latin = /^[\x00-\u024f]+\.[a-z]{2,24}/i.exec(match)?.[0];
  return from + (latin ?? match).length;
}
