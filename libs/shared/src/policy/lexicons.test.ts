import { expect, test } from "vitest";
import { termFaults } from "../pack/pack-problems.ts";
import { isObject } from "./schema.ts";
import { languages } from "./test/built-in.ts";

const files = Object.entries(languages).flatMap(([tag, { policy }]) =>
  isObject(policy) ? [{ tag, policy }] : [],
);

test.each(files)(
  "the lexicons of $tag have no term that is unreadable or stands twice",
  ({ tag, policy }) => {
    const faults = Object.entries(isObject(policy.lexicons) ? policy.lexicons : {}).flatMap(([name, list]) =>
      termFaults(Array.isArray(list) ? list : [], tag, [name]),
    );
    expect(faults.map(({ path, details }) => `${path.join(" ")}: ${details.term}`)).toEqual([]);
  },
);

test("every language has the same lexicons and texts", () => {
  const names = ({ lexicons, texts }: Readonly<Record<string, unknown>>) =>
    [lexicons, texts].flatMap((part) => Object.keys(isObject(part) ? part : {})).sort();
  const english = names(files.find(({ tag }) => tag === "en")?.policy ?? {});
  for (const { tag, policy } of files) expect({ tag, names: names(policy) }).toEqual({ tag, names: english });
});
