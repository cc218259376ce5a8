import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { checkSays } from "../finding-words.ts";
import { tickWithReason } from "../variant/ask.ts";
import { showInBlock, viewOf } from "../variant/block-views.ts";
import { mayTick } from "../variant/may-tick.ts";
import { newest } from "../variant/opened.ts";
import { checkOf, type VariantFinding } from "../variant/variant-check.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import "../../../ui/verdict.css";
import "./check-list.css";

const order = ["error", "warning", "info"] as const;

/** What the checks say of the text, the worst first, with what can be done about it. */
export function CheckList(props: WordedProps) {
  const t = useWords();
  const { findings, sure } = useStore(checkOf(props.open).state);
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (findings.length === 0)
    return (
      <p className="verdicts__none" role="status">
        <Icon name={sure ? "pass" : "loading"} />
        {sure ? t(($) => $.localisation.checks.none) : t(($) => $.localisation.checks.looking)}
      </p>
    );
  return (
    <ul className="checks" aria-label={t(($) => $.localisation.inspector.checks)}>
      {sorted.map((finding) => (
        <li key={finding.id}>
          <One {...props} finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function One({ open, opened, words, may, finding }: WordedProps & { readonly finding: VariantFinding }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { severity, block, start, end, code, check } = finding;
  const tick = newest(opened)?.ticks.find(({ findingId }) => findingId === finding.id);
  const draft = words.blocks[block];
  const quote = draft?.block.kind === "own" ? draft.block.text.slice(start, end) : "";
  return (
    <article className={`verdict ${tick ? "check--ticked" : `verdict--${severity}`}`}>
      <Icon name={tick ? "check" : severity} />
      <div className="verdict__body">
        <p className="verdict__title">
          <span className="unseen">{t(($) => $.localisation.severity[severity])}: </span>
          {checkSays(finding)}
        </p>
        {quote && (
          <p className="verdict__quote" dir="auto">
            {quote}
          </p>
        )}
        {tick && (
          <p className="check__tick">
            {t(($) => $.localisation.checks.ticked, { name: tick.author?.name ?? "" })}{" "}
            <bdi dir="auto">{tick.reason}</bdi>
          </p>
        )}
        <p className="check__rule">
          {block >= 0 && <span>{t(($) => $.localisation.checks.inPart, { n: block + 1 })}</span>}
          <code dir="ltr">
            {check} {code}
          </code>
        </p>
        <div className="check__actions">
          {may.write && <Fixes open={open} finding={finding} />}
          {block >= 0 && (
            <Button look="quiet" onClick={() => showInBlock(open, finding)}>
              {t(($) => $.localisation.checks.show)}
            </Button>
          )}
          {mayTick(open, finding, workbench) && (
            <Button
              look="quiet"
              icon="check"
              onClick={() =>
                void tickWithReason(open, finding, workbench).catch((error) => workbench.fail(error))
              }
            >
              {t(($) => $.localisation.checks.accept)}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}

function Fixes({ open, finding }: { readonly open: WordedProps["open"]; readonly finding: VariantFinding }) {
  const key = open.state.get().words?.blocks[finding.block]?.key;
  if (key === undefined) return null;
  return finding.fixes.map((fix) => (
    <Button
      key={fix.title + JSON.stringify(fix.args)}
      icon="lightbulb-autofix"
      onClick={() => {
        const view = viewOf(open, key);
        const changes = fix.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
        // The places are those of the text that was checked; what was typed since asks the checks again.
        if (view && changes.every(({ to }) => to <= view.state.doc.length))
          view.dispatch({ changes, userEvent: "input.fix" });
        view?.focus();
      }}
    >
      {checkSays({ message: fix.title, args: fix.args })}
    </Button>
  ));
}
