import {
  type Emit,
  emitPair,
  type Grammar,
  type Parts,
  type Principal,
  replaceLast,
  type Verb,
  withoutAccents,
} from "./grammar.ts";

/** Forms of the second and third person singular, from the third person where the two differ by `-s` only. */
function conjugate(verb: Verb, emit: Emit): void {
  const parts: Principal = { ...regular(verb), ...verb.parts };
  emitPair(emit, "pr", [verb.parts.pr2 ?? `${parts.pr}s`, parts.pr]);
  emitPair(emit, "pt", [parts.pt2, parts.pt]);
  emitPair(emit, "im", [`${parts.im}s`, parts.im]);
  emitPair(emit, "fu", [`${parts.fu}ás`, `${parts.fu}á`]);
  emitPair(emit, "co", [`${parts.fu}ías`, `${parts.fu}ía`]);
  emitPair(emit, "sp", [parts.sp2 ?? `${parts.sp}s`, parts.sp]);
  emitPair(emit, "si", [`${parts.si}ras`, `${parts.si}ra`]);
  emitPair(emit, "si", [`${parts.si}ses`, `${parts.si}se`]);
  for (const third of [parts.pr, parts.im, parts.sp, `${parts.si}ra`, `${parts.fu}á`, `${parts.fu}ía`]) {
    emit(`${third}n`, "c.v3p");
  }
  emit(`${parts.si}ron`, "c.v3p");
  emit(`${parts.sp.replace(/[ae]$/, "").replace(/[gq]u$/, (g) => (g === "gu" ? "g" : "c"))}o`, "c.v1");
  emit(`${parts.fu}é`, "c.v1");
  if (parts.im2) emit(parts.im2, "v2.imp");
  emit(verb.infinitive, "inf");
  emit(parts.ge, "ger");
}

function regular({ infinitive, mark }: Verb): Principal {
  const stem = infinitive.slice(0, -2);
  const ending = withoutAccents(infinitive.slice(-2));
  const strong = changed(stem, mark);
  if (ending === "ar") {
    return {
      pr: `${strong}a`,
      pr2: `${strong}as`,
      pt2: `${stem}aste`,
      pt: `${stem}ó`,
      im: `${stem}aba`,
      fu: infinitive,
      sp: `${beforeE(strong)}e`,
      si: `${stem}a`,
      ge: `${stem}ando`,
    };
  }
  const weak = ending === "ir" ? raised(stem, mark) : stem;
  // Between vowels the i of the ending becomes y: construyó, construyendo.
  const glide = /[uao]$/.test(stem) && !/[gq]u$/.test(stem) ? "y" : "i";
  const present = `${strong}${glide === "y" && ending === "ir" ? "y" : ""}e`;
  const parts = {
    pr: present,
    pr2: `${present}s`,
    pt2: `${stem}iste`,
    pt: `${weak}${glide}ó`,
    im: `${stem}ía`,
    fu: withoutAccents(infinitive),
    sp: `${subjunctive(strong, infinitive)}a`,
    si: `${weak}${glide}e`,
    ge: `${weak}${glide}endo`,
  };
  return mark === "j" ? { ...parts, ...pastInJ(stem.slice(0, -1)) } : parts;
}

/** Verbs in -ducir: conduje, condujera. */
const pastInJ = (stem: string): Parts => ({ pt2: `${stem}jiste`, pt: `${stem}jo`, si: `${stem}je` });

/** The stem under stress: pens- piens-, cont- cuent-, ped- pid-, env- enví-. */
function changed(stem: string, mark: string): string {
  if (mark === "ie") return replaceLast(stem, "e", "ie");
  if (mark === "ue") return replaceLast(stem, "o", "ue");
  if (mark === "i") return replaceLast(stem, "e", "i");
  if (mark === "í" || mark === "ú") return stem.replace(/[iu](?=[^iu]*$)/, mark);
  return stem;
}

/** Verbs in -ir raise the vowel in the preterite too: sent- sint-, dorm- durm-. */
function raised(stem: string, mark: string): string {
  if (mark === "ie" || mark === "i") return replaceLast(stem, "e", "i");
  return mark === "ue" ? replaceLast(stem, "o", "u") : stem;
}

/** The spelling keeps the sound before e: toc- toqu-, pag- pagu-, cruz- cruc-. */
function beforeE(stem: string): string {
  return stem.replace(/gu$/, "gü").replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c");
}

/** The spelling and the -zc- of the present subjunctive of verbs in -er and -ir. */
function subjunctive(stem: string, infinitive: string): string {
  if (/[aeiou]c[ei]r$/.test(infinitive)) return stem.replace(/c$/, "zc");
  if (/uir$/.test(infinitive) && !/[gq]uir$/.test(infinitive)) return `${stem}y`;
  return stem
    .replace(/gu$/, "g")
    .replace(/qu$/, "c")
    .replace(/g$/, (g) => (/guir$/.test(infinitive) ? g : "j"))
    .replace(/c$/, "z");
}

const ENCLITIC = /^(.+?)((?:me|te|se|nos|os)?(?:l[aeo]s?)|me|te|se|nos|os)$/;

/** Verbs with pronouns written on: `enviarte`, `dígame`, `hazlo`. */
function guess(word: string, known: (form: string) => string): string {
  const [, host = "", pronouns = ""] = ENCLITIC.exec(word) ?? [];
  if (host === "") return guessEnding(word);
  const plain = withoutAccents(host);
  const kind = `${known(host)} ${known(plain)}`;
  const side = /^(te|os)/.test(pronouns) ? "i" : /^(se|l)/.test(pronouns) ? "f" : "c";
  if (/\b(inf|ger)\b/.test(kind)) return `${side}.encl.inf`;
  // Only a stress that moved back shows an imperative: `cuéntame`, but not `este`; short ones need no accent: `dime`.
  if (/v2\.imp/.test(kind) || host === "da") return "i.encl.imp";
  return plain === host ? guessEnding(word) : imperative(pronouns, kind) || guessEnding(word);
}

function imperative(pronouns: string, kind: string): string {
  const usted = /v3\.sp/.test(kind);
  const tu = /v3\.pr/.test(kind);
  if (!usted && !tu) return "";
  if (/^(te|os)/.test(pronouns)) return "i.encl.imp";
  if (pronouns.startsWith("se")) return "f.encl.imp";
  return usted && tu ? "a.encl.imp" : usted ? "f.encl.imp" : "i.encl.imp";
}

function guessEnding(word: string): string {
  if (word.length < 5) return "";
  if (/[aei]mos$/.test(word)) return "c.v1";
  if (/(aste|iste)$/.test(word)) return "u.ste";
  if (/(abas|ías|rás)$/.test(word)) return "u.2";
  if (/[^aeiou][ae]s$/.test(word)) return "u.s";
  return /[^aeiou](ó|ía|aba|rá)$/.test(word) ? "u.3" : "";
}

export const spanish: Grammar = { conjugate, guess };
