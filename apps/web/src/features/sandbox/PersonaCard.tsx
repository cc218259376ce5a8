import { type FormEvent, useEffect, useId, useMemo, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Avatar } from "./Avatar.tsx";
import { network } from "./sandbox-network.ts";
import { HANDLE, type Persona, personasOf } from "./wall.ts";
import "./self.css";

/** Who one is here: somebody who has written before, or somebody new. */
export function PersonaCard() {
  const t = useWords();
  const persona = useStore(network.persona);
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    if (network.persona.get() === null)
      network.persona.set({ handle: t(($) => $.sandbox.first.handle), name: t(($) => $.sandbox.first.name) });
  }, [t]);
  if (!persona) return null;
  return (
    <section className="net-card" aria-label={t(($) => $.sandbox.you)}>
      <div className="persona">
        <Avatar persona={persona} />
        <div className="persona__names">
          <span className="persona__you">{t(($) => $.sandbox.youAre)}</span>
          <bdi className="persona__name">{persona.name || persona.handle}</bdi>
          <bdi className="persona__handle" dir="ltr">
            @{persona.handle}
          </bdi>
        </div>
        <button
          type="button"
          className="net-button"
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        >
          {t(($) => $.sandbox.change)}
        </button>
      </div>
      {changing && <Choose now={persona} onChosen={() => setChanging(false)} />}
    </section>
  );
}

function Choose({ now, onChosen }: { readonly now: Persona; readonly onChosen: () => void }) {
  const t = useWords();
  const id = useId();
  const { posts } = useStore(network.state);
  const known = useMemo(() => personasOf(posts), [posts]);
  const become = (persona: Persona) => {
    network.persona.set(persona);
    onChosen();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    become({ handle: String(given.get("handle")).replace(/^@/, ""), name: String(given.get("name")).trim() });
  };
  return (
    <div className="persona__choose">
      {known.length > 0 && (
        <label className="net-label">
          {t(($) => $.sandbox.known)}
          <select
            className="net-select"
            value={known.some(({ handle }) => handle === now.handle) ? now.handle : ""}
            onChange={(event) => {
              const chosen = known.find(({ handle }) => handle === event.target.value);
              if (chosen) become(chosen);
            }}
          >
            <option value="">{t(($) => $.sandbox.nobodyKnown)}</option>
            {known.map(({ handle, name }) => (
              <option key={handle} value={handle}>
                {name ? `${name} · @${handle}` : `@${handle}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <form className="persona__new" onSubmit={submit}>
        <label className="net-label" htmlFor={`${id}-name`}>
          {t(($) => $.sandbox.newName)}
        </label>
        <input
          id={`${id}-name`}
          className="net-field"
          name="name"
          maxLength={100}
          dir="auto"
          autoComplete="off"
        />
        <label className="net-label" htmlFor={`${id}-handle`}>
          {t(($) => $.sandbox.newHandle)}
        </label>
        <input
          id={`${id}-handle`}
          className="net-field"
          name="handle"
          required
          maxLength={41}
          pattern={`@?${HANDLE.source.slice(1, -1)}`}
          title={t(($) => $.sandbox.handleHint)}
          dir="ltr"
          autoComplete="off"
        />
        <button type="submit" className="net-button net-button--strong">
          {t(($) => $.sandbox.become)}
        </button>
      </form>
    </div>
  );
}
