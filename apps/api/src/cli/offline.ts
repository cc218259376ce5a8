import { asksForHelp } from "./asks-for-help.ts";
import { type Commands, runCommand } from "./run-command.ts";

/** The commands that need neither server nor database. */
export const offline: Commands = {
  check: () => import("./check.ts"),
  language: () => import("./language.ts"),
  length: () => import("./length.ts"),
  register: () => import("./register.ts"),
  format: () => import("./format.ts"),
  suggest: () => import("./suggest.ts"),
};

/**
 * Run an offline command; undefined when the arguments ask for anything else. This file is bundled with all it needs:
 * finding 300 files takes longer than checking a text.
 */
export async function runOffline(argv: readonly string[]): Promise<number | undefined> {
  const [name = ""] = argv;
  return Object.hasOwn(offline, name) && !asksForHelp(argv) ? await runCommand(offline, argv) : undefined;
}
