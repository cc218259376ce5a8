// How long a check takes on each key, beside five prose linters on the same English texts in one run. All rule families
// of Parley are on, language and register included, with phone numbers of twelve countries; every key checks the whole
// draft again, with the rules that otherwise wait for a pause or for sending.

import { TextlintKernel, type TextlintKernelOptions } from "@textlint/kernel";
import textPluginModule from "@textlint/textlint-plugin-text";
import { text as alex } from "alex";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import retextProfanities from "retext-profanities";
import retextRepeatedWords from "retext-repeated-words";
import retextStringify from "retext-stringify";
import maxComma from "textlint-rule-max-comma";
import noExclamation from "textlint-rule-no-exclamation-question-mark";
import noTodo from "textlint-rule-no-todo";
import terminology from "textlint-rule-terminology";
import writeGoodRule from "textlint-rule-write-good";
import { unified } from "unified";
import writeGood from "write-good";
import { builtInPacks, languageData } from "../apps/api/dist/policy/built-in.js";
import { loadIdentifier } from "../libs/shared/dist/language/index.js";
import {
  assemblePolicy,
  type BrandProfile,
  createChecker,
  NO_BRAND,
  type ReplyContext,
} from "../libs/shared/dist/policy/index.js";
import { percentile, type Result, report } from "./report.ts";

/** The keys that are timed: the last ones before the size is reached. */
const KEYS = 280;
const SIZES = [280, 2000];
const WARM = 60;

const OPENING =
  "Hi Ana, thanks for your patience and sorry about the wait. Order AB-204816 left our warehouse in Leeds yesterday at 14:30 and " +
  "should be with you by Friday. You can follow it at https://acme.com/track any time. If it does not arrive, we will look into it at once! ^RM ";
const MORE =
  "About the invoice of 12 March: the amount of £1,249.90 has been corrected, and the new copy is in the app since 9 am. There is " +
  "nothing else you need to do, the discount of 15 % will show up next month. Our team also found your call of the 4th under reference " +
  "2025-88413. Please allow two working days. To change the size, take the item with its label to any shop. We are glad your mother " +
  "liked the present 😊 and hope she enjoys it for a long time. Would you like a reminder before the warranty ends? Just say so here. ";

function textOf(size: number): string {
  let text = OPENING;
  while (text.length < size) text += MORE;
  return text.slice(0, size);
}

/** Something that checks a draft on each key; a fresh one per round, so that nothing typed before is remembered. */
interface Subject {
  readonly name: string;
  readonly rounds: number;
  readonly fresh: () => (text: string) => unknown;
}

const BRAND: BrandProfile = {
  ...NO_BRAND,
  name: "Acme",
  domains: ["acme.com", "acme.co.uk"],
  competitors: ["Globex", "Initech", "Umbrella"],
  orderNumbers: ["AA-9{6,8}"],
  apology: "with-remedy",
  signOff: "caret",
};
const CONTEXT: ReplyContext = {
  channel: "facebook",
  visibility: "public",
  language: "en",
  expected: "en",
  countries: "DE PT BR ES FR IT NL PL TR GB US JP".split(" "),
  register: "informal",
  threadRegister: "informal",
  history: Array.from({ length: 50 }, (_, index) => `${MORE.slice(index * 7)}${OPENING}`.slice(0, 260)),
  template: OPENING,
  hours: Array.from({ length: 7 }, (_, day) => ({ weekday: day + 1, openings: [{ from: 540, to: 1080 }] })),
  now: 600,
  signature: "RM",
};
const policy = assemblePolicy({
  packs: builtInPacks({ starter: true }),
  languages: languageData(),
  brand: BRAND,
  identifier: await loadIdentifier(),
});

const kernel = new TextlintKernel();
const rule = (ruleId: string, module: unknown) => ({
  ruleId,
  rule: (module as { default?: never }).default ?? (module as never),
});
const textPlugin = (textPluginModule as { default?: never }).default ?? (textPluginModule as never);
const textlintOptions: TextlintKernelOptions = {
  ext: ".txt",
  plugins: [{ pluginId: "text", plugin: textPlugin }],
  rules: [
    rule("no-todo", noTodo),
    rule("max-comma", maxComma),
    rule("no-exclamation-question-mark", noExclamation),
    rule("terminology", terminology),
    rule("write-good", writeGoodRule),
  ],
};
const retext = unified()
  .use(retextEnglish)
  .use(retextEquality)
  .use(retextProfanities)
  .use(retextRepeatedWords)
  .use(retextStringify);
const harper = new LocalLinter({ binary });
await harper.setup();

const subjects: readonly Subject[] = [
  {
    name: "parley",
    rounds: 10,
    fresh: () => {
      const checker = createChecker(policy);
      return (text) => checker.check(text, CONTEXT);
    },
  },
  {
    name: "parley, nothing remembered",
    rounds: 5,
    fresh: () => (text) => createChecker(policy).check(text, CONTEXT),
  },
  { name: "textlint (5 rules)", rounds: 1, fresh: () => (text) => kernel.lintText(text, textlintOptions) },
  { name: "alex", rounds: 1, fresh: () => (text) => alex(text) },
  { name: "retext (3 plugins)", rounds: 1, fresh: () => (text) => retext.process(text) },
  { name: "write-good", rounds: 1, fresh: () => (text) => writeGood(text) },
  { name: "harper.js", rounds: 1, fresh: () => (text) => harper.lint(text) },
];

async function type(
  check: (text: string) => unknown,
  text: string,
  keys: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let length = Math.max(1, text.length - keys + 1); length <= text.length; length += 1) {
    const draft = text.slice(0, length);
    const began = performance.now();
    await check(draft);
    times.push(performance.now() - began);
  }
  return times;
}

/**
 * The least time of each key over all rounds: what a check takes where nothing else runs. A busy machine interrupts one
 * key in fifty for milliseconds, which is all that a p99 of its wall clock shows; its clock of processor time ticks too
 * seldom to measure a key by.
 */
const leastOfEach = (typed: readonly (readonly number[])[]): readonly number[] =>
  (typed[0] ?? []).map((_, key) => Math.min(...typed.map((times) => times[key] ?? Number.POSITIVE_INFINITY)));

const results: Result[] = [];
for (const { name, rounds, fresh } of subjects) {
  for (const size of SIZES) {
    const text = textOf(size);
    await type(fresh(), text, rounds > 1 ? KEYS : WARM);
    const typed: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) typed.push(await type(fresh(), text, KEYS));
    const times = typed.flat();
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    const figure = (value: number) => Number(value.toFixed(3));
    results.push({
      subject: name,
      size,
      p50: figure(percentile(times, 0.5)),
      p99: figure(percentile(times, 0.99)),
      mean: figure(mean),
      ...(rounds > 1 && { work_p99: figure(percentile(leastOfEach(typed), 0.99)) }),
    });
  }
}
await harper.dispose?.();
report("keystroke", results);
