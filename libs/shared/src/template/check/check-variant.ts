import type { Fault, Message } from "../message.ts";
import type { TemplateLanguage } from "../starter.ts";
import { type CheckCode, finding, type Hit, type TemplateFinding } from "./finding.ts";
import { lengths } from "./length.ts";
import { keptPlural, pluralForms } from "./plurals.ts";
import { type BlockText, type Checked, type Subject, subjectOf } from "./subject.ts";
import { keptInPatterns, keptVariables, namesAndFunctions } from "./variables.ts";

/** What the checks know besides the texts themselves. */
export interface CheckFacts {
  readonly language: TemplateLanguage;
  readonly sourceLanguage: TemplateLanguage;
}

/** Run every check on a variant. Shared blocks are checked where they are written, not where they are used. */
export function checkVariant(checked: Checked, facts: CheckFacts): readonly TemplateFinding[] {
  if (checked.variant.absent) return [];
  const target = subjectOf(checked.variant, facts.language);
  const source =
    checked.source && !checked.source.absent ? subjectOf(checked.source, facts.sourceLanguage) : null;
  const lost = target.lost.map(({ index, block }) =>
    finding({ code: "unknown-block", args: { block }, start: 0, end: 0 }, index),
  );
  const own = target.blocks
    .filter(({ shared }) => shared === null)
    .flatMap(({ index, parsed }) => [
      ...parsed.faults.map((fault) => finding(faultHit(fault), index)),
      ...messageHits(parsed.message, checked, target).map((hit) => finding(hit, index)),
    ]);
  const paired = source ? pairHits(target, source, checked).map((hit) => finding(hit, -1)) : [];
  const whole = lengths(target, checked, facts.language).map((hit) => finding(hit, -1));
  return [...lost, ...own, ...paired, ...whole];
}

function messageHits(message: Message | null, { template }: Checked, { key }: Subject): readonly Hit[] {
  if (!message) return [];
  return [
    ...namesAndFunctions(message, template.variables),
    ...keptInPatterns(message, key.locale),
    ...pluralForms(message, key.locale, template.variables),
  ];
}

function pairHits(target: Subject, source: Subject, { template }: Checked): readonly Hit[] {
  const [ours, theirs] = [own(target.blocks), own(source.blocks)];
  if (!ours || !theirs) return [];
  return [...keptVariables(ours, theirs, template), ...keptPlural(ours, theirs, target.key.locale)];
}

/** The variant's own messages; null while one of them cannot be read. */
function own(blocks: readonly BlockText[]): readonly Message[] | null {
  const messages = blocks.filter(({ shared }) => shared === null).map(({ parsed }) => parsed.message);
  return messages.every((message) => message !== null) ? messages : null;
}

const faultHit = ({ type, detail, start, end }: Fault): Hit => ({
  code: type satisfies CheckCode,
  args: { detail },
  start,
  end,
});
