import { useEffect, useId, useRef } from "react";
import { useNow } from "../../../base/clock.ts";
import { words as pageWords, useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { shortTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Term } from "./open-glossary.ts";
import { TermLanguages } from "./TermLanguages.tsx";
import { TermNews } from "./TermNews.tsx";
import { noWords, type TermWords, wordsOf } from "./term-draft.ts";
import { MOST, problemsOf } from "./term-problems.ts";
import type { TermProps } from "./term-props.ts";
import { NEW } from "./unsaved-terms.ts";
import "../../../ui/field.css";
import "./term-form.css";

/** A term, what it is called in each language, and what it must not be called. */
export function TermForm(props: TermProps) {
  const { desk, id, term, draft, mayWrite } = props;
  const t = useWords();
  const workbench = useWorkbench();
  const words = draft?.words ?? (term ? wordsOf(term) : noWords);
  const write = (changed: Partial<TermWords>) => desk.write(id, changed);
  const { rows: terms } = useStore(desk.glossary.state);
  const problems = problemsOf(words, { termId: draft?.termId ?? term?.id ?? null, terms });
  const overtaken = draft !== null && id !== NEW && (!term || term.version > draft.version);
  const maySave = draft !== null && words.term.trim() !== "" && problems.length === 0 && !overtaken;
  return (
    <form
      className="term"
      aria-label={words.term || t(($) => $.localisation.glossary.newTerm)}
      onSubmit={(event) => {
        event.preventDefault();
        if (maySave) void workbench.run("glossary.save");
      }}
    >
      <TermNews {...props} problems={problems} />
      <div className="term__fields">
        <Named words={words} mayWrite={mayWrite} onWrite={write} isNew={id === NEW} />
        <TermLanguages words={words} mayWrite={mayWrite} brandId={desk.glossary.brandId} onWrite={write} />
        <Note words={words} mayWrite={mayWrite} onWrite={write} />
        {term && <Changed term={term} />}
      </div>
      {mayWrite && <Buttons {...props} maySave={maySave} />}
    </form>
  );
}

interface WordsProps {
  readonly words: TermWords;
  readonly mayWrite: boolean;
  readonly onWrite: (changed: Partial<TermWords>) => void;
}

function Named({ words, mayWrite, onWrite, isNew }: WordsProps & { readonly isNew: boolean }) {
  const t = useWords();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);
  return (
    <>
      <div className="labelled">
        <label className="labelled__label" htmlFor="glossary-term">
          {t(($) => $.localisation.glossary.term)}
        </label>
        <input
          ref={box}
          id="glossary-term"
          className="field term__name"
          dir="auto"
          maxLength={MOST.term}
          readOnly={!mayWrite}
          aria-describedby="glossary-term-hint"
          value={words.term}
          onChange={(event) => onWrite({ term: event.target.value })}
        />
        <p className="labelled__hint" id="glossary-term-hint">
          {t(($) => $.localisation.glossary.termHint)}
        </p>
      </div>
      <label className="term__keep">
        <input
          type="checkbox"
          checked={words.keep}
          disabled={!mayWrite}
          onChange={(event) => onWrite({ keep: event.target.checked })}
        />
        {t(($) => $.localisation.glossary.keep)}
      </label>
    </>
  );
}

function Note({ words, mayWrite, onWrite }: WordsProps) {
  const t = useWords();
  const id = useId();
  return (
    <div className="labelled">
      <label className="labelled__label" htmlFor={id}>
        {t(($) => $.localisation.glossary.note)}
      </label>
      <textarea
        id={id}
        className="field term__note"
        dir="auto"
        rows={3}
        maxLength={MOST.note}
        readOnly={!mayWrite}
        aria-describedby={`${id}-hint`}
        value={words.note}
        onChange={(event) => onWrite({ note: event.target.value })}
      />
      <p className="labelled__hint" id={`${id}-hint`}>
        {t(($) => $.localisation.glossary.noteHint)}
      </p>
    </div>
  );
}

function Changed({ term: { author, updatedAt } }: { readonly term: Term }) {
  const t = useWords();
  const now = useNow();
  const time = shortTime(Date.parse(updatedAt), now, pageWords.get().language);
  return (
    <p className="term__changed">
      {author
        ? t(($) => $.localisation.glossary.changedBy, { name: author.name, time })
        : t(($) => $.localisation.glossary.changed, { time })}
    </p>
  );
}

function Buttons({ desk, id, draft, maySave }: TermProps & { readonly maySave: boolean }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { busy } = useStore(desk.state);
  return (
    <div className="term__buttons">
      <Button look="primary" type="submit" icon={busy ? "loading" : "save"} disabled={!maySave || busy}>
        {t(($) => $.localisation.glossary.save)}
      </Button>
      <Button icon="discard" disabled={draft === null || busy} onClick={() => desk.drop(id)}>
        {t(($) => $.localisation.commands.revert)}
      </Button>
      {id !== NEW && (
        <Button
          look="danger"
          icon="trash"
          disabled={busy}
          onClick={() => void workbench.run("glossary.remove")}
        >
          {t(($) => $.localisation.glossary.remove)}
        </Button>
      )}
    </div>
  );
}
