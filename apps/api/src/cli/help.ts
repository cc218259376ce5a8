import { CHANNEL_IDS } from "@parley/shared/channel";
import { sentence } from "../base/sentence.ts";
import { commands } from "./commands.ts";

const ASKS: ReadonlySet<string> = new Set(["--help", "-h"]);

/** What a command line that asks for help gets; undefined for one that asks for something else. */
export function helpFor(name: string, args: readonly string[]): string | undefined {
  if (name === "help" && args[0] !== undefined && Object.hasOwn(commands, args[0])) return about(args[0]);
  if (name === "help" || ASKS.has(name)) {
    const usage = sentence("usage", { commands: Object.keys(commands).sort().join(" ") });
    return sentence("help", { usage });
  }
  const end = args.indexOf("--");
  const own = end < 0 ? args : args.slice(0, end);
  return Object.hasOwn(commands, name) && own.some((arg) => ASKS.has(arg)) ? about(name) : undefined;
}

const about = (name: string): string => sentence(`help_${name}`, { channels: CHANNEL_IDS.join(" ") });
