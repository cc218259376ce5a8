import { type FormEvent, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type Asked, asked } from "./asking.ts";
import "./questions.css";

type Of<K extends Asked["kind"]> = Extract<Asked, { kind: K }>;

/** The question about a conversation that waits for an answer, if there is one. */
export function Questions({ conversationId }: { readonly conversationId: string }) {
  const question = useStore(asked);
  if (question?.conversationId !== conversationId) return null;
  switch (question.kind) {
    case "override":
      return <OverrideQuestion question={question} />;
    case "send":
      return <SendQuestion question={question} />;
    case "insert":
      return <InsertQuestion question={question} />;
  }
}

/** A public reply, once more as everybody will read it. */
function SendQuestion({ question }: { readonly question: Of<"send"> }) {
  const t = useWords();
  const { body, language, reviewed, answer } = question;
  return (
    <Dialog title={t(($) => $.conversation.send.confirmTitle)} onClose={() => answer(false)}>
      <p>{t(($) => $.conversation.send.confirmText)}</p>
      <blockquote className="question__text" dir="auto" {...(language ? { lang: language } : {})}>
        {body}
      </blockquote>
      <div className="dialog__actions">
        <Button onClick={() => answer(false)}>{t(($) => $.workbench.cancel)}</Button>
        <Button
          look="primary"
          className="question__public"
          icon={reviewed ? "law" : "megaphone"}
          data-autofocus
          onClick={() => answer(true)}
        >
          {reviewed ? t(($) => $.conversation.send.review) : t(($) => $.conversation.send.public)}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why a reply goes in spite of a finding: a code of the brand's, and words where the code says nothing. */
function OverrideQuestion({ question }: { readonly question: Of<"override"> }) {
  const t = useWords();
  const { message, reasons, answer } = question;
  const [code, setCode] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text")).trim();
    answer({ reasonCode: code, text });
  };
  return (
    <Dialog title={t(($) => $.conversation.override.title)} onClose={() => answer(null)}>
      <form className="question__form" onSubmit={submit}>
        <p className="question__finding">{message}</p>
        <fieldset className="question__reasons">
          <legend className="question__legend">{t(($) => $.conversation.override.why)}</legend>
          {reasons.map((reason) => (
            <label key={reason} className="question__reason">
              <input
                type="radio"
                name="reason"
                value={reason}
                required
                checked={code === reason}
                onChange={() => setCode(reason)}
              />
              {reasonName(reason, t)}
            </label>
          ))}
        </fieldset>
        <label className="labelled">
          <span className="labelled__label">{t(($) => $.conversation.override.words)}</span>
          <textarea name="text" className="field" rows={2} dir="auto" required={code === "other"} />
        </label>
        <p className="labelled__hint">{t(($) => $.conversation.override.recorded)}</p>
        <div className="dialog__actions">
          <Button onClick={() => answer(null)}>{t(($) => $.workbench.cancel)}</Button>
          <Button look="primary" type="submit">
            {t(($) => $.conversation.override.confirm)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A brand may have codes of its own, which have no words here. */
function reasonName(code: string, t: ReturnType<typeof useWords>): string {
  const known = ["customer_asked", "already_public", "false_alarm", "agreed_with_lead", "other"] as const;
  const found = known.find((one) => one === code);
  return found ? t(($) => $.conversation.override.reasons[found]) : code.replaceAll("_", " ");
}

function InsertQuestion({ question }: { readonly question: Of<"insert"> }) {
  const t = useWords();
  const { wanted, used, answer } = question;
  const names = { wanted: languageName(wanted), used: languageName(used) };
  return (
    <Dialog title={t(($) => $.conversation.templates.foreignTitle, names)} onClose={() => answer(false)}>
      <p>{t(($) => $.conversation.templates.foreignText, names)}</p>
      <div className="dialog__actions">
        <Button onClick={() => answer(false)} data-autofocus>
          {t(($) => $.workbench.cancel)}
        </Button>
        <Button look="primary" onClick={() => answer(true)}>
          {t(($) => $.conversation.templates.foreignInsert, names)}
        </Button>
      </div>
    </Dialog>
  );
}
