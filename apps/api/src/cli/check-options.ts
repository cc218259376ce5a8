import type { Channel } from "@parley/shared/channel";
import type { ReplyContext } from "@parley/shared/policy";
import { channelFor, choice, unknown } from "./channel-choice.ts";
import { Unusable } from "./command.ts";
import { type JsonLine, stringField } from "./json-lines.ts";

/** The options of `check` as given; each may be a field of a line. */
export interface Options {
  readonly channel?: string | undefined;
  readonly visibility?: string | undefined;
  readonly language?: string | undefined;
  readonly expected?: string | undefined;
  readonly countries?: string | undefined;
  readonly register?: string | undefined;
  readonly pack?: string | undefined;
}

/** What a line is checked with, but for the language that its text turns out to be in. */
export interface LineSettings {
  readonly context: Omit<ReplyContext, "language" | "channel"> & { readonly channel: Channel["id"] };
  /** `auto`, or the tag the text should be in. */
  readonly asked: string;
  readonly pack: string | undefined;
}

const REGISTERS = ["formal", "informal"] as const;
const COUNTRY = /^[A-Z]{2}$/;

/** Refuse options no line could mend, before the first line is read. */
export function verifyOptions(options: Options): void {
  if (options.channel !== undefined) channelFor({ channel: options.channel, visibility: options.visibility });
  registerOf(options.register);
  if (options.countries !== undefined) countriesOf(options.countries.split(","));
  for (const tag of [options.language, options.expected]) if (tag !== undefined) tagOf(tag);
}

/** The settings of a line: its own fields go before the options. */
export function lineSettings(line: JsonLine, options: Options): LineSettings {
  const channel = channelFor(choice(line, options));
  const field = (name: keyof Options): string | undefined =>
    name in line.value ? stringField(line, name) : options[name];
  const place = { line: line.line };
  const asked = tagOf(field("language") ?? "auto", place);
  const expected = field("expected") ?? (asked === "auto" ? undefined : asked);
  const register = registerOf(field("register"), place);
  return {
    asked,
    pack: field("pack"),
    context: {
      channel: channel.id,
      visibility: channel.visibility,
      countries: countriesOf(listField(line, "countries") ?? options.countries?.split(",") ?? [], place),
      ...(expected !== undefined && { expected: tagOf(expected, place) }),
      ...(register !== undefined && { register }),
    },
  };
}

/** Where a value came from: a line, or the options. */
interface Origin {
  readonly line?: number;
}

function registerOf(value: string | undefined, { line }: Origin = {}): ReplyContext["register"] {
  if (value === undefined) return undefined;
  const register = REGISTERS.find((known) => known === value);
  if (!register) throw unknown({ option: "register", value, line }, REGISTERS);
  return register;
}

function countriesOf(list: readonly string[], { line }: Origin = {}): readonly string[] {
  const codes = list.map((code) => code.trim().toUpperCase()).filter((code) => code !== "");
  const bad = codes.find((code) => !COUNTRY.test(code));
  if (bad !== undefined) throw unknown({ option: "countries", value: bad, line }, ["DE PT BR ..."]);
  return codes;
}

/** A language tag in its usual spelling. */
function tagOf(value: string, { line }: Origin = {}): string {
  if (value === "auto") return value;
  if (!/^[A-Za-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(value))
    throw unknown({ option: "language", value, line }, ["auto de pt-BR ..."]);
  return Intl.getCanonicalLocales(value)[0] ?? value;
}

/** A field that is a list, or a text with commas. */
function listField({ line, value }: JsonLine, name: string): readonly string[] | undefined {
  const field = value[name];
  if (field === undefined) return undefined;
  const list = typeof field === "string" ? field.split(",") : field;
  if (!Array.isArray(list) || !list.every((item) => typeof item === "string"))
    throw new Unusable("line_field_missing", { line, field: name });
  return list;
}
