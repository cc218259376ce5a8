import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import { keyLabel } from "../keys/labels.ts";
import { useViews } from "../parts/use-views.ts";
import "./page.css";
import "./welcome.css";

const preferences = [
  "workbench.pickTheme",
  "workbench.pickLanguage",
  "workbench.openShortcuts",
  "workbench.accessibilityHelp",
];

/** Where to begin: the views there are, and what one may want to set first. */
export function Welcome() {
  const t = useWords();
  const views = useViews("sideBar");
  const workbench = useWorkbench();
  return (
    <div className="page">
      <header className="welcome__head">
        <img src="/parley.svg" alt="" className="welcome__mark" />
        <div>
          <h2 className="welcome__title">{t(($) => $.workbench.welcome.heading)}</h2>
          <p className="page__lead">{t(($) => $.workbench.welcome.lead)}</p>
        </div>
      </header>
      <div className="welcome__columns">
        {views.length > 0 && (
          <section className="welcome__column">
            <h3 className="page__heading">{t(($) => $.workbench.welcome.work)}</h3>
            {views.map((view) => (
              <button
                key={view.id}
                type="button"
                className="welcome__link"
                onClick={() => workbench.showView(view.id)}
              >
                <Icon name={view.icon} />
                <span>{t(view.title)}</span>
              </button>
            ))}
          </section>
        )}
        <section className="welcome__column">
          <h3 className="page__heading">{t(($) => $.workbench.welcome.yours)}</h3>
          {preferences.map((id) => (
            <CommandLink key={id} id={id} />
          ))}
        </section>
      </div>
      <p className="page__lead">
        {t(($) => $.workbench.welcome.keysHint, {
          key: keyLabel(workbench.keysOf("workbench.showCommands") ?? "f1", t),
        })}
      </p>
    </div>
  );
}

function CommandLink({ id }: { readonly id: string }) {
  const t = useWords();
  const workbench = useWorkbench();
  const command = useContributed(workbench.contributions, "commands").find((other) => other.id === id);
  if (!command) return null;
  const keys = workbench.keysOf(id);
  return (
    <button type="button" className="welcome__link" onClick={() => workbench.run(id)}>
      <Icon name={command.icon ?? "question"} />
      <span>{t(command.title)}</span>
      {keys && <kbd>{keyLabel(keys, t)}</kbd>}
    </button>
  );
}
