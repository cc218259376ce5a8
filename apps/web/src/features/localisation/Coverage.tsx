import { useWords } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench } from "../../workbench/context.ts";
import { tableUri } from "./address.ts";
import { tableFilter } from "./overview.ts";
import { noFilter, share, staleShare } from "./table/filter.ts";
import type { Overview } from "./table/standing.ts";
import "./coverage.css";

interface CoverageProps {
  readonly overview: Overview;
  readonly brandId: string;
}

/** How complete each language is; choosing one narrows the table to it. */
export function Coverage({ overview, brandId }: CoverageProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const roving = useRovingFocus("vertical");
  const open = (locale: string) => {
    tableFilter.set({ ...noFilter, locales: [locale] });
    workbench.editors.show(tableUri(brandId));
  };
  return (
    <section className="coverage" aria-labelledby="localisation-coverage">
      <h3 className="localisation-view__title" id="localisation-coverage">
        {t(($) => $.localisation.coverage.title)}
      </h3>
      <div className="coverage__list" {...roving}>
        {overview.coverage.map((language) => (
          <button
            key={language.locale}
            type="button"
            className="coverage__one"
            onClick={() => open(language.locale)}
          >
            <span className="coverage__name">{languageName(language.locale)}</span>
            <CoverageFigures {...language} />
            <Meter of={share(language)} stale={staleShare(language)} />
          </button>
        ))}
      </div>
    </section>
  );
}

/** "48 of 50", and what is stale of it. */
export function CoverageFigures(language: Overview["coverage"][number]) {
  const t = useWords();
  return (
    <span className="coverage__figures">
      {t(($) => $.localisation.coverage.of, language)}
      {language.stale > 0 && (
        <span className="coverage__stale">
          {t(($) => $.localisation.coverage.stale, { count: language.stale })}
        </span>
      )}
    </span>
  );
}

/** Drawn beside figures that say the same. */
export function Meter({ of, stale }: { readonly of: number; readonly stale: number }) {
  return (
    <span className="meter" aria-hidden="true">
      <span className="meter__good" style={{ inlineSize: `${Math.max(0, of - stale) * 100}%` }} />
      <span className="meter__stale" style={{ inlineSize: `${Math.min(of, stale) * 100}%` }} />
    </span>
  );
}
