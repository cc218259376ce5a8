import type { Frame } from "../../../workbench/contribution.ts";
import type { OpenVariant } from "./open-variant.ts";
import { newest } from "./opened.ts";
import type { VariantFinding } from "./variant-check.ts";

/** Whether the member may accept this finding in the revision on screen. Only warnings of a stored text can be. */
export function mayTick(
  open: OpenVariant,
  { id, severity }: VariantFinding,
  { state }: Pick<Frame, "state">,
): boolean {
  const ticked = newest(open.state.get())?.ticks.some(({ findingId }) => findingId === id) ?? false;
  return severity === "warning" && !ticked && state.get().variant?.tick === true;
}
