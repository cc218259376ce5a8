import { useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { TextDiff } from "../../../editor/compare/TextDiff.tsx";
import { liveRevision, newest, type Revision, stalenessOf } from "../variant/opened.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import { blocksOf } from "../variant/words.ts";
import { comparedParts } from "./compared-parts.ts";
import "./changes.css";

/** What moved in the source, and what this text says otherwise than another revision. */
export function Changes(props: WordedProps) {
  const { opened } = props;
  return (
    <div className="changes">
      {stalenessOf(newest(opened), opened.source) !== "current" && <SourceChange {...props} />}
      <TextChange {...props} />
    </div>
  );
}

/** From the source this was made from to the source as it is. */
function SourceChange({ opened }: WordedProps) {
  const t = useWords();
  const before = newest(opened)?.madeFrom;
  const { source, template } = opened;
  if (!before || !source) return null;
  return (
    <section className="changes__one">
      <h4 className="changes__title">
        {t(($) => $.localisation.changes.source, { from: before.n, to: source.n })}
      </h4>
      <Parts
        parts={comparedParts(blocksOf(before.blocks), blocksOf(source.blocks))}
        language={template?.sourceLocale ?? "en"}
      />
    </section>
  );
}

/** This text beside the live one, or any other of its revisions. */
function TextChange({ open, opened, words }: WordedProps) {
  const t = useWords();
  const [wanted, setWanted] = useState<string | null>(null);
  const head = newest(opened);
  const live = liveRevision(opened);
  const revisions = opened.variant?.revisions ?? [];
  const parent = revisions.find(({ id }) => id === head?.parentId) ?? null;
  const usual = live && live.id !== head?.id ? live : (parent ?? head);
  const base = revisions.find(({ id }) => id === wanted) ?? usual;
  if (!base) return <p className="changes__none">{t(($) => $.localisation.changes.nothing)}</p>;
  const parts = comparedParts(
    blocksOf(base.blocks),
    words.blocks.map(({ block }) => block),
  );
  return (
    <section className="changes__one">
      <h4 className="changes__title">
        <label>
          {t(($) => $.localisation.changes.with)}{" "}
          <select className="select" value={base.id} onChange={(event) => setWanted(event.target.value)}>
            {revisions.map((revision) => (
              <option key={revision.id} value={revision.id}>
                {nameOf(revision, live, t)}
              </option>
            ))}
          </select>
        </label>
      </h4>
      <Parts parts={parts} language={open.address.locale} />
    </section>
  );
}

function nameOf({ id, n }: Revision, live: Revision | null, t: ReturnType<typeof useWords>): string {
  return id === live?.id
    ? t(($) => $.localisation.changes.liveRevision, { n })
    : t(($) => $.localisation.changes.revision, { n });
}

function Parts({
  parts,
  language,
}: {
  readonly parts: ReturnType<typeof comparedParts>;
  readonly language: string;
}) {
  const t = useWords();
  const changed = parts.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return <p className="changes__none">{t(($) => $.localisation.changes.same)}</p>;
  return changed.map(({ n, key, before, after }) => (
    <div key={key} className="changes__part">
      <span className="changes__n">{t(($) => $.localisation.checks.inPart, { n })}</span>
      <TextDiff before={before} after={after} language={language} />
    </div>
  ));
}
