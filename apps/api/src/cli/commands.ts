import type { Command } from "./command.ts";

/** Every command, loaded only when it is called: an offline check must start in under half a second. */
export const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
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
