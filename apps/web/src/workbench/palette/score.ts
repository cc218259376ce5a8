/** How well a text fits what was typed, and which of its UTF-16 units matched. */
export interface Match {
  readonly score: number;
  readonly at: readonly number[];
}

const WORD_START = 8;
const NEXT = 5;
const SAME_CASE_AND_SIGNS = 1;
const GAP = -0.2;

/**
 * Match the letters of `query` in order inside `text`, whatever their case and accents. Starts of words and unbroken
 * stretches count most, so "tsb" finds "Toggle Side Bar". Null when a letter is missing.
 */
export function match(query: string, text: string): Match | null {
  const wanted = fold(query).replace(/\s+/g, "");
  if (wanted === "") return { score: 0, at: [] };
  const letters = [...units(text)];
  return best(wanted, letters, text);
}

interface Unit {
  readonly letter: string;
  readonly index: number;
  readonly start: boolean;
}

function* units(text: string): Generator<Unit> {
  let before = " ";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    const start = !/[\p{L}\p{N}]/u.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(unit));
    yield { letter: fold(unit), index, start };
    before = unit;
  }
}

/** Lower case without accents: "É" and "e" are one letter to someone in a hurry. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Tries each place where the first letter stands and keeps the best greedy match from there. */
function best(wanted: string, letters: readonly Unit[], text: string): Match | null {
  let found: Match | null = null;
  const first = wanted.charAt(0);
  for (let from = 0; from < letters.length; from += 1) {
    if (letters[from]?.letter.charAt(0) !== first) continue;
    const tried = greedy(wanted, letters, from);
    if (tried && (!found || tried.score > found.score)) found = tried;
  }
  return found && { ...found, score: found.score - text.length * 0.01 };
}

function greedy(wanted: string, letters: readonly Unit[], from: number): Match | null {
  const at: number[] = [];
  let score = 0;
  let position = from;
  for (const letter of wanted) {
    const next = nextPlace(letters, letter, { position, before: at.at(-1) ?? -2 });
    if (next < 0) return null;
    const unit = letters[next];
    const adjacent = at.at(-1) === next - 1;
    score +=
      (unit?.start ? WORD_START : 0) + (adjacent ? NEXT : 0) + SAME_CASE_AND_SIGNS + (next - position) * GAP;
    at.push(next);
    position = next + 1;
  }
  return { score, at };
}

/** The next place of a letter: the very next one, else the start of a later word, else anywhere later. */
function nextPlace(
  letters: readonly Unit[],
  letter: string,
  { position, before }: { readonly position: number; readonly before: number },
): number {
  const is = (unit: Unit | undefined) => unit?.letter.charAt(0) === letter;
  if (is(letters[position]) && (position === before + 1 || letters[position]?.start)) return position;
  const start = letters.findIndex((unit, index) => index >= position && unit.start && is(unit));
  return start >= 0 ? start : letters.findIndex((unit, index) => index >= position && is(unit));
}

/** The choices that fit, best first; where they fit alike, their own order stays. */
export function rank<T>(
  query: string,
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
): { item: T; at: readonly number[] }[] {
  const found = items.flatMap((item, order) => {
    const [shown = "", ...others] = textsOf(item);
    const direct = match(query, shown);
    const score = Math.max(
      direct?.score ?? -Infinity,
      ...others.map((text) => (match(query, text)?.score ?? -Infinity) - 2),
    );
    return score === -Infinity ? [] : [{ item, at: direct?.at ?? [], score, order }];
  });
  return found.sort((a, b) => b.score - a.score || a.order - b.order);
}
