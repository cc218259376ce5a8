import { useWords } from "../../base/i18n.ts";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import { keyLabel } from "../keys/labels.ts";
import "./page.css";
import "./accessibility-help.css";

/** How to work with the keyboard and with a screen reader, as text. */
export function AccessibilityHelp() {
  const t = useWords();
  const workbench = useWorkbench();
  const key = (id: string) => keyLabel(workbench.keysOf(id) ?? "f1", t);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else that the keyboard could reach
    <article className="page page--scroll accessibility-help" tabIndex={0}>
      <h2 className="page__title">{t(($) => $.workbench.accessibility.title)}</h2>
      <p>
        {t(($) => $.workbench.accessibility.parts, {
          next: key("workbench.nextPart"),
          previous: key("workbench.previousPart"),
        })}
      </p>
      <p>{t(($) => $.workbench.accessibility.palette, { key: key("workbench.showCommands") })}</p>
      <p>{t(($) => $.workbench.accessibility.arrows)}</p>
      <p>{t(($) => $.workbench.accessibility.tabs, { key: key("workbench.closeEditor") })}</p>
      <p>{t(($) => $.workbench.accessibility.text)}</p>
      <p>{t(($) => $.workbench.accessibility.announcements)}</p>
      <p>{t(($) => $.workbench.accessibility.themes, { key: key("workbench.pickTheme") })}</p>
      <h3 className="page__heading">{t(($) => $.workbench.accessibility.allKeys)}</h3>
      <KeyList />
    </article>
  );
}

function KeyList() {
  const t = useWords();
  const workbench = useWorkbench();
  const commands = useContributed(workbench.contributions, "commands");
  return (
    <dl className="accessibility-help__keys">
      {commands.flatMap(({ id, title, internal }) => {
        const keys = workbench.keysOf(id);
        return keys && !internal
          ? [
              <div key={id}>
                <dt>{t(title)}</dt>
                <dd>
                  <kbd>{keyLabel(keys, t)}</kbd>
                </dd>
              </div>,
            ]
          : [];
      })}
    </dl>
  );
}
