import { markup } from "@parley/shared/fence";
import type { ProviderTask, TranslationAsked } from "../../base/provider.ts";
import type { Contract } from "../contract.ts";
import { textAt } from "../json.ts";

const tasks: readonly ProviderTask[] = ["translate"];

/** Tags the protocol has a spelling of its own for. */
const SPELLED: Readonly<Record<string, string>> = { "zh-CN": "zh-Hans", "pt-PT": "pt", "pt-BR": "pt-BR" };
const codeOf = (tag: string): string => SPELLED[tag] ?? tag.split("-")[0] ?? tag;

/** `POST /translate` of LibreTranslate and of what speaks its language. It knows no registers. */
export const libretranslate: Contract = ({ key }, call) => {
  const ask = ({ text, from }: TranslationAsked, target: string) =>
    call({
      path: "/translate",
      body: {
        q: markup.write(text),
        source: from ? codeOf(from).split("-")[0] : "auto",
        target,
        format: "html",
        ...(key ? { api_key: key } : {}),
      },
    });
  return {
    tasks,
    translate: async (asked) => {
      const target = codeOf(asked.to);
      const first = await ask(asked, target);
      const plain = target.split("-")[0] ?? target;
      // Servers know some languages without their country only.
      const again = first.kind === "failed" && first.fault === "rejected" && plain !== target;
      const answer = again ? await ask(asked, plain) : first;
      if (answer.kind === "failed")
        return answer.fault === "rejected" ? { kind: "failed", fault: "language" } : answer;
      const text = textAt(answer.value, "translatedText");
      return text === null
        ? { kind: "failed", fault: "malformed" }
        : { kind: "answer", value: markup.read(text) };
    },
  };
};
