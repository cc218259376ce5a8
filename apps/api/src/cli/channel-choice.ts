import {
  CHANNEL_IDS,
  type Channel,
  type ChannelSettings,
  channelOf,
  hasVisibility,
  isChannelId,
  type Visibility,
} from "@parley/shared/channel";
import { Unusable } from "./command.ts";
import { type JsonLine, stringField } from "./json-lines.ts";

const VISIBILITIES: readonly Visibility[] = ["public", "private"];

/** A kind of message as options and a line's fields name it. */
export interface Choice {
  readonly channel?: string | undefined;
  readonly visibility?: string | undefined;
  /** The line whose fields name the channel or visibility. */
  readonly line?: number | undefined;
}

/** A line's own fields go before the options. */
export function choice(line: JsonLine, options: Choice): Choice {
  const field = (name: "channel" | "visibility") =>
    name in line.value ? stringField(line, name) : options[name];
  const isOwn = "channel" in line.value || "visibility" in line.value;
  return { channel: field("channel"), visibility: field("visibility"), line: isOwn ? line.line : undefined };
}

/** Without a visibility the public kind is meant, or the private one where there is no other. */
export function channelFor(choice: Choice, settings: ChannelSettings = {}): Channel {
  const { channel: id, visibility, line } = choice;
  if (id === undefined) throw new Unusable("option_missing", { option: "channel" });
  if (!isChannelId(id)) throw unknown({ option: "channel", value: id, line }, CHANNEL_IDS);
  const kinds = VISIBILITIES.filter((kind) => hasVisibility(id, kind));
  const kind = visibility === undefined ? kinds[0] : kinds.find((one) => one === visibility);
  const channel = kind && channelOf(id, kind, settings);
  if (!channel) throw unknown({ option: "visibility", value: visibility ?? "", line }, kinds);
  return channel;
}

/** A value that an option or a line's field does not take. */
interface Unknown {
  readonly option: string;
  readonly value: string;
  readonly line?: number | undefined;
}

/** The refusal of a value, naming its line when it came from one. */
export function unknown({ option, value, line }: Unknown, among: readonly string[]): Unusable {
  const known = among.join(" ");
  if (line === undefined) return new Unusable("option_unknown_value", { option, value, known });
  return new Unusable("line_field_unknown_value", { line, field: option, value, known });
}
