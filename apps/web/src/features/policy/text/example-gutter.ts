import {
  type Extension,
  type Range as MarkerRange,
  RangeSet,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { type EditorView, GutterMarker, gutter } from "@codemirror/view";
import type { PlacedExample } from "@parley/shared/pack";

class HoldsMarker extends GutterMarker {
  override eq(): boolean {
    return true;
  }

  override toDOM(): Node {
    const sign = document.createElement("span");
    sign.className = "pack-text__holds";
    sign.setAttribute("aria-hidden", "true");
    return sign;
  }
}

const holds = new HoldsMarker();
const told = StateEffect.define<readonly PlacedExample[]>();

const markers = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(told)) return RangeSet.of(rangesOf(effect.value, transaction.state.doc), true);
    return value.map(transaction.changes);
  },
});

function rangesOf(
  examples: readonly PlacedExample[],
  doc: { readonly lines: number; readonly line: (n: number) => { readonly from: number } },
): MarkerRange<GutterMarker>[] {
  const lines = new Set(examples.filter(({ problem }) => !problem).map(({ line }) => line));
  for (const { problem, line } of examples) if (problem) lines.delete(line);
  return [...lines].filter((line) => line <= doc.lines).map((line) => holds.range(doc.line(line).from));
}

/** A tick beside each example that holds; those that do not have a finding's sign. */
export function exampleGutter(): Extension {
  return [
    markers,
    gutter({
      class: "pack-text__examples",
      markers: (view) => view.state.field(markers),
      initialSpacer: () => holds,
    }),
  ];
}

/** Show how the examples fare. */
export function showExamples(view: EditorView, examples: readonly PlacedExample[]): void {
  view.dispatch({ effects: told.of(examples) });
}
