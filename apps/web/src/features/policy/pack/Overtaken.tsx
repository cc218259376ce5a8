import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { isOvertaken, type OpenPack } from "./open-pack.ts";
import { raiseVersion } from "./raise-version.ts";
import "./overtaken.css";

/** Somebody else has published meanwhile: nothing of either text is lost, and the member decides. */
export function Overtaken({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const workbench = useWorkbench();
  const state = useStore(pack.state);
  const compared = useStore(pack.compared);
  const { inForce } = state;
  if (!isOvertaken(state) || !inForce) return null;
  const goOn = () => {
    pack.rebase();
    raiseVersion(pack);
    workbench.announce(t(($) => $.pack.overtaken.wentOn));
  };
  return (
    <section className="overtaken" role="alert">
      <Icon name="warning" />
      <div>
        <p className="overtaken__what">
          {t(($) => $.pack.overtaken.title, {
            name: inForce.author?.name ?? t(($) => $.pack.parley),
            version: inForce.version,
          })}
        </p>
        <p className="overtaken__reason" dir="auto">
          {inForce.reason}
        </p>
      </div>
      <div className="overtaken__actions">
        <Button
          aria-pressed={compared !== null}
          onClick={() => pack.compared.set(compared ? null : "original")}
        >
          {t(($) => $.pack.overtaken.compare)}
        </Button>
        <Button onClick={goOn}>{t(($) => $.pack.overtaken.goOn)}</Button>
        <Button look="danger" onClick={() => void workbench.run("policy.discard")}>
          {t(($) => $.pack.overtaken.takeTheirs)}
        </Button>
      </div>
    </section>
  );
}
