import { DomainError } from "../base/errors.ts";

/** A reason in somebody's own words. */
export function needed(reason: string): string {
  const words = reason.trim();
  if (words === "") throw new DomainError("REASON_REQUIRED", { field: "reason" });
  return words;
}
