import type { Conversation } from "../open-conversation.ts";

type Provider = NonNullable<Conversation["brand"]["provider"]>;
export type MachineTask = Provider["allowed"][number];

/** What the outside machine may do in a conversation's brand; nothing where there is none. */
export const machineHelp = ({ brand }: Pick<Conversation, "brand">): readonly MachineTask[] =>
  brand.provider?.allowed ?? [];

/** What machines call themselves: names of products and protocols, the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  openai: "OpenAI API",
  deepl: "DeepL",
  libretranslate: "LibreTranslate",
};

/** Which machine it was, for people. */
export function machineName({
  provider,
  model,
}: {
  readonly provider: string;
  readonly model: string | null;
}): string {
  const name = NAMES[provider] ?? provider;
  return model ? `${name} · ${model}` : name;
}
