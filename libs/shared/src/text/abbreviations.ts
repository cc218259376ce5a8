/**
 * Words before a full stop that do not end a sentence, in lower case and without the last stop. One list for all
 * languages, since sentences are cut before the language is known: what is a common word in any of them is left out.
 */
const titles =
  "mr mrs ms mx dr drs prof jr sr sra srta sres dra drª mme mlle mgr dott dott.ssa sigg sig.ra avv ing geom rag " +
  "hr fr frl herrn dhr mevr mw mgr lic doç öğr gör yrd sn г-н г-жа г ул пр-т просп т.е т.к т.н им тов";
const references =
  "nr núm num n.º nº kap hrsg pág pag pp pgs cf vs approx incl inkl zzgl bzgl bzw ggf evtl vgl sog bspw gem apto " +
  "d.h z.b z.t z.hd d.r o.ä o.g u.u m.e v.a i.e e.g p.ej p.e por.ej p.ex c.-à-d c.à.d ad.es d.w.z o.a bijv " +
  "m.a.w t.a.v t.o.v m.b.t i.v.m np tzn m.in tj tzw vb vd örn bkz t.ex bl.a s.k d.v.s f.d f.ö resp напр";
/** These may also end a sentence: a capital letter after them decides. */
const either =
  "etc usw u.a u.ä a.m p.m u.s u.k u.s.a e.u inc ltd co corp gmbh ag s.a s.l s.r.l ltda cia enz itd itp m.m osv vs.ö " +
  "и.т.д т.д т.п ecc v.b dept est approx ext mob";
/** These stand for a word only where a number follows. */
const numbered =
  "no art abs fig vol ref ok ca circa al ul os min max tel fax ext bd ziff p s str mad kl k стр см тел руб коп тыс млн млрд";

const set = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(" ").split(" "));

export const NEVER_LAST = set(titles, references);
export const MAYBE_LAST = set(either);
export const BEFORE_NUMBER = set(numbered);

/** Month names of the languages that write a day as an ordinal with a full stop ("3. Mai"), by their first four letters. */
export const MONTHS = set(
  "janu febr märz marz mars apri mai maj juni juli augu sept okto nove deze dece jän jänn oca ocak şuba mart nisa",
  "mayı hazi temm ağus eylü ekim kası aral",
);
