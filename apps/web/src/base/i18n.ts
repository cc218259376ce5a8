import i18next, { type ResourceNamespaceMap, type SelectorParam, type TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { directionOf, type PseudoLanguage, pseudoLanguages, type UiLanguage } from "./languages.ts";
import { pseudoWords } from "./pseudo.ts";
import { createStore, type Readable } from "./store.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    enableSelector: "strict";
    defaultNS: (keyof ResourceNamespaceMap)[];
    returnNull: false;
  }
}

/** Chooses one message without arguments: `($) => $.inbox.title`. The first step is the namespace. */
export type Message = SelectorParam;
export type Translate = TFunction;
export type Language = UiLanguage | PseudoLanguage;

/** Each namespace of each language is a chunk of its own, loaded when it is asked for. */
const files = import.meta.glob<{ default: object }>([
  "../../../../locales/*/ui/*.json",
  "../../../../locales/*/errors.json",
  "../../../../locales/*/findings.json",
  "../../../../locales/*/template-checks.json",
]);
/** Words that the server and the command line use as well stand beside `ui/`; their keys are codes. */
const shared: readonly string[] = ["errors", "findings", "template-checks"];
/** What is asked for so far: after a change of language the same is loaded again. */
const wanted = new Set<string>();
/** `t` is another function after each change, so that memoised components notice. */
const current = createStore<{ readonly language: Language; readonly t: Translate }>({
  language: "en",
  t: fixed("en"),
});

/** The words in the present language. Outside React; components call `useWords`. */
export const words: Readable<{ readonly language: Language; readonly t: Translate }> = current;

export function useWords(): Translate {
  return useSyncExternalStore(current.subscribe, current.get).t;
}

/** The language the page speaks. */
export function useLanguage(): Language {
  return useSyncExternalStore(current.subscribe, current.get).language;
}

/** Load the first namespaces and start to speak. */
export async function startWords(language: Language, namespaces: readonly string[]): Promise<void> {
  await i18next.init({
    lng: i18nextTag(language),
    fallbackLng: false,
    ns: [],
    resources: {},
    enableSelector: "strict",
    // What a person wrote is isolated, or handles and order numbers jump about in right-to-left text.
    interpolation: { escape: (value: string) => `\u2068${value}\u2069`, useRawValueToEscape: false },
    returnNull: false,
  });
  await loadWords(...namespaces);
  await speak(language);
}

/** Make sure that these namespaces can be used: `load: async () => { await loadWords("policyEditor"); … }`. */
export async function loadWords(...namespaces: readonly string[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  await loadInto(current.get().language);
  current.set({ language: current.get().language, t: fixed(current.get().language) });
}

/** Change the language of the whole page. Words, `lang` and `dir` change together. */
export async function speak(language: Language): Promise<void> {
  await loadInto(language);
  await i18next.changeLanguage(i18nextTag(language));
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  current.set({ language, t: fixed(language) });
}

/** The words for a code that comes from outside, such as an error's or a finding's; null when there are none. */
export function sayCode(
  namespace: "errors" | "findings" | "template-checks",
  code: string,
  args: object = {},
): string | null {
  const lng = i18nextTag(current.get().language);
  const key = `${namespace}:${code}` as never;
  return i18next.exists(key, { lng }) ? String(i18next.t(key, { ...args, lng } as never)) : null;
}

/** English titles beside the present ones: many people type English into the palette whatever they read. */
export async function englishWords(): Promise<Translate> {
  await loadInto("en");
  return fixed("en");
}

async function loadInto(language: Language): Promise<void> {
  const missing = [...wanted].filter(
    (namespace) => !i18next.hasResourceBundle(i18nextTag(language), namespace),
  );
  await Promise.all(missing.map((namespace) => loadOne(language, namespace)));
  i18next.options.ns = [...wanted];
}

async function loadOne(language: Language, namespace: string): Promise<void> {
  const isPseudo = (pseudoLanguages as readonly string[]).includes(language);
  const folder = shared.includes(namespace) ? "" : "ui/";
  const file = `../../../../locales/${isPseudo ? "en" : language}/${folder}${namespace}.json`;
  const load = files[file];
  if (!load) throw new Error(`There is no ${file}`);
  const found = (await load()).default;
  i18next.addResourceBundle(
    i18nextTag(language),
    namespace,
    isPseudo ? pseudoWords(found, language as PseudoLanguage) : found,
  );
}

/** Pseudo-Arabic is made of English forms, so it counts as English does. */
const i18nextTag = (language: Language) => (language === "ar-XB" ? "en-XB" : language);

function fixed(language: Language): Translate {
  const t = (selector: unknown, options: object = {}) =>
    i18next.t(selector as Message, { ...options, lng: i18nextTag(language) });
  return t as Translate;
}
