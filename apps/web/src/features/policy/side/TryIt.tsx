import { EditorView } from "@codemirror/view";
import type { Finding } from "@parley/shared/policy";
import { useEffect, useId, useMemo, useRef } from "react";
import { evidenceWords, findingTitle, findingWhy } from "../../../base/finding-words.ts";
import { useWords, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { undoAll } from "../../../base/undo.ts";
import { ComposerEditor } from "../../../editor/ComposerEditor.tsx";
import type { Composer } from "../../../editor/composer.ts";
import { findingCards } from "../../../editor/finding-card.ts";
import { applyEdits, type FindingSource, findingLint, recheck } from "../../../editor/finding-lint.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { OpenPack } from "../pack/open-pack.ts";
import { channels, isPossible, onChannel, trial, tried, tryOut } from "./trial.ts";
import "./try-it.css";

/** Any text, checked with the pack as it is being written beside the brand's other rules. */
export function TryIt({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const workbench = useWorkbench();
  const composer = useRef<Composer | null>(null);
  const extensions = useMemo(
    () => [findingLint(sourceOf(pack)), findingCards(), EditorView.lineWrapping],
    [pack],
  );
  const { language, text } = useStore(trial);
  const found = useStore(tried);
  useEffect(() => {
    const again = () => composer.current && recheck(composer.current.view);
    let { channel, visibility, language: tag } = trial.get();
    return undoAll([
      pack.judged.subscribe(again),
      trial.subscribe(() => {
        const now = trial.get();
        composer.current?.setText(now.text);
        if (now.channel === channel && now.visibility === visibility && now.language === tag) return;
        ({ channel, visibility, language: tag } = now);
        again();
      }),
    ]);
  }, [pack]);
  const tag = language ?? found?.language ?? "und";
  return (
    <div className="try">
      <Where pack={pack} identified={found?.language ?? null} />
      <ComposerEditor
        className="try__text"
        text={text}
        language={tag}
        label={t(($) => $.pack.try.text)}
        placeholder={t(($) => $.pack.try.hint)}
        extensions={extensions}
        takesKey={(event) => workbench.keyboard.take(event)}
        onChange={(written) => trial.update((before) => ({ ...before, text: written }))}
        onReady={(made) => {
          composer.current = made;
        }}
      />
      <Found pack={pack} findings={text.trim() === "" ? null : (found?.findings ?? null)} />
    </div>
  );
}

function sourceOf(pack: OpenPack): FindingSource {
  const t = () => words.get().t;
  return {
    check: (text, cost) => (cost === "key" ? [] : tryOut(pack, text)),
    message: findingTitle,
    reason: (finding) => reasonOf(finding),
    severity: ({ severity }) => t()(($) => $.pack.severity[severity]),
    remedies: (finding) =>
      finding.fixes.map((fix) => ({
        label: t()(($) => $.pack.try.fix[fix.kind]),
        apply: (view, placed) => applyEdits(view, placed, fix.edits),
      })),
    place: (finding, { number, count }) =>
      t()(($) => $.pack.problemPlace, { number, total: count, message: findingTitle(finding) }),
    count: (count) => (count === 0 ? t()(($) => $.pack.try.none) : t()(($) => $.pack.try.found, { count })),
  };
}

function reasonOf(finding: Finding): string {
  const { evidence, rule } = finding;
  const why = [findingWhy(finding), ...evidence.why.map(evidenceWords)].filter(Boolean);
  return `${why.join(" ")}\n${rule} · ${evidence.pack}`;
}

/** On which channel, read by whom, in which language. */
function Where({ pack, identified }: { readonly pack: OpenPack; readonly identified: string | null }) {
  const t = useWords();
  const id = useId();
  const { channel, visibility, language } = useStore(trial);
  const languages = pack.state.get().brand?.settings.languages ?? [];
  const auto =
    identified && identified !== "und" && language === null
      ? t(($) => $.pack.try.identified, { language: languageName(identified) })
      : t(($) => $.pack.try.auto);
  return (
    <div className="try__where">
      <Choice
        id={`${id}-channel`}
        label={t(($) => $.pack.try.channel)}
        value={channel}
        onChange={(value) => trial.update((before) => onChannel(before, value))}
        options={channels.map((one) => [
          one,
          t(($) => ($.pack.channels as Record<string, string>)[one] as string, { defaultValue: one }),
        ])}
      />
      <Choice
        id={`${id}-visibility`}
        label={t(($) => $.pack.try.visibility)}
        value={visibility}
        onChange={(value) =>
          trial.update((before) => ({ ...before, visibility: value === "private" ? "private" : "public" }))
        }
        options={(["public", "private"] as const)
          .filter((one) => isPossible(channel, one))
          .map((one) => [one, t(($) => $.pack.visibility[one])])}
      />
      <Choice
        id={`${id}-language`}
        label={t(($) => $.pack.try.language)}
        value={language ?? ""}
        onChange={(value) => trial.update((before) => ({ ...before, language: value || null }))}
        options={[["", auto], ...languages.map((tag): [string, string] => [tag, languageName(tag)])]}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="try__choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is found, with the rules of this pack before those of others. */
function Found({
  pack,
  findings,
}: {
  readonly pack: OpenPack;
  readonly findings: readonly Finding[] | null;
}) {
  const t = useWords();
  if (!findings) return <p className="side__note">{t(($) => $.pack.try.nothingYet)}</p>;
  const isOwn = ({ evidence }: Finding) => evidence.pack.startsWith(`${pack.packId}@`);
  const sorted = findings.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  return (
    <div className="try__found">
      <p className="try__sum" role="status">
        {findings.length === 0 && <Icon name="pass-filled" className="try__clean" />}
        {findings.length === 0
          ? t(($) => $.pack.try.none)
          : t(($) => $.pack.try.found, { count: findings.length })}
      </p>
      <ul className="try__list">
        {sorted.map((finding) => (
          <li key={finding.id} className="try__finding" data-own={isOwn(finding)}>
            <Icon name={finding.severity} className={`severity-icon severity-icon--${finding.severity}`} />
            <span>
              <span className="unseen">{t(($) => $.pack.severity[finding.severity])}: </span>
              <span className="try__title">{findingTitle(finding)}</span>
              <span className="try__rule">
                <code>{finding.rule}</code>
                {!isOwn(finding) && <span>{finding.evidence.pack}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
