import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useNow } from "../../base/clock.ts";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords, words } from "../../base/i18n.ts";
import { fullTime, shortTime } from "../../base/times.ts";
import { Button } from "../../ui/Button.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import { abilityWords } from "./ability-words.ts";
import { AccountTokensDocument, RevokeTokenDocument } from "./account.documents.ts";
import { NewToken } from "./NewToken.tsx";
import { inOrder, stateOf, type Token } from "./tokens.ts";
import "./tokens.css";

/** Keys that programs use in the member's name. */
export function Tokens() {
  const t = useWords();
  const now = useNow();
  const { data, error, refetch } = useQuery(AccountTokensDocument, { fetchPolicy: "cache-and-network" });
  const [making, setMaking] = useState(false);
  const tokens = inOrder(data?.apiTokens ?? [], now);
  return (
    <section className="account__part">
      <h3 className="page__heading">{t(($) => $.account.tokens.title)}</h3>
      <p className="page__lead">{t(($) => $.account.tokens.text)}</p>
      {error && <p role="alert">{wordsOfError(error)}</p>}
      {tokens.length > 0 && (
        <ul className="tokens">
          {tokens.map((token) => (
            <li key={token.id}>
              <One token={token} now={now} />
            </li>
          ))}
        </ul>
      )}
      {data && tokens.length === 0 && <p className="tokens__none">{t(($) => $.account.tokens.none)}</p>}
      {making ? (
        <NewToken onMade={() => void refetch()} onClose={() => setMaking(false)} />
      ) : (
        <div>
          <Button icon="key" onClick={() => setMaking(true)}>
            {t(($) => $.account.tokens.make)}
          </Button>
        </div>
      )}
    </section>
  );
}

function One({ token, now }: { readonly token: Token; readonly now: number }) {
  const t = useWords();
  const workbench = useWorkbench();
  const [revoke, { loading }] = useMutation(RevokeTokenDocument);
  const { language } = words.get();
  const { id, name, scopes, expiresAt, revokedAt } = token;
  const state = stateOf(token, now);
  const ends = Date.parse(revokedAt ?? expiresAt);
  const end = async () => {
    const sure = await workbench.confirm({
      title: t(($) => $.account.tokens.revokeTitle, { name }),
      text: t(($) => $.account.tokens.revokeText),
      action: t(($) => $.account.tokens.revoke),
      danger: true,
    });
    if (sure) await revoke({ variables: { id } });
  };
  return (
    <article className="token" data-state={state}>
      <div className="token__words">
        <h4 className="token__name">
          <bdi>{name}</bdi>
        </h4>
        <p className="token__state" title={fullTime(ends, language)}>
          {t(($) => $.account.tokens.states[state], { time: shortTime(ends, now, language) })}
        </p>
        <ul className="token__scopes">
          {scopes.map((scope) => (
            <li key={scope}>{abilityWords(scope, t)}</li>
          ))}
        </ul>
      </div>
      {state === "live" && (
        <Button
          look="danger"
          icon="trash"
          disabled={loading}
          aria-label={t(($) => $.account.tokens.revokeTitle, { name })}
          onClick={() => void end().catch((error: unknown) => workbench.fail(error))}
        >
          {t(($) => $.account.tokens.revoke)}
        </Button>
      )}
    </article>
  );
}
