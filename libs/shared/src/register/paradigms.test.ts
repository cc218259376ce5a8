import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lexiconOf } from "./lexicon.ts";

const LOCALES = join(import.meta.dirname, "../../../../locales");
const lexicon = (tag: string) =>
  lexiconOf(tag, JSON.parse(readFileSync(join(LOCALES, tag, "lexicons/register.json"), "utf8")));

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    piensas: "v2.pr",
    pides: "v2.pr",
    tienes: "v2.pr",
    obtuviste: "v2.pt",
    condujiste: "v2.pt",
    construyó: "v3.pt",
    busque: "v3.sp",
    llegues: "v2.sp",
    conozca: "v3.sp",
    haz: "i.v2.imp+v2.imp",
    dígame: "f.encl.imp",
    siéntese: "f.encl.imp",
    cuéntame: "i.encl.imp",
    enviarte: "i.encl.inf",
    preguntándole: "f.encl.inf",
    este: "c.det",
    tienda: "c.noun+v3.sp",
    hablaste: "v2.pt",
    zumbaste: "u.ste",
  },
  "pt-PT": {
    tens: "v2.pr",
    fizeste: "v2.pt",
    obténs: "v2.pr",
    quiseres: "v2.fs",
    ligue: "v3.sp",
    conheça: "v3.sp",
    enviá: "inf",
    fazeres: "v2.ip",
    prefira: "v3.sp",
    para: "c.prep",
  },
  it: {
    capisci: "v2.pr",
    cerchi: "v2.pr+v3.sp",
    mangi: "v2.pr+v3.sp",
    potresti: "v2.co",
    finivi: "v2.im",
    sapessi: "v2.si",
    dimmi: "i.encl.imp",
    aiutarla: "f.encl.inf",
    aiutarti: "i.encl.inf",
    scelga: "v3.sp",
    produce: "v3.pr",
  },
  de: { kannst: "v2", wächst: "c.st", deinem: "i.poss", fragen: "c.en" },
  fr: { vérifiez: "f.ez", assez: "f.ez", votre: "f.your" },
  pl: { zamówiłaś: "i.v2", czekasz: "i.v2", chcielibyście: "i.v2p", arkusz: "c.noun" },
  tr: { siparişinizi: "f.niz", değiştirebilirsin: "i.v2", istersen: "i.v2", denizde: "c.noun" },
};

test.each(Object.entries(cases))("words of %s have their classes", (tag, words) => {
  const { kindOf } = lexicon(tag);
  expect(Object.fromEntries(Object.keys(words).map((word) => [word, kindOf(word).name]))).toEqual(words);
});
