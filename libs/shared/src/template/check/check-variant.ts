import type { Fault, Message, Parsed } from "../message.ts";
import { keptLinks, keptNumbers, markup, type PlacedHit } from "./content.ts";
import type { CheckFacts } from "./facts.ts";
import { type CheckCode, finding, type Hit, type TemplateFinding } from "./finding.ts";
import { rightLanguage, rightRegion, rightRegister } from "./language.ts";
import { lengths } from "./length.ts";
import { keptPlural, pluralForms } from "./plurals.ts";
import { invisibleSigns, personalData } from "./safety.ts";
import { lengthRatio, spelling, standing } from "./shape.ts";
import { type BlockText, type Checked, type Subject, subjectOf } from "./subject.ts";
import { consistency, terms } from "./terms.ts";
import { typography } from "./typography.ts";
import { keptInPatterns, keptVariables, namesAndFunctions } from "./variables.ts";

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
      ...messageHits(parsed, checked, target).map((hit) => finding(hit, index)),
    ]);
  const whole = [
    ...(source ? pairHits(target, source, checked) : []),
    ...lengths(target, checked, facts.language),
  ].map((hit) => finding(hit, -1));
  return [
    ...lost,
    ...own,
    ...whole,
    ...placedHits(target, source, facts).map((hit) => finding(hit, hit.block)),
  ];
}

function messageHits({ message, model }: Parsed, { template }: Checked, { key }: Subject): readonly Hit[] {
  const names = model ? namesAndFunctions(model, template.variables) : [];
  if (!message) return names;
  return [
    ...names,
    ...keptInPatterns(message, key.locale),
    ...pluralForms(message, key.locale, template.variables),
  ];
}

function pairHits(target: Subject, source: Subject, { template }: Checked): readonly Hit[] {
  const [ours, theirs] = [own(target.blocks), own(source.blocks)];
  if (!ours || !theirs) return [];
  return [...keptVariables(ours, theirs, template), ...keptPlural(ours, theirs, target.key.locale)];
}

function placedHits(target: Subject, source: Subject | null, facts: CheckFacts): readonly PlacedHit[] {
  // A text that cannot be read says nothing of what it dropped.
  const pair = own(target.blocks) && source && own(source.blocks) ? source : null;
  return [
    ...(pair ? [...keptLinks(target, pair), ...keptNumbers(target, pair)] : []),
    ...markup(target, pair),
    ...rightLanguage(target, pair, facts),
    ...rightRegister(target, facts),
    ...rightRegion(target, facts),
    ...terms(target, pair, facts),
    ...standing(facts),
    ...personalData(target, facts),
    ...typography(target, pair),
    ...invisibleSigns(target),
    ...spelling(target, facts),
    ...consistency(target, pair, facts),
    ...lengthRatio(target, pair),
  ];
}

/** The variant's own messages; null while one of them cannot be read. */
function own(blocks: readonly BlockText[]): readonly Message[] | null {
  const messages = blocks.filter(({ shared }) => shared === null).map(({ parsed }) => parsed.message);
  return messages.every((message) => message !== null) ? messages : null;
}

/** The parser's finer names have words of their own; what it missed is a sign. */
function faultHit({ type, detail, start, end }: Fault): Hit {
  const problem = /^[a-z-]+$/.test(detail) ? detail : "missing-syntax";
  const args = type === "syntax-error" ? { detail, problem } : { detail };
  return { code: type satisfies CheckCode, args, start, end };
}
