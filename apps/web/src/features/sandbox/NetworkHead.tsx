import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { network } from "./sandbox-network.ts";

/** The network's own name, and whose page one is on. */
export function NetworkHead({ headingId }: { readonly headingId: string }) {
  const t = useWords();
  const { accounts, account } = useStore(network.state);
  return (
    <header className="network__head">
      <svg className="network__mark" viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="12" cy="13" r="9" />
        <circle cx="22" cy="20" r="7" />
      </svg>
      <div className="network__names">
        <h1 className="network__name" id={headingId}>
          {t(($) => $.sandbox.name)}
        </h1>
        <p className="network__lead">{t(($) => $.sandbox.lead)}</p>
      </div>
      {account && (
        <label className="network__account">
          <span>{t(($) => $.sandbox.account)}</span>
          <select
            className="net-select"
            value={account.id}
            onChange={(event) => network.visit(event.target.value)}
          >
            {accounts.map(({ id, name, handle }) => (
              <option key={id} value={id}>
                {name} · @{handle}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}
