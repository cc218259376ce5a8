import { enableCompileCache } from "node:module";
import { sentence } from "../base/sentence.ts";
import { SetupError } from "../database/setup-error.ts";
import { type Command, Unusable } from "./command.ts";

/** Every command, loaded only when it is called: an offline check must start in under half a second. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  check: () => import("./check.ts"),
  language: () => import("./language.ts"),
  length: () => import("./length.ts"),
  register: () => import("./register.ts"),
  format: () => import("./format.ts"),
  suggest: () => import("./suggest.ts"),
  import: () => import("./import.ts"),
  export: () => import("./export.ts"),
  member: () => import("./member.ts"),
  verify: () => import("./verify.ts"),
  template: () => import("./template.ts"),
};

// What was compiled once is not compiled again by the next command: half of a short command's time.
enableCompileCache();

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const load = commands[name];
  if (!load) {
    process.stderr.write(`${sentence("usage", { commands: Object.keys(commands).sort().join(" ") })}\n`);
    return 2;
  }
  const { run } = await load();
  try {
    return await run(args, {
      input: process.stdin,
      out: (line) => process.stdout.write(`${line}\n`),
      err: (line) => process.stderr.write(`${line}\n`),
    });
  } catch (error) {
    const text = wordsOf(error);
    if (text === undefined) throw error;
    process.stderr.write(`${text}\n`);
    return 2;
  }
}

/** What to tell whoever typed the command; a bug has no words. */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof Unusable || error instanceof SetupError) return sentence(error.code, error.details);
  return isOptionError(error) ? error.message : undefined;
}

const isOptionError = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

process.exitCode = await main(process.argv.slice(2));
