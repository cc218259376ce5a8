import type { BrandSettings } from "../brand/brand.entity.ts";
import { hidePersonalData } from "../brand/hide-personal-data.ts";

const LENGTH = 140;

/** The start of a text in one line, personal data masked, cut between code points. */
export function previewOf(body: string, settings: BrandSettings): string {
  // Masks keep lengths alike, so that twice the length is enough to look at.
  const start = [...body.toWellFormed().slice(0, 4 * LENGTH)].slice(0, 2 * LENGTH).join("");
  const line = hidePersonalData(start, settings).text.replace(/\s+/g, " ").trim();
  const points = [...line];
  return points.length <= LENGTH ? line : `${points.slice(0, LENGTH - 1).join("")}…`;
}
