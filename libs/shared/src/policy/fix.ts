import type { Span } from "../text/index.ts";
import type { Edit, Fix } from "./finding.ts";
import type { Insertion, RawHit } from "./hit.ts";
import type { FixSpec } from "./pack.ts";
import type { Draft } from "./rule.ts";
import type { Scene } from "./scene.ts";

/** The text after a fix. */
export function applyFix(text: string, { edits }: Pick<Fix, "edits">): string {
  let out = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + text.slice(from);
}

/** The remedies a rule offers for a hit whose offsets count from the draft's beginning. */
export function fixesFor(
  specs: readonly FixSpec[],
  hit: RawHit,
  place: { draft: Draft; scene: Scene },
): readonly Fix[] {
  return specs.flatMap((spec) => {
    if (spec.kind === "replace" && hit.edits) return [replacing(hit.edits, spec.safe ?? false)];
    const edit = editFor(spec, hit, place);
    if (!edit) return [];
    const shown = spec.kind === "replace" || spec.kind === "insert" || spec.kind === "mask";
    const args: Readonly<Record<string, string>> = shown ? { text: edit.text.trim() } : {};
    return [{ kind: spec.kind, title: `fix.${spec.kind}`, args, edits: [edit], safe: spec.safe ?? false }];
  });
}

/** A replacement in as many places as it takes; it shows the first of them. */
const replacing = (edits: readonly Edit[], safe: boolean): Fix => ({
  kind: "replace",
  title: edits.length === 1 ? "fix.replace" : "fix.replace.all",
  args: { text: edits[0]?.text ?? "", count: String(edits.length) },
  edits,
  safe,
});

function editFor(spec: FixSpec, hit: RawHit, { draft, scene }: { draft: Draft; scene: Scene }): Edit | null {
  const { start, end } = hit;
  switch (spec.kind) {
    case "mask":
      return instead({ start, end }, hit.masked);
    case "replace":
      return instead({ start, end }, hit.replacement ?? written(spec, scene));
    case "delete":
      // What is missing from the draft as a whole is not mended by deleting all of it.
      return hit.whole && !hit.removal ? null : { ...tidied(draft.text, hit.removal ?? hit), text: "" };
    case "insert": {
      const { at = draft.text.trimEnd().length, text = written(spec, scene) } = hit.insertion ?? {};
      return text === undefined ? null : inserted(draft.text, { at, text });
    }
    case "move-to-private":
      return instead({ start: 0, end: draft.text.length }, invitationFor(draft, scene));
  }
}

const instead = ({ start, end }: Span, text: string | undefined): Edit | null =>
  text === undefined ? null : { start, end, text };

const written = (spec: FixSpec, { language, texts }: Scene): string | undefined =>
  spec.with?.[language] ?? spec.with?.["*"] ?? (spec.text === undefined ? undefined : texts[spec.text]);

/** A deletion takes one side's blanks along, so that no double blank or blank before a full stop is left. */
function tidied(text: string, { start, end }: Span): Span {
  const after = pastBlanks(text, end, 1);
  const atStart = start === 0 || /\s/.test(text.charAt(start - 1));
  if (after > end && atStart) return { start, end: after };
  const closes = end >= text.length || /[\s.,;:!?…。、！？]/.test(text.charAt(end));
  return closes ? { start: pastBlanks(text, start, -1), end } : { start, end };
}

/** Where the blanks of the line that begin, or end, at `from` end, or begin. */
function pastBlanks(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (/[^\S\n]/.test(text.charAt(step > 0 ? at : at - 1))) at += step;
  return at;
}

/** An insertion is set off by a blank where letters would meet. */
function inserted(text: string, { at, text: added }: Insertion): Edit {
  const last = text.charAt(at - 1);
  const unspaced = /[\s。！？…」』\u3000-\u30ff\u3400-\u9fff]/u.test(last);
  const before = at > 0 && !unspaced ? " " : "";
  const after = at < text.length && !/\s/.test(text.charAt(at)) ? " " : "";
  return { start: at, end: at, text: `${before}${added}${after}` };
}

/** The invitation bears the signature the brand wants, or it would raise a finding itself. */
function invitationFor({ context }: Draft, { brand, texts }: Scene): string | undefined {
  const marks = { caret: "^", dash: "-", slash: "/", phrase: "" };
  const { invitation } = texts;
  if (!invitation || !context.signature || brand.signOff === "none") return invitation;
  return `${invitation} ${marks[brand.signOff]}${context.signature}`;
}
