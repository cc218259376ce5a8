import { useMutation } from "@apollo/client/react";
import { type FormEvent, useId, useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { abilityWords } from "./ability-words.ts";
import { CreateTokenDocument } from "./account.documents.ts";
import { lifetimes, scopesOf } from "./tokens.ts";

interface NewTokenProps {
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** A name, what it may do, and how long; then its text, this once. */
export function NewToken({ onMade, onClose }: NewTokenProps) {
  const t = useWords();
  const [create, { data, loading, error }] = useMutation(CreateTokenDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const scopes = given.getAll("scope").map(String);
    if (scopes.length === 0) return setProblem(t(($) => $.account.tokens.scopesNeeded));
    setProblem(null);
    const token = { name: String(given.get("name")).trim(), scopes, days: Number(given.get("days")) };
    // What is refused is shown below; the hook keeps it.
    create({ variables: { token } }).then(onMade, () => undefined);
  };
  if (data) return <Made token={data.createApiToken.token} onClose={onClose} />;
  return (
    <form className="new-token" onSubmit={submit}>
      <Field
        label={t(($) => $.account.tokens.name)}
        hint={t(($) => $.account.tokens.nameHint)}
        name="name"
        required
        maxLength={100}
        dir="auto"
      />
      <Lifetime />
      <Scopes />
      {(problem ?? error) && (
        <p className="new-token__problem" role="alert">
          {problem ?? wordsOfError(error)}
        </p>
      )}
      <div className="account__buttons">
        <Button look="primary" type="submit" icon={loading ? "loading" : "key"} disabled={loading}>
          {t(($) => $.account.tokens.makeIt)}
        </Button>
        <Button onClick={onClose}>{t(($) => $.account.cancel)}</Button>
      </div>
    </form>
  );
}

function Lifetime() {
  const t = useWords();
  const id = useId();
  return (
    <div className="labelled">
      <label className="labelled__label" htmlFor={id}>
        {t(($) => $.account.tokens.days)}
      </label>
      <select id={id} name="days" className="select account__language" defaultValue={90}>
        {lifetimes.map((days) => (
          <option key={days} value={days}>
            {t(($) => $.account.tokens.dayCount, { count: days })}
          </option>
        ))}
      </select>
    </div>
  );
}

function Scopes() {
  const t = useWords();
  const memberships = useWorkbenchState(({ viewer }) => viewer?.memberships) ?? [];
  return (
    <fieldset className="new-token__scopes">
      <legend className="labelled__label">{t(($) => $.account.tokens.scopes)}</legend>
      {scopesOf(memberships).map((scope) => (
        <label key={scope} className="new-token__scope">
          <input type="checkbox" name="scope" value={scope} />
          <span>
            {abilityWords(scope, t)} <code dir="ltr">{scope}</code>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The only time its text is seen. */
function Made({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const t = useWords();
  const workbench = useWorkbench();
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    workbench.notify({ severity: "success", text: t(($) => $.account.tokens.copied), key: "account.copied" });
  };
  return (
    <div className="new-token new-token--made" role="status">
      <p className="new-token__warning">
        <Icon name="warning" />
        {t(($) => $.account.tokens.once)}
      </p>
      <pre className="new-token__text" dir="ltr">
        {token}
      </pre>
      <p className="page__lead">
        {t(($) => $.account.tokens.how)} <code dir="ltr">Authorization: Bearer …</code>
      </p>
      <div className="account__buttons">
        <Button
          look="primary"
          icon="copy"
          onClick={() => void copy().catch((error: unknown) => workbench.fail(error))}
        >
          {t(($) => $.account.tokens.copy)}
        </Button>
        <Button onClick={onClose}>{t(($) => $.account.tokens.done)}</Button>
      </div>
    </div>
  );
}
