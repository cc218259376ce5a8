import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { type Command, EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import { findingSource, findingsIn, type PlacedFinding, type Remedy } from "./finding-lint.ts";

interface Card {
  readonly at: readonly PlacedFinding[];
  /** Opened to choose a remedy: the keyboard goes into it. */
  readonly asMenu: boolean;
}

const open = StateEffect.define<Card | null>();

const card = StateField.define<Card | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(open)) return effect.value;
    return transaction.docChanged || (transaction.selection && !value?.asMenu) ? null : value;
  },
  provide: (field) => showTooltip.from(field, (value) => value && tooltip(value)),
});

/** What a finding says and what can be done about it: at the caret after F8 and Ctrl+., under the pointer when it rests. */
export function findingCards(): Extension {
  return [
    card,
    hoverTooltip((view, position) => {
      const at = findingsAt(view, position, position);
      return at.length === 0 ? null : tooltip({ at, asMenu: false });
    }),
    keymap.of([{ key: "Escape", run: closeCard }]),
  ];
}

/** Go to the next finding after the caret, around the end; says what and how many. */
export const nextFinding: Command = (view) => goToFinding(view, 1);

export const previousFinding: Command = (view) => goToFinding(view, -1);

/** Offer the remedies for the findings at the caret, or on its line where there is none at the caret. */
export const quickFix: Command = (view) => {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const here = findingsAt(view, main.from, main.to);
  const at = here.length > 0 ? here : findingsAt(view, line.from, line.to);
  if (at.length === 0) return false;
  view.dispatch({ effects: open.of({ at, asMenu: true }) });
  return true;
};

/** Open the card of findings that are known, as a list of problems does, and stand at the first. */
export function showFindings(view: EditorView, at: readonly PlacedFinding[]): void {
  const [first] = at;
  if (!first) return;
  view.dispatch({
    selection: { anchor: first.from, head: first.to },
    effects: open.of({ at, asMenu: false }),
    scrollIntoView: true,
  });
  view.focus();
}

const closeCard: Command = (view) => {
  if (!view.state.field(card, false)) return false;
  view.dispatch({ effects: open.of(null) });
  return true;
};

function findingsAt(view: EditorView, from: number, to: number): readonly PlacedFinding[] {
  return findingsIn(view.state).filter((placed) => placed.from <= to && placed.to >= from);
}

function goToFinding(view: EditorView, step: 1 | -1): boolean {
  const all = findingsIn(view.state);
  const source = view.state.facet(findingSource);
  const index = neighbour(all, view.state.selection.main, step);
  const target = all[index];
  if (!source || !target) return false;
  showFindings(view, [target]);
  const words = source.place(target.finding, { number: index + 1, count: all.length });
  view.dispatch({ effects: EditorView.announce.of(words) });
  return true;
}

/** Which finding comes after or before a selection, around the ends. */
export function neighbour(
  all: readonly { readonly from: number; readonly to: number }[],
  { from, to }: { readonly from: number; readonly to: number },
  step: 1 | -1,
): number {
  const here = all.findIndex((placed) => placed.from === from && placed.to === to);
  if (here >= 0) return (here + step + all.length) % all.length;
  if (step === 1)
    return Math.max(
      0,
      all.findIndex((placed) => placed.from >= from),
    );
  const before = all.findLastIndex((placed) => placed.from < from);
  return before < 0 ? all.length - 1 : before;
}

function tooltip(value: Card): Tooltip {
  const from = Math.min(...value.at.map((placed) => placed.from));
  return {
    pos: from,
    end: Math.max(...value.at.map((placed) => placed.to)),
    above: true,
    arrow: false,
    create: (view) => {
      const dom = cardDom(view, value);
      return { dom, mount: () => value.asMenu && dom.querySelector<HTMLElement>("button")?.focus() };
    },
  };
}

function cardDom(view: EditorView, { at }: Card): HTMLElement {
  const dom = element("div", "finding-card");
  dom.addEventListener("keydown", (event) => moveInCard(event, view));
  for (const placed of at) dom.append(findingDom(view, placed));
  return dom;
}

function findingDom(view: EditorView, placed: PlacedFinding): HTMLElement {
  const source = view.state.facet(findingSource);
  const box = element("section", `finding-card__finding finding-card__finding--${placed.finding.severity}`);
  if (!source) return box;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${source.severity(placed.finding)}: ${source.message(placed.finding)}`);
  const said = element("p", "finding-card__message");
  const label = element("strong", "finding-card__severity", source.severity(placed.finding));
  said.append(label, " ", element("span", "", source.message(placed.finding)));
  const remedies = element("div", "finding-card__remedies");
  const offered = source
    .remedies(placed.finding)
    .toSorted((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
  remedies.append(...offered.map((remedy) => remedyButton(view, placed, remedy)));
  box.append(said);
  const reason = source.reason?.(placed.finding);
  if (reason) box.append(element("p", "finding-card__reason", reason));
  if (offered.length > 0) box.append(remedies);
  return box;
}

function remedyButton(view: EditorView, placed: PlacedFinding, remedy: Remedy): HTMLElement {
  const button = element(
    "button",
    `finding-card__remedy${remedy.preferred ? " finding-card__remedy--preferred" : ""}`,
    remedy.label,
  );
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    view.dispatch({ effects: open.of(null) });
    view.focus();
    remedy.apply(view, placed);
  });
  return button;
}

function moveInCard(event: KeyboardEvent, view: EditorView): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    closeCard(view);
    view.focus();
  } else if (step) buttons.at((at + step) % buttons.length)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
