import { expect, test } from "vitest";
import { packsInForce } from "./rules-in-force.ts";

test("a brand's own packs come first, and what they change of others is shown", () => {
  const own = `id: acme.words
version: 2.1.0
extends: [parley.tone@1]
rules:
  - id: acme.one
    use: terms
    options: { lexicon: promise }
    severity: [{ when: { visibility: public }, is: error }, { is: info }]
    tests: { match: [{ text: a }], noMatch: [{ text: b }] }
adjust:
  - { id: tone.blame, off: true }
  - { id: tone.capitals, severity: info }
`;
  const [first, ...shipped] = packsInForce([own, "id: ["]);
  const tone = shipped.find(({ packId }) => packId === "parley.tone")?.rules;
  const rule = (id: string) => tone?.find((one) => one.id === id);
  expect([first, rule("tone.blame"), rule("tone.capitals"), rule("tone.exclamation")?.adjusted]).toEqual([
    {
      ...{ packId: "acme.words", version: "2.1.0", builtIn: false },
      rules: [
        { id: "acme.one", severities: ["error", "info"], overridable: "yes", off: false, adjusted: false },
      ],
    },
    { id: "tone.blame", severities: ["warning"], overridable: "yes", off: true, adjusted: true },
    { id: "tone.capitals", severities: ["info"], overridable: "yes", off: false, adjusted: true },
    false,
  ]);
});
