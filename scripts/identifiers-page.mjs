// `docs/identifiers.md`: what is looked for, from the code, and how it is weighed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./prepare.mjs";

const names = new Intl.DisplayNames("en", { type: "region" });

export async function identifiersPage() {
  const { ENTITIES } = await import(pathToFileURL(join(ROOT, "libs/shared/dist/identifier/index.js")).href);
  const countries = [...new Set(ENTITIES.map(({ country }) => country))].filter(Boolean).sort();
  const rows = countries.map((country) => {
    const list = (shy) =>
      ENTITIES.filter((one) => one.country === country && one.shy === shy)
        .map(({ entity }) => `\`${entity}\``)
        .join(", ");
    return `| ${names.of(country)} | ${list(false)} | ${list(true)} |`;
  });
  const anywhere = ENTITIES.filter(({ country }) => country === "").map(({ entity }) => `\`${entity}\``);
  return {
    path: "docs/identifiers.md",
    text: [...INTRODUCTION(anywhere.join(", ")), ...rows, ""].join("\n"),
  };
}

const INTRODUCTION = (anywhere) => [
  "# Identifiers",
  "",
  "What Parley takes for something that identifies a person, an account, a device or an order, in the agent's text and in the",
  "customer's. This page is written by `npm run gen` from `libs/shared/src/identifier/`; how good it is prints",
  "`npm run bench -- identifiers`.",
  "",
  "## How it is decided",
  "",
  "1. The text is read as a person reads it: full-width and other digits, any dash, invisible characters, keycaps.",
  "2. Whatever is written like a number of a known form is a candidate. Its checksum and its structure are computed.",
  "3. Signs add up as odds: how rarely chance passes the check, the printed form, a word nearby in one of thirteen languages,",
  "   a country of the brand, the language of the text, standing alone. A word for something else (an order, a price, a",
  "   version) counts against it. Less than even odds are not reported.",
  "4. What is proved claims its stretch first, then what is longer, then what has more signs. A part of a longer number is none.",
  "",
  "`certain` means that a checksum or a structure proves it together with the other signs. What is spelled out (digits as words, `at`",
  "and `dot`) is found, but never certain. Links, handles, hashtags and placeholders such as name@example.com are left alone.",
  "",
  "## Order and booking numbers",
  "",
  "A brand says how it writes them: `9` is a digit, `A` a letter, `X` either, `9{6,8}` six to eight digits, a backslash takes the",
  "next character as it is, anything else stands for itself. `\\A\\X-9{6}` finds AX-123456. Without a pattern, a number after a",
  "word for an order is likely one.",
  "",
  "## What is looked for",
  "",
  `Everywhere: ${anywhere}.`,
  "",
  "Numbers of a country count most where the brand has customers there. Those in the last column say so little by themselves",
  "that they need a word nearby.",
  "",
  "| country | by their check | with a word nearby |",
  "|---|---|---|",
];
