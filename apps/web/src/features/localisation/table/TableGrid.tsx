import { memo } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import { templateUri, variantUri } from "../address.ts";
import { CoverageFigures, Meter } from "../Coverage.tsx";
import { channelClassName, registerName } from "../place-words.ts";
import { share, staleShare } from "./filter.ts";
import {
  addressOf,
  type Cell,
  cellLook,
  firstPlace,
  lookIcons,
  lookOf,
  type Overview,
  type OverviewRow,
} from "./standing.ts";
import { useGrid } from "./use-grid.ts";
import "./table-grid.css";

interface GridProps {
  readonly overview: Overview;
  readonly brandId: string;
}

/** Templates down, languages across. One tab stop; arrows move, Enter opens. */
export function TableGrid({ overview, brandId }: GridProps) {
  const t = useWords();
  const { rows, coverage } = overview;
  const mayWrite = useWorkbenchState(
    ({ viewer }) =>
      viewer?.memberships.some(
        (one) => one.brandId === brandId && one.abilities.includes("template.write"),
      ) ?? false,
  );
  const grid = useGrid({ rows: rows.length, columns: coverage.length, firstColumn: mayWrite ? -1 : 0 });
  return (
    <div className="grid">
      <table
        className="grid__table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached with arrows is a grid
        role="grid"
        aria-label={t(($) => $.localisation.table.label)}
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
      >
        <thead>
          <tr>
            <th className="grid__corner" scope="col">
              {t(($) => $.localisation.table.template)}
            </th>
            {coverage.map((language) => (
              <th key={language.locale} className="grid__language" scope="col">
                <span className="grid__language-name">{languageName(language.locale)}</span>
                <CoverageFigures {...language} />
                <Meter of={share(language)} stale={staleShare(language)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.template.id}
              row={row}
              index={index}
              brandId={brandId}
              mayWrite={mayWrite}
              stop={grid.stop.row === index ? grid.stop.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: OverviewRow;
  readonly index: number;
  readonly brandId: string;
  readonly mayWrite: boolean;
  /** The column that Tab reaches in this row; null when it is in another. */
  readonly stop: number | null;
}

const Row = memo(function Row({ row, index, brandId, mayWrite, stop }: RowProps) {
  const { cells } = row;
  return (
    <tr>
      <th className="grid__template" scope="row">
        {mayWrite ? (
          <RowName row={row} index={index} brandId={brandId} reached={stop === -1} />
        ) : (
          <TemplateName row={row} />
        )}
      </th>
      {cells.map((cell, column) => (
        <GridCell
          key={cell.locale}
          row={row}
          cell={cell}
          brandId={brandId}
          place={{ row: index, column }}
          reached={stop === column}
        />
      ))}
    </tr>
  );
});

/** What the template is called; pressing it opens what it is for and may hold. */
function RowName({
  row,
  index,
  brandId,
  reached,
}: Pick<RowProps, "row" | "index" | "brandId"> & { readonly reached: boolean }) {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <button
      type="button"
      className="grid__change"
      data-row={index}
      data-column={-1}
      tabIndex={reached ? 0 : -1}
      title={t(($) => $.localisation.commands.changeTemplate)}
      onClick={() => workbench.editors.show(templateUri(brandId, row.template.id))}
    >
      <TemplateName row={row} />
      <Icon name="settings" className="grid__change-icon" />
    </button>
  );
}

function TemplateName({ row: { template, title } }: Pick<RowProps, "row">) {
  const t = useWords();
  return (
    <>
      <bdi className="grid__title">{title}</bdi>
      <span className="grid__key" dir="ltr">
        {template.key}
      </span>
      {template.kind === "block" && (
        <span className="grid__kind">{t(($) => $.localisation.table.shared)}</span>
      )}
    </>
  );
}

interface CellProps {
  readonly row: OverviewRow;
  readonly cell: Cell;
  readonly brandId: string;
  readonly place: { readonly row: number; readonly column: number };
  readonly reached: boolean;
}

function GridCell({ row, cell, brandId, place, reached }: CellProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const look = cellLook(cell);
  const first = firstPlace(cell);
  const open = (preview: boolean) => {
    if (!first) return;
    const address = addressOf({ row, locale: cell.locale, ...first }, brandId);
    workbench.editors.show(variantUri(address), { preview });
  };
  return (
    <td className={`cell cell--${look}`} data-needed={cell.needs.length > 0}>
      <button
        type="button"
        className="cell__button"
        data-row={place.row}
        data-column={place.column}
        data-locale={cell.locale}
        tabIndex={reached ? 0 : -1}
        title={summaryOf(cell, t)}
        disabled={first === null}
        onClick={() => open(true)}
        onDoubleClick={() => open(false)}
      >
        <Icon name={lookIcons[look]} />
        <span className="cell__look">{t(($) => $.localisation.look[look])}</span>
        <CellCounts cell={cell} />
        <span className="unseen">{summaryOf(cell, t)}</span>
      </button>
    </td>
  );
}

/** How many errors, warnings and open comments there are in all texts of the cell. */
function CellCounts({ cell: { variants } }: { readonly cell: Cell }) {
  const sum = (of: "errors" | "warnings" | "comments") =>
    variants.reduce((total, variant) => total + (variant.absentReason === null ? variant[of] : 0), 0);
  const counts = [
    ["error", sum("errors")],
    ["warning", sum("warnings")],
    ["comment", sum("comments")],
  ] as const;
  return (
    <span className="cell__counts" aria-hidden="true">
      {counts.map(([kind, count]) =>
        count === 0 ? null : (
          <span key={kind} className={`cell__count cell__count--${kind}`}>
            <Icon name={kind} />
            {count}
          </span>
        ),
      )}
    </span>
  );
}

/** Each text of a cell in a line, for tips and screen readers. */
function summaryOf({ locale, variants, missing }: Cell, t: ReturnType<typeof useWords>): string {
  const place = ({ register, channelClass }: { register: string; channelClass: string }) =>
    `${registerName(register)}, ${channelClassName(channelClass)}`;
  return [
    languageName(locale),
    ...variants.map((variant) => {
      const look = t(($) => $.localisation.look[lookOf(variant)]);
      return `${place(variant)}: ${variant.absentReason === null ? look : `${look} (${variant.absentReason})`}`;
    }),
    ...missing.map((one) => `${place(one)}: ${t(($) => $.localisation.look.missing)}`),
  ].join("\n");
}
