import { type Channel, type Measured, measure } from "@parley/shared/channel";
import {
  type Block,
  channelsOfClass,
  createRenderer,
  previews,
  type Rendered,
  sampleValues,
  sharedText,
  type Template,
  type TemplateLanguage,
  type VariantText,
  variableWords,
} from "@parley/shared/template";

/** One form of a text as a customer would read it. */
export interface ShownForm {
  /** What brings it out: `days: few`. */
  readonly shows: Readonly<Record<string, string>>;
  readonly rendered: Rendered;
}

interface Showing {
  readonly variant: VariantText;
  readonly template: Template;
  readonly language: TemplateLanguage;
}

/** Every plural and gender form of a text, with the language's sample values; forms that read the same are one. */
export function shownForms({ variant, template, language }: Showing): readonly ShownForm[] {
  const labels = variableWords(template.variables, language);
  const renderer = createRenderer({ template, language, labels, timeZone: "UTC" });
  const samples = sampleValues(template.variables, language);
  const written = variant.blocks.map((block) => spelledOut(block, variant, language));
  const seen = new Set<string>();
  return previews(written, samples, variant.locale).flatMap(({ shows, values }) => {
    const rendered = renderer.render(variant, values);
    if (seen.has(rendered.text)) return [];
    seen.add(rendered.text);
    return [{ shows, rendered }];
  });
}

/** Shared parts have forms too: a greeting by name and one without. */
function spelledOut(block: Block, variant: VariantText, language: TemplateLanguage): Block {
  if (block.kind === "own") return block;
  return { kind: "own", text: sharedText(block.block, variant, language) ?? "" };
}

/** How long the longest form is on one channel. */
export interface ChannelLength {
  readonly channel: Channel;
  readonly measured: Measured;
}

/** The text's length on each channel it is for, the tightest first. */
export function lengthsOn(
  forms: readonly ShownForm[],
  channelClass: VariantText["channelClass"],
): readonly ChannelLength[] {
  return channelsOfClass(channelClass)
    .flatMap((channel) => {
      const longest = longestOn(forms, channel);
      return longest ? [{ channel, measured: longest }] : [];
    })
    .sort((a, b) => fullness(b.measured) - fullness(a.measured));
}

function longestOn(forms: readonly ShownForm[], channel: Channel): Measured | null {
  const all = forms.map(({ rendered }) => measure(rendered.text, channel));
  return all.reduce<Measured | null>(
    (most, one) => (most === null || fullness(one) > fullness(most) ? one : most),
    null,
  );
}

export const fullness = ({ used, limit }: Pick<Measured, "used" | "limit">): number =>
  used / Math.max(1, limit);

/** A channel by the name a choice has for it. */
export const channelKey = ({ id, visibility }: Pick<Channel, "id" | "visibility">): string =>
  `${id} ${visibility}`;
