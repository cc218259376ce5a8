import { apologyDetector } from "./detectors/apology.ts";
import { cannedDetector } from "./detectors/canned.ts";
import { capitalsDetector } from "./detectors/capitals.ts";
import { channelDetector } from "./detectors/channel.ts";
import { charactersDetector } from "./detectors/characters.ts";
import { exclamationDetector } from "./detectors/exclamation.ts";
import { greetingDetector } from "./detectors/greeting.ts";
import { hoursDetector } from "./detectors/hours.ts";
import { identifierDetector } from "./detectors/identifier.ts";
import { languageDetector } from "./detectors/language.ts";
import { lengthDetector } from "./detectors/length.ts";
import { linkDetector } from "./detectors/link.ts";
import { redirectDetector } from "./detectors/redirect.ts";
import { registerDetector } from "./detectors/register.ts";
import { signOffDetector } from "./detectors/sign-off.ts";
import { solicitDetector } from "./detectors/solicit.ts";
import { variableDetector } from "./detectors/variable.ts";
import type { Kind } from "./kind.ts";

/** The built-in detectors by name: `use: detector/NAME`. */
export const detectors: Readonly<Record<string, Kind>> = {
  apology: apologyDetector,
  canned: cannedDetector,
  capitals: capitalsDetector,
  channel: channelDetector,
  characters: charactersDetector,
  exclamation: exclamationDetector,
  greeting: greetingDetector,
  hours: hoursDetector,
  identifier: identifierDetector,
  language: languageDetector,
  length: lengthDetector,
  link: linkDetector,
  redirect: redirectDetector,
  register: registerDetector,
  "sign-off": signOffDetector,
  solicit: solicitDetector,
  variable: variableDetector,
};
