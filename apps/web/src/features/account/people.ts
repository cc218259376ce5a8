/** What a member does in a brand, in the order in which it is offered. */
export const roles = ["agent", "reviewer", "localiser", "lead", "admin"] as const;
export type Role = (typeof roles)[number];

/** Somebody who works for a brand, or did and holds no role in it now. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
}
