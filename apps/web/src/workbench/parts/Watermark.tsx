import { useWords } from "../../base/i18n.ts";
import { useWorkbench } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";

const shown = [
  "workbench.showCommands",
  "workbench.quickOpen",
  "workbench.toggleSideBar",
  "workbench.openShortcuts",
];

/** What an empty editor area says: a few commands and their keys. */
export function Watermark() {
  const t = useWords();
  const workbench = useWorkbench();
  const known = new Set(
    workbench.contributions.get().flatMap(({ commands }) => (commands ?? []).map(({ id }) => id)),
  );
  return (
    <div className="watermark">
      <svg className="watermark__mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M5 4h15a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5h-7l-6 5v-5H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Z" />
        <path d="M27 12.5a3 3 0 0 1 3 3V22a3 3 0 0 1-3 3h-1v4.5L20.5 25H16a3 3 0 0 1-2.6-1.5h6.1a7.5 7.5 0 0 0 7.5-7.5Z" />
      </svg>
      <ul className="watermark__keys">
        {shown
          .filter((id) => known.has(id))
          .map((id) => (
            <li key={id}>
              <button type="button" className="watermark__command" onClick={() => workbench.run(id)}>
                <span>{t(workbench.command(id).title)}</span>
                <kbd>{keyLabel(workbench.keysOf(id) ?? "f1", t)}</kbd>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
