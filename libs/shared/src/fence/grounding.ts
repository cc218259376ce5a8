import { findMentions } from "../channel/index.ts";
import { fold, type Span, sentences } from "../text/index.ts";
import { linksIn } from "./addresses.ts";
import { moneyPattern } from "./money.ts";
import { sharedWith, stemsIn } from "./stems.ts";

/** What a drafted reply may rest on: the templates it names, and what the customer wrote. */
export interface Ground {
  readonly templates: readonly string[];
  readonly question: string;
  /** BCP 47 tag of the reply: how its amounts are written out. */
  readonly language: string;
}

/** Something in a drafted reply that its templates do not say. */
export interface Ungrounded extends Span {
  /** `link`: an address, of a page or a person. `number`: an amount, a date, a time, a count. `statement`: a sentence. */
  readonly kind: "link" | "number" | "statement";
  /** Whether at least the customer says so. */
  readonly stands: "nowhere" | "question";
}

/** Less of a sentence than this in the templates, by its letters, and it says something of its own. */
const LEAST_SHARED = 0.6;
/** Shorter sentences are greetings and thanks. */
const LEAST_LETTERS = 12;

/** Everything in a reply that its templates do not say, in order. */
export function ungrounded(reply: string, ground: Ground): readonly Ungrounded[] {
  return [...addresses(reply, ground), ...numbers(reply, ground), ...statements(reply, ground)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Whether a reply with this in it is refused. The rest is marked, for a person to judge. */
export const isRefused = ({ kind, stands }: Ungrounded): boolean =>
  kind !== "statement" && stands === "nowhere";

/** Addresses come from templates only: one that a customer wrote is never handed on. */
function addresses(reply: string, { templates }: Ground): readonly Ungrounded[] {
  const known = new Set(templates.flatMap(addressesIn).map(({ text }) => text));
  return addressesIn(reply)
    .filter(({ text }, index, all) => !known.has(text) && all.findIndex((one) => one.text === text) === index)
    .map(({ start, end }) => ({ start, end, kind: "link", stands: "nowhere" }));
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const addressesIn = (text: string) =>
  [
    ...linksIn(text),
    ...findMentions(text),
    ...[...text.matchAll(EMAIL)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  ].map(({ start, end }) => ({ start, end, text: bareAddress(text.slice(start, end)) }));

const bareAddress = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");

function numbers(reply: string, { templates, question, language }: Ground): readonly Ungrounded[] {
  const valuesIn = (text: string) => new Set(numbersIn(text, language).map(({ value }) => value));
  const said = valuesIn(templates.join("\n"));
  const asked = valuesIn(question);
  const linked = addressesIn(reply);
  return numbersIn(reply, language)
    .filter(({ value }) => !said.has(value))
    .filter(({ start, end }) => !linked.some((link) => link.start <= start && end <= link.end))
    .map(({ start, end, value }) => ({
      start,
      end,
      kind: "number",
      stands: asked.has(value) ? "question" : "nowhere",
    }));
}

/** Numbers in the digits of any script, the same value however they are grouped; an amount or a share is another value than a count. */
function numbersIn(text: string, language: string): readonly (Span & { readonly value: string })[] {
  const folded = fold(text);
  return [...folded.text.matchAll(moneyPattern(language))].map(({ 0: found, index, groups }) => {
    const { before, digits = "", after } = groups ?? {};
    const unit = before || after;
    return {
      ...folded.span(index, index + found.length),
      value: valueIn(digits) + (unit ? (/[%\u066a\u2030]/.test(unit) ? "%" : "\u00a4") : ""),
    };
  });
}

const valueIn = (digits: string): string =>
  digits
    .replace(/(\d)[.,'\u2019\s](?=\d{3}(?!\d))/g, "$1")
    .replace(/[.,]00$/, "")
    .replace(/[^\d]+/g, " ")
    .replace(/\b0+(?=\d)/g, "");

function statements(reply: string, { templates, question }: Ground): readonly Ungrounded[] {
  const said = stemsIn(templates.join("\n"));
  const both = stemsIn([...templates, question].join("\n"));
  return sentences(reply).flatMap(({ start, end }): Ungrounded[] => {
    const text = reply.slice(start, end).trimEnd();
    if (text.replace(/[^\p{L}]/gu, "").length < LEAST_LETTERS) return [];
    if (sharedWith(said, text) >= LEAST_SHARED) return [];
    const stands = sharedWith(both, text) >= LEAST_SHARED ? "question" : "nowhere";
    return [{ start, end: start + text.length, kind: "statement", stands }];
  });
}
