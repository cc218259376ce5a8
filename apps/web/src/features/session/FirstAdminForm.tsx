import { type FormEvent, useId } from "react";
import { makeFirstAdmin } from "../../base/auth.ts";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useAttempt } from "./use-attempt.ts";

interface FirstAdminProps {
  /** From the one-time link. */
  readonly token: string;
  readonly onEntered: () => Promise<void>;
}

/** Makes the first administrator and their brand. */
export function FirstAdminForm({ token, onEntered }: FirstAdminProps) {
  const t = useWords();
  const attempt = useAttempt();
  const problemId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const value = (name: string) => String(given.get(name)).trim();
    const password = String(given.get("password"));
    attempt.begin(async () => {
      await makeFirstAdmin({
        token,
        name: value("name"),
        email: value("email"),
        password,
        brand: value("brand"),
      });
      history.replaceState(null, "", "/");
      await onEntered();
    });
  };
  return (
    <form className="entrance__form" onSubmit={submit} aria-describedby={problemId}>
      <h2 className="entrance__heading">{t(($) => $.session.firstAdminTitle)}</h2>
      <p className="entrance__note">{t(($) => $.session.firstAdminText)}</p>
      <Field label={t(($) => $.session.name)} name="name" autoComplete="name" required dir="auto" />
      <Field label={t(($) => $.session.brand)} name="brand" autoComplete="organization" required dir="auto" />
      <Field
        label={t(($) => $.session.email)}
        name="email"
        type="email"
        autoComplete="username"
        required
        dir="ltr"
      />
      <Field
        label={t(($) => $.session.password)}
        hint={t(($) => $.session.passwordHint)}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        dir="ltr"
      />
      <p className="entrance__error" id={problemId} role="alert">
        {attempt.problem}
      </p>
      <Button look="primary" type="submit" icon={attempt.busy ? "loading" : "check"} disabled={attempt.busy}>
        {t(($) => $.session.firstAdminDo)}
      </Button>
    </form>
  );
}
