import { useMemo } from "react";
import { useWords } from "../../base/i18n.ts";
import { directionOf } from "../../base/languages.ts";
import { diffTokens } from "./token-diff.ts";
import "./text-diff.css";

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
  /** The language of the texts: its words are compared. */
  readonly language: string;
}

/** What changed between two texts, to be read: by eye, by a screen reader, on paper. */
export function TextDiff({ before, after, language }: TextDiffProps) {
  const t = useWords();
  const runs = useMemo(() => diffTokens(before, after, language), [before, after, language]);
  const unchanged = runs.every(({ kind }) => kind === "same");
  return (
    <div className="text-diff" lang={language} dir={directionOf(language)}>
      {unchanged && <p className="unseen">{t(($) => $.editor.diff.unchanged)}</p>}
      <p className="text-diff__text">
        {runs.map(({ kind, text }, index) => {
          const key = `${index}-${kind}`;
          if (kind === "deleted")
            return <Change key={key} as="del" text={text} label={t(($) => $.editor.diff.deleted)} />;
          if (kind === "inserted")
            return <Change key={key} as="ins" text={text} label={t(($) => $.editor.diff.inserted)} />;
          return <span key={key}>{text}</span>;
        })}
      </p>
    </div>
  );
}

/** Screen readers often pass over `del` and `ins` in silence, so the change is also said. */
function Change({
  as: Mark,
  text,
  label,
}: {
  readonly as: "del" | "ins";
  readonly text: string;
  readonly label: string;
}) {
  return (
    <Mark className={`text-diff__${Mark}`}>
      <span className="unseen"> [{label}: </span>
      {text}
      <span className="unseen">] </span>
    </Mark>
  );
}
