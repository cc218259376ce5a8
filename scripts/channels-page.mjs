// `docs/channels.md`: what the code knows of each channel, and how sure it is.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./prepare.mjs";

const MARKS = { run: "R", documented: "D", "second-hand": "2", memory: "M", own: "P" };

const INTRODUCTION = `# Channels

What a reply may be on each platform, as the composer and \`parley length\` count it. A mark says how sure a figure is:
**R** ran against a real server or the platform's own library, **D** read in the platform's documentation, **2** second-hand,
**M** from memory and to be checked before anyone relies on it, **P** Parley's own to decide. Nothing was tried on a live platform.

Units: *weighted* as X weighs characters (most alphabets 1, others 2, an emoji 2, a link what is said here), *graphemes* characters
as readers see them, *bytes* of UTF-8, *code points*, *utf16* code units. All limits of a channel must hold. An instance of Mastodon and a
paid account on X have limits of their own, which the account's settings replace.

This page is written by \`npm run gen\` from \`libs/shared/src/channel/\`.
`;

/** The page's path and text. */
export async function channelsPage() {
  const { CHANNELS } = await import(pathToFileURL(join(ROOT, "libs/shared/dist/channel/index.js")).href);
  const text = [
    INTRODUCTION,
    ...table(
      ["platform", "who reads", "length", "a link counts", "links open", "names", "hashtags"],
      CHANNELS.map((channel) => [
        channel.id,
        channel.visibility,
        channel.limits.map((limit) => marked(limit, `${limit.most} ${limit.unit}`)).join(", "),
        channel.linkWeight ? marked(channel.linkWeight) : "its length",
        marked(channel.links),
        most(channel.mentions, channel.mostMentions),
        most(channel.hashtags, channel.mostHashtags),
      ]),
    ),
    "",
    "## After sending, and when one may send",
    "",
    ...table(
      [
        "platform",
        "who reads",
        "edit",
        "delete",
        "hide the customer's",
        "private replies",
        "time to answer",
        "else",
      ],
      CHANNELS.map((channel) => [
        channel.id,
        channel.visibility,
        marked(channel.edit),
        marked(channel.remove),
        marked(channel.hide),
        channel.privateReply
          ? marked(
              channel.privateReply,
              `${channel.privateReply.value.most} in ${channel.privateReply.value.days} days`,
            )
          : "",
        channel.replyWindow ? marked(channel.replyWindow, windowOf(channel.replyWindow.value)) : "",
        elseOf(channel),
      ]),
    ),
    "",
    "## Sources",
    "",
    ...sources(CHANNELS).map((source) => `- ${source}`),
  ];
  return { path: "docs/channels.md", text: `${text.join("\n")}\n` };
}

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);

const marked = (figure, text = figure.value) => `${text} **${MARKS[figure.basis]}**`;

const most = (syntax, limit) => (limit ? `${marked(syntax)}, at most ${marked(limit)}` : marked(syntax));

const windowOf = ({ hours, personDays }) =>
  personDays ? `${hours} h, a person ${personDays} days` : `${hours} h`;

const elseOf = ({ linkFee, summonedOnly }) =>
  [
    linkFee && marked(linkFee, `a post with a link costs ${linkFee.value} $`),
    summonedOnly && marked(summonedOnly, "answers only who named or quoted the account"),
  ]
    .filter(Boolean)
    .join("; ");

/** Every place that a figure names, once. */
function sources(channels) {
  const figures = channels.flatMap(({ limits, ...others }) => [...limits, ...Object.values(others)]);
  return [...new Set(figures.flatMap((figure) => figure?.source ?? []))].sort();
}
