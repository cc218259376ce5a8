import { useEffect, useMemo, useState } from "react";
import { wordsOfError } from "../../../base/error-words.ts";
import { useWords } from "../../../base/i18n.ts";
import { ruleName } from "../../../base/rule-names.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import { fold } from "../../../workbench/palette/score.ts";
import { mayWriteRules } from "../may-write.ts";
import { keptPacks } from "../pack/kept-draft.ts";
import { type PolicyBrand, policies, type RuleReports, refreshPolicies, watchPolicies } from "../policies.ts";
import { PackRow } from "./PackRow.tsx";
import { type PackInForce, packsInForce } from "./rules-in-force.ts";
import "./policy-view.css";

/** The rules in force, pack by pack, for each of the viewer's brands. */
export function PolicyView() {
  const t = useWords();
  const workbench = useWorkbench();
  const { brands, status, error, reports } = useStore(policies);
  const [query, setQuery] = useState("");
  const roving = useRovingFocus("vertical");
  useEffect(() => watchPolicies((brandId) => mayWriteRules(workbench.state.get(), brandId)), [workbench]);
  if (status === "failed" && brands.length === 0) return <Trouble error={error} />;
  return (
    <div className="policy-view">
      <div className="policy-view__search">
        <SearchField label={t(($) => $.pack.view.search)} value={query} onChange={setQuery} />
      </div>
      <div className="policy-view__brands" {...roving}>
        {brands.map((brand) => (
          <BrandRules
            key={brand.id}
            brand={brand}
            alone={brands.length === 1}
            query={query}
            reports={reports.get(brand.id) ?? []}
          />
        ))}
      </div>
    </div>
  );
}

interface BrandProps {
  readonly brand: PolicyBrand;
  readonly alone: boolean;
  readonly query: string;
  readonly reports: readonly RuleReports[];
}

function BrandRules({ brand, alone, query, reports }: BrandProps) {
  const t = useWords();
  const memberId = useWorkbenchState(({ viewer }) => viewer?.id) ?? "";
  const packs = useMemo(() => packsInForce(brand.policy.packs.map(({ source }) => source)), [brand]);
  // Where one is among the editors tells when a draft may have come or gone.
  useWorkbenchState(({ editorDirty, editor }) => `${editorDirty} ${editor?.uri}`);
  const kept = keptPacks({ memberId, brandId: brand.id });
  const begun = kept.filter((packId) => packs.every((pack) => pack.packId !== packId));
  const counts = new Map(reports.map(({ rule, count }) => [rule, count]));
  const matching = useMemo(() => packs.map((pack) => filtered(pack, { query, t })), [packs, query, t]);
  return (
    <section className="policy-view__brand" aria-label={brand.name}>
      {!alone && (
        <h3 className="policy-view__name">
          <bdi>{brand.name}</bdi>
        </h3>
      )}
      {begun.map((packId) => (
        <PackRow key={packId} brandId={brand.id} pack={draftOf(packId)} counts={counts} hasDraft isNew />
      ))}
      {matching
        .filter((pack) => query === "" || pack.rules.length > 0)
        .map((pack) => (
          <PackRow
            key={pack.packId}
            brandId={brand.id}
            pack={pack}
            counts={counts}
            hasDraft={kept.includes(pack.packId)}
            searched={query !== ""}
          />
        ))}
    </section>
  );
}

const draftOf = (packId: string): PackInForce => ({ packId, version: "", builtIn: false, rules: [] });

interface Filter {
  readonly query: string;
  readonly t: ReturnType<typeof useWords>;
}

function filtered(pack: PackInForce, { query, t }: Filter): PackInForce {
  const wanted = fold(query);
  if (fold(pack.packId).includes(wanted)) return pack;
  return { ...pack, rules: pack.rules.filter(({ id }) => fold(`${id} ${ruleName(id, t)}`).includes(wanted)) };
}

function Trouble({ error }: { readonly error: unknown }) {
  const t = useWords();
  return (
    <div className="policy-view__trouble" role="alert">
      <Icon name="error" />
      <p>{wordsOfError(error)}</p>
      <Button icon="refresh" onClick={() => void refreshPolicies()}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
}
