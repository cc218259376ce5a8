/** Amounts in these are told from counts when they are written out; others by their sign or code. */
const CURRENCIES =
  "EUR USD GBP JPY BRL CHF CNY INR TRY PLN AED SAR EGP CAD AUD MXN SEK DKK NOK CZK KRW".split(" ");
/** Numbers that bring out every plural form. */
const COUNTS = [0, 1, 2, 5, 11, 100];

const made = new Map<string, RegExp>();

/** Finds numbers with what is before or after them: a sign, a code or a word of money, or a sign of shares. */
export function moneyPattern(language: string): RegExp {
  const known = made.get(language) ?? new RegExp(sourceOf(language), "giu");
  made.set(language, known);
  return known;
}

function sourceOf(language: string): string {
  const words = [...new Set([...CURRENCIES, ...wordsIn(language), ...wordsIn("en")])]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  const unit = `(?:${words}|[A-Z]{0,2}\\p{Sc}|[%\\u066a\\u2030])`;
  const digits = "\\d+(?:[.,:/'\\u2019\\u00a0\\u202f-]\\d+)*";
  return `(?:(?<!\\p{L})(?<before>${unit})\\s?)?(?<digits>${digits})(?:\\s?(?<after>${unit})(?!\\p{L}))?`;
}

/** What a language calls the currencies, in all numbers. */
function wordsIn(language: string): readonly string[] {
  return CURRENCIES.flatMap((currency) => {
    const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "name" });
    return COUNTS.flatMap((count) =>
      format
        .formatToParts(count)
        .filter(({ type }) => type === "currency")
        .flatMap(({ value }) => [value, value.split(/\s/)[0] ?? value, value.split(/\s/).at(-1) ?? value]),
    );
  }).filter((word) => word.length > 2);
}
