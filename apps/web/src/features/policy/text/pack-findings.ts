import { yamlLanguage } from "@codemirror/lang-yaml";
import type { PackProblem } from "@parley/shared/pack";
import type { Finding } from "@parley/shared/policy";
import { sayCode, words } from "../../../base/i18n.ts";
import { problemRange } from "./problem-range.ts";

/** What is wrong with a pack, at its places, as findings of the editor. */
export function packFindings(text: string, problems: readonly PackProblem[]): readonly Finding[] {
  const read = { text, tree: yamlLanguage.parser.parse(text) };
  return problems.map((problem, index) => {
    const { from, to } = problemRange(read, problem);
    return {
      id: `${index} ${problem.code} ${problem.line}:${problem.column}`,
      rule: problem.code,
      start: from,
      end: to,
      severity: "error",
      overridable: "never",
      cost: "idle",
      message: problem.code,
      args: Object.fromEntries(Object.entries(problem.details).map(([name, value]) => [name, String(value)])),
      evidence: { detector: "pack", pack: "", score: 1, why: [] },
      fixes: [],
    };
  });
}

/** A problem of this page's own: the text belongs to another pack than the one that is open. */
export const OTHER_ID = "pack.other_id";

/** What a problem says. */
export function problemWords({ code, details }: Pick<PackProblem, "code" | "details">): string {
  if (code === OTHER_ID) return words.get().t(($) => $.pack.otherId, { pack: String(details.pack ?? "") });
  return sayCode("findings", code, details) ?? code;
}
