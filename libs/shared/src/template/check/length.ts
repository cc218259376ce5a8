import { type Channel, measure } from "../../channel/index.ts";
import { channelsOfClass } from "../channel-class.ts";
import { createFormatter, type Formatter } from "../formatter.ts";
import { directionOf } from "../intl.ts";
import { patternsOf } from "../message.ts";
import { sampleValues } from "../sample-values.ts";
import type { TemplateLanguage } from "../starter.ts";
import { type ChannelClass, separator } from "../template.ts";
import type { Variable } from "../variable.ts";
import type { Hit } from "./finding.ts";
import type { Checked, Subject } from "./subject.ts";

type Pattern = ReturnType<typeof patternsOf>[number]["pattern"];
type Part = Exclude<Pattern[number], string>;

/** A free part without a variable has no maximum; agents rarely write more than this there. */
const FREE_PART = 60;
/** The share of an alphabet's letters that the same words take in Chinese, Japanese and Korean signs. */
const DENSE = 0.5;
/** Of a domain that exists: X counts what has an unknown ending as plain text. */
const LINK = "https://links.example.com/";
/** From this share of a limit on, a text is worth shortening. */
const NEAR = 0.9;

/** Checks 14 and 15: what a variant takes at worst and with its samples, on every channel it may go to. */
export function lengths(subject: Subject, checked: Checked, language: TemplateLanguage): readonly Hit[] {
  if (subject.blocks.some(({ parsed }) => parsed.message === null)) return [];
  const channels = classesServed(checked).flatMap(channelsOfClass);
  const worst = fullest(worstText(subject, checked.template.variables), channels);
  if (worst && worst.used > worst.limit) return [hit("too-long", worst)];
  const typical = fullest(typicalText(subject, checked, language), channels);
  return typical && typical.used > NEAR * typical.limit ? [hit("long", typical)] : [];
}

/** The classes a variant has to fit: its own, and those that no sibling of its register is written for. */
function classesServed({ variant, template, siblings = [] }: Checked): readonly ChannelClass[] {
  const everywhere = template.channelClasses.includes("any");
  const wanted = (["short", "public", "private"] as const).filter(
    (one) => everywhere || template.channelClasses.includes(one),
  );
  const open = wanted.filter((one) => !siblings.includes(one));
  if (variant.channelClass === "any") return open;
  const alone = variant.channelClass === "public" ? open.filter((one) => one === "short") : [];
  return [variant.channelClass, ...alone];
}

interface Fill {
  readonly used: number;
  readonly limit: number;
  readonly channel: string;
}

function fullest(text: string, channels: readonly Channel[]): Fill | null {
  let best: Fill | null = null;
  for (const channel of channels) {
    for (const { used, limit } of measure(text, channel).parts) {
      if (!best || used / limit > best.used / best.limit) best = { used, limit, channel: channel.id };
    }
  }
  return best;
}

const hit = (code: "too-long" | "long", { used, limit, channel }: Fill): Hit => ({
  code,
  args: { length: String(used), limit: String(limit), channel },
  start: 0,
  end: 0,
});

function worstText({ key, blocks }: Subject, variables: readonly Variable[]): string {
  const fill = filler(key.locale, variables);
  const longest = blocks.map(({ parsed }) => {
    const texts = parsed.message
      ? patternsOf(parsed.message).map(({ pattern }) => pattern.map(fill).join(""))
      : [];
    return texts.reduce((best, text) => (weight(text) > weight(best) ? text : best), "");
  });
  return longest.join(separator(key));
}

const [X] = channelsOfClass("short");
const weight = (text: string): number => (X ? measure(text, X).used : text.length);

/** The longest a placeholder can print: in the script of the language, with the isolates of right-to-left ones. */
function filler(locale: string, variables: readonly Variable[]): (part: string | Part) => string {
  const wide = /^(ja|zh|ko)\b/.test(locale);
  const isolated = directionOf(locale) === "rtl";
  return (part) => {
    if (typeof part === "string") return part;
    if (part.type === "markup") return "";
    const variable = variables.find(({ name }) => part.arg?.type === "variable" && part.arg.name === name);
    const text = longestValue(variable, part.functionRef?.name ?? "", wide);
    return isolated ? `\u2068${text}\u2069` : text;
  };
}

function longestValue(variable: Variable | undefined, name: string, wide: boolean): string {
  const most = variable?.maxLength ?? FREE_PART;
  const sign = wide ? "字" : "n";
  if (name === "mask") return "•".repeat(4) + "0".repeat(Math.min(4, most));
  if (name === "initials") return sign.repeat(3);
  if (variable?.type === "link") return LINK + "n".repeat(Math.max(0, most - LINK.length));
  if (wide && (!variable || variable.type === "text")) return sign.repeat(Math.ceil(most * DENSE));
  const printedByUs = variable?.type === "date" || variable?.type === "number" || variable?.type === "hours";
  return (printedByUs ? "0" : sign).repeat(most);
}

function typicalText(subject: Subject, { template }: Checked, language: TemplateLanguage): string {
  const formatter: Formatter = createFormatter({ locale: subject.key.locale, timeZone: "UTC" });
  const values = sampleValues(template.variables, language);
  return subject.blocks
    .map(({ parsed }) => formatter.format(parsed.source, values).text)
    .join(separator(subject.key));
}
