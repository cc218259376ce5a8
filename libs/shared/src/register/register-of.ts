import type { Span } from "../text/index.ts";
import type { Candidate, Reader } from "./candidate.ts";
import type { Wordlist } from "./lexicon.ts";
import { isShared, type Margins, type Model, summarise, type Weigh } from "./model.ts";

/** How a text addresses its reader; `neutral` when it does not, or when it cannot be told. */
export type Register = "formal" | "informal" | "mixed" | "neutral";

/** Sorts of evidence; their words are in `findings.json`. */
export type Why =
  | "pronoun"
  | "possessive"
  | "verb"
  | "imperative"
  | "clitic"
  | "honorific"
  | "formula"
  | "ending";

/** One place of a text that shows its register. */
export interface Cue extends Span {
  readonly register: "formal" | "informal";
  readonly why: Why;
  /** No third person shares it, and its surroundings leave no doubt: enough to call a text with other cues mixed. */
  readonly sure: boolean;
  /** What says the same in the other register, where that changes no verb. */
  readonly swap?: string;
}

export interface RegisterVerdict {
  readonly register: Register;
  /** In the order of the text. Empty when the register is neutral; of both sorts only when it is mixed. */
  readonly evidence: readonly Cue[];
}

/** All that is needed to read one language. Made by `parseRegister`. */
export interface LanguageRegister {
  readonly reader: Reader;
  readonly weigh: Weigh;
  readonly model: Model;
  readonly swaps: NonNullable<Wordlist["swaps"]>;
}

/** Languages by tag. */
export type RegisterData = Readonly<Record<string, LanguageRegister>>;

/** Tags that name a language only, where its countries differ. */
const COUNTRY: Readonly<Record<string, string>> = { pt: "pt-PT", zh: "zh-CN" };

const NEUTRAL: RegisterVerdict = { register: "neutral", evidence: [] };

/** From this margin a cue contradicts the rest of its text. */
const CERTAIN = 2;
const CERTAIN_ENDING = 3.5;
/** Up to this many cues of one register against one of the other are a mixture; beyond it the few are slips. */
const BALANCE = 3;

/** The tag under which `known` tags hold the language of `tag`: itself, its usual country or its language alone. */
export function registerTag(tag: string, known: readonly string[]): string | undefined {
  const language = tag.split("-")[0] ?? tag;
  return [tag, COUNTRY[tag], language, COUNTRY[language]].find(
    (name) => name !== undefined && known.includes(name),
  );
}

/** How `text`, written in the language of `tag`, addresses its reader. Neutral for a language that `data` lacks. */
export function registerOf(text: string, tag: string, data: RegisterData): RegisterVerdict {
  const name = registerTag(tag, Object.keys(data));
  const language = name === undefined ? undefined : data[name];
  if (!language) return NEUTRAL;
  const weighed = weighAll(language.reader.read(text), language.weigh);
  const { register, evidence } = decide(weighed, language.model);
  return { register, evidence: evidence.map((cue) => withSwap(cue, text, language)) };
}

function withSwap(cue: Cue, text: string, { swaps }: LanguageRegister): Cue {
  const word = text.slice(cue.start, cue.end);
  const other = swaps[cue.register === "formal" ? "informal" : "formal"][word.toLowerCase()];
  if (other === undefined) return cue;
  // A capital that the formal word itself has, as in German, is lost with it inside a sentence.
  const starts = /(?:^|[.!?\n…])\s*$/.test(text.slice(0, cue.start));
  return { ...cue, swap: starts ? other.charAt(0).toUpperCase() + other.slice(1) : other };
}

/** A candidate with its margins. */
export interface Weighed extends Candidate {
  readonly margins: Margins;
}

/** Weigh candidates. Somebody else's words are left out wherever the writer's own tell something. */
export function weighAll(candidates: readonly Candidate[], weigh: Weigh): Weighed[] {
  const weighed = candidates.map((candidate) => ({ ...candidate, margins: weigh(candidate) }));
  const own = weighed.filter(({ quoted }) => !quoted);
  const tells = own.some(({ margins }) => margins.informal > 0 || margins.formal > 0);
  return tells ? own : weighed;
}

/** The verdict on a text's weighed candidates. */
export function decide(weighed: readonly Weighed[], model: Model): RegisterVerdict {
  const figures = summarise(weighed);
  let sum = 0;
  for (const [at, figure] of figures.entries()) sum += figure * (model.verdict[at] ?? 0);
  if (isMixed(weighed)) return { register: "mixed", evidence: cues(weighed, 0) };
  const register = sum > 0 ? "informal" : "formal";
  const evidence = cues(weighed, model.gates[register]).filter((cue) => cue.register === register);
  return Math.abs(sum) >= model.bands[register] && evidence.length > 0 ? { register, evidence } : NEUTRAL;
}

/** Both registers with sure cues, neither a mere slip beside the other. */
function isMixed(weighed: readonly Weighed[]): boolean {
  const informal = weighed.filter((candidate) => isSure(candidate, "informal")).length;
  const formal = weighed.filter((candidate) => isSure(candidate, "formal")).length;
  return informal > 0 && formal > 0 && informal <= BALANCE * formal && formal <= BALANCE * informal;
}

/** A cue that leaves no doubt, of a form that no third person shares. */
function isSure({ margins, kind }: Weighed, register: "formal" | "informal"): boolean {
  return margins[register] >= certainFor(kind) && (register === "informal" || !isShared(kind));
}

/** Greetings and the like go with either; plain endings are common in polite speech: inside a sentence always, at its end in fragments. */
function certainFor(kind: string): number {
  if (FORMULA.test(kind)) return Number.POSITIVE_INFINITY;
  if (!kind.startsWith("e.")) return CERTAIN;
  return kind === "e.comma" || kind === "e.joint" || kind === "e.blank" ? Infinity : CERTAIN_ENDING;
}

/** The candidates whose stronger margin reaches `gate`. */
function cues(weighed: readonly Weighed[], gate: number): Cue[] {
  return weighed.flatMap((candidate) => {
    const { start, end, kind, margins } = candidate;
    if (margins.informal < gate && margins.formal < gate) return [];
    const register = margins.informal > margins.formal ? "informal" : "formal";
    return [{ start, end, register, why: whyOf(kind), sure: isSure(candidate, register) }];
  });
}

const FORMULA = /greet|bye|close|please|yes|formula|dialect/;

const REASONS: readonly (readonly [RegExp, Why])[] = [
  [/encl\.imp|imp/, "imperative"],
  [/poss|your|ihre/, "possessive"],
  [/encl|clitic|refl|acc|dat/, "clitic"],
  [/honour|pan|sir|title|address|dear/, "honorific"],
  [FORMULA, "formula"],
  [/polite|^e\./, "ending"],
  [/v[23]|[if]\.v|u\.|ez|niz/, "verb"],
];

function whyOf(kind: string): Why {
  return REASONS.find(([shape]) => shape.test(kind))?.[1] ?? "pronoun";
}
