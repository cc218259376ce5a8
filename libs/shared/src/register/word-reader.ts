import type { Candidate, Reader } from "./candidate.ts";
import { type Kind, NO_KIND } from "./kind.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Gap, type Word, wordsOf } from "./word-walk.ts";

/** Slots of a word: its classes, itself, the classes and the words beside it, whether it stands in a question, capital and gap,
 *  its ending, the subject before it. */
const [KIND, TEXT, BEFORE, AFTER, BEFORE_TEXT, AFTER_TEXT, QUESTION, SHAPE, END3, END4, SUBJECT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];

const templates = {
  k: [KIND],
  w: [TEXT],
  bk: [KIND, BEFORE],
  ak: [KIND, AFTER],
  bw: [KIND, BEFORE_TEXT],
  aw: [KIND, AFTER_TEXT],
  qb: [KIND, QUESTION, BEFORE],
  c: [KIND, SHAPE],
  s3: [END3],
  s4: [END4],
  sj: [KIND, SUBJECT],
};

/** Reads languages that write words apart. */
export function wordReader(lexicon: Lexicon): Reader {
  return { templates, read: (text) => candidatesOf(wordsOf(text), lexicon) };
}

/** The words of a text with their kinds, number by number. */
interface Line {
  readonly words: readonly Word[];
  readonly kinds: readonly Kind[];
}

function candidatesOf(words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const kinds = words.map(({ text }) => lexicon.kindOf(text));
  silence(words, kinds, lexicon);
  const line = { words, kinds };
  const candidates: Candidate[] = [];
  for (const [at, word] of words.entries()) {
    const kind = kinds[at] ?? NO_KIND;
    if (!tellsAt(line, kind, at)) continue;
    const slots = slotsOf(line, word, at);
    const { start, end, quoted } = word;
    candidates.push({ start, end, quoted, kind: slots[KIND] ?? "", slots });
  }
  return candidates;
}

/** Words of a set phrase such as "du meine Güte" address nobody. */
function silence(words: readonly Word[], kinds: Kind[], { fixed }: Lexicon): void {
  if (fixed.size === 0) return;
  for (const [at, { text }] of words.entries()) {
    for (const phrase of fixed.get(text) ?? []) {
      const is = phrase.every((word, offset) => words[at + offset]?.text === word);
      if (is) kinds.fill(NO_KIND, at, at + phrase.length);
    }
  }
}

/** A clitic needs a verb behind it, or a hyphen before it; an ending the end of its sentence. */
function tellsAt({ words, kinds }: Line, kind: Kind, at: number): boolean {
  if (!kind.tells || isName({ words, kinds }, kind, at)) return false;
  const next = words[at + 1];
  if (kind.ending) return (next?.gap ?? ".") === ".";
  if (!kind.clitic || words[at]?.gap === "-") return true;
  return next?.gap === "" && kinds[at + 1]?.verbal === true;
}

/** A verb with a capital behind another one that no list knows is a family name: "Giulia Conti". */
function isName({ words, kinds }: Line, { verbal, byCapital }: Kind, at: number): boolean {
  if (!verbal || byCapital || !words[at]?.capital || words[at]?.gap !== "") return false;
  return words[at - 1]?.capital === true && kinds[at - 1]?.name === "";
}

function slotsOf(line: Line, word: Word, at: number): string[] {
  const [before, beforeText] = neighbour(line, at - 1, word.gap);
  const [after, afterText] = neighbour(line, at + 1, line.words[at + 1]?.gap ?? ".");
  return [
    nameAt(line, word, at),
    word.text,
    before,
    after,
    beforeText,
    afterText,
    word.question ? "?" : "-",
    (word.capital ? "A" : "a") + word.gap,
    word.text.slice(-3),
    word.text.slice(-4),
    subjectBefore(line, at),
  ];
}

/** The classes, sharpened: `^` marks a capital inside a sentence, `~` one at its start, where every word has one. */
function nameAt({ words, kinds }: Line, { capital, gap }: Word, at: number): string {
  const { byCapital, name } = kinds[at] ?? NO_KIND;
  // Portuguese: a subjunctive with a pronoun behind it is an imperative (`contacte-nos`).
  if (name === "v3.sp" && words[at + 1]?.gap === "-") return "f.encl.imp";
  if (!byCapital || !capital) return name;
  return name + (gap === "." ? "~" : "^");
}

/** Classes and text of the word beside, or the mark that stands between. */
function neighbour({ words, kinds }: Line, at: number, gap: Gap): readonly [string, string] {
  const other = words[at];
  if (!other || gap === "." || gap === ",") return [gap, gap];
  const name = kinds[at]?.name || (other.capital ? "N" : "?");
  return [gap === "-" ? `-${name}` : name, other.text];
}

/** How many words back a subject is looked for. */
const REACH = 7;

/** What stands before a verb in its clause and may be its subject: a pronoun's classes, `noun` with its article, `name`. */
function subjectBefore({ words, kinds }: Line, at: number): string {
  let found = "-";
  for (let left = at - 1; left >= Math.max(0, at - REACH); left -= 1) {
    const gap = words[left + 1]?.gap;
    const kind = kinds[left] ?? NO_KIND;
    if (gap === "." || gap === "," || kind.subject === "ends") break;
    if (kind.subject === "is") return kind.name;
    found = subjectPart(kind, words[left]) || found;
  }
  return found;
}

/** What a word makes of the subject to its right; "" leaves it. */
function subjectPart({ subject, name }: Kind, word: Word | undefined): string {
  if (subject === "undoes") return "-";
  if (subject === "opens") return "noun";
  return name === "" && word?.capital && word.gap !== "." ? "name" : "";
}
