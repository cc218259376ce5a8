import { type Diagnostic, forEachDiagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { type EditorState, type Extension, Facet, StateEffect } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Cost, Edit, Finding } from "@parley/shared/policy";

/** Something a member may do about a finding. */
export interface Remedy {
  readonly label: string;
  /** The one that is offered first. */
  readonly preferred?: boolean;
  readonly apply: (view: EditorView, placed: PlacedFinding) => void;
}

/** How findings are come by, told and remedied. The editor knows no rule and no language. */
export interface FindingSource {
  /** `key`: what is quick enough for every keystroke; `idle`: that and what is worth a pause of 150 ms. */
  readonly check: (
    text: string,
    cost: Exclude<Cost, "send">,
  ) => readonly Finding[] | Promise<readonly Finding[]>;
  readonly message: (finding: Finding) => string;
  /** Why it matters, below the message; empty where there is nothing to add. */
  readonly reason?: (finding: Finding) => string;
  /** "Error", "Warning", "Note". */
  readonly severity: (finding: Finding) => string;
  readonly remedies: (finding: Finding) => readonly Remedy[];
  /** "Error 3 of 50: …", read out when the member goes to a finding. */
  readonly place: (finding: Finding, place: { readonly number: number; readonly count: number }) => string;
  /** Read out when the number of findings has changed and the member pauses. */
  readonly count: (count: number) => string;
  /** Told after each check, for a list of problems beside the editor. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

interface FindingDiagnostic extends Diagnostic {
  readonly finding: Finding;
}

/** A finding where it is now; its own offsets are where it was found. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

const PAUSE = 150;

const checkAgain = StateEffect.define<null>();

/** Check a text that did not change: the rules did, or what is known about it. */
export function recheck(view: EditorView): void {
  view.dispatch({ effects: checkAgain.of(null) });
}

/** The source in use, for the commands that go to findings and remedy them. */
export const findingSource = Facet.define<FindingSource, FindingSource | null>({
  combine: (sources) => sources[0] ?? null,
});

/** Underlines findings while someone types. The server runs the same check before anything is sent. */
export function findingLint(source: FindingSource): Extension {
  return [findingSource.of(source), linter(null, { tooltipFilter: () => [] }), checking(source)];
}

/** All findings that are shown, in the order of the text. */
export function findingsIn(state: EditorState): readonly PlacedFinding[] {
  const found: PlacedFinding[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if ("finding" in diagnostic) found.push({ finding: (diagnostic as FindingDiagnostic).finding, from, to });
  });
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Replace text as a finding's fix says, wherever the finding has moved to since. */
export function applyEdits(view: EditorView, { finding, from }: PlacedFinding, edits: readonly Edit[]): void {
  const shift = from - finding.start;
  view.dispatch({
    changes: edits.map(({ start, end, text }) => ({ from: start + shift, to: end + shift, insert: text })),
    userEvent: "input.fix",
    scrollIntoView: true,
  });
}

function checking(source: FindingSource): Extension {
  return ViewPlugin.fromClass(
    class {
      #pause: ReturnType<typeof setTimeout> | undefined;
      #turn = 0;
      #counted = 0;

      constructor(readonly view: EditorView) {
        this.#soon();
      }

      update(update: ViewUpdate) {
        const asked = update.transactions.some(({ effects }) =>
          effects.some((effect) => effect.is(checkAgain)),
        );
        if (update.docChanged || asked) this.#soon();
      }

      destroy() {
        this.#turn = -1;
        clearTimeout(this.#pause);
      }

      #soon() {
        this.#turn += 1;
        const turn = this.#turn;
        // An update may not lead to another one directly.
        queueMicrotask(() => void this.#check("key", turn));
        clearTimeout(this.#pause);
        this.#pause = setTimeout(() => void this.#check("idle", turn), PAUSE);
      }

      async #check(cost: "key" | "idle", turn: number) {
        if (turn !== this.#turn) return;
        const asked = source.check(this.view.state.doc.toString(), cost);
        const found = asked instanceof Promise ? await asked : asked;
        if (turn !== this.#turn) return;
        const kept =
          cost === "idle" ? [] : findingsIn(this.view.state).filter(({ finding }) => finding.cost !== "key");
        show(this.view, source, { found, kept });
        source.onFindings?.(findingsIn(this.view.state).map(moved));
        if (cost === "idle") this.#tellCount(found.length);
      }

      #tellCount(count: number) {
        if (count === this.#counted) return;
        this.#counted = count;
        this.view.dispatch({ effects: EditorView.announce.of(source.count(count)) });
      }
    },
  );
}

/** New findings, and those of the last pause, which stay where they are until the next one. */
function show(
  view: EditorView,
  source: FindingSource,
  { found, kept }: { readonly found: readonly Finding[]; readonly kept: readonly PlacedFinding[] },
): void {
  const length = view.state.doc.length;
  const fresh = found.map((finding) => placeOf(finding, length));
  const ids = new Set(fresh.map(({ finding }) => finding.id));
  const all = [...fresh, ...kept.filter(({ finding }) => !ids.has(finding.id))];
  // Most keys change no finding: then what is drawn has moved with the text and stays.
  if (sameFindings(findingsIn(view.state), all)) return;
  view.dispatch(
    setDiagnostics(
      view.state,
      all.map((placed) => asDiagnostic(placed, source)),
    ),
  );
}

/** From so many characters on, a finding about the whole text is not underlined: the line before each word would say nothing. */
const LONG = 80;

/** A finding about everything stands before the first letter: in the gutter and the list, not under the text. */
function placeOf(finding: Finding, length: number): PlacedFinding {
  const { start, end } = finding;
  const isWhole = start === 0 && end >= length && length > LONG;
  return { finding, from: start, to: isWhole ? start : Math.min(end, length) };
}

function sameFindings(shown: readonly PlacedFinding[], found: readonly PlacedFinding[]): boolean {
  const key = ({ finding, from, to }: PlacedFinding) => `${finding.id} ${finding.severity} ${from} ${to}`;
  const keys = new Set(shown.map(key));
  return shown.length === found.length && found.every((placed) => keys.has(key(placed)));
}

function asDiagnostic({ finding, from, to }: PlacedFinding, source: FindingSource): FindingDiagnostic {
  return { finding, from, to, severity: finding.severity, message: source.message(finding) };
}

function moved({ finding, from, to }: PlacedFinding): Finding {
  // Nothing is as long as nothing: what stands before the first letter is about everything.
  const isWhole = from === to;
  return isWhole || (finding.start === from && finding.end === to)
    ? finding
    : { ...finding, start: from, end: to };
}
