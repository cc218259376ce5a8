const LENGTH = 140;

/** The start of a text in one line, cut between graphemes' code points. */
export function previewOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim().toWellFormed();
  const points = [...line];
  return points.length <= LENGTH ? line : `${points.slice(0, LENGTH - 1).join("")}…`;
}
