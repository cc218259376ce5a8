import { offline } from "./offline.ts";
import type { Commands } from "./run-command.ts";

/** Every command. */
export const commands: Commands = {
  ...offline,
  import: () => import("./import.ts"),
  export: () => import("./export.ts"),
  member: () => import("./member.ts"),
  verify: () => import("./verify.ts"),
  template: () => import("./template.ts"),
};
