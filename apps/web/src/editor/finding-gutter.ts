import type { Extension } from "@codemirror/state";
import { type EditorView, GutterMarker, gutter } from "@codemirror/view";
import type { Severity } from "@parley/shared/policy";
import { quickFix } from "./finding-card.ts";
import { findingsIn } from "./finding-lint.ts";

const order: readonly Severity[] = ["error", "warning", "info"];

/** A sign before a line: its shape says the severity, so that colour is not needed. */
class FindingMarker extends GutterMarker {
  constructor(readonly severity: Severity | "remedy") {
    super();
  }

  override eq(other: FindingMarker): boolean {
    return other.severity === this.severity;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = `finding-sign finding-sign--${this.severity}`;
    return dom;
  }
}

const markers = new Map(
  [...order, "remedy" as const].map((severity) => [severity, new FindingMarker(severity)]),
);

/** The worst severity of each line; on the line of the caret a light bulb where something can be done about it. */
export function findingGutter(): Extension {
  return gutter({
    class: "composer__gutter",
    lineMarker: (view, block) => {
      const here = findingsIn(view.state).filter(({ from, to }) => from <= block.to && to >= block.from);
      if (here.length === 0) return null;
      const { head } = view.state.selection.main;
      const onLine = view.hasFocus && head >= block.from && head <= block.to;
      const worst =
        order.find((severity) => here.some(({ finding }) => finding.severity === severity)) ?? "info";
      const remedied = onLine && here.some(({ finding }) => finding.fixes.length > 0);
      return markers.get(remedied ? "remedy" : worst) ?? null;
    },
    lineMarkerChange: (update) =>
      update.selectionSet ||
      update.focusChanged ||
      update.transactions.some(({ effects }) => effects.length > 0),
    initialSpacer: () => new FindingMarker("error"),
    domEventHandlers: {
      mousedown: (view, block) => openAt(view, block.from),
    },
  });
}

function openAt(view: EditorView, position: number): boolean {
  const [first] = findingsIn(view.state).filter(({ to }) => to >= position);
  view.dispatch({ selection: { anchor: first?.from ?? position } });
  view.focus();
  return quickFix(view);
}
