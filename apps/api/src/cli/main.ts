import { enableCompileCache } from "node:module";
import { sentence } from "../base/sentence.ts";
import { SetupError } from "../database/setup-error.ts";
import { Unusable } from "./command.ts";
import { commands } from "./commands.ts";

// What was compiled once is not compiled again by the next command: half of a short command's time.
enableCompileCache();

/** What may be a question for help; most commands have none and need not wait for its words. */
const HELP = /^(?:help|--help|-h)$/;

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const help = [name, ...args].some((arg) => HELP.test(arg))
    ? (await import("./help.ts")).helpFor(name, args)
    : undefined;
  if (help !== undefined) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
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
