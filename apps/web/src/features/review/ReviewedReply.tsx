import { useId, useMemo, useState } from "react";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { markedRuns } from "../../base/marked-text.ts";
import { fullTime } from "../../base/times.ts";
import { TextDiff } from "../../editor/compare/TextDiff.tsx";
import { FindingList } from "./FindingList.tsx";
import { ReplyFacts } from "./ReplyFacts.tsx";
import { type Earlier, earlierTexts, type Snapshot, type Weighed, weighed } from "./snapshot.ts";
import "./reviewed-reply.css";

interface ReplyProps {
  readonly snapshot: Snapshot;
  /** What the reviewer had on screen before this. */
  readonly before: Snapshot | null;
}

/** The exact words that would go, what the rules say of them, and where they come from. */
export function ReviewedReply({ snapshot, before }: ReplyProps) {
  const t = useWords();
  const { draft } = snapshot;
  const findings = useMemo(() => weighed(draft), [draft]);
  const texts = useTexts(snapshot, before);
  const [chosen, choose] = useState<string | null>(null);
  const against = texts.find(({ id }) => id === (chosen ?? preferred(texts)));
  const { head } = draft;
  return (
    <section
      className="reviewed"
      aria-label={t(($) => $.review.reply)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
      tabIndex={0}
    >
      <div className="reviewed__bar">
        <h3 className="reviewed__title">{t(($) => $.review.reply)}</h3>
        {head?.language && <span className="reviewed__language">{languageName(head.language)}</span>}
        {texts.length > 0 && <Against texts={texts} value={against?.id ?? ""} onChange={choose} />}
      </div>
      <div className="reviewed__paper">
        {against ? (
          <TextDiff before={against.text} after={head?.body ?? ""} language={head?.language ?? "und"} />
        ) : (
          <ReplyText body={head?.body ?? ""} language={head?.language ?? null} findings={findings} />
        )}
      </div>
      <FindingList snapshot={snapshot} findings={findings} />
      <ReplyFacts snapshot={snapshot} />
    </section>
  );
}

/** What was sent back is what one wants to compare with; what one had just been reading still more. */
const preferred = (texts: readonly Earlier[]): string | null =>
  texts.find(({ kind }) => kind === "sent_back")?.id ?? null;

function useTexts({ draft }: Snapshot, before: Snapshot | null): readonly Earlier[] {
  return useMemo(() => {
    const seen = before?.draft.head;
    const texts = earlierTexts(draft);
    if (!seen || seen.id === draft.head?.id) return texts;
    const own: Earlier = {
      ...seen,
      kind: "sent_back",
      text: seen.body,
      name: String(seen.n),
      by: null,
      at: null,
    };
    return [own, ...texts.filter(({ id }) => id !== seen.id)];
  }, [draft, before]);
}

interface AgainstProps {
  readonly texts: readonly Earlier[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Against({ texts, value, onChange }: AgainstProps) {
  const t = useWords();
  const id = useId();
  const { language } = words.get();
  const nameOf = ({ kind, name, by, at }: Earlier) =>
    kind === "revision"
      ? t(($) => $.review.compare.revision, {
          name,
          by: by ?? "",
          time: at ? fullTime(Date.parse(at), language) : "",
        })
      : t(($) => $.review.compare[kind], { name });
  return (
    <div className="reviewed__against">
      <label htmlFor={id}>{t(($) => $.review.compare.label)}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(($) => $.review.compare.nothing)}</option>
        {texts.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps {
  readonly body: string;
  readonly language: string | null;
  readonly findings: readonly Weighed[];
}

/** The words themselves, underlined where a rule fired. */
function ReplyText({ body, language, findings }: TextProps) {
  const t = useWords();
  const runs = useMemo(
    () =>
      markedRuns(
        body,
        findings.filter(({ since }) => since !== "asked"),
      ),
    [body, findings],
  );
  return (
    <p className="reviewed__text" dir="auto" {...(language ? { lang: language } : {})}>
      {runs.map(({ start, text, severity }) =>
        severity ? (
          <mark key={start} className={`reviewed__mark reviewed__mark--${severity}`}>
            <span className="unseen"> [{t(($) => $.review.severity[severity])}: </span>
            {text}
            <span className="unseen">] </span>
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  );
}
