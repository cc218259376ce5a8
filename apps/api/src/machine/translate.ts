import {
  everyTokenOf,
  type KnownHere,
  plainOf,
  type Read,
  type Redacted,
  redact,
  restore,
  type Tokened,
  type Tokens,
  ungrounded,
} from "@parley/shared/fence";
import type { Provider } from "../base/provider.ts";
import type { ActAs } from "../base/tx.ts";
import { askMachine, type Judged, type MachineAnswer, type Place, recordWithheld } from "./ask-machine.ts";
import type { MachineTask } from "./machine-text.entity.ts";
import { tokenFacts, written } from "./written.ts";

/** A text to translate, with what is to be hidden in it. */
export interface Translating {
  readonly provider: Provider;
  readonly task: Exclude<MachineTask, "draft">;
  readonly place: Place;
  /** Those that stand in the texts already, and those that are made of what is hidden. */
  readonly tokens: Tokens;
  /** Words and tokens; several where a message has several forms. */
  readonly texts: readonly Tokened[];
  readonly known: KnownHere;
  readonly from: string | null;
  readonly to: string;
  readonly register: "formal" | "informal" | "neutral";
  /** What the answer is as one text; by default its only one. */
  readonly join?: (texts: readonly Tokened[]) => string;
}

/** Have a text translated behind the fences: redacted and proven so, each token back as often as it was sent. */
export async function translate(act: ActAs, translating: Translating) {
  const { provider, task, place, from, to, register, known, tokens } = translating;
  const texts: Redacted[] = [];
  for (const text of translating.texts) {
    const redaction = redact(text, known, tokens);
    if (redaction.kind === "unproven") return recordWithheld(act, { provider, task, place }, redaction.left);
    texts.push(redaction.text);
  }
  return askMachine(act, {
    provider,
    task,
    place,
    sent: { from, to, register, texts: texts.map(written) },
    facts: { from, to, register, tokens: tokenFacts(texts) },
    ask: () => askInTurn(provider, texts, { from, to, register }),
    judge: (answers) => judge(answers, texts, translating),
  });
}

/** One after another: the first failure is the answer. */
async function askInTurn(
  provider: Provider,
  texts: readonly Redacted[],
  wish: Pick<Translating, "from" | "to" | "register">,
) {
  const answers: (Read | null)[] = [];
  for (const text of texts) {
    // Words only are translated: a form that is nothing but a placeholder stays as it is.
    if (text.every((part) => typeof part !== "string" || part.trim() === "")) {
      answers.push(text);
      continue;
    }
    const answer = await provider.translate({ text, ...wish });
    if (answer.kind === "failed") return answer;
    answers.push(answer.value);
  }
  return { kind: "answer", value: answers } as const;
}

function judge(
  answers: readonly (Read | null)[],
  texts: readonly Redacted[],
  { join, to }: Translating,
): Judged<MachineAnswer> {
  const restored: Tokened[] = [];
  for (const [index, answer] of answers.entries()) {
    const one = restore(answer, everyTokenOf(texts[index] ?? []));
    if (one.kind === "refused")
      return { kind: "unfit", code: "MACHINE_TOKENS", facts: { reason: one.why, token: one.token } };
    restored.push(one.text);
  }
  const text = (join ?? joined)(restored);
  if (text.trim() === "") return { kind: "unfit", code: "PROVIDER_UNFIT", facts: { reason: "empty" } };
  // A template's own checks compare numbers and links, form by form.
  const marks = join ? [] : numbersNotIn(text, { source: joined(texts), language: to });
  return { kind: "fit", answer: { text, marks } };
}

const joined = (texts: readonly Tokened[]): string => texts.map(plainOf).join("\n");

/** Numbers and addresses of a translation that its original does not have. */
const numbersNotIn = (text: string, { source, language }: { source: string; language: string }) =>
  ungrounded(text, { templates: [source], question: "", language })
    .filter(({ kind }) => kind !== "statement")
    .map(({ start, end, kind }) => ({ start, end, kind }));
