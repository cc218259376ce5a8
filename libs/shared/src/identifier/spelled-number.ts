import type { Source } from "./source.ts";
import type { Step } from "./walk.ts";

/** Digits written as words, and where. */
export interface SpelledNumber {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Fewer digits than this are a number in a sentence; fewer words than this are hardly a disguise. */
const FEWEST_DIGITS = 7;
const FEWEST_WORDS = 4;
const MOST_DIGITS = 34;
/** What may stand between two of them: blanks and a mark, or the word that joins tens and ones. */
const BETWEEN = /^[\s,.;/·・、-]{0,3}$|^\s(?:y|e|i|et|and)\s$/i;
const DIGITS = /^[\s,.;/·・、-]{0,3}(\d{1,4})[\s,.;/·・、-]{0,3}$/;

/** Runs of number words, also with digits among them: "null eins 7 sieben ...". */
export function spelledNumbers({ text, walk, words }: Source): readonly SpelledNumber[] {
  if (words.numbers.size === 0) return [];
  const runs: Run[] = [];
  for (const step of joined(walk(), words.numbers)) {
    const digits = words.numbers.get(step.word);
    if (digits === undefined) continue;
    const last = runs.at(-1);
    const between = last && betweenOf(text.slice(last.end, step.start));
    if (last && between !== undefined) runs[runs.length - 1] = longer(last, step, between + digits);
    else runs.push({ start: step.start, end: step.end, digits, count: 1 });
  }
  return runs.map(({ digits, ...run }) => ({ ...run, digits: repeated(digits) })).filter(isLong);
}

/** "Double four" is 44: the lexicon has ×2 for the word. */
const repeated = (digits: string): string =>
  digits.replace(/×(\d)(\d)/g, (_, times, digit) => digit.repeat(Number(times))).replaceAll("×", "");

/** The digits between two number words; undefined if anything else stands there. */
function betweenOf(gap: string): string | undefined {
  return BETWEEN.test(gap) ? "" : DIGITS.exec(gap)?.[1];
}

interface Run extends SpelledNumber {
  readonly count: number;
}

const longer = (run: Run, { end }: Step, digits: string): Run => ({
  start: run.start,
  end,
  digits: run.digits + digits,
  count: run.count + 1,
});

const isLong = ({ count, digits }: Run): boolean =>
  count >= FEWEST_WORDS && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;

/** Longest name of a digit in a script whose characters are read one by one. */
const LONGEST_NAME = 3;

/** Put single characters together where they are the name of a digit: ゼロ, きゅう. */
function joined(steps: readonly Step[], numbers: ReadonlyMap<string, string>): readonly Step[] {
  const out: Step[] = [];
  for (let index = 0; index < steps.length; ) {
    const name = steps[index]?.word.length === 1 ? nameAt(steps, index, numbers) : undefined;
    const step = name ?? steps[index];
    if (step) out.push(step);
    index += name ? name.word.length : 1;
  }
  return out;
}

function nameAt(
  steps: readonly Step[],
  index: number,
  numbers: ReadonlyMap<string, string>,
): Step | undefined {
  for (let length = LONGEST_NAME; length > 1; length -= 1) {
    const part = steps.slice(index, index + length);
    const word = part.map((step) => step.word).join("");
    const end = part.at(-1)?.end ?? 0;
    const start = part[0]?.start ?? 0;
    if (end - start === length && numbers.has(word)) return { start, end, word };
  }
  return undefined;
}
