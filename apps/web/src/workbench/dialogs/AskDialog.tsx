import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWorkbench } from "../context.ts";
import type { Asking, Prompt } from "./asking.ts";
import "../../ui/field.css";
import "./ask-dialog.css";

/** Asks one thing and goes away. Escape is no. */
export function AskDialog({ asking }: { readonly asking: Asking }) {
  const workbench = useWorkbench();
  const [text, setText] = useState(asking.kind === "prompt" ? (asking.about.initial ?? "") : "");
  const end = (goOn: boolean) => {
    workbench.asking.set(null);
    if (asking.kind === "confirm") asking.answer(goOn);
    else asking.answer(goOn ? text.trim() : undefined);
  };
  const ready = asking.kind === "confirm" || asking.about.optional === true || text.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) end(true);
  };
  return (
    <Dialog
      title={asking.about.title}
      role={asking.kind === "confirm" ? "alertdialog" : "dialog"}
      onClose={() => end(false)}
    >
      <form className="ask-dialog" onSubmit={submit}>
        {asking.about.text && <p className="ask-dialog__text">{asking.about.text}</p>}
        {asking.kind === "prompt" && <Answer about={asking.about} text={text} onText={setText} />}
        <Actions asking={asking} ready={ready} onCancel={() => end(false)} />
      </form>
    </Dialog>
  );
}

interface ActionsProps {
  readonly asking: Asking;
  readonly ready: boolean;
  readonly onCancel: () => void;
}

function Actions({ asking, ready, onCancel }: ActionsProps) {
  const t = useWords();
  const { danger = false, action } = asking.about;
  return (
    <div className="dialog__actions">
      <Button onClick={onCancel}>{t(($) => $.workbench.cancel)}</Button>
      <Button type="submit" look={danger ? "danger" : "primary"} disabled={!ready}>
        {action}
      </Button>
    </div>
  );
}

interface AnswerProps {
  readonly about: Prompt;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Answer({ about, text, onText }: AnswerProps) {
  const id = useId();
  const shared = { id, className: "field", dir: "auto", value: text };
  // Enter ends a line of several; Control or Command with it ends the dialog.
  const submitOnModEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className="ask-dialog__answer">
      <label htmlFor={id}>{about.label}</label>
      {about.suggestions && <Suggestions {...{ suggestions: about.suggestions, text, onText }} />}
      {about.multiline ? (
        <textarea
          {...shared}
          rows={4}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={submitOnModEnter}
        />
      ) : (
        <input {...shared} onChange={(event) => onText(event.target.value)} />
      )}
    </div>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly string[];
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Suggestions({ suggestions, text, onText }: SuggestionsProps) {
  return (
    <div className="ask-dialog__suggestions">
      {suggestions.map((suggestion) => (
        <Button
          key={suggestion}
          className="ask-dialog__suggestion"
          aria-pressed={suggestion === text}
          onClick={() => onText(suggestion)}
        >
          {suggestion}
        </Button>
      ))}
    </div>
  );
}
