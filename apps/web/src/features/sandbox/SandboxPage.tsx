import { useEffect, useId, useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Chat } from "./Chat.tsx";
import { NetworkHead } from "./NetworkHead.tsx";
import { PersonaCard } from "./PersonaCard.tsx";
import { network } from "./sandbox-network.ts";
import { WallFeed } from "./WallFeed.tsx";
import { WeatherCard } from "./WeatherCard.tsx";
import "./network.css";
import "./net-parts.css";

/** The sandbox on a page of its own, as its customers would open it. */
export function SandboxPage() {
  const t = useWords();
  useEffect(() => {
    document.title = t(($) => $.sandbox.title);
  }, [t]);
  return (
    <main className="network-page">
      <Network />
    </main>
  );
}

/** The same beside the work. */
export function SandboxEditor() {
  return (
    <div className="network-page">
      <Network />
    </div>
  );
}

const sides = ["wall", "chat"] as const;

function Network() {
  const t = useWords();
  useEffect(() => network.watch(), []);
  const { account, error } = useStore(network.state);
  const [side, setSide] = useState<(typeof sides)[number]>("wall");
  const heading = useId();
  return (
    <section className="network" aria-labelledby={heading} data-side={side}>
      <NetworkHead headingId={heading} />
      {error !== null && (
        <p className="network__error" role="alert">
          {wordsOfError(error)}
        </p>
      )}
      <div className="network__sides" role="toolbar" aria-label={t(($) => $.sandbox.sides.label)}>
        {sides.map((one) => (
          <button
            key={one}
            type="button"
            className="net-tab"
            aria-pressed={one === side}
            onClick={() => setSide(one)}
          >
            {t(($) => $.sandbox.sides[one])}
          </button>
        ))}
      </div>
      {account && (
        <div className="network__columns">
          <div className="network__self">
            <PersonaCard />
            <WeatherCard />
          </div>
          <WallFeed account={account} />
          <Chat account={account} />
        </div>
      )}
    </section>
  );
}
