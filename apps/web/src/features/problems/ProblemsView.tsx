import { useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Icon } from "../../ui/Icon.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench } from "../../workbench/context.ts";
import { fold } from "../../workbench/palette/score.ts";
import type { Problem, ProblemGroup } from "../../workbench/problems.ts";
import "./problems-view.css";

const order = ["error", "warning", "info"] as const;

/** All problems, text by text, the worst first; choosing one goes to its place. */
export function ProblemsView() {
  const t = useWords();
  const { problems } = useWorkbench();
  const [query, setQuery] = useState("");
  const groups = [...useStore(problems.groups)]
    .map(([key, group]) => ({ key, ...filtered(group, query) }))
    .filter((group) => group.problems.length > 0);
  const roving = useRovingFocus("vertical");
  return (
    <div className="problems">
      <div className="problems__search">
        <span className="problems__sum">
          {t(($) => $.problems.sum, { count: groups.reduce((sum, group) => sum + group.problems.length, 0) })}
        </span>
        <SearchField label={t(($) => $.problems.search)} value={query} onChange={setQuery} />
      </div>
      {groups.length === 0 ? (
        <p className="problems__none">{query ? t(($) => $.problems.nothing) : t(($) => $.problems.none)}</p>
      ) : (
        <div className="problems__groups" {...roving}>
          {groups.map((group) => (
            <Group key={group.key} group={group} />
          ))}
        </div>
      )}
    </div>
  );
}

function filtered(group: ProblemGroup, query: string): ProblemGroup {
  const fits = ({ message, source = "" }: Problem) => fold(`${message} ${source}`).includes(fold(query));
  const sorted = group.problems
    .filter(fits)
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return { ...group, problems: sorted };
}

function Group({ group }: { readonly group: ProblemGroup }) {
  return (
    <section className="problems__group" aria-label={group.title}>
      <h3 className="problems__title">
        <Icon name="comment-draft" />
        <bdi>{group.title}</bdi>
        {group.detail && <span className="problems__detail">{group.detail}</span>}
        <span className="problems__count">{group.problems.length}</span>
      </h3>
      <ul>
        {group.problems.map((problem) => (
          <li key={problem.id}>
            <Line problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ problem }: { readonly problem: Problem }) {
  const t = useWords();
  const { severity, message, source, settled } = problem;
  return (
    <button
      type="button"
      className={`problems__one problems__one--${settled === undefined ? severity : "settled"}`}
      onClick={problem.show}
    >
      <Icon name={settled === undefined ? severity : "check"} />
      <span className="unseen">{t(($) => $.problems.severity[severity])}: </span>
      <bdi className="problems__message">{message}</bdi>
      {settled !== undefined && <span className="problems__source">{settled}</span>}
      {source && (
        <span className="problems__source" dir="ltr">
          {source}
        </span>
      )}
    </button>
  );
}
