/** What a new version changes: nothing of note, something more, or what others build on. */
export type Step = "patch" | "minor" | "major";

const FORM = /^(\d+)\.(\d+)\.(\d+)$/;

/** The version after one; the same text when it is not a version. */
export function nextVersion(version: string, step: Step): string {
  const [, major = "", minor = "", patch = ""] = FORM.exec(version) ?? [];
  if (major === "") return version;
  if (step === "major") return `${Number(major) + 1}.0.0`;
  return step === "minor" ? `${major}.${Number(minor) + 1}.0` : `${major}.${minor}.${Number(patch) + 1}`;
}

/** Whether one version comes after another. */
export function isLater(version: string, other: string): boolean {
  const numbers = (text: string) => (FORM.exec(text) ?? []).slice(1).map(Number);
  const [a, b] = [numbers(version), numbers(other)];
  for (let index = 0; index < 3; index += 1) {
    const [mine = 0, theirs = 0] = [a[index], b[index]];
    if (mine !== theirs) return mine > theirs;
  }
  return false;
}

/** A pack's text with another version. */
export function withVersion(source: string, version: string): string {
  return source.replace(/^version:[^\n#]*?(?=\s*(?:#[^\n]*)?$)/m, `version: ${version}`);
}
