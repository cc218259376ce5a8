import { yamlLanguage } from "@codemirror/lang-yaml";
import { contentOf, nodeAt, partAt, scalarOf } from "./yaml-path.ts";

interface AddedRule {
  readonly source: string;
  /** Where its id begins, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Put a rule at the end of a pack's rules. `make` gives its YAML, indented by two, for a number that makes its id a new one. */
export function addRule(source: string, make: (number: string) => string): AddedRule {
  const tree = yamlLanguage.parser.parse(source);
  const pair = partAt(tree, source, ["rules"]);
  const list = pair && contentOf(pair);
  const ids = new Set(
    (list?.getChildren("Item") ?? []).map((_, index) =>
      scalarOf(nodeAt(tree, source, ["rules", index, "id"]), source),
    ),
  );
  const rule = freshRule(ids, make);
  if (!pair) return placed(`${source.trimEnd()}\nrules:\n`, rule, "");
  if (list?.name === "BlockSequence") {
    const end = source.slice(0, list.to).trimEnd().length;
    const indent = list.from - (source.lastIndexOf("\n", list.from - 1) + 1);
    const fitting = rule.replace(/^ {2}/gm, " ".repeat(indent)).trimEnd();
    return placed(`${source.slice(0, end)}\n`, fitting, source.slice(end));
  }
  const name = pair.getChild("Key");
  const from = name ? name.to + 1 : pair.to;
  const to = list ? list.to : from;
  return placed(`${source.slice(0, from)}\n`, rule.trimEnd(), source.slice(to));
}

function freshRule(ids: ReadonlySet<string | null>, make: (number: string) => string): string {
  for (let number = 1; ; number += 1) {
    const rule = make(number === 1 ? "" : `-${number}`);
    const id = /id: (\S+)/.exec(rule)?.[1] ?? "";
    if (!ids.has(id)) return rule;
  }
}

function placed(before: string, rule: string, after: string): AddedRule {
  const line = before.split("\n").length;
  return { source: before + rule + after, line, column: rule.indexOf("id: ") + "id: ".length + 1 };
}
