import { type FormEvent, useId } from "react";
import { type AuthState, type DemoMember, signIn, signInAsDemo } from "../../base/auth.ts";
import { useWords } from "../../base/i18n.ts";
import { nameInItself } from "../../base/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { type Attempt, useAttempt } from "./use-attempt.ts";

interface SignInProps {
  readonly state: AuthState;
  /** Offer only this demo member: whose work is open. */
  readonly only?: string | undefined;
  readonly onEntered: () => Promise<void>;
}

/** E-mail and password; in the demo workspace also one click for each member. */
export function SignInForm({ state, only, onEntered }: SignInProps) {
  const attempt = useAttempt();
  const demo = state.demoMembers.filter(({ id }) => only === undefined || id === only);
  return (
    <div className="entrance__ways">
      {demo.length > 0 && <DemoMembers members={demo} attempt={attempt} onEntered={onEntered} />}
      <PasswordForm attempt={attempt} onEntered={onEntered} />
    </div>
  );
}

interface WayProps {
  readonly attempt: Attempt;
  readonly onEntered: () => Promise<void>;
}

function PasswordForm({ attempt, onEntered }: WayProps) {
  const t = useWords();
  const problemId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const email = String(given.get("email"));
    const password = String(given.get("password"));
    attempt.begin(async () => {
      await signIn({ email, password });
      await onEntered();
    });
  };
  return (
    <form className="entrance__form" onSubmit={submit} aria-describedby={problemId}>
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
        name="password"
        type="password"
        autoComplete="current-password"
        required
        dir="ltr"
      />
      <p className="entrance__error" id={problemId} role="alert">
        {attempt.problem}
      </p>
      <Button
        look="primary"
        type="submit"
        icon={attempt.busy ? "loading" : "sign-in"}
        disabled={attempt.busy}
      >
        {t(($) => $.session.signIn)}
      </Button>
    </form>
  );
}

function DemoMembers({
  members,
  attempt,
  onEntered,
}: WayProps & { readonly members: readonly DemoMember[] }) {
  const t = useWords();
  const heading = useId();
  const enterAs = (id: string) =>
    attempt.begin(async () => {
      await signInAsDemo(id);
      await onEntered();
    });
  return (
    <section className="entrance__demo" aria-labelledby={heading}>
      <h2 className="entrance__heading" id={heading}>
        {t(($) => $.session.demoTitle)}
      </h2>
      <ul className="entrance__members">
        {members.map(({ id, name, roles, locale }) => (
          <li key={id}>
            <button
              type="button"
              className="entrance__member"
              disabled={attempt.busy}
              onClick={() => enterAs(id)}
            >
              <span className="entrance__initials" aria-hidden="true">
                {initials(name)}
              </span>
              <span className="entrance__who">
                <bdi className="entrance__member-name">{name}</bdi>
                <span className="entrance__roles">
                  {roles
                    .map((role) => t(($) => $.session.roles[role as keyof typeof $.session.roles]))
                    .join(" · ")}
                </span>
              </span>
              <span className="entrance__language" lang={locale} dir="auto">
                {nameInItself(locale)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "").join("");
}
