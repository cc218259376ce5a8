/** Letters with what composes with them: marks, and the vowels and finals of conjoining Hangul. */
const COMPOSED = /[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/gu;

/** The offset in a text of what stands at `offset` of its NFC form; the letter's start where both lie inside one. */
export function composedOrigin(text: string, offset: number): number {
  let before = 0;
  for (const { 0: letter, index } of text.matchAll(COMPOSED)) {
    before += letter.normalize("NFC").length;
    if (before > offset) return index;
  }
  return text.length;
}
