import type { Command } from "./command.ts";
import { Unusable } from "./command.ts";
import { checkTemplates } from "./template-check.ts";
import { listTemplates } from "./template-list.ts";

/** `template list` and `template check`: the starter templates, without a server. */
export const run: Command = async ([verb = "", ...args], io) => {
  if (verb === "list") return listTemplates(args, io);
  if (verb === "check") return checkTemplates(args, io);
  throw new Unusable("verb_unknown", { command: "template", verb, known: "check list" });
};
