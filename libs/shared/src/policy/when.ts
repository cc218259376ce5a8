import type { ReplyContext } from "./context.ts";
import type { SeverityCase, When } from "./pack.ts";

/** Whether the part of a condition that speaks of the context holds. */
export function holds(when: When | undefined, context: ReplyContext): boolean {
  if (!when) return true;
  const { visibility, channel, language, register, country } = when;
  return (
    (visibility === undefined || visibility === context.visibility) &&
    (channel?.includes(context.channel) ?? true) &&
    (language?.some((tag) => isWithin(context.language, tag)) ?? true) &&
    (register?.some((wanted) => wanted === context.register) ?? true) &&
    (country?.some((code) => context.countries.includes(code)) ?? true)
  );
}

/** Whether `tag` is the language `wanted` or a kind of it: `pt-BR` is within `pt`. */
export const isWithin = (tag: string, wanted: string): boolean =>
  tag === wanted || tag.startsWith(`${wanted}-`);

/** How grave a hit with this evidence is, or `null` when no case holds: then it is no finding. */
export const gravityOf = (cases: readonly SeverityCase[], why: readonly string[]): SeverityCase | null =>
  cases.find(({ when }) => when?.why?.some((code) => why.includes(code)) ?? true) ?? null;
