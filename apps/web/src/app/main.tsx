import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { api, startApi } from "../base/api.ts";
import { startWords } from "../base/i18n.ts";
import documentIds from "../gql/document-ids.json";
import { frame } from "../workbench/frame/frame.contribution.ts";
import { languageFor, languageSetting } from "../workbench/frame/language.ts";
import { Workbench } from "../workbench/workbench.ts";
import { contributions } from "./contributions.ts";
import { Gate } from "./Gate.tsx";
import { createSession, tryToEnter } from "./session.ts";
import "../ui/styles/tokens.css";
import "../ui/styles/base.css";

async function start(root: HTMLElement): Promise<void> {
  const workbench = new Workbench();
  const session = createSession(workbench, api);
  const { client } = startApi({
    documentIds,
    onSignedOut: session.end,
    onLive: (live) => {
      workbench.tell({ live });
      if (!live) session.doubt();
    },
  });
  const all = [frame(workbench), ...contributions];
  const language = languageFor(workbench.settings.value(languageSetting));
  await startWords(language, ["errors", ...new Set(all.flatMap(({ words = [] }) => words))]);
  for (const contribution of all) workbench.add(contribution);
  await tryToEnter(session);
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={client}>
        <Gate workbench={workbench} session={session} />
      </ApolloProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
await start(root);
