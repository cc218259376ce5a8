/** What says nothing about the language, in the order in which it is taken out. */
const noise: readonly RegExp[] = [
  // Placeholders of templates: {{name}}, ${name}, {$name}, {0}, %1$s, %(name)s, %@, <b>, &amp;.
  /\{\{[^{}]{0,80}\}\}|\$?\{[^{}\s][^{}]{0,80}\}|%\([\w.]{1,40}\)[a-z]|%(?:\d{1,2}\$)?(?:l{0,2}[dufs]|[@sd])(?!\p{L})|<\/?[a-z][^<>]{0,200}>|&[a-z]{2,8};/giu,
  /(?<!\p{L})(?:https?:\/\/|www\.)[^\s<>。，！？、」）]+/giu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // Domains without a scheme, and file names.
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.){1,4}(?:com|org|net|io|app|dev|info|shop|eu|de|at|ch|fr|es|it|pt|br|uk|nl|be|pl|se|ru|jp|cn|kr|tr|tv|me|ly|gov|edu|pdf|jpe?g|png|gif|docx?|xlsx?|zip|mp[34]|txt|csv|html?|json|js|exe)(?![\p{L}\p{N}])(?:\/[^\s<>]*)?/giu,
  /[@＠][A-Za-z0-9_.-]*[A-Za-z0-9_](?:@[A-Za-z0-9.-]+)?/gu,
  // Codes, and names spelled as no word is (iPhone, WhatsApp).
  /(?<![\p{L}\p{N}])(?:[A-Za-z]+[-_]?)?\d[A-Za-z\d_-]*|(?<!\p{L})\p{Script=Latin}*\p{Ll}\p{Lu}\p{Script=Latin}*/gu,
];
const hashtag = /[#＃]([\p{L}\p{M}\p{N}_]+)/gu;
const acronym = /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu;
const letter = /\p{L}/u;

/** A text without placeholders, addresses, mentions, hashtags and codes: what is left shows its language. */
export function clean(text: string): string {
  const normal = noise.reduce((rest, pattern) => rest.replace(pattern, " "), text.normalize("NFC"));
  const untagged = normal.replace(hashtag, " ");
  // A text of hashtags only is read by the words in them.
  const words = letter.test(untagged)
    ? untagged
    : normal.replace(hashtag, (_, tag: string) => ` ${split(tag)} `);
  const rest = /\p{Ll}/u.test(words) ? words.replace(acronym, " ") : words;
  return rest.replace(/\s+/gu, " ").trim();
}

const split = (tag: string): string => tag.replaceAll("_", " ").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
