/** Addresses and placeholders say nothing about the language; in the order in which they are taken out. */
const addresses: readonly RegExp[] = [
  // Placeholders of templates: {{name}}, ${name}, {$name}, {0}, %1$s, %(name)s, %@, <b>, &amp;.
  /\{\{[^{}]{0,80}\}\}|\$?\{[^{}\s][^{}]{0,80}\}|%\([\w.]{1,40}\)[a-z]|%(?:\d{1,2}\$)?(?:l{0,2}[dufs]|[@sd])(?!\p{L})|<\/?[a-z][^<>]{0,200}>|&[a-z]{2,8};/giu,
  /(?<!\p{L})(?:https?:\/\/|www\.)[^\s<>。，！？、」）]+/giu,
  /(?<![A-Za-z0-9._%+-])[@＠][A-Za-z0-9_.-]*[A-Za-z0-9_](?:@[A-Za-z0-9.-]+)?/gu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // Domains without a scheme, and file names.
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.){1,4}(?:com|org|net|io|app|dev|info|shop|eu|de|at|ch|fr|es|it|pt|br|uk|nl|be|pl|se|ru|jp|cn|kr|tr|tv|me|ly|gov|edu|pdf|jpe?g|png|gif|docx?|xlsx?|zip|mp[34]|txt|csv|html?|json|js|exe)(?![\p{L}\p{N}])(?:\/[^\s<>]*)?/giu,
];
/** What opens the choice of a form, as in {n, plural, one {# file} other {# files}}, and what opens each form. */
const choice = /\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,(?:\s*offset:\d+)?/giu;
const form = /(?<=[,}]\s{0,9})[\w=]{1,40}\s{0,9}\{/gu;
/** Codes, and names spelled as no word is (iPhone, WhatsApp). */
const codes =
  /(?<![\p{L}\p{N}])(?:[A-Za-z]+[-_]?)?\d[A-Za-z\d_-]*|(?<![\p{L}\p{M}])\p{L}{0,30}?\p{Ll}\p{Lu}\p{Script=Latin}*/gu;
const acronym = /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu;
const hashtag = /[#＃]([\p{L}\p{M}\p{N}_]+)/gu;
const letter = /\p{L}/u;

/** A text without placeholders, addresses, mentions, hashtags and codes: what is left shows its language. */
export function clean(text: string): string {
  const plain = addresses.reduce(
    (rest, pattern) => rest.replace(pattern, " "),
    unfold(text.normalize("NFC")),
  );
  const untagged = plain.replace(hashtag, " ");
  // A text of hashtags only is read by the words in them.
  const words = letter.test(untagged)
    ? untagged
    : plain.replace(hashtag, (_, tag: string) => ` ${split(tag)} `);
  const named = words.replace(codes, " ");
  const rest = /\p{Ll}/u.test(named) ? named.replace(acronym, " ") : named;
  return rest.replace(/\s+/gu, " ").trim();
}

/** A text with a choice of forms as all its forms; taken for placeholders, nothing of them would be left to read. */
function unfold(text: string): string {
  const opened = text.replace(choice, ",");
  return opened === text ? text : opened.replace(form, " ");
}

const split = (tag: string): string => tag.replaceAll("_", " ").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
