import { parseArgs } from "node:util";
import { channelOf, measure } from "@parley/shared/channel";
import type { Finding } from "@parley/shared/policy";
import { tellLanguage, usedTag } from "./check-language.ts";
import { lineSettings, type Options, verifyOptions } from "./check-options.ts";
import { createCheckers } from "./checkers.ts";
import type { Command } from "./command.ts";
import { readJsonLines, stringField } from "./json-lines.ts";

/**
 * `check --channel ID [--visibility public|private] [--language auto|TAG] [--countries DE,PT] [--register formal|informal]
 * [--expected TAG] [--pack FILE]`: what the rules say about each line's `text`. Any option may be a field of a line.
 */
export const run: Command = async (args, { input, out }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      channel: { type: "string" },
      visibility: { type: "string" },
      language: { type: "string" },
      expected: { type: "string" },
      countries: { type: "string" },
      register: { type: "string" },
      pack: { type: "string" },
    },
  });
  const options: Options = values;
  verifyOptions(options);
  const checkers = createCheckers();
  // A pack that cannot be used is told before the first line is read.
  if (options.pack !== undefined) await checkers.forPack(options.pack);
  let failed = false;
  for await (const line of readJsonLines(input)) {
    const text = stringField(line, "text");
    const { context, asked, pack } = lineSettings(line, options);
    const { checker, checkerWith, policy } = await checkers.forPack(pack);
    const told = await tellLanguage(text, asked, policy);
    const able = told.identifier ? checkerWith(told.identifier) : checker;
    const findings = able.check(text, { ...context, language: usedTag(told) });
    failed ||= findings.some(({ severity }) => severity === "error");
    const channel = channelOf(context.channel, context.visibility);
    const { used, limit } = channel ? measure(text, channel) : { used: text.length, limit: text.length };
    const { tag, confidence } = told;
    const language = { tag, confidence };
    const length = { used, limit };
    out(JSON.stringify({ language, findings: findings.map(shown), length, packDigest: policy.digest }));
  }
  return failed ? 1 : 0;
};

const shown = ({ rule, severity, start, end, evidence, fixes }: Finding) => ({
  rule,
  severity,
  start,
  end,
  ...(evidence.entity !== undefined && { entity: evidence.entity }),
  fixes: fixes.map(({ kind, edits }) => ({ kind, edits })),
});
