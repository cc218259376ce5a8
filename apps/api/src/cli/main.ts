import { enableCompileCache } from "node:module";
import { asksForHelp } from "./asks-for-help.ts";
import { commands } from "./commands.ts";
import { runCommand } from "./run-command.ts";

// What was compiled once is not compiled again by the next command: half of a short command's time.
enableCompileCache();

async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const help = asksForHelp(argv) ? (await import("./help.ts")).helpFor(name, args) : undefined;
  if (help === undefined) return await runCommand(commands, argv);
  process.stdout.write(`${help}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
