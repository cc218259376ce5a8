import { useEffect, useMemo } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { EditorProps } from "../../../workbench/pieces.ts";
import { Trouble } from "../LocalisationView.tsx";
import { chooseBrand, shown, tableFilter } from "../overview.ts";
import { filtered, noFilter } from "./filter.ts";
import { TableFilters } from "./TableFilters.tsx";
import { TableGrid } from "./TableGrid.tsx";
import "./table-editor.css";

/** Every template of a brand in every language. */
export function TableEditor({ editor }: EditorProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { overview, brandId, brands, error } = useStore(shown);
  const filter = useStore(tableFilter);
  useEffect(() => {
    if (brands.some(({ id }) => id === editor.id)) void chooseBrand(editor.id);
  }, [editor.id, brands]);
  const name = brands.find(({ id }) => id === editor.id)?.name;
  const title = name ? t(($) => $.localisation.table.tab, { brand: name }) : t(($) => $.localisation.title);
  useEffect(() => workbench.editors.describe(editor.uri, { title }), [workbench, editor.uri, title]);
  const left = useMemo(() => overview && filtered(overview, filter), [overview, filter]);
  if (!left || !overview || brandId !== editor.id) return error ? <Trouble error={error} /> : <Loading />;
  return (
    <div className="template-table">
      <TableFilters overview={overview} left={left.rows.length} />
      {left.rows.length === 0 ? (
        <div className="template-table__none" role="status">
          <Icon name={filter.needsMe ? "check-all" : "search"} className="template-table__none-icon" />
          <p>{filter.needsMe ? t(($) => $.localisation.tasks.none) : t(($) => $.localisation.table.none)}</p>
          <Button icon="list-filter" onClick={() => tableFilter.set(noFilter)}>
            {t(($) => $.localisation.filter.all)}
          </Button>
        </div>
      ) : (
        <TableGrid overview={left} brandId={brandId} />
      )}
    </div>
  );
}

function Loading() {
  const t = useWords();
  return (
    <div className="template-table__none" role="status">
      <Icon name="loading" />
      <span className="unseen">{t(($) => $.workbench.loading)}</span>
    </div>
  );
}
