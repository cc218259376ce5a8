import { sayCode } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { channelName, registerName } from "./place-words.ts";

interface Spoken {
  readonly message: string;
  readonly args: Readonly<Record<string, string>>;
}

/** What a check says, in the language of the page; its own key where nobody has found words for it. */
export function checkSays({ message, args }: Spoken): string {
  return sayCode("template-checks", message, named(args)) ?? message;
}

/** Codes are for the engine, names for a reader. */
function named(args: Spoken["args"]): Spoken["args"] {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, nameOf(name, value)]));
}

function nameOf(name: string, value: string): string {
  if (name === "language" || name === "region") return languageName(value);
  if (name === "register") return registerName(value);
  if (name === "channel") return channelName(value);
  return value;
}
