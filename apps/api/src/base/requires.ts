import type { GraphQLResolveInfo } from "graphql";
import { Extensions, type MiddlewareFn } from "type-graphql";
import type { Context } from "./context.ts";
import { DomainError } from "./errors.ts";
import { type Ability, brandsWhere } from "./viewer.ts";

/** Who may call a query, mutation or subscription: those with the ability in a brand; `signed-in`: every member. */
export const Requires = (ability: Ability | "signed-in"): MethodDecorator =>
  Extensions({ ability }) as MethodDecorator;

/** Denies root fields unless `Requires` lets the viewer in; one without it is open to nobody. */
export const authorize: MiddlewareFn<Context> = ({ context, info }, next) => {
  const ability = abilityOf(info);
  if (ability === null || ability === "signed-in") return next();
  if (ability === undefined || brandsWhere(context.viewer, ability).length === 0) {
    throw new DomainError("FORBIDDEN", { field: info.fieldName, ability: ability ?? "none" });
  }
  return next();
};

/** What the field asks for; null below the root. */
function abilityOf({
  parentType,
  fieldName,
  schema,
}: GraphQLResolveInfo): Ability | "signed-in" | null | undefined {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  if (!roots.includes(parentType)) return null;
  return parentType.getFields()[fieldName]?.extensions.ability as Ability | "signed-in" | undefined;
}
