/** What machines call themselves: names of products and protocols, the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  openai: "OpenAI API",
  deepl: "DeepL",
  libretranslate: "LibreTranslate",
};

/** Which outside machine it was, for people. */
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
