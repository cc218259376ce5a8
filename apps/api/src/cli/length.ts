import { parseArgs } from "node:util";
import { type ChannelSettings, measure } from "@parley/shared/channel";
import { channelFor, choice, unknown } from "./channel-choice.ts";
import type { Io } from "./command.ts";
import { readJsonLines, stringField } from "./json-lines.ts";

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

function wholeNumber(
  name: keyof ChannelSettings,
  option: string,
  value: string | undefined,
): ChannelSettings {
  if (value === undefined) return {};
  if (!/^\d{1,9}$/.test(value)) throw unknown({ option, value }, ["0-999999999"]);
  return { [name]: Number(value) };
}
