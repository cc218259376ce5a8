import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { browserDigest } from "./chain.ts";
import type { Told } from "./open-story.ts";
import "./story-head.css";

/** Whether every record fits its hash and follows the one before, as this browser has just found by itself. */
export function ChainState({ told: { flaws, events } }: { readonly told: Told }) {
  const t = useWords();
  if (!browserDigest) return <p className="chain chain--plain">{t(($) => $.ledger.chain.cannot)}</p>;
  if (flaws === null) return <p className="chain chain--plain">{t(($) => $.ledger.chain.checking)}</p>;
  const broken = flaws.size > 0;
  return (
    <p className={`chain chain--${broken ? "broken" : "whole"}`} role={broken ? "alert" : "status"}>
      <Icon name={broken ? "error" : "workspace-trusted"} />
      <span>
        {broken
          ? t(($) => $.ledger.chain.broken, { count: flaws.size })
          : t(($) => $.ledger.chain.whole, { count: events.length })}
      </span>
    </p>
  );
}
