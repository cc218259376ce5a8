const MOST = 1000;

/** A pure function of a word that keeps its last answers: a draft is looked at again on each key. */
export function remembered<T extends NonNullable<unknown>>(ask: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = ask(word);
    if (answers.size >= MOST) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}
