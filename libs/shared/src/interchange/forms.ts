import type { Model } from "messageformat";
import type { Message } from "../template/index.ts";
import { messageSource, parseMessage } from "../template/index.ts";

/** A message taken apart: what stands before its patterns, and each pattern with its keys. */
export interface Forms {
  readonly head: string;
  readonly forms: readonly { readonly keys: readonly string[]; readonly text: string }[];
}

const MILLIONS = new Set(["ca", "es", "fr", "it", "pt"]);

/** The forms of a message as they are. */
export function formsOf(message: Message): Forms {
  if (message.type === "message") {
    return { head: declarationsOf(message), forms: [{ keys: ["*"], text: patternText(message.pattern) }] };
  }
  return {
    head: headOf(message, message.selectors),
    forms: message.variants.map(({ keys, value }) => ({ keys: keys.map(keyText), text: patternText(value) })),
  };
}

/** The forms a message needs in another language, empty: by its plural categories instead of the source's. */
export function formsFor(message: Message, locale: string): Forms {
  if (message.type === "message") {
    return { head: declarationsOf(message), forms: [{ keys: ["*"], text: "" }] };
  }
  const axes = message.selectors.map((selector, index) => keysFor(message, { selector, index, locale }));
  const kept = message.selectors.filter((_, index) => (axes[index]?.length ?? 0) > 1);
  const combinations = axes
    .filter((keys) => keys.length > 1)
    .reduce<string[][]>((rows, keys) => rows.flatMap((row) => keys.map((key) => [...row, key])), [[]]);
  const forms = combinations.map((keys) => ({ keys: keys.length > 0 ? keys : ["*"], text: "" }));
  return { head: kept.length > 0 ? headOf(message, kept) : declarationsOf(message), forms };
}

/** The source's form that is nearest to keys of another language. */
export function nearestForm(message: Message, keys: readonly string[]): string {
  if (message.type === "message") return patternText(message.pattern);
  const fits = message.variants.map((variant) => ({
    text: patternText(variant.value),
    score: variant.keys.reduce((sum, key, at) => sum + fit(keyText(key), keys[at] ?? "*"), 0),
  }));
  return fits.reduce((best, next) => (next.score > best.score ? next : best)).text;
}

const fit = (own: string, wanted: string): number => (own === wanted ? 2 : own === "*" ? 1 : -1);

/** Put forms back together. The answer may hold faults: it is parsed by whoever asks. */
export function messageOf({ head, forms }: Forms): string {
  const [first] = forms;
  if (!/\.match\b/.test(head)) {
    const text = first?.text ?? "";
    return head === "" ? simpleOrQuoted(text) : `${head}\n{{${text}}}`;
  }
  const rows = forms.map(({ keys, text }) => `${keys.map(keySource).join(" ")} {{${text}}}`);
  return [head, ...rows].join("\n");
}

/** A pattern as translators see it: text with placeholders in braces, braces of the text escaped. */
export const patternText = (pattern: Model.Pattern): string =>
  pattern
    .map((part) =>
      typeof part === "string"
        ? part.replace(/[\\{}]/g, "\\$&")
        : messageSource({ type: "message", declarations: [], pattern: [part] }),
    )
    .join("");

/** The pattern of a text; null when it is none. */
export function textPattern(text: string): Model.Pattern | null {
  const { message } = parseMessage(`{{${text}}}`);
  return message?.type === "message" ? message.pattern : null;
}

/** A text that begins like a declaration or a pattern needs braces around it. */
const simpleOrQuoted = (text: string): string => (/^\s*(\.|\{\{)/.test(text) ? `{{${text}}}` : text);

const keyText = (key: Model.Literal | Model.CatchallKey): string => (key.type === "*" ? "*" : key.value);
const keySource = (key: string): string =>
  key === "*" || /^[\w.-]+$/.test(key) ? key : `|${key.replace(/[\\|]/g, "\\$&")}|`;

const declarationsOf = ({ declarations }: Message): string =>
  declarations.length === 0
    ? ""
    : messageSource({ type: "message", declarations, pattern: [] }).replace(/\s*\{\{\}\}\s*$/, "");

const headOf = (message: Message, selectors: readonly Model.VariableRef[]): string =>
  `${declarationsOf(message)}\n.match ${selectors.map(({ name }) => `$${name}`).join(" ")}`;

function keysFor(
  message: Model.SelectMessage,
  {
    selector,
    index,
    locale,
  }: { readonly selector: Model.VariableRef; readonly index: number; readonly locale: string },
): readonly string[] {
  const own = [
    ...new Set(message.variants.flatMap(({ keys }) => (keys[index] ? [keyText(keys[index])] : []))),
  ];
  const declaration = message.declarations.find(({ name }) => name === selector.name);
  const functionRef = declaration?.value.functionRef;
  if (!functionRef || !["number", "integer", "offset"].includes(functionRef.name)) return own;
  const select = functionRef.options?.select;
  const ordinal = select?.type === "literal" && select.value === "ordinal";
  const rules = new Intl.PluralRules(locale, { type: ordinal ? "ordinal" : "cardinal" });
  const rare = MILLIONS.has(locale.split("-")[0] ?? "") && !ordinal ? "many" : "";
  const categories = rules
    .resolvedOptions()
    .pluralCategories.filter((name) => name !== "other" && name !== rare);
  return [...own.filter((key) => /^\d/.test(key)), ...categories, "*"];
}
