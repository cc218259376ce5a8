import { useWords, words } from "../../../base/i18n.ts";
import { ruleName } from "../../../base/rule-names.ts";
import { useStore } from "../../../base/store.ts";
import { fullTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import type { OpenPack } from "../pack/open-pack.ts";
import { policies, type RuleReports } from "../policies.ts";
import { addExample } from "../text/add-example.ts";
import { trial } from "./trial.ts";
import "./reports.css";

/** Findings of this pack's rules that members called wrong, with the sentences. */
export function Reports({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const { reports } = useStore(policies);
  const judged = useStore(pack.judged);
  const rules = new Set(judged?.rules?.map(({ id }) => id));
  const own = (reports.get(pack.brandId) ?? []).filter(({ rule }) => rules.has(rule));
  if (own.length === 0) return <p className="side__note">{t(($) => $.pack.reports.none)}</p>;
  return (
    <div className="reports">
      <p className="reports__hint">{t(($) => $.pack.reports.explained)}</p>
      {own.map((about) => (
        <RuleReported key={about.rule} pack={pack} about={about} />
      ))}
    </div>
  );
}

function RuleReported({ pack, about }: { readonly pack: OpenPack; readonly about: RuleReports }) {
  const t = useWords();
  const { rule, count, newest } = about;
  return (
    <section aria-label={rule}>
      <h3 className="reports__rule">
        <span>{ruleName(rule, t)}</span>
        <span className="reports__count">{t(($) => $.pack.reports.count, { count })}</span>
      </h3>
      <ul className="reports__list">
        {newest.map((report) => (
          <li key={report.id} className="report">
            <p className="report__sentence" dir="auto">
              {report.sentence}
            </p>
            {report.note && (
              <p className="report__note" dir="auto">
                {report.note}
              </p>
            )}
            <p className="report__facts">
              <time dateTime={report.createdAt}>
                {fullTime(Date.parse(report.createdAt), words.get().language)}
              </time>
              <code>{report.pack}</code>
            </p>
            <div className="report__actions">
              <Button icon="play" look="quiet" onClick={() => tryReported(pack, report.sentence)}>
                {t(($) => $.pack.reports.tryIt)}
              </Button>
              {!pack.builtIn && (
                <Button icon="add" look="quiet" onClick={() => addReported(pack, rule, report.sentence)}>
                  {t(($) => $.pack.reports.addExample)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tryReported(pack: OpenPack, text: string): void {
  trial.update((before) => ({ ...before, text, language: null }));
  pack.side.set("try");
}

/** What a rule should have been silent about becomes an example: publishing is refused until it is. */
function addReported(pack: OpenPack, rule: string, text: string): void {
  const added = addExample(pack.state.get().source, { rule, list: "noMatch", text });
  if (!added) return;
  pack.write(added.source);
  pack.reveal(added.line);
}
