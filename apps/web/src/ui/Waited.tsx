import { useNow } from "../base/clock.ts";
import { words } from "../base/i18n.ts";
import { duration, fullTime } from "../base/times.ts";
import { Icon } from "./Icon.tsx";
import "./waited.css";

/** After this a wait is shown as late, in milliseconds. */
const LATE = 15 * 60_000;

interface WaitedProps {
  /** Since when, ISO 8601. */
  readonly since: string;
  /** After this it is shown as too late, in milliseconds. */
  readonly tooLate: number;
  /** What a screen reader says, from the time in words. */
  readonly say: (time: string) => string;
}

/** How long somebody waits, warmer the longer it takes. */
export function Waited({ since, tooLate, say }: WaitedProps) {
  const now = useNow();
  const { language } = words.get();
  const at = Date.parse(since);
  const waited = Math.max(0, now - at);
  const how = waited >= tooLate ? "too-late" : waited >= LATE ? "late" : "fresh";
  return (
    <time className={`waited waited--${how}`} dateTime={since} title={fullTime(at, language)}>
      <Icon name="clockface" />
      <span aria-hidden="true">{duration(waited, language)}</span>
      <span className="unseen">{say(duration(waited, language, "long"))}</span>
    </time>
  );
}
