import { useId } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Icon } from "../../ui/Icon.tsx";
import { network } from "./sandbox-network.ts";
import "./self.css";

/** How long a slow network takes, in milliseconds. */
const SLOW_MS = 8000;

/** What goes wrong with what the brand sends here: to see how it holds. */
export function WeatherCard() {
  const t = useWords();
  const heading = useId();
  const { weather } = useStore(network.state);
  if (!weather) return null;
  const { delayMs, fails, losesAnswers } = weather;
  const bad = delayMs > 0 || fails || losesAnswers;
  return (
    <section className="net-card weather" aria-labelledby={heading}>
      <h2 className="net-card__title" id={heading}>
        <Icon name="cloud" />
        {t(($) => $.sandbox.weather.title)}
        <span className={`weather__now${bad ? " weather__now--bad" : ""}`}>
          {bad ? t(($) => $.sandbox.weather.rough) : t(($) => $.sandbox.weather.calm)}
        </span>
      </h2>
      <p className="net-card__text">{t(($) => $.sandbox.weather.text)}</p>
      <div className="weather__switches">
        <Switch
          label={t(($) => $.sandbox.weather.slow)}
          hint={t(($) => $.sandbox.weather.slowText)}
          on={delayMs > 0}
          onChange={(on) => void network.changeWeather({ delayMs: on ? SLOW_MS : 0 })}
        />
        <Switch
          label={t(($) => $.sandbox.weather.fails)}
          hint={t(($) => $.sandbox.weather.failsText)}
          on={fails}
          onChange={(on) => void network.changeWeather({ fails: on })}
        />
        <Switch
          label={t(($) => $.sandbox.weather.losesAnswers)}
          hint={t(($) => $.sandbox.weather.losesAnswersText)}
          on={losesAnswers}
          onChange={(on) => void network.changeWeather({ losesAnswers: on })}
        />
      </div>
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ label, hint, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="weather__one">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="net-switch"
        checked={on}
        aria-checked={on}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <p className="weather__hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
