import { fold } from "../../../workbench/palette/score.ts";
import { cellLook, type Overview, type OverviewRow } from "./standing.ts";

/** Which part of the table is wanted. */
export interface TableFilter {
  readonly text: string;
  readonly needsMe: boolean;
  /** Empty: all. */
  readonly locales: readonly string[];
  readonly kind: "all" | "reply" | "block";
  readonly only: "all" | "missing" | "stale" | "absent" | "findings";
}

export const noFilter: TableFilter = { text: "", needsMe: false, locales: [], kind: "all", only: "all" };

type Cells = OverviewRow["cells"][number];

const holds: Readonly<Record<TableFilter["only"], (cell: Cells) => boolean>> = {
  all: () => true,
  missing: ({ missing }) => missing.length > 0,
  stale: ({ variants }) =>
    variants.some(({ staleness, absentReason }) => absentReason === null && staleness !== "current"),
  absent: (cell) => cellLook(cell) === "absent",
  findings: ({ variants }) => variants.some(({ errors, warnings }) => errors + warnings > 0),
};

/** The table that is left: a row stays when one of its cells does. */
export function filtered(overview: Overview, filter: TableFilter): Overview {
  const { text, needsMe, locales, kind, only } = filter;
  const wanted = (locale: string) => locales.length === 0 || locales.includes(locale);
  const query = fold(text.trim());
  const rows = overview.rows.flatMap((row) => {
    const { key, kind: rowKind, intent } = row.template;
    if (kind !== "all" && rowKind !== kind) return [];
    if (query !== "" && !fold(`${row.title} ${key} ${intent}`).includes(query)) return [];
    const cells = row.cells.filter(({ locale }) => wanted(locale));
    const kept = cells.some((cell) => (!needsMe || cell.needs.length > 0) && holds[only](cell));
    return kept ? [{ ...row, cells }] : [];
  });
  return { rows, coverage: overview.coverage.filter(({ locale }) => wanted(locale)) };
}

/** How much of a language is there, 0 to 1; a language nobody wants anything in is complete. */
export const share = ({ wanted, covered }: { readonly wanted: number; readonly covered: number }): number =>
  wanted === 0 ? 1 : covered / wanted;

/** How much of it is behind its source. */
export const staleShare = ({ wanted, stale }: { readonly wanted: number; readonly stale: number }): number =>
  wanted === 0 ? 0 : stale / wanted;
