import { expect, test } from "vitest";
import { resolveVariant, type VariantKey } from "./index.ts";

const key = (name: string): VariantKey => {
  const [locale = "", register = "", channelClass = ""] = name.split("/");
  return { locale, register, channelClass } as VariantKey;
};
const resolve = (wanted: string, ...have: string[]) => {
  const resolved = resolveVariant(have.map(key), { ...key(wanted), otherLocales: ["en"] });
  if (!resolved) return null;
  const { variant, compromises, needsClick } = resolved;
  const used = `${variant.locale}/${variant.register}/${variant.channelClass}`;
  return [used, ...compromises.map(({ kind }) => kind), ...(needsClick ? ["click"] : [])];
};

test.each([
  ["de/formal/short", ["de/formal/any", "de/formal/short"], ["de/formal/short"]],
  ["de/formal/short", ["de/formal/any", "de/informal/short"], ["de/formal/any"]],
  ["de/formal/private", ["de/formal/public", "de/informal/any"], ["de/informal/any", "register"]],
  ["pt-PT/formal/any", ["pt-BR/formal/any", "en/neutral/any"], ["pt-BR/formal/any", "country", "click"]],
  ["pt-PT/formal/any", ["en/neutral/any"], ["en/neutral/any", "language", "click"]],
  ["pt-PT/formal/any", ["fr/formal/any"], null],
  ["de/formal/public", ["de/formal/short"], ["de/formal/short", "channel"]],
])("for %s out of %j %j is used", (wanted, have, expected) => {
  expect(resolve(wanted, ...have)).toEqual(expected);
});
