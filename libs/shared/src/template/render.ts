import type { Span } from "../text/index.ts";
import { sharedText } from "./check/subject.ts";
import { createFormatter, type FormatError, type Formatter, type Piece } from "./formatter.ts";
import { holes, holeText, type Mark } from "./holes.ts";
import type { TemplateLanguage } from "./starter.ts";
import { type Block, separator, type Template, type VariantText } from "./template.ts";
import type { Values, Variable, VariableWords } from "./variable.ts";

/** What a renderer is bound to: one template in one language. */
export interface RenderSettings {
  readonly template: Template;
  /** The variant's language: shared blocks and words of address. */
  readonly language: TemplateLanguage;
  /** Labels in the agent's own language. */
  readonly labels: Readonly<Record<string, VariableWords>>;
  /** IANA name of the brand's zone. */
  readonly timeZone: string;
  /** What days are counted from. */
  readonly now?: Date;
}

/** A variant as it goes into a draft. */
export interface Rendered {
  readonly text: string;
  /** Every value and hole in order. */
  readonly marks: readonly Mark[];
  /** Holes: the draft cannot be sent while one stands. */
  readonly unresolved: readonly Span[];
  /** Faults of the text itself, such as a name outside the schema. Missing values are no faults. */
  readonly errors: readonly FormatError[];
}

export interface Renderer {
  readonly render: (variant: VariantText, values: Values) => Rendered;
}

/** A renderer that reads each text once. */
export function createRenderer(settings: RenderSettings): Renderer {
  const { template, language, timeZone, now } = settings;
  const formatter = createFormatter({
    locale: language.locale,
    variables: new Set(template.variables.map(({ name }) => name)),
    timeZone,
    honorifics: language.honorifics,
    ...(now && { now }),
  });
  return { render: (variant, values) => render(variant, values, { ...settings, formatter }) };
}

interface Bound extends RenderSettings {
  readonly formatter: Formatter;
}

function render(variant: VariantText, values: Values, settings: Bound): Rendered {
  const between = separator(variant);
  const parts = variant.blocks.map((block) => renderBlock(block, { variant, values, settings }));
  const marks: Mark[] = [];
  let text = "";
  for (const { shown } of parts) {
    if (text !== "" && shown.length > 0) text += between;
    for (const piece of shown) {
      if (piece.mark) marks.push({ ...piece.mark, start: text.length, end: text.length + piece.text.length });
      text += piece.text;
    }
  }
  return { text, marks, unresolved: holes(text, marks), errors: parts.flatMap(({ errors }) => errors) };
}

function renderBlock(
  block: Block,
  {
    variant,
    values,
    settings,
  }: { readonly variant: VariantText; readonly values: Values; readonly settings: Bound },
): { readonly shown: readonly Shown[]; readonly errors: readonly FormatError[] } {
  const source = block.kind === "own" ? block.text : sharedText(block.block, variant, settings.language);
  if (source === null) {
    const name = block.kind === "shared" ? block.block : "";
    return { shown: [], errors: [{ type: "unknown-block", source: name }] };
  }
  const { pieces, errors } = settings.formatter.format(source, values);
  return {
    shown: pieces.map((piece) => shownPiece(piece, settings)),
    errors: errors.filter(({ type }) => type !== "unresolved-variable"),
  };
}

interface Shown {
  readonly text: string;
  readonly mark: Omit<Mark, "start" | "end"> | null;
}

function shownPiece(piece: Piece, { template, labels }: RenderSettings): Shown {
  if (piece.kind === "text" || (piece.kind === "value" && piece.variable === "")) {
    return { text: piece.text, mark: null };
  }
  const variable = template.variables.find(({ name }) => name === piece.variable);
  const label = labelOf(piece, variable, labels);
  const origin = variable?.source ?? "manual";
  const mark = { variable: piece.variable, label, origin };
  if (piece.kind === "value") return { text: piece.text, mark: { ...mark, kind: "filled" } };
  const kind = piece.kind === "fill" || origin === "manual" ? "manual" : "unresolved";
  return { text: holeText(label), mark: { ...mark, kind } };
}

function labelOf(piece: Piece, variable: Variable | undefined, labels: RenderSettings["labels"]): string {
  const known = variable && labels[variable.name]?.label;
  const written = piece.kind === "fill" ? piece.text : "";
  return (known ?? (written || piece.variable)) || "…";
}
