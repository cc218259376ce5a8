import { SaxesParser, type SaxesTagNS } from "saxes";
import { type ExchangeProblem, MAX_FILE_LENGTH, problem } from "./unit.ts";

/** An element with its mixed content in order. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; `xml:lang` as it is written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Line of its start tag, counted from 1. */
  readonly line: number;
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Read a document. A document type is refused, whatever it declares: nothing of ours needs one, and they can harm. */
export function readXml(text: string): {
  readonly root: XmlElement | null;
  readonly problems: readonly ExchangeProblem[];
} {
  if (text.length > MAX_FILE_LENGTH) return { root: null, problems: [problem("file-too-long")] };
  const parser = new SaxesParser({ xmlns: true, position: true });
  const problems: ExchangeProblem[] = [];
  const open: Open[] = [];
  let root: XmlElement | null = null;
  parser.on("error", ({ message }) => problems.push(problem("xml-broken", { reason: message }, parser.line)));
  parser.on("doctype", () => problems.push(problem("xml-document-type", {}, parser.line)));
  parser.on("opentag", (tag) => {
    const element = elementOf(tag, parser.line);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (value) => open.at(-1)?.children.push(value));
  parser.on("cdata", (value) => open.at(-1)?.children.push(value));
  parser.write(text).close();
  return problems.length > 0 ? { root: null, problems } : { root, problems };
}

const elementOf = (tag: SaxesTagNS, line: number): Open => ({
  name: tag.local,
  namespace: tag.uri,
  attributes: Object.fromEntries(
    Object.values(tag.attributes).map(({ name, local, prefix, value }) => [
      prefix === "xml" ? name : local,
      value,
    ]),
  ),
  children: [],
  line,
});

/** The elements right inside, of one name. */
export const inside = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);

/** All elements of a name, at any depth. */
export const everywhere = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...everywhere(child, name)],
  );

/** All text inside. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** Text for XML, also inside attributes. Control characters, which XML cannot hold, are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
