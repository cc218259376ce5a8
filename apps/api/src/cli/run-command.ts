import { sentence } from "../base/sentence.ts";
import { SetupError } from "../database/setup-error.ts";
import { type Command, Unusable } from "./command.ts";

/** Commands by name, each loaded only when it is called. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly run: Command }>>>;

/** Run the command that the first argument names; gives the exit code. Help is asked for elsewhere. */
export async function runCommand(
  commands: Commands,
  [name = "", ...args]: readonly string[],
): Promise<number> {
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
