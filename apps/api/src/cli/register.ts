import { parseArgs } from "node:util";
import { type LanguageRegister, registerOf, registerTag } from "@parley/shared/register";
import { readRegister, registerTags } from "../policy/register-data.ts";
import { type Io, Unusable } from "./command.ts";
import { readJsonLines, stringField } from "./json-lines.ts";

/** `register --language TAG`: how each text addresses its reader. A line may name its own language. */
export async function run(args: readonly string[], { input, out }: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { language: { type: "string" } } });
  const known = registerTags();
  const option = "language";
  if (values.language !== undefined && !registerTag(values.language, known)) {
    throw new Unusable("option_unknown_value", { option, value: values.language, known: known.join(" ") });
  }
  const data: Record<string, LanguageRegister> = {};
  for await (const line of readJsonLines(input)) {
    const own = option in line.value ? stringField(line, option) : undefined;
    const tag = own ?? values.language;
    if (tag === undefined) throw new Unusable("option_missing", { option });
    const name = registerTag(tag, known);
    if (name === undefined) {
      throw new Unusable("line_field_unknown_value", {
        line: line.line,
        field: option,
        value: tag,
        known: known.join(" "),
      });
    }
    data[name] ??= readRegister(name);
    const { register, evidence } = registerOf(stringField(line, "text"), name, data);
    out(
      JSON.stringify({
        register,
        evidence: evidence.map(({ start, end, register }) => ({ start, end, register })),
      }),
    );
  }
  return 0;
}
