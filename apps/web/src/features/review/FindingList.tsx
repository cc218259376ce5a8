import { evidenceWords, findingTitle, findingWhy } from "../../base/finding-words.ts";
import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { overrideReason } from "./override-reason.ts";
import type { Snapshot, Weighed } from "./snapshot.ts";
import "../../ui/verdict.css";
import "./finding-list.css";

interface ListProps {
  readonly snapshot: Snapshot;
  readonly findings: readonly Weighed[];
}

/** What the rules found when the reply was asked about and what they find now, with what was decided about it. */
export function FindingList({ snapshot, findings }: ListProps) {
  const t = useWords();
  const body = snapshot.draft.head?.body ?? "";
  const author = snapshot.draft.check?.author?.name ?? "";
  return (
    <section className="findings" aria-label={t(($) => $.review.findings)}>
      <h4 className="findings__title">
        {t(($) => $.review.findings)}
        <span className="findings__count">{findings.length}</span>
      </h4>
      {findings.length === 0 ? (
        <p className="verdicts__none">
          <Icon name="pass" />
          {t(($) => $.review.noFindings)}
        </p>
      ) : (
        <ul className="findings__list">
          {findings.map((finding) => (
            <li key={finding.id}>
              <One finding={finding} body={body} author={author} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface OneProps {
  readonly finding: Weighed;
  readonly body: string;
  readonly author: string;
}

function One({ finding, body, author }: OneProps) {
  const t = useWords();
  const { severity, since, override, start, end, rule, pack } = finding;
  const quote = body.slice(start, end);
  const spoken = { ...finding, args: finding.args ?? { term: quote } };
  const why = [findingWhy(spoken), ...finding.why.map(evidenceWords)].filter((text) => text !== null);
  return (
    <article className={`verdict verdict--${severity} finding`} data-since={since}>
      <Icon name={severity} />
      <div className="verdict__body">
        <p className="verdict__title">
          <span className="unseen">{t(($) => $.review.severity[severity])}: </span>
          {findingTitle(spoken)}
          {since !== "both" && <span className="finding__since">{t(($) => $.review.since[since])}</span>}
        </p>
        {quote && quote.length < body.length && (
          <p className="verdict__quote" dir="auto">
            {quote}
          </p>
        )}
        <p className="finding__why">{why.join(" ")}</p>
        {override && <Overridden override={override} author={author} />}
        <p className="finding__rule" dir="ltr">
          {rule}
          {pack && ` · ${pack}`}
        </p>
      </div>
    </article>
  );
}

function Overridden({
  override,
  author,
}: {
  readonly override: NonNullable<Weighed["override"]>;
  readonly author: string;
}) {
  const t = useWords();
  return (
    <p className="finding__override">
      <Icon name="check" />
      <span>
        {t(($) => $.review.overridden, { name: author, reason: overrideReason(override.reasonCode, t) })}
        {override.text && (
          <bdi className="finding__reason" dir="auto">
            {override.text}
          </bdi>
        )}
      </span>
    </p>
  );
}
