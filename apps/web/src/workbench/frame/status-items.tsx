import { useEffect } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useWorkbench } from "../context.ts";
import { strokeLabel } from "../keys/labels.ts";
import { StatusButton } from "../parts/StatusButton.tsx";
import type { StatusItem } from "../pieces.ts";

function Bell() {
  const t = useWords();
  const { notices } = useWorkbench();
  const count = useStore(notices.all).length;
  const quiet = useStore(notices.doNotDisturb);
  const label = t(($) => $.workbench.notifications.count, { count });
  return (
    <StatusButton
      icon={quiet ? "bell-slash" : count > 0 ? "bell-dot" : "bell"}
      label={label}
      command="workbench.showNotifications"
    />
  );
}

/** Says that a chord has begun, or that one means nothing. */
function ChordState() {
  const t = useWords();
  const workbench = useWorkbench();
  const chord = useStore(workbench.keyboard.chord);
  const text = !chord
    ? ""
    : chord.kind === "waiting"
      ? t(($) => $.workbench.chord.waiting, { first: strokeLabel(chord.first, t) })
      : t(($) => $.workbench.chord.unknown, {
          first: strokeLabel(chord.first, t),
          second: strokeLabel(chord.second, t),
        });
  useEffect(() => {
    if (text) workbench.announce(text);
  }, [text, workbench]);
  return text ? <StatusButton label={text}>{text}</StatusButton> : null;
}

function ProgressState() {
  const { progress } = useWorkbench();
  const tasks = useStore(progress.tasks);
  const last = tasks.at(-1);
  return last ? (
    <StatusButton icon="loading" label={last.text}>
      {last.text}
    </StatusButton>
  ) : null;
}

export const frameStatusItems: readonly StatusItem[] = [
  { id: "workbench.progress", side: "left", order: 80, Item: ProgressState },
  { id: "workbench.chord", side: "left", order: 90, Item: ChordState },
  { id: "workbench.bell", side: "right", order: 900, Item: Bell },
];
