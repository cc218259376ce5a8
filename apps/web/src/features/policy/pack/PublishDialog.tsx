import type { PackProblem } from "@parley/shared/pack";
import { type FormEvent, useId, useMemo, useState } from "react";
import { codesOf } from "../../../base/api.ts";
import { wordsOfError } from "../../../base/error-words.ts";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { problemWords } from "../text/pack-findings.ts";
import { Changes } from "./Changes.tsx";
import type { OpenPack } from "./open-pack.ts";
import { publish, refusedProblems } from "./publish.ts";
import { latestVersion } from "./raise-version.ts";
import { isLater, nextVersion } from "./version.ts";
import "../../../ui/field.css";
import "./publish-dialog.css";

/** Put a new version in force: which number, why, and what it changes; or why that is refused. */
export function PublishDialog({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const judged = useStore(pack.judged);
  const [refused, setRefused] = useState<readonly PackProblem[] | null>(null);
  const close = () => pack.publishing.set(false);
  const problems = refused ?? judged?.problems.filter(({ code }) => code !== "pack.version_taken") ?? [];
  return (
    <Dialog
      title={t(($) => (problems.length > 0 ? $.pack.publish.refused : $.pack.publish.title), {
        pack: pack.packId,
      })}
      onClose={close}
    >
      {problems.length > 0 ? (
        <Refused pack={pack} problems={problems} onClose={close} />
      ) : (
        <PublishForm pack={pack} onClose={close} onRefused={setRefused} />
      )}
    </Dialog>
  );
}

interface RefusedProps {
  readonly pack: OpenPack;
  readonly problems: readonly PackProblem[];
  readonly onClose: () => void;
}

function Refused({ pack, problems, onClose }: RefusedProps) {
  const t = useWords();
  const show = ({ line, column }: PackProblem) => {
    onClose();
    // After the dialog has given the keyboard back.
    setTimeout(() => pack.reveal(line, column));
  };
  return (
    <>
      <p>{t(($) => $.pack.publish.whyRefused, { count: problems.length })}</p>
      <ul className="publish__problems">
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.code}`}>
            <button type="button" className="publish__problem" onClick={() => show(problem)}>
              <Icon name="error" />
              <span>
                <span className="publish__line">{t(($) => $.pack.line, { line: problem.line })}</span>{" "}
                {problemWords(problem)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog__actions">
        <Button data-autofocus onClick={onClose}>
          {t(($) => $.pack.publish.goOnWriting)}
        </Button>
      </div>
    </>
  );
}

interface FormProps {
  readonly pack: OpenPack;
  readonly onClose: () => void;
  readonly onRefused: (problems: readonly PackProblem[]) => void;
}

function PublishForm({ pack, onClose, onRefused }: FormProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const id = useId();
  const versions = useMemo(() => versionsToOffer(pack), [pack]);
  const [version, setVersion] = useState(versions[0] ?? "");
  const reason = useStore(pack.reason);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const ready = reason.trim() !== "" && !state.busy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setState({ busy: true, error: null });
    try {
      await publish(pack, { version, reason: reason.trim() });
      onClose();
      workbench.notify({
        severity: "success",
        text: t(($) => $.pack.publish.done, { pack: pack.packId, version }),
        source: t(($) => $.policy.title),
      });
    } catch (error) {
      setState({ busy: false, error });
      const problems = refusedProblems(error);
      if (problems) onRefused(problems);
      // What is to be decided now stands above the text.
      if (codesOf(error).includes("STALE")) onClose();
    }
  };
  return (
    <form className="publish" onSubmit={submit}>
      <Changes pack={pack} />
      <fieldset className="publish__versions">
        <legend>{t(($) => $.pack.publish.version)}</legend>
        {versions.map((one) => (
          <label key={one} className="publish__version" data-chosen={one === version}>
            <input
              type="radio"
              name={`${id}-version`}
              checked={one === version}
              onChange={() => setVersion(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
      <div className="labelled">
        <label className="labelled__label" htmlFor={`${id}-reason`}>
          {t(($) => $.pack.publish.reason)}
        </label>
        <textarea
          id={`${id}-reason`}
          className="field"
          dir="auto"
          rows={3}
          required
          data-autofocus
          aria-describedby={`${id}-hint`}
          value={reason}
          onChange={(event) => pack.reason.set(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
        <p className="labelled__hint" id={`${id}-hint`}>
          {t(($) => $.pack.publish.reasonHint)}
        </p>
      </div>
      {state.error !== null && (
        <p className="publish__error" role="alert">
          {wordsOfError(state.error)}
        </p>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t(($) => $.workbench.cancel)}</Button>
        <Button type="submit" look="primary" disabled={!ready}>
          {t(($) => $.pack.publish.action)}
        </Button>
      </div>
    </form>
  );
}

/** The number in the text where nobody has used it, then the numbers after the latest. */
function versionsToOffer(pack: OpenPack): readonly string[] {
  const latest = latestVersion(pack);
  const written = pack.judged.get()?.version ?? "1.0.0";
  if (latest === null) return [written];
  const next = (["patch", "minor", "major"] as const).map((step) => nextVersion(latest, step));
  return isLater(written, latest) ? [...new Set([written, ...next])] : next;
}
