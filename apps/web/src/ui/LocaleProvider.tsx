import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useLanguage } from "../base/i18n.ts";

/** Tells the components of React Aria which language and direction the page has; by themselves they ask the browser. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  // The pseudo-languages are no languages that `Intl` knows, only directions.
  const locale = { "en-XA": "en", "ar-XB": "ar" }[language as string] ?? language;
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
