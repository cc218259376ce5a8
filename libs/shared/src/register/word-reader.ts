import type { Candidate, Reader } from "./candidate.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Word, wordsOf } from "./word-walk.ts";

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

function candidatesOf(words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const kinds = words.map(({ text }) => lexicon.kindOf(text));
  silence(words, kinds, lexicon);
  const candidates: Candidate[] = [];
  words.forEach((word, at) => {
    const kind = kinds[at] ?? "";
    if (!tells(kind) || isArticle(words, kinds, at) || (kind.startsWith("e.") && !endsSentence(words, at)))
      return;
    const slots = slotsOf(words, kinds, at);
    candidates.push({
      start: word.start,
      end: word.end,
      kind: slots[KIND] ?? "",
      quoted: word.quoted,
      slots,
    });
  });
  return candidates;
}

/** Words of a set phrase such as "du meine Güte" address nobody. */
function silence(words: readonly Word[], kinds: string[], { fixed }: Lexicon): void {
  if (fixed.size === 0) return;
  words.forEach(({ text }, at) => {
    for (const phrase of fixed.get(text) ?? []) {
      if (phrase.every((word, offset) => words[at + offset]?.text === word))
        kinds.fill("", at, at + phrase.length);
    }
  });
}

/** Context words (`c.`) alone tell nothing. */
const tells = (kind: string): boolean => kind !== "" && (!kind.startsWith("c.") || /\+[^c]/.test(kind));

/** `la`, `lo`, `le`, `o`, `a` are pronouns only beside a verb. */
function isArticle(words: readonly Word[], kinds: readonly string[], at: number): boolean {
  const kind = kinds[at] ?? "";
  if (!/^(f|a)\.(acc|dat)$/.test(kind) || words[at]?.gap === "-") return false;
  return words[at + 1]?.gap !== "" || !/v[123]|u\.|inf/.test(kinds[at + 1] ?? "");
}

/** Endings (`e.`) tell only where a sentence ends: Korean. */
const endsSentence = (words: readonly Word[], at: number): boolean => (words[at + 1]?.gap ?? ".") === ".";

function slotsOf(words: readonly Word[], kinds: readonly string[], at: number): string[] {
  const word = words[at];
  if (!word) return [];
  const before = neighbour(words, kinds, [at, -1]);
  const after = neighbour(words, kinds, [at, 1]);
  return [
    withCapital(kinds[at] ?? "", word),
    word.text,
    before.kind,
    after.kind,
    before.text,
    after.text,
    word.question ? "?" : "-",
    `${word.capital ? "A" : "a"}${word.gap}`,
    word.text.slice(-3),
    word.text.slice(-4),
    subjectBefore(words, kinds, at),
  ];
}

/** Classes that begin with `a.` tell by their capital: `^` inside a sentence, `~` at its start, where every word has one. */
function withCapital(kind: string, { capital, gap }: Word): string {
  if (!kind.startsWith("a.") || !capital) return kind;
  return kind + (gap === "." ? "~" : "^");
}

/** What stands before a verb in its clause and may be its subject: a pronoun's classes, `noun` with its article, `name`. */
function subjectBefore(words: readonly Word[], kinds: readonly string[], at: number): string {
  let found = "-";
  for (let left = at - 1; left >= Math.max(0, at - REACH); left -= 1) {
    const gap = words[left + 1]?.gap;
    if (gap === "." || gap === ",") break;
    const kind = kinds[left] ?? "";
    if (kind.startsWith("c.conj")) break;
    if (/c\.subj|[if]\.pron/.test(kind)) return kind;
    found = subjectPart(kind, words[left]) || found;
  }
  return found;
}

/** What a word makes of the noun behind it: an article makes it a subject, a preposition takes that back. */
function subjectPart(kind: string, word: Word | undefined): string {
  if (kind.includes("c.prep")) return "-";
  if (kind.includes("c.det")) return "noun";
  return kind === "" && word?.capital && word.gap !== "." ? "name" : "";
}

/** How many words back a subject is looked for. */
const REACH = 7;

interface Neighbour {
  readonly kind: string;
  readonly text: string;
}

function neighbour(
  words: readonly Word[],
  kinds: readonly string[],
  [at, step]: readonly [number, number],
): Neighbour {
  const gap = words[step < 0 ? at : at + 1]?.gap ?? ".";
  const other = words[at + step];
  if (!other || gap === "." || gap === ",") return { kind: gap, text: gap };
  const kind = kinds[at + step] || (other.capital ? "N" : "?");
  return { kind: gap === "-" ? `-${kind}` : kind, text: other.text };
}
