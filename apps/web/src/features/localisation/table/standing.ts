import type { ResultOf } from "../../../gql/graphql.ts";
import type { IconName } from "../../../ui/icon-names.ts";
import { asSpot, type VariantAddress } from "../address.ts";
import type { LocalisationDocument } from "../localisation.documents.ts";

export type Overview = ResultOf<typeof LocalisationDocument>["localisation"];
export type OverviewRow = Overview["rows"][number];
export type Cell = OverviewRow["cells"][number];
export type Standing = Cell["variants"][number];
export type Need = Cell["needs"][number];

/** How a text stands, in one word: what is most worth knowing about it. */
export type Look =
  | "missing"
  | "rejected"
  | "draft"
  | "review"
  | "approved"
  | "contract"
  | "wording"
  | "cosmetic"
  | "live"
  | "retired"
  | "absent"
  | "none";

export const lookIcons: Readonly<Record<Look, IconName>> = {
  missing: "add",
  rejected: "discard",
  draft: "edit",
  review: "law",
  approved: "verified",
  contract: "flame",
  wording: "history",
  cosmetic: "history",
  live: "pass",
  retired: "archive",
  absent: "circle-slash",
  none: "circle-slash",
};

/** Most worth knowing first. */
const ORDER: readonly Look[] = [
  "missing",
  "rejected",
  "contract",
  "review",
  "approved",
  "draft",
  "wording",
  "cosmetic",
  "retired",
  "live",
  "absent",
  "none",
];

/** How one variant looks: work under way before what is live, and what is live before what is over. */
export function lookOf({
  state,
  staleness,
  absentReason,
  liveRevisionId,
  templateRevisionId,
}: Standing): Look {
  if (absentReason !== null) return "absent";
  if (state === "rejected" || state === "draft") return state;
  if (state === "in-review") return "review";
  if (state === "approved" && templateRevisionId !== liveRevisionId) return "approved";
  // A text whose time has not come yet is not over.
  if (liveRevisionId === null) return state === "live" ? "approved" : "retired";
  return staleness === "current" ? "live" : (staleness as Look);
}

/** How a cell looks: as the one of its texts that matters most. */
export function cellLook({ variants, missing }: Pick<Cell, "variants" | "missing">): Look {
  const looks: Look[] = variants.map(lookOf);
  if (missing.length > 0) looks.push("missing");
  return ORDER.find((look) => looks.includes(look)) ?? "none";
}

/** Which text of a cell is opened first: one that needs the viewer, else one that is missing, else the first. */
export function firstPlace(
  cell: Pick<Cell, "variants" | "missing">,
): { readonly register: string; readonly channelClass: string } | null {
  const byLook = [...cell.variants].sort((a, b) => ORDER.indexOf(lookOf(a)) - ORDER.indexOf(lookOf(b)));
  const needing = byLook.find(({ needs }) => needs.length > 0);
  return needing ?? cell.missing[0] ?? byLook[0] ?? null;
}

/** Something the viewer has to do, in one text. */
export interface Task {
  readonly row: OverviewRow;
  readonly locale: string;
  readonly register: string;
  readonly channelClass: string;
  readonly need: Need;
}

/** What can be done at once comes before what has to be written. */
const NEEDS: readonly Need[] = ["review", "publish", "rejected", "comment", "stale", "draft", "missing"];

/** Everything the viewer has to do, most pressing first; one line for each text. */
export function tasksOf({ rows }: Overview): readonly Task[] {
  const tasks = rows.flatMap((row) => row.cells.flatMap((cell) => tasksIn(row, cell)));
  return tasks.toSorted((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need));
}

function tasksIn(row: OverviewRow, cell: Cell): readonly Task[] {
  const { locale } = cell;
  const written = cell.variants.flatMap(({ register, channelClass, needs }) => {
    const need = NEEDS.find((one) => needs.includes(one));
    return need ? [{ row, locale, register, channelClass, need }] : [];
  });
  if (!cell.needs.includes("missing")) return written;
  return [...written, ...cell.missing.map((place) => ({ row, locale, ...place, need: "missing" as const }))];
}

/** Where a text is that something has to be done about. */
export const addressOf = (
  { row, locale, register, channelClass }: Pick<Task, "row" | "locale" | "register" | "channelClass">,
  brandId: string,
): VariantAddress => ({
  brandId,
  templateId: row.template.id,
  ...asSpot({ locale, register, channelClass }),
});
