import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWorkbench } from "../context.ts";
import type { Command } from "../contribution.ts";
import { type Binding, sharing } from "../keys/bindings.ts";
import { keyLabel } from "../keys/labels.ts";
import { parseKeys, strokesOf } from "../keys/stroke.ts";

interface RecordKeysProps {
  readonly command: Command;
  readonly onDone: () => void;
}

/** Press the keys that a command is to have: one stroke, or two for a chord. Enter takes them, Escape leaves. */
export function RecordKeys({ command, onDone }: RecordKeysProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { strokes, refused, onKeyDown } = useRecording({ onEnter: () => save(), onEscape: onDone });
  const keys = strokes.join(" ");
  const rivals = useRivals(command, keys);
  const save = () => {
    if (keys) workbench.userKeys.update((all) => ({ ...all, [command.id]: [keys] }));
    onDone();
  };
  return (
    <Dialog
      title={t(($) => $.workbench.shortcuts.recordTitle, { command: t(command.title) })}
      onClose={onDone}
    >
      <p>{t(($) => $.workbench.shortcuts.recordText)}</p>
      <Recorder
        text={keys ? keyLabel(keys, t) : t(($) => $.workbench.shortcuts.press)}
        onKeyDown={onKeyDown}
      />
      <p className="shortcuts__rival" role="status">
        {refused && t(($) => $.workbench.shortcuts.refused)}
        {rivals && t(($) => $.workbench.shortcuts.sharedWith, { command: rivals })}
      </p>
      <div className="dialog__actions">
        <Button onClick={onDone}>{t(($) => $.workbench.cancel)}</Button>
        <Button look="primary" onClick={save} disabled={!keys}>
          {t(($) => $.workbench.shortcuts.take)}
        </Button>
      </div>
    </Dialog>
  );
}

function Recorder({
  text,
  onKeyDown,
}: {
  readonly text: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useWords();
  const { keyboard } = useWorkbench();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    keyboard.suspended = true;
    return () => {
      keyboard.suspended = false;
    };
  }, [keyboard]);
  return (
    <input
      ref={box}
      className="field shortcuts__recorder"
      readOnly
      value={text}
      aria-label={t(($) => $.workbench.shortcuts.press)}
      onKeyDown={onKeyDown}
    />
  );
}

interface Ends {
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/** Collects strokes; a third one begins anew. Tab still moves on, or the dialog would be a trap. */
function useRecording({ onEnter, onEscape }: Ends) {
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") return onEnter();
    if (event.key === "Escape") return onEscape();
    const stroke = strokesOf(event.nativeEvent).at(-1);
    const altGr = event.ctrlKey && event.altKey;
    setRefused(altGr);
    if (stroke && !altGr) setStrokes((before) => (before.length === 2 ? [stroke] : [...before, stroke]));
    return undefined;
  };
  return { strokes, refused, onKeyDown };
}

/** Names of the commands that have these keys already. */
function useRivals(command: Command, keys: string): string {
  const t = useWords();
  const workbench = useWorkbench();
  if (!keys) return "";
  const wanted: Binding = {
    command: command.id,
    keys,
    strokes: parseKeys(keys),
    when: command.when,
    byUser: true,
  };
  return sharing(workbench.bindings(), wanted)
    .map((id) => t(workbench.command(id).title))
    .join(", ");
}
