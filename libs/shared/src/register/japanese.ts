import type { Candidate, Reader } from "./candidate.ts";
import type { Wordlist } from "./lexicon.ts";

/** Slots: class, form, one and two characters before and after it, ending of 1 to 3 characters, mark behind the clause, script, place. */
const [KIND, FORM, BEFORE1, BEFORE2, AFTER1, AFTER2, END1, END2, END3, MARK, SCRIPT, PLACE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];

const templates = {
  k: [KIND],
  p: [KIND, PLACE],
  w: [KIND, FORM],
  wb: [KIND, FORM, BEFORE1],
  wbb: [KIND, FORM, BEFORE2],
  wa: [KIND, FORM, AFTER1],
  waa: [KIND, FORM, AFTER2],
  m: [KIND, MARK],
  e1: [KIND, END1],
  e2: [KIND, END2],
  e3: [KIND, END3],
  m1: [KIND, MARK, END1],
  m2: [KIND, MARK, END2],
  t: [KIND, SCRIPT],
};

interface Clause {
  readonly text: string;
  readonly start: number;
  /** What follows it: a punctuation mark, `_` for a blank, `$` at the end of the text. */
  readonly mark: string;
  readonly quoted: boolean;
}

const PUNCTUATION = 1;
const BLANK = 2;

/** What separates clauses, by code unit. */
const separators = new Uint8Array(0x10000);
for (const mark of "。！？!?\n…「」『』（）()、，,♪☆★～") separators[mark.charCodeAt(0)] = PUNCTUATION;
for (const blank of " \t\r\u3000\u00a0") separators[blank.charCodeAt(0)] = BLANK;

/** Reads Japanese: polite forms wherever they stand, and how clauses end. */
export function japaneseReader({ classes, fixed = [] }: Wordlist): Reader {
  const honorific = new Set(classes["f.honour"]);
  const polite = finder([...(classes["f.polite"] ?? []), ...honorific, ...fixed]);
  const formulas = classes["i.formula"] ?? [];
  const silent = new Set(fixed);
  const joints = finder(classes["c.joint"]);
  const particles = finder(classes["c.particle"]);
  const read = (text: string): Candidate[] =>
    clausesOf(text).flatMap((clause) => {
      const forms = politeIn(clause, polite, honorific).filter(({ slots }) => !silent.has(slots[FORM] ?? ""));
      const last = forms.at(-1);
      const reach = last ? clause.start + pastParticles(clause.text, last.end - clause.start, particles) : 0;
      const ending = endingOf(clause, reach, formulas);
      return [...forms, ...jointsIn(clause, joints, forms), ...(ending ? [ending] : [])];
    });
  return { read, templates };
}

/** Finds the longest of some forms that begins at a place of a text, "" when none does. */
type Find = (text: string, at: number) => string;

function finder(forms: readonly string[] = []): Find {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const first = Map.groupBy(longestFirst, (form) => form.charCodeAt(0));
  return (text, at) => first.get(text.charCodeAt(at))?.find((form) => text.startsWith(form, at)) ?? "";
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && separators[text.charCodeAt(at)] === 0) continue;
    if (at > start) {
      clauses.push({ text: text.slice(start, at), start, mark: markAt(text, at), quoted: depth > 0 });
    }
    const mark = text.charAt(at);
    if (mark === "「" || mark === "『") depth += 1;
    if (mark === "」" || mark === "』") depth = Math.max(0, depth - 1);
    start = at + 1;
  }
  return clauses;
}

const SAME_MARK: Readonly<Record<string, string>> = { "": "$", "\n": "。", "？": "?", "！": "!" };

function markAt(text: string, from: number): string {
  let at = from;
  while (separators[text.charCodeAt(at)] === BLANK) at += 1;
  const mark = text.charAt(at);
  return SAME_MARK[mark] ?? (separators[text.charCodeAt(at)] === PUNCTUATION ? mark : "_");
}

