import { markup } from "@parley/shared/fence";
import type { ProviderTask, TranslationAsked } from "../../base/provider.ts";
import type { Contract } from "../contract.ts";
import { listAt, textAt } from "../json.ts";

const tasks: readonly ProviderTask[] = ["translate"];

/** Targets that want a country or a script. */
const TARGETS: Readonly<Record<string, string>> = {
  en: "EN-US",
  "en-GB": "EN-GB",
  "en-US": "EN-US",
  pt: "PT-PT",
  "pt-BR": "PT-BR",
  "pt-PT": "PT-PT",
  zh: "ZH-HANS",
  "zh-CN": "ZH-HANS",
  "zh-TW": "ZH-HANT",
};
const languageOf = (tag: string): string => (tag.split("-")[0] ?? tag).toUpperCase();

/** What languages without the distinction ignore instead of failing. */
const FORMALITY = { formal: "prefer_more", informal: "prefer_less", neutral: "default" } as const;

/** `POST /v2/translate` of DeepL. The register becomes its formality. */
export const deepl: Contract = ({ key }, call) => ({
  tasks,
  translate: async (asked: TranslationAsked) => {
    const { text, from, to, register } = asked;
    const answer = await call({
      path: "/v2/translate",
      headers: key ? { authorization: `DeepL-Auth-Key ${key}` } : {},
      body: {
        text: [markup.write(text)],
        target_lang: TARGETS[to] ?? languageOf(to),
        ...(from ? { source_lang: languageOf(from) } : {}),
        formality: FORMALITY[register],
        tag_handling: "xml",
        ignore_tags: ["ph"],
        preserve_formatting: true,
      },
    });
    if (answer.kind === "failed") return answer;
    const [first] = listAt(answer.value, "translations");
    const translated = textAt(first, "text");
    return translated === null
      ? { kind: "failed", fault: "malformed" }
      : { kind: "answer", value: markup.read(translated) };
  },
});
