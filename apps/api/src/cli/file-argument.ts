import { resolve } from "node:path";

/** A file named on the command line: relative to where the command was typed, which npm tells. */
export const fileArgument = (name: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), name);
