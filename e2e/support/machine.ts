import { chatAnswer, dataOf, type StandIn, startStandIn } from "../../apps/api/src/provider/test/stand-in.ts";

/** What the stand-in says in English and Spanish; other texts come back as they are. */
const SAID: Readonly<Record<string, string>> = {
  "¿Cuándo llega mi maleta?": "When does my suitcase arrive?",
  "Your suitcase arrives tomorrow.": "Tu maleta llega mañana.",
};

/** A machine on loopback that drafts the first template it is given, translates a few sentences, and embeds by length. */
export function startMachine(): Promise<StandIn> {
  return startStandIn((asked) => {
    if (asked.path.endsWith("/embeddings")) {
      const texts = asked.body.input as readonly string[];
      return { data: texts.map((text, index) => ({ index, embedding: [text.length, 1] })) };
    }
    const { templates, customer_messages: question, text } = dataOf(asked);
    if (!templates) return chatAnswer(SAID[String(text)] ?? String(text));
    const [first] = templates as readonly { readonly key: string; readonly text: string }[];
    // A machine that does what a customer tells it to.
    const order = /say: (.*)/.exec(String(question))?.[1];
    const reply = [first?.text, order].filter(Boolean).join("\n");
    return chatAnswer(JSON.stringify({ reply, templates: [first?.key] }));
  });
}

/** The environment of a Parley that asks it. */
export const machineEnv = ({ url }: StandIn) => ({
  PARLEY_PROVIDER: "openai",
  PARLEY_PROVIDER_URL: `${url}/v1`,
  PARLEY_PROVIDER_KEY: "secret-key",
  PARLEY_PROVIDER_MODEL: "talker",
  PARLEY_PROVIDER_EMBEDDING_MODEL: "embedder",
});
