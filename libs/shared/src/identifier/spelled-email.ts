import { weighing } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import { UNSPACED } from "./near.ts";
import type { Source } from "./source.ts";
import { TOPIC } from "./topic.ts";

/** An `@` in disguise, and how sure it is one. */
interface At {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

const BRACKETED = 1.4;
const SPACED = 1.2;
const BARE = 0.3;

/** Ends of addresses that people spell: two letters of a country, or one of these. */
const ENDING =
  /^(?:[a-z]{2}|com|net|org|info|biz|edu|gov|app|dev|xyz|online|shop|mail|email|name|me|tv|cloud|live)$/i;
/** Hosts of private mail: with one of them a bare "at" is enough. */
const MAIL_HOST =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton(?:mail)?|gmx|web|t-online|aol|uol|bol|sapo|orange|free|libero|wp|onet|o2|interia|ziggo|kpn|yandex|mynet|qq|163|126|docomo|ezweb|softbank|mail)$/i;
const LABEL = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?/y;
const LOCAL = /[A-Za-z0-9_+-]{1,64}(?:\.[A-Za-z0-9_+-]{1,64}){0,5}$/;

/** Addresses whose `@` or full stop is written as a word or set apart: "ana at mail dot com", "ana [at] mail.com". */
export function findSpelledEmails(source: Source): readonly Hit[] {
  const hits: Hit[] = [];
  for (const at of atsIn(source)) {
    const hit = emailAround(source, at);
    if (hit) hits.push(hit);
  }
  return hits;
}

function emailAround(source: Source, at: At): Hit | undefined {
  const { text, words } = source;
  const local = localBefore(source, at.start);
  const domain = domainAfter(source, at.end);
  if (local === undefined || !domain || !ENDING.test(domain.ending)) return undefined;
  const context = source.reading.near(local, domain.end).before & TOPIC.email;
  const ordinary = words.common.has(text.slice(local, at.start).trim().toLowerCase());
  const hosted = MAIL_HOST.test(domain.first);
  // "Look at shop.com" is a sentence: the address needs a disguised stop, a mail host or the word e-mail.
  if (at.weight === BARE && ((ordinary && !context) || !(domain.spelled || hosted || context)))
    return undefined;
  const { evidence, why } = weighing(at.weight, [
    [context ? 1 : 0, "context-word"],
    [domain.spelled ? 0.2 : 0, "spelled-out"],
    [hosted ? 0.4 : 0, "format"],
  ]);
  return {
    start: local,
    end: domain.end,
    entity: "email",
    evidence,
    certain: false,
    why: ["spelled-out", ...why.filter((code) => code !== "spelled-out")],
    spelledOut: true,
  };
}

function atsIn(source: Source): readonly At[] {
  return [...signsIn(source.text), ...wordsIn(source)];
}

/** An `@` with blanks or brackets around it. */
function signsIn(text: string): readonly At[] {
  return [...text.matchAll(/(?<=[\s[({])@|@(?=\s)/g)].map(({ index }) => ({
    ...widened(text, index, index + 1),
    weight: SPACED,
  }));
}

function wordsIn({ text, walk, words }: Source): readonly At[] {
  const spaced = words.at.size === 0 ? [] : walk().filter(({ word }) => words.at.has(word));
  const unspaced = UNSPACED.test(text) ? [...words.at].filter((word) => UNSPACED.test(word)) : [];
  const touching = unspaced.flatMap((word) =>
    [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
      start: index,
      end: index + word.length,
    })),
  );
  return [...spaced, ...touching].map(({ start, end }) => {
    const wide = widened(text, start, end);
    const bracketed = /[[({<*_|-]/.test(text.slice(wide.start, start));
    return { ...wide, weight: bracketed ? BRACKETED : UNSPACED.test(text.slice(start, end)) ? SPACED : BARE };
  });
}

const OPENING = /\s{0,2}[[({<*_|-]{1,2}\s?$|\s{1,2}$/;
const CLOSING = /^\s?[\])}>*_|-]{1,2}\s{0,2}|^\s{1,2}/;

/** The stretch with the blanks and brackets around it. */
function widened(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const before = OPENING.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0;
  const after = CLOSING.exec(text.slice(end, end + 5))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

/** Where the part before the `@` begins. */
function localBefore({ text, words }: Source, at: number): number | undefined {
  const local = LOCAL.exec(text.slice(Math.max(0, at - 200), at))?.[0];
  if (local === undefined) return undefined;
  let start = at - local.length;
  // "ana dot silva at": names joined by the word for a full stop belong together.
  for (
    let joint = dotBefore(text, start, words.dot);
    joint !== undefined;
    joint = dotBefore(text, start, words.dot)
  ) {
    const name = LOCAL.exec(text.slice(Math.max(0, joint - 64), joint))?.[0];
    if (name === undefined) break;
    start = joint - name.length;
  }
  return start;
}

function dotBefore(text: string, start: number, dots: ReadonlySet<string>): number | undefined {
  const match = /(\s{1,2}|\s?[[({]\s?)([\p{L}]{1,8}|\.)(\s{1,2}|\s?[\])}]\s?)$/u.exec(
    text.slice(Math.max(0, start - 16), start),
  );
  if (!match || !(match[2] === "." || dots.has((match[2] ?? "").toLowerCase()))) return undefined;
  return start - match[0].length;
}

interface Domain {
  readonly end: number;
  readonly first: string;
  readonly ending: string;
  readonly spelled: boolean;
}

const DOT = /\s{0,2}[[({]?\s?([\p{L}]{1,8}|\.)\s?[\])}]?\s{0,2}/uy;
const MOST_LABELS = 4;

function domainAfter(source: Source, from: number): Domain | undefined {
  const first = labelAt(source.text, from);
  let end = from + first.length;
  let ending = "";
  let spelled = false;
  for (let count = 0; first !== "" && count < MOST_LABELS; count += 1) {
    const next = nextLabel(source, end);
    if (!next) break;
    spelled ||= next.spelled;
    end += next.length;
    ending = next.label;
  }
  return ending === "" ? undefined : { end, first, ending, spelled };
}

interface Label {
  readonly label: string;
  /** With the full stop, or the word for it, in front. */
  readonly length: number;
  readonly spelled: boolean;
}

function nextLabel({ text, words }: Source, end: number): Label | undefined {
  DOT.lastIndex = end;
  const [spaced = "", sign = ""] = DOT.exec(text) ?? [];
  const touching = [...words.dot].find((word) => UNSPACED.test(word) && text.startsWith(word, end));
  const dot = touching ?? spaced;
  const label = labelAt(text, end + dot.length);
  // A full stop and a blank end the sentence, and a word needs something around it.
  const stop = sign === "." && !/^\.\s/.test(dot);
  const word = words.dot.has(sign.toLowerCase()) && /\s|[[({]/.test(dot);
  const good = label !== "" && (stop || word || touching !== undefined);
  return good ? { label, length: dot.length + label.length, spelled: dot !== "." } : undefined;
}

function labelAt(text: string, from: number): string {
  LABEL.lastIndex = from;
  return LABEL.exec(text)?.[0] ?? "";
}