function politeIn(clause: Clause, stems: Find, honorific: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  const { text } = clause;
  for (let at = 0; at < text.length; at += 1) {
    const form = stems(text, at);
    if (form === "") continue;
    const end = at + form.length;
    const slots = blankSlots(honorific.has(form) ? "f.honour" : "f.polite", clause);
    slots[FORM] = form;
    slots[BEFORE1] = text.slice(Math.max(0, at - 1), at);
    slots[BEFORE2] = text.slice(Math.max(0, at - 2), at);
    slots[AFTER1] = text.slice(end, end + 1) || clause.mark;
    slots[AFTER2] = text.slice(end, end + 2) || clause.mark;
    found.push(candidate(clause, [at, end], slots));
    at = end - 1;
  }
  return found;
}

/** Where the particles behind a polite form end: `ですよね`, `ましたけど`. */
function pastParticles(text: string, from: number, particles: Find): number {
  let at = from;
  for (;;) {
    const particle = particles(text, at);
    if (particle === "") return at;
    at += particle.length;
  }
}

/** Laughter, emoji and drawn-out vowels behind an ending. */
const DECORATION = /(?:\p{Extended_Pictographic}|\ufe0f|[wｗ笑ー~〜])+$/u;
const DECORATED = /[wｗ笑ー~〜\udc00-\udfff\u2600-\u27bf]$|\ufe0f$/;

/** The ending of a clause, unless it is polite up to `reach`. */
function endingOf(clause: Clause, reach: number, formulas: readonly string[]): Candidate | null {
  const end = DECORATED.test(clause.text) ? clause.text.replace(DECORATION, "").length : clause.text.length;
  if (end === 0 || clause.start + end <= reach) return null;
  const body = clause.text.slice(0, end);
  const isFormula = formulas.some((formula) => body.endsWith(formula));
  return plainEnding(clause, end, isFormula ? "i.formula" : kindBefore(clause.mark));
}

/** What kind of ending stands before a mark. */
function kindBefore(mark: string): string {
  if ("、，,".includes(mark)) return "e.comma";
  return "_「『（(".includes(mark) ? "e.blank" : "e.end";
}

/** Plain forms before a conjunctive particle inside a clause: `だけど`, `したので`. */
function jointsIn(clause: Clause, joints: Find, polite: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const { text } = clause;
  for (let at = 1; at < text.length; at += 1) {
    const joint = joints(text, at);
    if (joint === "") continue;
    if (
      /[るただいなうくすつぬむぐぶ]/.test(text.charAt(at - 1)) &&
      !polite.some(({ end }) => end === clause.start + at)
    ) {
      const ending = plainEnding(clause, at, "e.joint");
      found.push({ ...ending, slots: ending.slots.with(FORM, joint) });
    }
    at += joint.length - 1;
  }
  return found;
}

function plainEnding(clause: Clause, end: number, kind: string): Candidate {
  const body = clause.text.slice(0, end);
  const slots = blankSlots(kind, clause);
  [END1, END2, END3].forEach((slot, length) => {
    slots[slot] = body.length > length ? body.slice(-1 - length) : "^";
  });
  slots[SCRIPT] = scriptOf(body);
  return candidate(clause, [Math.max(0, end - 3), end], slots);
}

function blankSlots(kind: string, clause: Clause): string[] {
  const slots = new Array<string>(12).fill("");
  slots[KIND] = kind;
  slots[MARK] = clause.mark;
  slots[PLACE] = `${clause.quoted ? "q" : "-"}${clause.mark === "$" ? "$" : ""}`;
  return slots;
}

function candidate(
  clause: Clause,
  [from, to]: readonly [number, number],
  slots: readonly string[],
): Candidate {
  return {
    start: clause.start + from,
    end: clause.start + to,
    kind: slots[KIND] ?? "",
    quoted: clause.quoted,
    slots,
  };
}

function scriptOf(body: string): string {
  const last = body.charCodeAt(body.length - 1);
  if (last >= 0x3041 && last < 0x3097) return "hiragana";
  return last >= 0x30a1 && last < 0x3100 ? "katakana" : last >= 0x4e00 && last < 0xa000 ? "kanji" : "other";
}
