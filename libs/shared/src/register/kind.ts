/** What a word's classes make of it, worked out once for each combination of classes. */
export interface Kind {
  /** Its classes, joined by `+` in alphabetical order, "" for a word that no list knows. */
  readonly name: string;
  /** May tell a register. Context words (`c.`) alone tell nothing. */
  readonly tells: boolean;
  /** A pronoun only beside a verb, else an article: `la`, `lo`, `le`, `o`, `a`. */
  readonly clitic: boolean;
  readonly verbal: boolean;
  /** Tells by its capital (`a.`). */
  readonly byCapital: boolean;
  /** Tells only where a sentence ends (`e.`). */
  readonly ending: boolean;
  /** What it does to a subject that is looked for to the left of a verb. */
  readonly subject: "is" | "ends" | "undoes" | "opens" | "";
}

export const NO_KIND = kindFrom("");

export function kindFrom(name: string): Kind {
  return {
    name,
    tells: name !== "" && (!name.startsWith("c.") || /\+[^c]/.test(name)),
    clitic: /^[fa]\.(acc|dat)$/.test(name),
    verbal: /v[123]|u\.|inf/.test(name),
    byCapital: name.startsWith("a."),
    ending: name.startsWith("e."),
    subject: subjectRole(name),
  };
}

/** A conjunction ends the clause, a pronoun is a subject, a preposition undoes one, an article opens one. */
function subjectRole(name: string): Kind["subject"] {
  if (name.startsWith("c.conj")) return "ends";
  if (/c\.subj|[if]\.pron/.test(name)) return "is";
  if (name.includes("c.prep")) return "undoes";
  return name.includes("c.det") ? "opens" : "";
}
