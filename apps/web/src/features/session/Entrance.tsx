import { useEffect, useState } from "react";
import { type AuthState, authState } from "../../base/auth.ts";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWorkbenchState } from "../../workbench/context.ts";
import type { GateProps } from "../../workbench/contribution.ts";
import { FirstAdminForm } from "./FirstAdminForm.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { SignInForm } from "./SignInForm.tsx";
import "./entrance.css";

/** The one-time link of a new installation: `/?first-admin=TOKEN`. */
const token = new URLSearchParams(location.search).get("first-admin");
const RETRY_MS = 3000;

/** Lets people in: on a page of its own, or over the work of a member whose session has ended. */
export function Entrance({ over, onEntered }: GateProps) {
  const t = useWords();
  const viewer = useWorkbenchState((state) => state.viewer);
  const { state, error } = useAuthState();
  if (over)
    return (
      <Dialog title={t(($) => $.session.endedTitle)} role="alertdialog" onClose={stay}>
        <p>{t(($) => $.session.endedText, { name: viewer?.name ?? "" })}</p>
        {error !== null && <Trouble error={error} />}
        {state && <SignInForm state={state} only={viewer?.id} onEntered={onEntered} />}
      </Dialog>
    );
  return (
    <main className="entrance">
      <div className="entrance__card">
        <header className="entrance__head">
          <img src="/parley.svg" alt="" className="entrance__mark" />
          <h1 className="entrance__name">{t(($) => $.workbench.product)}</h1>
          <p className="entrance__lead">{t(($) => $.session.lead)}</p>
        </header>
        {error !== null && <Trouble error={error} />}
        {state && <Way state={state} onEntered={onEntered} />}
      </div>
      <LanguageChoice />
    </main>
  );
}

function Way({ state, onEntered }: { readonly state: AuthState; readonly onEntered: () => Promise<void> }) {
  const t = useWords();
  if (token && state.firstAdmin) return <FirstAdminForm token={token} onEntered={onEntered} />;
  if (state.firstAdmin) return <p className="entrance__note">{t(($) => $.session.firstAdminHow)}</p>;
  return <SignInForm state={state} onEntered={onEntered} />;
}

function Trouble({ error }: { readonly error: unknown }) {
  return (
    <p className="entrance__error" role="alert">
      {wordsOfError(error)}
    </p>
  );
}

/** Escape does not close it: without a session nothing behind it works. */
const stay = () => undefined;

/** Asked again until somebody answers. */
function useAuthState() {
  const [state, setState] = useState<AuthState | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const ask = () =>
      authState().then(
        (answer) => {
          if (gone) return;
          setState(answer);
          setError(null);
        },
        (problem: unknown) => {
          if (gone) return;
          setError(problem);
          timer = setTimeout(ask, RETRY_MS);
        },
      );
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return { state, error };
}
