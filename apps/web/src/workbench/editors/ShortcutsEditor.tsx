import { useMemo, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useWorkbench } from "../context.ts";
import type { Command } from "../contribution.ts";
import { useContributed } from "../contributions.ts";
import { type Binding, bindingsOf, sharing } from "../keys/bindings.ts";
import { keyLabel } from "../keys/labels.ts";
import { fold } from "../palette/score.ts";
import { RecordKeys } from "./RecordKeys.tsx";
import "./page.css";
import "./shortcuts-editor.css";

interface Row {
  readonly command: Command;
  readonly title: string;
  readonly bindings: readonly Binding[];
  readonly changed: boolean;
}

/** Every command with its keys: search by name or by key, record others, see what shares them, put them back. */
export function ShortcutsEditor() {
  const t = useWords();
  const workbench = useWorkbench();
  const [query, setQuery] = useState("");
  const [recording, setRecording] = useState<Command | null>(null);
  const { rows, bindings } = useRows();
  const shown = rows.filter(({ title, command, bindings: own }) =>
    fold(
      `${title} ${command.id} ${own.map(({ keys }) => `${keys} ${keyLabel(keys, t)}`).join(" ")}`,
    ).includes(fold(query)),
  );
  return (
    <div className="page page--wide">
      <h2 className="page__title">{t(($) => $.workbench.shortcuts.title)}</h2>
      <div className="shortcuts__tools">
        <SearchField label={t(($) => $.workbench.shortcuts.search)} value={query} onChange={setQuery} />
        <Button icon="discard" look="quiet" onClick={() => workbench.userKeys.set({})}>
          {t(($) => $.workbench.shortcuts.resetAll)}
        </Button>
      </div>
      <table className="shortcuts">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.workbench.shortcuts.command)}</th>
            <th scope="col">{t(($) => $.workbench.shortcuts.keys)}</th>
            <th scope="col" className="shortcuts__tools-column">
              <span className="unseen">{t(($) => $.workbench.shortcuts.change)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <ShortcutRow key={row.command.id} row={row} all={bindings} onRecord={setRecording} />
          ))}
        </tbody>
      </table>
      {recording && <RecordKeys command={recording} onDone={() => setRecording(null)} />}
    </div>
  );
}

function useRows() {
  const t = useWords();
  const workbench = useWorkbench();
  const commands = useContributed(workbench.contributions, "commands");
  const userKeys = useStore(workbench.userKeys);
  return useMemo(() => {
    const bindings = bindingsOf(commands, userKeys);
    const rows = commands
      .filter(({ internal }) => !internal)
      .map((command): Row => {
        const title = command.category ? `${t(command.category)}: ${t(command.title)}` : t(command.title);
        const own = bindings.filter((binding) => binding.command === command.id);
        return { command, title, bindings: own, changed: command.id in userKeys };
      });
    return { rows: rows.sort((a, b) => a.title.localeCompare(b.title)), bindings };
  }, [commands, userKeys, t]);
}

interface RowProps {
  readonly row: Row;
  readonly all: readonly Binding[];
  readonly onRecord: (command: Command) => void;
}

function ShortcutRow({ row, all, onRecord }: RowProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const rival = row.bindings
    .flatMap((binding) => sharing(all, binding))
    .find((id) => !workbench.command(id).internal);
  return (
    <tr data-changed={row.changed}>
      <th scope="row">
        {row.title}
        <code className="shortcuts__id" dir="ltr">
          {row.command.id}
        </code>
      </th>
      <td>
        {row.bindings.map(({ keys }) => (
          <span key={keys} className="shortcuts__keys">
            {keys.split(" ").map((stroke) => (
              <kbd key={stroke}>{keyLabel(stroke, t)}</kbd>
            ))}
          </span>
        ))}
        {rival && (
          <p className="shortcuts__rival">
            {t(($) => $.workbench.shortcuts.sharedWith, { command: t(workbench.command(rival).title) })}
          </p>
        )}
      </td>
      <td className="shortcuts__tools-column">
        <RowTools row={row} onRecord={onRecord} />
      </td>
    </tr>
  );
}

function RowTools({ row, onRecord }: { readonly row: Row; readonly onRecord: (command: Command) => void }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { id } = row.command;
  const remove = () => workbench.userKeys.update((keys) => ({ ...keys, [id]: [] }));
  const reset = () => workbench.userKeys.update(({ [id]: _, ...others }) => others);
  return (
    <div className="shortcuts__row-tools">
      <IconButton
        icon="edit"
        label={t(($) => $.workbench.shortcuts.record, { command: row.title })}
        onClick={() => onRecord(row.command)}
      />
      {row.bindings.length > 0 && (
        <IconButton
          icon="trash"
          label={t(($) => $.workbench.shortcuts.remove, { command: row.title })}
          onClick={remove}
        />
      )}
      {row.changed && (
        <IconButton
          icon="discard"
          label={t(($) => $.workbench.shortcuts.reset, { command: row.title })}
          onClick={reset}
        />
      )}
    </div>
  );
}
