// What is derived from the built-in packs: the packs as JSON, the schema of packs, and the page of rules.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./prepare.mjs";

const PACKS = join(ROOT, "libs/shared/packs");
const shared = (entry) => import(pathToFileURL(join(ROOT, `libs/shared/dist/${entry}/index.js`)).href);

/** The built-in packs as they were parsed; a pack that cannot be read ends the run with its place. */
async function packs() {
  const { parsePack } = await shared("pack");
  return readdirSync(PACKS)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const { pack, problems } = parsePack(readFileSync(join(PACKS, name), "utf8"));
      const [problem] = problems;
      if (problem)
        throw new Error(
          `${name}:${problem.line}:${problem.column}: ${problem.code} ${JSON.stringify(problem.details)}`,
        );
      return pack;
    });
}

/** `libs/shared/packs/built-in.json`: the packs without their examples, so that nobody needs a YAML parser to run them. */
export async function builtInPacks() {
  const list = (await packs()).map((pack) => ({
    ...pack,
    rules: pack.rules.map(({ tests: _, ...rule }) => rule),
  }));
  return { path: "libs/shared/packs/built-in.json", text: `${JSON.stringify(list, null, 2)}\n` };
}

/** `docs/schemas/pack.schema.json`: what editors check a pack with, from the parser's own schema. */
export async function packSchema() {
  const { publishedSchema } = await shared("pack");
  return { path: "docs/schemas/pack.schema.json", text: `${JSON.stringify(publishedSchema(), null, 2)}\n` };
}

/** `docs/rules.md`: every built-in rule with its words, conditions, remedies and an example. */
export async function rulesPage() {
  const words = JSON.parse(readFileSync(join(ROOT, "locales/en/findings.json"), "utf8"));
  const sections = (await packs()).flatMap((pack) => packSection(pack, words));
  const text = [
    "# The built-in rules",
    "",
    "This page is written by `npm run gen` from `libs/shared/packs/*.yaml` and `locales/en/findings.json`.",
    "",
    "A rule is *overridable* by a member with one click (`yes`), with a reason that is kept on record (`with-reason`), or by",
    "nobody (`never`). *Cost* says when it runs: on each key, after a pause (`idle`), or before sending (`send`).",
    ...sections,
  ];
  return { path: "docs/rules.md", text: `${text.join("\n")}\n` };
}

function packSection({ id, version, rules, extends: base }, words) {
  const built = base.length > 0 ? [`Extends ${base.map((name) => `\`${name}\``).join(", ")}.`, ""] : [];
  return ["", `## ${id} ${version}`, "", ...built, ...rules.flatMap((rule) => ruleSection(rule, words))];
}

function ruleSection(rule, words) {
  const messages = Object.keys(words).filter(
    (key) => key.startsWith(`${rule.id}.`) && key.endsWith(".title"),
  );
  const said = messages.map((key) => {
    const why = words[key.replace(/\.title$/, ".why")] ?? "";
    return `- *${plain(words[key])}* ${plain(why)}`;
  });
  const facts = [
    `uses \`${rule.use}\``,
    ...Object.entries(rule.options).map(([name, value]) => `${name} ${code(value)}`),
    `severity ${severityText(rule.severity)}`,
    `overridable ${rule.overridable}`,
    `cost ${rule.cost}`,
    ...(rule.when ? [`only when ${conditionText(rule.when)}`] : []),
    ...(rule.fix.length > 0 ? [`fixes: ${rule.fix.map(({ kind }) => kind).join(", ")}`] : []),
  ];
  const [hit] = rule.tests.match;
  const [miss] = rule.tests.noMatch;
  return [
    `### ${rule.id}`,
    "",
    ...said,
    "",
    `${capital(facts.join("; "))}.`,
    "",
    `Fires on ${example(hit)}, not on ${example(miss)}.`,
    "",
  ];
}

const plain = (text) => text.replace(/“?\{\{(\w+)\}\}”?/g, "…");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const code = (value) => {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  const shown = text.length > 90 ? `${text.slice(0, 90)}…` : text;
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
};
const example = ({ text, in: context, brand }) => {
  const given = { ...context, ...brand };
  return code(text) + (Object.keys(given).length > 0 ? ` with ${code(given)}` : "");
};
const conditionText = (when) =>
  Object.entries(when)
    .map(([name, value]) => `${name} is ${[value].flat().join(" or ")}`)
    .join(" and ");
const severityText = (cases) =>
  cases
    .map(({ when, is, overridable }) => {
      const level = overridable ? `${is} (overridable ${overridable})` : is;
      return when ? `${level} when ${conditionText(when)}` : level;
    })
    .join(", else ");
