import { EditorSelection, type SelectionRange, type StateCommand } from "@codemirror/state";
import { type Command, Direction, type EditorView, type KeyBinding } from "@codemirror/view";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Where the word that ends after `position` ends, by the rules of the script: Thai and Japanese have no spaces. */
export function nextWordEnd(text: string, position: number): number {
  for (const { index, segment, isWordLike } of words.segment(text))
    if (isWordLike && index + segment.length > position) return index + segment.length;
  return text.length;
}

/** Where the word before `position` begins. */
export function previousWordStart(text: string, position: number): number {
  let start = 0;
  for (const { index, isWordLike } of words.segment(text)) {
    if (index >= position) break;
    if (isWordLike) start = index;
  }
  return start;
}

/** Where the letter before `position` begins, as people count letters: a family or a flag is one. */
export function previousLetterStart(text: string, position: number): number {
  return graphemes.segment(text).containing(position - 1)?.index ?? 0;
}

type Goal = (text: string, position: number) => number;

/** The place a goal gives inside the line, or the neighbouring line's end at the line's edge. */
function goalFrom(view: Pick<EditorView, "state">, head: number, forward: boolean): number {
  const line = view.state.doc.lineAt(head);
  if (forward && head === line.to) return Math.min(head + 1, view.state.doc.length);
  if (!forward && head === line.from) return Math.max(head - 1, 0);
  const goal: Goal = forward ? nextWordEnd : previousWordStart;
  return line.from + goal(line.text, head - line.from);
}

/** Left and right are what the eye sees: in an Arabic line, left is forward. */
function isForward(view: EditorView, range: SelectionRange, toRight: boolean): boolean {
  return toRight === (view.textDirectionAt(range.head) === Direction.LTR);
}

function moveByWord(toRight: boolean, extend: boolean): Command {
  return (view) => {
    const ranges = view.state.selection.ranges.map((range) => {
      const head = goalFrom(view, range.head, isForward(view, range, toRight));
      return extend ? EditorSelection.range(range.anchor, head) : EditorSelection.cursor(head);
    });
    view.dispatch({
      selection: EditorSelection.create(ranges, view.state.selection.mainIndex),
      scrollIntoView: true,
      userEvent: "select",
    });
    return true;
  };
}

function remove(
  startAndEnd: (head: number, view: { state: Parameters<StateCommand>[0]["state"] }) => [number, number],
): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => {
      const [from, to] = range.empty ? startAndEnd(range.head, { state }) : [range.from, range.to];
      return { changes: { from, to }, range: EditorSelection.cursor(from) };
    });
    if (changes.changes.empty) return false;
    dispatch(state.update(changes, { scrollIntoView: true, userEvent: "delete" }));
    return true;
  };
}

const backspace = remove((head, { state }) => {
  const line = state.doc.lineAt(head);
  if (head === line.from) return [Math.max(0, head - 1), head];
  return [line.from + previousLetterStart(line.text, head - line.from), head];
});
const backspaceWord = remove((head, view) => [goalFrom(view as EditorView, head, false), head]);
const deleteWord = remove((head, view) => [head, goalFrom(view as EditorView, head, true)]);

/** Words and letters as the script has them, for the keys that move and delete by them. */
export const segmentKeys: readonly KeyBinding[] = [
  {
    key: "Mod-ArrowLeft",
    mac: "Alt-ArrowLeft",
    run: moveByWord(false, false),
    shift: moveByWord(false, true),
    preventDefault: true,
  },
  {
    key: "Mod-ArrowRight",
    mac: "Alt-ArrowRight",
    run: moveByWord(true, false),
    shift: moveByWord(true, true),
    preventDefault: true,
  },
  { key: "Backspace", run: backspace, shift: backspace },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: backspaceWord, preventDefault: true },
  { key: "Mod-Delete", mac: "Alt-Delete", run: deleteWord, preventDefault: true },
];
