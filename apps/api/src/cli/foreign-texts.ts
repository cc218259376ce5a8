import { type ReadResult, readIcuMessage, readZendesk, type ZendeskWords } from "@parley/shared/interchange";
import { localeTags } from "../base/locales.ts";
import type { ForeignText } from "../template/import-texts.ts";
import { Unusable } from "./command.ts";

/** Their placeholders, and our variables that hold the same. */
const ZENDESK_VARIABLES: ZendeskWords["variables"] = {
  "ticket.requester.name": "customerName",
  "ticket.requester.first_name": "customerName",
  "current_user.name": "agentName",
  "current_user.first_name": "agentName",
  "ticket.brand.name": "brandName",
  "ticket.account": "brandName",
};

/** Read the texts of another tool: Zendesk's dynamic content, or a JSON object of ICU messages by name. */
export function foreignTexts(
  format: string,
  text: string,
  locale: string | undefined,
): ReadResult<readonly ForeignText[]> {
  if (format === "zendesk") {
    const names = new Intl.DisplayNames("en", { type: "language" });
    const languages = Object.fromEntries(
      localeTags().map((tag) => [(names.of(tag) ?? tag).toLowerCase(), tag]),
    );
    return readZendesk(text, { languages, variables: ZENDESK_VARIABLES });
  }
  if (locale === undefined) throw new Unusable("option_missing", { option: "locale" });
  const messages = Object.entries(jsonObject(text)).map(([title, message]) => ({
    title,
    ...readIcuMessage(message),
  }));
  return {
    value: messages.flatMap(({ title, value }) =>
      value === null ? [] : [{ title, defaultLocale: locale, texts: [{ locale, message: value }] }],
    ),
    problems: messages.flatMap(({ problems }) => problems),
  };
}

function jsonObject(text: string): Readonly<Record<string, string>> {
  const unusable = () => new Unusable("exchange_not_json");
  const parsed: unknown = parseJson(text, unusable);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw unusable();
  const entries = Object.entries(parsed);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) throw unusable();
  return Object.fromEntries(entries);
}

function parseJson(text: string, unusable: () => Unusable): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable();
  }
}
