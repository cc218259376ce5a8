/** What sets each text apart, on one line: the paragraphs all begin with, such as the greeting, say nothing here. */
export function previews(texts: readonly string[]): readonly string[] {
  const paragraphs = texts.map((text) => text.split(/\n{2,}/));
  let same = 0;
  const differs = () => new Set(paragraphs.map((list) => list[same])).size > 1;
  const ends = () => paragraphs.some((list) => list.length <= same + 1);
  while (texts.length > 1 && !ends() && !differs()) same += 1;
  return paragraphs.map((list) => list.slice(same).join(" ").replace(/\s+/g, " ").trim());
}
