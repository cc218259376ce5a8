import { useId } from "react";
import { wordsOfError } from "../../../base/error-words.ts";
import { findingTitle } from "../../../base/finding-words.ts";
import { useWords, words } from "../../../base/i18n.ts";
import { ruleName } from "../../../base/rule-names.ts";
import { useSelected, useStore } from "../../../base/store.ts";
import { fullTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import {
  type Difference,
  type DryRunResult,
  type DryRunState,
  differencesOf,
  reaches,
} from "../pack/dry-run.ts";
import type { OpenPack } from "../pack/open-pack.ts";
import { MarkedText } from "./MarkedText.tsx";
import "./dry-run.css";

/** What the text as it stands would have said about the last replies. */
export function DryRun({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const workbench = useWorkbench();
  const id = useId();
  const state = useStore(pack.dryRun.state);
  const source = useSelected(pack.state, (one) => one.source);
  return (
    <div className="dry-run">
      <div className="dry-run__ask">
        <div className="dry-run__reach">
          <label htmlFor={id}>{t(($) => $.pack.dryRun.reach)}</label>
          <select
            id={id}
            className="select"
            value={state.last}
            onChange={(event) => pack.dryRun.lookBackOn(Number(event.target.value))}
          >
            {reaches.map((reach) => (
              <option key={reach} value={reach}>
                {t(($) => $.pack.dryRun.lastReplies, { count: reach })}
              </option>
            ))}
          </select>
        </div>
        <Button
          icon="play"
          look={state.result && state.source === source ? "plain" : "primary"}
          disabled={state.status === "running"}
          onClick={() => void workbench.run("policy.dryRun")}
        >
          {t(($) => $.policy.commands.dryRun)}
        </Button>
      </div>
      <Outcome pack={pack} state={state} isOld={state.source !== source} />
    </div>
  );
}

interface OutcomeProps {
  readonly pack: OpenPack;
  readonly state: DryRunState;
  readonly isOld: boolean;
}

function Outcome({ pack, state, isOld }: OutcomeProps) {
  const t = useWords();
  const { status, error, result } = state;
  if (status === "running")
    return (
      <p className="side__note" role="status">
        {t(($) => $.pack.dryRun.running)}
      </p>
    );
  if (status === "failed")
    return (
      <p className="side__note side__bad" role="alert">
        {wordsOfError(error)}
      </p>
    );
  if (!result) return <p className="side__note">{t(($) => $.pack.dryRun.explained)}</p>;
  return (
    <div className="dry-run__outcome" data-old={isOld}>
      {isOld && (
        <p className="dry-run__old" role="status">
          <Icon name="warning" /> {t(($) => $.pack.dryRun.old)}
        </p>
      )}
      <p className="dry-run__sum" role="status">
        {result.replies === 0
          ? t(($) => $.pack.dryRun.noReplies)
          : t(($) => $.pack.dryRun.changed, { count: result.changed, total: result.replies })}
      </p>
      <RuleTable result={result} />
      <ul className="dry-run__examples">
        {result.examples.map((example) => (
          <li key={example.message.id}>
            <Example example={example} pack={pack} />
          </li>
        ))}
      </ul>
      {result.changed > result.examples.length && (
        <p className="side__note">
          {t(($) => $.pack.dryRun.more, { count: result.changed - result.examples.length })}
        </p>
      )}
    </div>
  );
}

/** How often each rule fires, now and with the new text; rules that fire as often as before are left out. */
function RuleTable({ result }: { readonly result: DryRunResult }) {
  const t = useWords();
  const { language } = words.get();
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  const rows = result.rules.filter(({ before, after }) => before !== after);
  if (rows.length === 0) return null;
  return (
    <table className="dry-run__rules">
      <thead>
        <tr>
          <th scope="col">{t(($) => $.pack.dryRun.rule)}</th>
          <th scope="col">{t(($) => $.pack.dryRun.now)}</th>
          <th scope="col">{t(($) => $.pack.dryRun.then)}</th>
          <th scope="col">{t(($) => $.pack.dryRun.difference)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rule, before, after }) => (
          <tr key={rule}>
            <th scope="row">
              {ruleName(rule, t)}
              {ruleName(rule, t) !== rule && <code>{rule}</code>}
            </th>
            <td>{before}</td>
            <td>{after}</td>
            <td className={after > before ? "dry-run__more" : "dry-run__less"}>
              {signed.format(after - before)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ExampleProps {
  readonly example: DryRunResult["examples"][number];
  readonly pack: OpenPack;
}

function Example({ example }: ExampleProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { message, conversationId } = example;
  const differences = differencesOf(example);
  const spans = differences.map(({ finding, kind }, index) => ({
    id: `${index}`,
    start: finding.start,
    end: finding.end,
    severity: kind === "vanished" ? ("info" as const) : severityOf(finding.severity),
  }));
  const at = Date.parse(message.at);
  return (
    <article className="dry-run__example">
      <p className="dry-run__text">
        <MarkedText text={message.body} spans={spans} language={message.language} />
      </p>
      <ul className="dry-run__differences">
        {differences.map((difference) => (
          <li key={`${difference.kind} ${difference.finding.rule} ${difference.finding.start}`}>
            <Told difference={difference} />
          </li>
        ))}
      </ul>
      <p className="dry-run__facts">
        <time dateTime={message.at}>{fullTime(at, words.get().language)}</time>
        <Button
          look="quiet"
          icon="comment-discussion"
          onClick={() => workbench.editors.show(`conversation:${conversationId}`, { toSide: true })}
        >
          {t(($) => $.pack.dryRun.open)}
        </Button>
      </p>
    </article>
  );
}

const icons = { appeared: "add", vanished: "remove", severity: "arrow-swap" } as const;

function Told({ difference: { kind, finding, before } }: { readonly difference: Difference }) {
  const t = useWords();
  const severity = t(($) => $.pack.severity[severityOf(finding.severity)]);
  const title = findingTitle(finding);
  return (
    <span className={`dry-run__difference dry-run__difference--${kind}`}>
      <Icon name={icons[kind]} />
      <span>
        {kind === "severity"
          ? t(($) => $.pack.dryRun.severity, {
              title,
              before: t(($) => $.pack.severity[severityOf(before ?? "")]),
              after: severity,
            })
          : t(($) => $.pack.dryRun[kind], { title, severity })}{" "}
        <code>{finding.rule}</code>
      </span>
    </span>
  );
}

const severityOf = (severity: string): "error" | "warning" | "info" =>
  severity === "error" || severity === "warning" ? severity : "info";
