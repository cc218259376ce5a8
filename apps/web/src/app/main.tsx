import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApi } from "../base/api.ts";
import { startWords } from "../base/i18n.ts";
import { createStore } from "../base/store.ts";
import documentIds from "../gql/document-ids.json";
import { frame } from "../workbench/frame/frame.contribution.ts";
import { languageFor, languageSetting } from "../workbench/frame/language.ts";
import { Workbench } from "../workbench/workbench.ts";
import { contributions } from "./contributions.ts";
import { followAddress } from "./follow-address.ts";
import { Gate } from "./Gate.tsx";
import "../ui/styles/tokens.css";
import "../ui/styles/base.css";

async function start(root: HTMLElement): Promise<void> {
  const workbench = new Workbench();
  const signedOut = createStore(false);
  const api = createApi({
    documentIds,
    onSignedOut: () => signedOut.set(true),
    onLive: (live) => workbench.tell({ live }),
  });
  const all = [frame(workbench), ...contributions];
  const language = languageFor(workbench.settings.value(languageSetting));
  await startWords(language, ["errors", ...new Set(all.flatMap(({ words = [] }) => words))]);
  for (const contribution of all) workbench.add(contribution);
  followAddress(workbench);
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={api.client}>
        <Gate workbench={workbench} api={api} signedOut={signedOut} />
      </ApolloProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
await start(root);
