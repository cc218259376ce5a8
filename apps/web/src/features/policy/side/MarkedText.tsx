import { useMemo } from "react";
import { useWords } from "../../../base/i18n.ts";
import { markedRuns, type Span } from "../../../base/marked-text.ts";
import "./marked-text.css";

interface MarkedProps {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly language?: string | null;
}

/** A text, underlined where a rule fires: by the kind of line, by colour, and in words for a screen reader. */
export function MarkedText({ text, spans, language }: MarkedProps) {
  const t = useWords();
  const runs = useMemo(() => markedRuns(text, spans), [text, spans]);
  return (
    <span className="marked" dir="auto" {...(language && language !== "*" ? { lang: language } : {})}>
      {runs.map(({ start, text: run, severity }) =>
        severity ? (
          <mark key={start} className={`marked__hit marked__hit--${severity}`}>
            <span className="unseen"> [{t(($) => $.pack.severity[severity])}: </span>
            {run}
            <span className="unseen">] </span>
          </mark>
        ) : (
          <span key={start}>{run}</span>
        ),
      )}
    </span>
  );
}
