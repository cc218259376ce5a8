import { useEffect, useRef, useState } from "react";
import { useWords, words } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import { timeOfDay } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { type DraftText, type Revision, textOf } from "../draft/draft-text.ts";
import "./conflict.css";

interface ConflictProps {
  readonly keeper: DraftKeeper;
  readonly mine: DraftText;
  readonly theirs: Revision;
}

/** Two people wrote at once: both texts side by side, and a choice. Nothing of either is lost whatever is chosen. */
export function Conflict({ keeper, mine, theirs }: ConflictProps) {
  const t = useWords();
  const [merging, setMerging] = useState(false);
  const merged = useRef(mine.body);
  const name = theirs.author?.name ?? "";
  const time = timeOfDay(Date.parse(theirs.createdAt), words.get().language);
  return (
    <div className="conflict" role="alertdialog" aria-label={t(($) => $.conversation.conflict.title)}>
      <p className="conflict__lead">
        <Icon name="warning" />
        <span>{t(($) => $.conversation.conflict.text, { name, time })}</span>
      </p>
      {merging ? (
        <Merge mine={mine} theirs={theirs} onChange={(text) => (merged.current = text)} />
      ) : (
        <div className="conflict__sides">
          <Side label={t(($) => $.conversation.conflict.theirs, { name })} text={textOf(theirs)} />
          <Side label={t(($) => $.conversation.conflict.mine)} text={mine} />
        </div>
      )}
      <div className="conflict__actions">
        {merging ? (
          <>
            <Button onClick={() => setMerging(false)}>{t(($) => $.workbench.cancel)}</Button>
            <Button
              look="primary"
              icon="check"
              onClick={() => keeper.settle({ ...mine, body: merged.current })}
            >
              {t(($) => $.conversation.conflict.useMerged)}
            </Button>
          </>
        ) : (
          <>
            <Button icon="git-compare" onClick={() => setMerging(true)}>
              {t(($) => $.conversation.conflict.merge)}
            </Button>
            <Button onClick={() => keeper.settle(textOf(theirs))}>
              {t(($) => $.conversation.conflict.keepTheirs)}
            </Button>
            <Button look="primary" onClick={() => keeper.settle(mine)}>
              {t(($) => $.conversation.conflict.keepMine)}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Side({ label, text: { body, language } }: { readonly label: string; readonly text: DraftText }) {
  return (
    <section className="conflict__side" aria-label={label}>
      <h3 className="conflict__label">{label}</h3>
      <p className="conflict__text" dir="auto" {...(language ? { lang: language } : {})}>
        {body}
      </p>
    </section>
  );
}

interface MergeProps {
  readonly mine: DraftText;
  readonly theirs: Revision;
  readonly onChange: (text: string) => void;
}

/** Theirs on one side, mine on the other to be written in; stretches of theirs are taken over with a click. */
function Merge({ mine, theirs, onChange }: MergeProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ mine, theirs, onChange, t });
  useEffect(() => {
    let gone = false;
    let close: () => void = () => undefined;
    void import("../../../editor/compare/editable-compare.ts").then(({ compare }) => {
      const parent = box.current;
      if (gone || !parent) return;
      const { t: say, ...texts } = latest.current;
      const language = texts.mine.language ?? texts.theirs.language ?? "";
      const view = compare({
        parent,
        before: {
          text: texts.theirs.body,
          label: say(($) => $.conversation.conflict.theirs, { name: texts.theirs.author?.name ?? "" }),
          language,
        },
        after: { text: texts.mine.body, label: say(($) => $.conversation.conflict.mine), language },
        onChange: texts.onChange,
        t: say,
      });
      close = () => view.destroy();
    });
    return () => {
      gone = true;
      close();
    };
  }, []);
  return <div className="conflict__merge" ref={box} dir={directionOf(mine.language ?? "en")} />;
}
