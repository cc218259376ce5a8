import { readCsv } from "./csv.ts";
import { type ExchangeProblem, problem, type ReadResult } from "./unit.ts";

/** A text of another help desk on its way to a template: title, and a message in each language. */
export interface ImportedText {
  readonly title: string;
  readonly defaultLocale: string;
  readonly texts: readonly {
    readonly locale: string;
    readonly message: string;
    readonly outdated: boolean;
  }[];
}

/** How the other desk's words become ours. */
export interface ZendeskWords {
  /** Our tag for each name of a language, such as `german`. In lower case. */
  readonly languages: Readonly<Record<string, string>>;
  /** Our variable for each of their placeholders, such as `ticket.requester.first_name`. */
  readonly variables: Readonly<Record<string, string>>;
}

const TITLE = "title";
const DEFAULT = "default language";
const TEXT = "default text";

/** Read Zendesk's export of dynamic content: title, default language and text, a column for each other language. */
export function readZendesk(text: string, words: ZendeskWords): ReadResult<readonly ImportedText[]> {
  const { table, problems } = readCsv(text, [TITLE, DEFAULT, TEXT]);
  if (!table) return { value: null, problems };
  const found: ExchangeProblem[] = [];
  const columns = table.columns
    .map((name) => name.toLowerCase())
    .filter((name) => / text$/.test(name) && name !== TEXT);
  const localeOf = (name: string, line: number): string | null => {
    const locale = words.languages[name.toLowerCase()] ?? (/^[a-z]{2,3}(-\w+)*$/i.test(name) ? name : null);
    if (locale === null) found.push(problem("language-unknown", { language: name }, line));
    return locale;
  };
  const locales = columns.map((name) => ({ name, locale: localeOf(name.replace(/ text$/, ""), 1) }));
  const value = table.rows.flatMap(({ line, cells }): readonly ImportedText[] => {
    const defaultLocale = localeOf(cells[DEFAULT] ?? "", line);
    if (defaultLocale === null) return [];
    const message = (content: string) =>
      fromLiquid(content, words, (name) =>
        found.push(problem("placeholder-unknown", { placeholder: name }, line)),
      );
    const outdated = !/^current$/i.test(cells["variant status"] ?? "current");
    const others = locales.flatMap(({ name, locale }) => {
      const content = cells[name] ?? "";
      return locale === null || content === "" ? [] : [{ locale, message: message(content), outdated }];
    });
    const original = { locale: defaultLocale, message: message(cells[TEXT] ?? ""), outdated: false };
    return [{ title: cells[TITLE] ?? "", defaultLocale, texts: [original, ...others] }];
  });
  return { value, problems: found };
}

/** Placeholders become variables; those without one become tab stops, so that no hole is ever sent. */
function fromLiquid(text: string, { variables }: ZendeskWords, unknown: (name: string) => void): string {
  const parts = text.split(/\{\{\s*([^{}]*?)\s*\}\}/);
  const pattern = parts.map((part, at) => {
    if (at % 2 === 0) return part.replace(/[\\{}]/g, "\\$&");
    const variable = variables[part];
    if (variable !== undefined) return `{$${variable}}`;
    unknown(part);
    return `{:fill label=|${part.replace(/[\\|]/g, "\\$&")}|}`;
  });
  const message = pattern.join("");
  return /^\s*\./.test(message) ? `{{${message}}}` : message;
}
