import { type Emit, emitPair, type Grammar, type Principal, type Verb, withoutAccents } from "./grammar.ts";

function conjugate(verb: Verb, emit: Emit): void {
  const parts: Principal = { ...regular(verb), ...verb.parts };
  emitPair(emit, "pr", [parts.pr2, parts.pr]);
  emitPair(emit, "pt", [parts.pt2, parts.pt]);
  emitPair(emit, "im", [`${parts.im.slice(0, -1)}i`, parts.im]);
  emitPair(emit, "fu", [`${parts.fu}ai`, `${parts.fu}à`]);
  emitPair(emit, "co", [`${parts.fu}esti`, `${parts.fu}ebbe`]);
  emitPair(emit, "si", [`${parts.si.slice(0, -1)}i`, parts.si]);
  emit(parts.sp, "v3.sp");
  for (const plural of plurals(parts)) emit(plural, "c.v3p");
  emit(`${parts.fu}ò`, "c.v1");
  emit(`${parts.sp.slice(0, -1)}o`, "c.v1");
  if (parts.im2) emit(parts.im2, "v2.imp");
  emit(verb.infinitive, "inf");
  emit(parts.ge, "ger");
}

/** Third person plural: parlano, leggono, parlino, leggano, parlavano, parleranno, parlerebbero. */
function plurals({ pr, sp, im, si, fu }: Principal): string[] {
  const present = pr.endsWith("a") ? `${pr}no` : `${/[ai]$/.test(sp) ? sp.slice(0, -1) : pr.slice(0, -1)}ono`;
  return [present, `${sp}no`, `${im}no`, `${si}ro`, `${fu}anno`, `${fu}ebbero`];
}

function regular({ infinitive, mark }: Verb): Principal {
  const stem = infinitive.slice(0, -3);
  const theme = infinitive.slice(0, -2);
  const shared = { im: `${theme}va`, pt2: `${theme}sti`, si: `${theme}sse` };
  if (infinitive.endsWith("are")) {
    // The spelling keeps the sound before e and i: cercare cerchi, mangiare mangi.
    const soft = stem.replace(/i$/, "").replace(/[cg]$/, (c) => (stem.endsWith("i") ? c : `${c}h`));
    const future = stem
      .replace(/(?<=[cg])i$/, "")
      .replace(/[cg]$/, (c) => (stem.endsWith("i") ? c : `${c}h`));
    return {
      ...shared,
      pr2: `${soft}i`,
      pr: `${stem}a`,
      pt: `${stem}ò`,
      fu: `${future}er`,
      sp: `${soft}i`,
      ge: `${stem}ando`,
    };
  }
  const long = mark === "isc" ? `${stem}isc` : stem;
  const past = infinitive.endsWith("ire") ? `${stem}ì` : `${stem}é`;
  return {
    ...shared,
    pr2: `${long.replace(/i$/, "")}i`,
    pr: `${long}e`,
    pt: past,
    fu: infinitive.slice(0, -1),
    sp: `${long}a`,
    ge: `${stem}endo`,
  };
}

const ENCLITIC = /^(.+?)(mi|ti|si|ci|vi|le|lo|la|li|ne|(?:me|te|se|ce|glie)(?:lo|la|li|le|ne))$/;

/** Verbs with pronouns written on: `inviarti`, `dimmi`, `scriverLe`. */
function guess(word: string, known: (form: string) => string): string {
  const match = ENCLITIC.exec(word);
  if (!match) return guessEnding(word);
  const [, host = "", pronouns = ""] = match;
  const side = /^t[ei]/.test(pronouns) ? "i" : /^(s[ei]|l[ae]$|glie)/.test(pronouns) ? "f" : "c";
  if (/r$/.test(host) && /\binf\b/.test(`${known(`${host}e`)} ${known(`${host}re`)}`))
    return `${side}.encl.inf`;
  if (/\bger\b/.test(known(host))) return `${side}.encl.inf`;
  if (/^(di|fa|da|sta|va)[mtlcn]$/.test(host)) return "i.encl.imp";
  const kind = known(withoutAccents(host));
  if (/v2\.(imp|pr)|v3\.pr/.test(kind)) return "i.encl.imp";
  return guessEnding(word);
}

function guessEnding(word: string): string {
  if (word.length < 5) return "";
  if (/(iamo|[aei]vamo|remo|ssimo)$/.test(word)) return "c.v1";
  if (/(sti|ssi)$/.test(word)) return "u.sti";
  if (/([aei]vi|rai)$/.test(word)) return "u.2";
  if (/[^aeou]i$/.test(word)) return "u.i";
  return /(rà|ò|[aei]va|rebbe|sse)$/.test(word) ? "u.3" : "";
}

export const italian: Grammar = { conjugate, guess };
