import { useWords, words } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { fullTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import type { OpenPack, PackVersion } from "../pack/open-pack.ts";
import "./versions.css";

/** Every version that was published, newest first: who put it in force, when and why. */
export function Versions({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const { versions } = useStore(pack.state);
  return (
    <ol className="versions" aria-label={t(($) => $.pack.sides.versions)}>
      {versions.map((version) => (
        <li key={version.id} className="versions__one">
          <OneVersion pack={pack} version={version} />
        </li>
      ))}
    </ol>
  );
}

function OneVersion({ pack, version }: { readonly pack: OpenPack; readonly version: PackVersion }) {
  const t = useWords();
  const compared = useStore(pack.compared);
  const { source } = useStore(pack.state);
  const isCompared = compared === version || (compared === "original" && version.inForce);
  const at = Date.parse(version.createdAt);
  return (
    <article>
      <h3 className="versions__head">
        <span className="versions__number">{version.version}</span>
        {version.inForce && <span className="versions__in-force">{t(($) => $.pack.inForce)}</span>}
      </h3>
      <p className="versions__reason" dir="auto">
        {version.reason}
      </p>
      <p className="versions__facts">
        {t(($) => $.pack.publishedBy, {
          name: version.author?.name ?? t(($) => $.pack.parley),
          time: fullTime(at, words.get().language),
        })}
      </p>
      <Button
        look="quiet"
        icon="diff"
        aria-pressed={isCompared}
        disabled={source === version.source && !isCompared}
        onClick={() => pack.compared.set(isCompared ? null : version)}
      >
        {source === version.source ? t(($) => $.pack.same) : t(($) => $.pack.compareWith)}
      </Button>
    </article>
  );
}
