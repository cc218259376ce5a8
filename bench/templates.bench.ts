// One reply of two sentences in Polish, three plural forms by two genders and a neutral one, in four template languages.
import { createFormatter } from "@parley/shared/template";
import { createInstance } from "i18next";
import { IntlMessageFormat } from "intl-messageformat";
import { Liquid } from "liquidjs";
import { type Result, report } from "./report.ts";

const VALUES = [
  { gender: "f", n: 1, name: "Anna", order: "NW-20418833" },
  { gender: "f", n: 3, name: "Anna", order: "NW-20418833" },
  { gender: "m", n: 5, name: "Jan", order: "NW-20418833" },
  { gender: "m", n: 1, name: "Jan", order: "NW-20418833" },
  { gender: "x", n: 2, name: "Kim", order: "NW-20418833" },
];

const MF2 = `.input {$gender :string}
.input {$n :integer}
.match $gender $n
f one {{Szanowna Pani {$name}, Pani przesyłka {$order} dotrze jutro.}}
f few {{Szanowna Pani {$name}, Pani {$n} przesyłki {$order} dotrą jutro.}}
f *   {{Szanowna Pani {$name}, Pani {$n} przesyłek {$order} dotrze jutro.}}
m one {{Szanowny Panie {$name}, Pana przesyłka {$order} dotrze jutro.}}
m few {{Szanowny Panie {$name}, Pana {$n} przesyłki {$order} dotrą jutro.}}
m *   {{Szanowny Panie {$name}, Pana {$n} przesyłek {$order} dotrze jutro.}}
* *   {{Dzień dobry {$name}, liczba przesyłek w drodze ({$order}): {$n}.}}`;

const MF1 = `{gender, select,
f {{n, plural, one {Szanowna Pani {name}, Pani przesyłka {order} dotrze jutro.} few {Szanowna Pani {name}, Pani {n, number} przesyłki {order} dotrą jutro.} other {Szanowna Pani {name}, Pani {n, number} przesyłek {order} dotrze jutro.}}}
m {{n, plural, one {Szanowny Panie {name}, Pana przesyłka {order} dotrze jutro.} few {Szanowny Panie {name}, Pana {n, number} przesyłki {order} dotrą jutro.} other {Szanowny Panie {name}, Pana {n, number} przesyłek {order} dotrze jutro.}}}
other {Dzień dobry {name}, liczba przesyłek w drodze ({order}): {n, number}.}}`;

// Liquid knows no plural rules, so the template has to spell them.
const LIQUID = `{% assign few = false %}{% if n == 2 or n == 3 or n == 4 %}{% assign few = true %}{% endif %}{% if gender == "f" %}Szanowna Pani {{ name }}, Pani {% if n == 1 %}przesyłka {{ order }} dotrze jutro.{% elsif few %}{{ n }} przesyłki {{ order }} dotrą jutro.{% else %}{{ n }} przesyłek {{ order }} dotrze jutro.{% endif %}{% elsif gender == "m" %}Szanowny Panie {{ name }}, Pana {% if n == 1 %}przesyłka {{ order }} dotrze jutro.{% elsif few %}{{ n }} przesyłki {{ order }} dotrą jutro.{% else %}{{ n }} przesyłek {{ order }} dotrze jutro.{% endif %}{% else %}Dzień dobry {{ name }}, liczba przesyłek w drodze ({{ order }}): {{ n }}.{% endif %}`;

const I18NEXT = {
  shipped_f_one: "Szanowna Pani {{name}}, Pani przesyłka {{order}} dotrze jutro.",
  shipped_f_few: "Szanowna Pani {{name}}, Pani {{count}} przesyłki {{order}} dotrą jutro.",
  shipped_f_many: "Szanowna Pani {{name}}, Pani {{count}} przesyłek {{order}} dotrze jutro.",
  shipped_m_one: "Szanowny Panie {{name}}, Pana przesyłka {{order}} dotrze jutro.",
  shipped_m_few: "Szanowny Panie {{name}}, Pana {{count}} przesyłki {{order}} dotrą jutro.",
  shipped_m_many: "Szanowny Panie {{name}}, Pana {{count}} przesyłek {{order}} dotrze jutro.",
  shipped_one: "Dzień dobry {{name}}, liczba przesyłek w drodze ({{order}}): {{count}}.",
  shipped_few: "Dzień dobry {{name}}, liczba przesyłek w drodze ({{order}}): {{count}}.",
  shipped_many: "Dzień dobry {{name}}, liczba przesyłek w drodze ({{order}}): {{count}}.",
};

type Given = (typeof VALUES)[number];
interface Subject {
  readonly name: string;
  /** Parses and prints: what the first use of a text costs. */
  readonly first: (values: Given) => string;
  /** Prints a text that was used before. */
  readonly again: (values: Given) => string;
}

const settings = { locale: "pl", timeZone: "UTC" };
const formatter = createFormatter(settings);
const mf1 = new IntlMessageFormat(MF1, "pl");
const engine = new Liquid();
const parsed = engine.parse(LIQUID);
const resources = () => ({
  lng: "pl",
  resources: { pl: { translation: { ...I18NEXT } } },
  interpolation: { escapeValue: false },
});
const i18n = createInstance();
await i18n.init(resources());
const translate = ({ n, gender, ...rest }: Given) =>
  i18n.t("shipped", { count: n, context: gender, ...rest });

const subjects: readonly Subject[] = [
  {
    name: "parley",
    first: (values) => createFormatter(settings).format(MF2, values).text,
    again: (values) => formatter.format(MF2, values).text,
  },
  {
    name: "intl-messageformat",
    first: (values) => String(new IntlMessageFormat(MF1, "pl").format(values)),
    again: (values) => String(mf1.format(values)),
  },
  {
    name: "liquidjs",
    first: (values) => engine.parseAndRenderSync(LIQUID, values),
    again: (values) => String(engine.renderSync(parsed, values)),
  },
  // It reads its strings anew each time, so the first use costs the same.
  { name: "i18next", first: translate, again: translate },
];

const expected = VALUES.map((values) => subjects[0]?.again(values) ?? "");
for (const { name, again } of subjects) {
  const wrong = VALUES.map(again).findIndex((text, index) => text !== expected[index]);
  if (wrong >= 0) throw new Error(`${name} prints ${again(VALUES[wrong] as Given)}, not ${expected[wrong]}`);
}

// Rounds are interleaved so that a busy machine slows all subjects alike; the fastest round counts.
const best = new Map<string, { first: number; again: number }>();
for (let round = 0; round < 12; round += 1) {
  for (const { name, first, again } of subjects) {
    const known = best.get(name) ?? { first: Number.POSITIVE_INFINITY, again: Number.POSITIVE_INFINITY };
    const took = { first: microseconds(first, 400), again: microseconds(again, 8_000) };
    best.set(name, { first: Math.min(known.first, took.first), again: Math.min(known.again, took.again) });
  }
}
const peer = best.get("intl-messageformat")?.again ?? Number.NaN;
const results = subjects.map(({ name }): Result => {
  const { first, again } = best.get(name) ?? { first: Number.NaN, again: Number.NaN };
  return {
    subject: name,
    parseAndFormatUs: rounded(first),
    formatUs: rounded(again),
    formatToIntlMessageformat: rounded(again / peer),
  };
});
report("templates", results);

/** Processor time, so that what else the machine does hardly counts. */
function microseconds(run: (values: Given) => string, times: number): number {
  const began = process.cpuUsage();
  for (let n = 0; n < times; n += 1) run(VALUES[n % VALUES.length] as Given);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / times;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
