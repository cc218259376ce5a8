import { parseArgs } from "node:util";
import {
  CHANNEL_IDS,
  type Channel,
  type ChannelSettings,
  channelOf,
  hasVisibility,
  isChannelId,
  measure,
  type Visibility,
} from "@parley/shared/channel";
import { type Io, Unusable } from "./command.ts";
import { type JsonLine, readJsonLines, stringField } from "./json-lines.ts";

const VISIBILITIES: readonly Visibility[] = ["public", "private"];

/** `length --channel ID [--visibility public|private] [--limit N] [--link-weight N]`: what each text counts there. */
export async function run(args: readonly string[], { input, out }: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      channel: { type: "string" },
      visibility: { type: "string" },
      limit: { type: "string" },
      "link-weight": { type: "string" },
    },
  });
  const settings = {
    ...wholeNumber("most", "limit", values.limit),
    ...wholeNumber("linkWeight", "link-weight", values["link-weight"]),
  };
  // A wrong option is told before the first line is read.
  if (values.channel !== undefined) channelFor(values, settings);
  for await (const line of readJsonLines(input)) {
    const channel = channelFor(choice(line, values), settings);
    const { used, limit, fits } = measure(stringField(line, "text"), channel);
    out(JSON.stringify({ used, limit, fits }));
  }
  return 0;
}

interface Choice {
  readonly channel?: string | undefined;
  readonly visibility?: string | undefined;
  /** The line whose fields name the channel or visibility. */
  readonly line?: number | undefined;
}

/** A line's own fields go before the options. */
function choice(line: JsonLine, options: Choice): Choice {
  const field = (name: "channel" | "visibility") =>
    name in line.value ? stringField(line, name) : options[name];
  const isOwn = "channel" in line.value || "visibility" in line.value;
  return { channel: field("channel"), visibility: field("visibility"), line: isOwn ? line.line : undefined };
}

/** Without a visibility the public kind is meant, or the private one where there is no other. */
function channelFor(choice: Choice, settings: ChannelSettings): Channel {
  const { channel: id, visibility, line } = choice;
  if (id === undefined) throw new Unusable("option_missing", { option: "channel" });
  if (!isChannelId(id)) throw unknown({ option: "channel", value: id, line }, CHANNEL_IDS);
  const kinds = VISIBILITIES.filter((kind) => hasVisibility(id, kind));
  const kind = visibility === undefined ? kinds[0] : kinds.find((one) => one === visibility);
  const channel = kind && channelOf(id, kind, settings);
  if (!channel) throw unknown({ option: "visibility", value: visibility ?? "", line }, kinds);
  return channel;
}

interface Unknown {
  readonly option: string;
  readonly value: string;
  readonly line?: number | undefined;
}

function unknown({ option, value, line }: Unknown, among: readonly string[]): Unusable {
  const known = among.join(" ");
  if (line === undefined) return new Unusable("option_unknown_value", { option, value, known });
  return new Unusable("line_field_unknown_value", { line, field: option, value, known });
}

function wholeNumber(
  name: keyof ChannelSettings,
  option: string,
  value: string | undefined,
): ChannelSettings {
  if (value === undefined) return {};
  if (!/^\d{1,9}$/.test(value)) throw unknown({ option, value }, ["0-999999999"]);
  return { [name]: Number(value) };
}
