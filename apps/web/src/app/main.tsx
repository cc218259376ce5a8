import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startWords } from "../base/i18n.ts";
import { frame } from "../workbench/frame/frame.contribution.ts";
import { languageFor, languageSetting } from "../workbench/frame/language.ts";
import { WorkbenchWindow } from "../workbench/WorkbenchWindow.tsx";
import { Workbench } from "../workbench/workbench.ts";
import { contributions } from "./contributions.ts";
import "../ui/styles/tokens.css";
import "../ui/styles/base.css";

async function start(root: HTMLElement): Promise<void> {
  const workbench = new Workbench();
  const all = [frame(workbench), ...contributions];
  const language = languageFor(workbench.settings.value(languageSetting));
  await startWords(language, [...new Set(all.flatMap(({ words = [] }) => words))]);
  for (const contribution of all) workbench.add(contribution);
  if (workbench.editors.open.get().groups.every(({ tabs }) => tabs.length === 0))
    workbench.editors.show("welcome");
  createRoot(root).render(
    <StrictMode>
      <WorkbenchWindow workbench={workbench} />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
await start(root);
