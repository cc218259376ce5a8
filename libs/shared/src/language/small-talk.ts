/** What people say in a word or two, by language: too short for a model of letters, and too common to get wrong. */
const SAID: Readonly<Record<string, string>> = {
  en: "hello hi hey thanks thank you please yes sorry bye good morning welcome great",
  de: "hallo hi moin danke bitte ja nein tschüss guten morgen tag abend entschuldigung super",
  nl: "hallo hoi dank bedankt dankjewel ja nee goedemorgen goedemiddag dag sorry alsjeblieft",
  fr: "bonjour bonsoir salut merci oui non pardon désolé désolée s'il vous plaît beaucoup",
  es: "hola gracias sí buenos días buenas tardes adiós perdón muchas por favor",
  pt: "olá oi obrigado obrigada sim não bom dia boa tarde noite tchau desculpe por favor",
  it: "ciao salve grazie buongiorno buonasera sì scusa scusi prego mille per favore",
  pl: "cześć hej dzień dobry dziękuję dzięki tak nie proszę przepraszam witam",
  tr: "merhaba selam teşekkürler teşekkür ederim evet hayır lütfen günaydın sağolun",
};

const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(SAID))
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), language]);

/** Longer texts speak for themselves. */
const MOST_WORDS = 3;
/** Log odds that a word adds to its languages. */
const WORD = 3;

/** What greetings, thanks and the like add to the log odds of languages, in a text of a few words. */
export function smallTalk(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [];
  const added = new Map<string, number>();
  if (words.length > MOST_WORDS) return added;
  for (const language of words.flatMap((word) => byWord.get(word) ?? []))
    added.set(language, (added.get(language) ?? 0) + WORD / words.length);
  return added;
}
