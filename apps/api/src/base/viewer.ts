export const roles = ["agent", "reviewer", "localiser", "lead", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who acts or looks. Rows of other brands do not exist for them: PostgreSQL decides. */
export interface Viewer {
  /** A member's id, or a fixed id of Parley's own for intake, worker and command line. */
  readonly id: string;
  readonly kind: "member" | "token" | "system";
  /** The roles held in each brand, by brand id. */
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
  /** What a token is limited to; a member has no such limit. */
  readonly scopes?: ReadonlySet<Ability>;
}

/** Who may do what, one line an ability. */
const abilities = {
  "conversation.read": ["agent", "reviewer", "localiser", "lead", "admin"],
  "conversation.work": ["agent", "reviewer", "lead", "admin"],
  "customer.reveal": ["agent", "reviewer", "lead", "admin"],
  "reply.write": ["agent", "reviewer", "lead", "admin"],
  "reply.decide": ["reviewer", "lead", "admin"],
  "ledger.read": ["reviewer", "lead", "admin"],
  "template.write": ["localiser", "admin"],
  "template.approve": ["localiser", "reviewer", "admin"],
  "policy.write": ["reviewer", "admin"],
  "insight.read": ["reviewer", "lead", "admin"],
  "sandbox.play": ["agent", "reviewer", "localiser", "lead", "admin"],
  "member.manage": ["admin"],
  "brand.manage": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof abilities;
export const abilityNames = Object.keys(abilities) as readonly Ability[];

/** The id under which Parley itself acts: intake, worker, command line. */
export const SYSTEM_ID = "00000000-0000-4000-8000-000000000000";

/** Parley itself, limited to the brands it works for at the moment. */
export function systemViewer(brandIds: Iterable<string>): Viewer {
  const all = new Set(roles);
  return { id: SYSTEM_ID, kind: "system", roles: new Map([...brandIds].map((id) => [id, all])) };
}

/** Whether the viewer holds a role with this ability in the brand. */
export function may(viewer: Viewer, ability: Ability, brandId: string): boolean {
  const held = viewer.roles.get(brandId);
  if (!held || (viewer.scopes && !viewer.scopes.has(ability))) return false;
  return (abilities[ability] as readonly Role[]).some((role) => held.has(role));
}

/** The brands in which the viewer has the ability. */
export function brandsWhere(viewer: Viewer, ability: Ability): readonly string[] {
  return [...viewer.roles.keys()].filter((brandId) => may(viewer, ability, brandId));
}
