// How long a text is on X: time for each text, and how many lengths are exact, beside X's own library.
import { performance } from "node:perf_hooks";
import twitterText from "twitter-text";
import { channelOf, measure } from "../libs/shared/dist/channel/index.js";
import { percentile, report } from "./report.ts";

const x = channelOf("x", "public");
const bluesky = channelOf("bluesky", "public");
if (!x || !bluesky) throw new Error("a channel is missing");
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Replies as care teams write them, repeated to the size. */
const REPLIES = {
  en: "Hi Ana, thanks for your patience. Your parcel left our depot today; you can follow it at https://acme.com/track. ",
  de: "Guten Tag, vielen Dank für Ihre Geduld – wir prüfen das und melden uns. Näheres unter acme.de/hilfe 🙏🏽 ",
  ja: "お問い合わせありがとうございます。配送状況はこちらhttps://acme.jp/trackをご確認ください！🙇‍♀️",
  ar: "مرحبًا، شكرًا لتواصلك معنا. يمكنك متابعة الطلب عبر الرابط acme.com/ar ونعتذر عن التأخير 🌷 ",
};

/** A text and what X counts for it, by its documented rules, today's emoji and today's top-level domains. */
const EXACT: readonly (readonly [string, number])[] = [
  ["Thanks for writing!", 19],
  ["cafe\u0301", 4],
  ["ありがとうございます。", 22],
  ["Спасибо за сообщение", 20],
  ["https://example.com/a/long/path?q=1", 23],
  ["see example.com.", 28],
  ["こちらexample.com/helpをご覧", 35],
  ["mail info@example.com", 21],
  ["(example.com/a_(b))", 25],
  ["🙏🏽", 2],
  ["👨‍👩‍👧‍👦", 2],
  ["🇧🇷", 2],
  ["1️⃣", 2],
  ["🇽🇽", 4],
  // Emoji that came after 2019.
  ["👩🏽‍🤝‍👨🏻", 2],
  ["🐦‍🔥", 2],
  ["🧑‍🧑‍🧒", 2],
  ["⛓️‍💥", 2],
  ["🙂‍↕️", 2],
  ["❤️‍🔥", 2],
  ["🧔🏾‍♀️", 2],
  ["🏳️‍⚧️", 2],
  ["👁️‍🗨️", 2],
  ["🚶🏽‍♀️‍➡️", 2],
  ["Danke 🧑🏿‍❤️‍🧑🏻 und tschüss", 20],
  // Top-level domains that came after 2019.
  ["band.music", 23],
  ["hotel.spa", 23],
  ["club.kids and club.kids/a", 51],
];

const subjects = {
  parley: (text: string) => measure(text, x).used,
  "twitter-text": (text: string) => twitterText.parseTweet(text).weightedLength,
};

function microseconds(run: (text: string) => unknown, text: string): number {
  const samples: number[] = [];
  for (let round = 0; round < 400; round += 1) {
    // One letter changes each time, as when somebody types.
    const typed = `${text.slice(0, -1)}${String.fromCharCode(97 + (round % 26))}`;
    const start = performance.now();
    run(typed);
    if (round >= 100) samples.push(1000 * (performance.now() - start));
  }
  return Number(percentile(samples, 0.5).toFixed(1));
}

function timed(run: (text: string) => unknown): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [language, reply] of Object.entries(REPLIES)) {
    for (const size of [280, 2000])
      figures[`${language}${size}_us`] = microseconds(run, reply.repeat(60).slice(0, size));
  }
  return figures;
}

const results = Object.entries(subjects).map(([subject, length]) => {
  const exact = EXACT.filter(([text, expected]) => length(text) === expected).length;
  return { subject, exact, of: EXACT.length, ...timed(length) };
});
report("length", [
  ...results,
  { subject: "parley graphemes", ...timed((text) => measure(text, bluesky).used) },
  { subject: "Intl.Segmenter", ...timed((text) => Array.from(segmenter.segment(text)).length) },
]);
