import { type Emit, emitPair, type Grammar, type Principal, replaceLast, type Verb } from "./grammar.ts";

function conjugate(verb: Verb, emit: Emit): void {
  const parts: Principal = { ...regular(verb), ...verb.parts };
  const past = parts.pt2.slice(0, -3);
  emitPair(emit, "pr", [verb.parts.pr2 ?? `${parts.pr}s`, parts.pr]);
  emitPair(emit, "pt", [parts.pt2, parts.pt]);
  emitPair(emit, "im", [`${parts.im}s`, parts.im]);
  emitPair(emit, "fu", [`${parts.fu}ás`, `${parts.fu}á`]);
  emitPair(emit, "co", [`${parts.fu}ias`, `${parts.fu}ia`]);
  for (const form of [parts.sp, parts.spx]) if (form) emitPair(emit, "sp", [`${form}s`, form]);
  emitPair(emit, "si", [`${past}sses`, `${past}sse`]);
  emit(`${past}res`, "v2.fs");
  emit(`${past}r`, `${past}r` === verb.infinitive ? "inf" : "v3.fs");
  emitInfinitive(verb.infinitive, emit);
  for (const third of [parts.pr, parts.im, parts.sp, `${parts.fu}ia`, `${past}sse`, `${past}ra`]) {
    emit(plural(third), "c.v3p");
  }
  emit(`${parts.fu}ão`, "c.v3p");
  emit(`${parts.fu}ei`, "c.v1");
  emit(`${verb.infinitive.slice(0, -2)}o`, "c.v1");
}

/** The infinitive, which Portuguese inflects and which loses its r before -lo and -la: `enviares`, `enviá-lo`. */
function emitInfinitive(infinitive: string, emit: Emit): void {
  const stem = infinitive.slice(0, -1);
  emit(`${infinitive.replace("ô", "o")}es`, "v2.ip");
  emit(infinitive, "inf");
  emit(`${stem.replace(/ô$/, "o")}ndo`, "ger");
  emit(accented(stem), "inf");
}

function plural(third: string): string {
  return third.endsWith("em") ? third.replace(/em$/, "êm") : `${third}m`;
}

const accented = (stem: string): string =>
  stem.replace(/[aei]$/, (vowel) => ({ a: "á", e: "ê", i: "i" })[vowel] ?? vowel);

function regular({ infinitive, mark }: Verb): Principal {
  const stem = infinitive.slice(0, -2);
  if (infinitive.endsWith("ar")) {
    return {
      pr: `${stem}a`,
      pr2: `${stem}as`,
      pt2: `${stem}aste`,
      pt: `${stem}ou`,
      im: `${stem}ava`,
      fu: infinitive,
      si: `${stem}asse`,
      ge: `${stem}ando`,
      sp: `${stem.replace(/c$/, "qu").replace(/g$/, "gu").replace(/ç$/, "c")}e`,
    };
  }
  const second = infinitive.endsWith("er");
  const uir = /[^gq]uir$/.test(infinitive);
  const raised = mark === "i" ? replaceLast(stem, "e", "i") : stem;
  return {
    pr: uir ? `${stem}i` : `${stem}e`,
    pr2: uir ? `${stem}is` : `${stem}es`,
    pt2: second ? `${stem}este` : `${stem}${uir ? "í" : "i"}ste`,
    pt: second ? `${stem}eu` : `${stem}iu`,
    im: `${stem}${uir ? "í" : "i"}a`,
    fu: infinitive,
    si: `${infinitive.slice(0, -1)}sse`,
    ge: `${infinitive.slice(0, -1)}ndo`,
    sp: `${raised
      .replace(/gu$/, "g")
      .replace(/c$/, "ç")
      .replace(/g$/, (g) => (/guir$/.test(infinitive) ? g : "j"))}a`,
  };
}

/** Words that no list knows but that end like forms for `tu` or for `você`. */
function guess(word: string): string {
  if (word.length < 5) return "";
  if (/[aáei]mos$/.test(word)) return "c.v1";
  if (/(aste|este|iste)$/.test(word)) return "u.ste";
  if (/(avas|ias|rás|sses)$/.test(word)) return "u.2";
  if (/[^aeiou][ae]s$/.test(word)) return "u.s";
  return /[^aeiou](ou|eu|iu|ava|ia|rá)$/.test(word) ? "u.3" : "";
}

export const portuguese: Grammar = { conjugate, guess };
