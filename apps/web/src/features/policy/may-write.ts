import type { WorkbenchState } from "../../workbench/state.ts";

/** Whether the member may write the rules of a brand. */
export function mayWriteRules({ viewer }: WorkbenchState, brandId: string): boolean {
  return (
    viewer?.memberships.some((one) => one.brandId === brandId && one.abilities.includes("policy.write")) ??
    false
  );
}

/** Whether the member may write or answers for replies in some brand: they see the rules. */
export function mayReadRules({ viewer }: WorkbenchState): boolean {
  return (
    viewer?.memberships.some(
      ({ abilities }) => abilities.includes("policy.write") || abilities.includes("reply.decide"),
    ) ?? false
  );
}
