import type { Model } from "messageformat";
import { categoriesOf, type Selector, selectorsOf } from "./check/selectors.ts";
import { type Message, parseMessage } from "./message.ts";
import type { Block } from "./template.ts";
import type { Value, Values } from "./variable.ts";

/** Values that bring out one form of a variant. */
export interface Preview {
  /** Keys of the forms it shows, by variable: `days: few`. */
  readonly shows: Readonly<Record<string, string>>;
  readonly values: Values;
}

/** More than this nobody reads; the rest is what the checks are for. */
const MOST = 24;

/**
 * Values for a preview of every plural and gender form that the blocks have: the samples, with the smallest count of each
 * category and each choice in turn.
 */
export function previews(blocks: readonly Block[], samples: Values, locale: string): readonly Preview[] {
  const axes = axesOf(blocks, locale);
  const start: readonly Preview[] = [{ shows: {}, values: samples }];
  const all = [...axes].reduce(
    (rows, [variable, forms]) =>
      rows.flatMap(({ shows, values }) =>
        [...forms].map(([key, value]) => ({
          shows: { ...shows, [variable]: key },
          values: { ...values, [variable]: value ?? samples[variable] },
        })),
      ),
    start,
  );
  return all.slice(0, MOST);
}

/** The keys of each variable that the blocks select by, with a value for each; undefined is the sample. */
type Axes = ReadonlyMap<string, ReadonlyMap<string, Value | undefined>>;

function axesOf(blocks: readonly Block[], locale: string): Axes {
  const axes = new Map<string, Map<string, Value | undefined>>();
  for (const message of selecting(blocks)) {
    selectorsOf(message).forEach((selector, index) => {
      const forms = axes.get(selector.variable) ?? new Map();
      axes.set(selector.variable, forms);
      for (const { keys } of message.variants) {
        const key = keys[index];
        const text = key?.type === "literal" ? key.value : "*";
        if (!forms.has(text)) forms.set(text, valueFor(selector, text, locale));
      }
    });
  }
  return axes;
}

const selecting = (blocks: readonly Block[]): readonly Model.SelectMessage[] =>
  blocks
    .flatMap((block) => (block.kind === "own" ? [parseMessage(block.text).message] : []))
    .filter(isSelect);

const isSelect = (message: Message | null): message is Model.SelectMessage => message?.type === "select";

function valueFor({ kind }: Selector, key: string, locale: string): Value | undefined {
  if (kind === "name") return key === "*" ? undefined : "";
  if (kind === "choice") return key === "*" ? "" : key;
  if (/^\d+$/.test(key)) return Number(key);
  const members = categoriesOf(locale, kind === "ordinal" ? "ordinal" : "cardinal").get(
    key === "*" ? "other" : key,
  );
  // Zero is rarely what a reader wants to see first.
  return members?.find((n) => n > 0) ?? members?.[0];
}
