import { useMemo } from "react";
import { useWords, words } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { OpenPack } from "./open-pack.ts";
import { packChanges } from "./pack-changes.ts";

/** What the text changes about the rules in force, and what that would have meant for replies that were sent. */
export function Changes({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const { inForce, source } = useStore(pack.state);
  const changes = useMemo(() => packChanges(inForce?.source ?? null, source), [inForce, source]);
  const list = new Intl.ListFormat(words.get().language, { type: "conjunction" });
  const kinds = ["added", "changed", "removed", "lexicons", "adjusted"] as const;
  const rows = kinds.filter((kind) => (changes?.[kind].length ?? 0) > 0);
  return (
    <div className="publish__changes">
      {rows.length === 0 ? (
        <p>{t(($) => $.pack.publish.noRuleChanges)}</p>
      ) : (
        <dl>
          {rows.map((kind) => (
            <div key={kind}>
              <dt>{t(($) => $.pack.publish.changes[kind])}</dt>
              <dd dir="ltr">{list.format(changes?.[kind] ?? [])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Tried pack={pack} />
    </div>
  );
}

function Tried({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const { result, source } = useStore(pack.dryRun.state);
  const state = useStore(pack.state);
  const fits = result !== null && source === state.source;
  return (
    <p className="publish__dry-run">
      <Icon name={fits ? "pass" : "info"} />
      {fits
        ? t(($) => $.pack.dryRun.changed, { count: result.changed, total: result.replies })
        : t(($) => $.pack.publish.notTried)}
    </p>
  );
}
