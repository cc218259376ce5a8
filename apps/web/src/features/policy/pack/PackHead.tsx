import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { ActionButton } from "../../../workbench/parts/ActionButton.tsx";
import { isChanged, type OpenPack } from "./open-pack.ts";
import "./pack-head.css";

interface HeadProps {
  readonly pack: OpenPack;
  readonly readOnly: boolean;
}

/** Which pack, what of it is in force, and what can be done with the text. */
export function PackHead({ pack, readOnly }: HeadProps) {
  return (
    <header className="pack-head">
      <div className="pack-head__what">
        <h2 className="pack-head__name">
          <bdi dir="ltr">{pack.packId}</bdi>
        </h2>
        <Facts pack={pack} readOnly={readOnly} />
      </div>
      <div className="pack-head__actions">
        <Compared pack={pack} />
        <ActionButton command="policy.compare" />
        <ActionButton command="policy.newRule" />
        <ActionButton command="policy.discard" />
        {!readOnly && <Publish pack={pack} />}
      </div>
    </header>
  );
}

function Facts({ pack, readOnly }: HeadProps) {
  const t = useWords();
  const state = useStore(pack.state);
  const { inForce, brand, kept, base } = state;
  const standing = pack.builtIn
    ? t(($) => $.pack.builtIn)
    : inForce
      ? t(($) => $.pack.versionInForce, { version: inForce.version })
      : t(($) => $.pack.isNew);
  return (
    <ul className="pack-head__facts">
      <li>{standing}</li>
      {brand && (
        <li>
          <bdi>{brand.name}</bdi>
        </li>
      )}
      {readOnly && (
        <li className="pack-head__fact">
          <Icon name="lock" /> {t(($) => $.pack.readOnly)}
        </li>
      )}
      {!readOnly && (isChanged(state) || base === null) && (
        <li className="pack-head__fact" data-lost={!kept}>
          <Icon name={kept ? "save" : "warning"} /> {t(($) => (kept ? $.pack.kept : $.pack.notKept))}
        </li>
      )}
    </ul>
  );
}

function Compared({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const compared = useStore(pack.compared);
  const { inForce } = useStore(pack.state);
  if (!inForce || !compared) return null;
  const { version } = compared === "original" ? inForce : compared;
  return (
    <span className="pack-head__compared" role="status">
      {t(($) => $.pack.comparedWith, { version })}
    </span>
  );
}

function Publish({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const workbench = useWorkbench();
  const state = useStore(pack.state);
  const count = useStore(pack.judged)?.problems.length ?? 0;
  const label = t(($) => $.pack.problemCount, { count });
  return (
    <>
      {count > 0 && (
        <button
          type="button"
          className="pack-head__problems"
          title={label}
          onClick={() => workbench.showView("problems")}
        >
          <Icon name="error" />
          <span aria-hidden="true">{count}</span>
          <span className="unseen">{label}</span>
        </button>
      )}
      <Button
        look="primary"
        disabled={!isChanged(state) && state.inForce !== null}
        onClick={() => void workbench.run("policy.publish")}
      >
        {t(($) => $.policy.commands.publish)}
      </Button>
    </>
  );
}
