import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brackets } from "@parley/shared/fence";
import { LOCALES } from "../../base/locales.ts";
import type { DraftAsked, TranslationAsked } from "../../base/provider.ts";

/** What a model reads. The customer's words are never among the instructions: they are a value in JSON. */
export interface Said {
  readonly role: "system" | "user";
  readonly content: string;
}

const instructions = JSON.parse(readFileSync(join(LOCALES, "prompts.json"), "utf8")) as Readonly<
  Record<"draft" | "translate", readonly string[]>
>;

const prompt = (about: keyof typeof instructions, data: object): readonly Said[] => [
  { role: "system", content: instructions[about].join("\n") },
  { role: "user", content: JSON.stringify(data) },
];

export const draftPrompt = ({ question, material, language, register, most }: DraftAsked): readonly Said[] =>
  prompt("draft", {
    language,
    address: register,
    most_characters: most,
    templates: material.map(({ key, text }) => ({ key, text: brackets.write(text) })),
    customer_messages: question.map(brackets.write),
  });

export const translationPrompt = ({ text, from, to, register }: TranslationAsked): readonly Said[] =>
  prompt("translate", { from, to, address: register, text: brackets.write(text) });
