// Misspelt searches on the server: 10,000 live variants in PostgreSQL, read as a member reads them, row-level security and all.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource, EntityManager } from "typeorm";
import { openWorkspace } from "../apps/api/dist/app/open-workspace.js";
import { readAs } from "../apps/api/dist/base/read.js";
import { systemViewer } from "../apps/api/dist/base/viewer.js";
import { addBrand } from "../apps/api/dist/brand/add-brand.js";
import { actAs } from "../apps/api/dist/ledger/act.js";
import { installStarter } from "../apps/api/dist/template/install-starter.js";
import { searchTemplates } from "../apps/api/dist/template/search-templates.js";
import { starterTemplates } from "../apps/api/dist/template/starter-templates.js";
import { MISSPELT } from "../apps/api/src/template/test/misspelt-searches.ts";
import { percentile, report } from "./report.ts";

const SIZE = 10_000;
const ROUNDS = 5;
const FULL_TEXT = `
  SELECT t.key FROM live_revision l JOIN variant v ON v.id = l.variant_id JOIN template t ON t.id = v.template_id
  WHERE l.brand_id = $1 AND to_tsvector('simple', l.words) @@ plainto_tsquery('simple', unaccent(lower($2)))
  ORDER BY l.locale = $3 DESC, ts_rank(to_tsvector('simple', l.words), plainto_tsquery('simple', unaccent(lower($2)))) DESC
  LIMIT 1`;

const data = mkdtempSync(join(tmpdir(), "parley-bench-"));
execFileSync("chmod", ["711", data]);
process.env.PARLEY_DATA = data;
const workspace = await openWorkspace(() => undefined);
try {
  const { acting } = workspace;
  const brandId = crypto.randomUUID();
  const viewer = systemViewer([brandId]);
  const act = actAs(acting, viewer);
  await addBrand(act, { id: brandId, name: "Bench" });
  const locales = starterTemplates().languages.map(({ language }) => language.locale);
  await installStarter(act, { brandId, locales });
  await act({ do: (tx) => copies(tx, brandId), record: () => [] });
  const [{ n }] = await readAs(acting.db, viewer, (db) =>
    db.query<[{ n: number }]>("SELECT count(*)::int AS n FROM live_now"),
  );
  const searches = Object.entries(MISSPELT).flatMap(([locale, list]) =>
    list.map(([text, template]) => ({ text, template, locales: [locale, "en"] })),
  );
  report("store-search", [
    await measured("parley", acting.db, async (db, { text, locales }) => {
      const [hit] = await searchTemplates(db, { brandId, text, locales, limit: 10 });
      return hit?.template;
    }),
    await measured("postgresql full text", acting.db, async (db, { text, locales }) => {
      const [hit] = await db.query<{ key: string }[]>(FULL_TEXT, [brandId, text, locales[0]]);
      return hit?.key;
    }),
  ]);

  async function measured(
    subject: string,
    db: DataSource,
    search: (db: EntityManager, one: (typeof searches)[number]) => Promise<string | undefined>,
  ) {
    const times: number[] = [];
    let right = 0;
    let cpu = 0;
    await readAs(db, viewer, async (manager) => {
      const [{ pid }] = await manager.query<[{ pid: number }]>("SELECT pg_backend_pid() AS pid");
      for (const one of searches) right += (await search(manager, one)) === one.template ? 1 : 0;
      const before = processorTime(pid);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const one of searches) {
          const began = performance.now();
          await search(manager, one);
          times.push(performance.now() - began);
        }
      }
      cpu = (processorTime(pid) - before) / times.length;
    });
    const top1Percent = Math.round((1000 * right) / searches.length) / 10;
    const [p50Ms, p95Ms] = [0.5, 0.95].map((p) => Math.round(100 * percentile(times, p)) / 100);
    const cpuMs = Math.round(100 * cpu) / 100;
    return { subject, variants: n, searches: searches.length, top1Percent, p50Ms, p95Ms, cpuMs } as const;
  }
} finally {
  await workspace.close();
  rmSync(data, { recursive: true, force: true });
}

/**
 * Milliseconds of processor that this process and a process of PostgreSQL have used: what else the machine does hardly
 * counts. Linux only, in ticks of 10 ms.
 */
function processorTime(pid: number): number {
  const { user, system } = process.cpuUsage();
  const fields = existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")
    : undefined;
  const ticks = Number(fields?.[11] ?? Number.NaN) + Number(fields?.[12] ?? Number.NaN);
  return (user + system) / 1000 + ticks * 10;
}

/** As many again under other names, in languages that nobody asks for: they fill the index and answer nothing. */
async function copies(tx: EntityManager, brandId: string): Promise<void> {
  await tx.query(
    `WITH live AS (
       SELECT v.*, t.kind, t.key, l.revision_id, row_number() OVER (ORDER BY v.id) AS at
       FROM variant v JOIN template t ON t.id = v.template_id JOIN live_now l ON l.variant_id = v.id
       WHERE v.brand_id = $1 AND t.kind = 'reply'),
     wanted AS (
       SELECT live.*, n, gen_random_uuid() AS copy, gen_random_uuid() AS revision
       FROM live, generate_series(1, 40) n
       ORDER BY n, at LIMIT $2 - (SELECT count(*) FROM live_now WHERE brand_id = $1)),
     templates AS (
       INSERT INTO template (brand_id, kind, key, intent, channel_classes, source_locale, variables)
       SELECT DISTINCT $1::uuid, t.kind, t.key || '-' || n, t.intent, t.channel_classes, t.source_locale, t.variables
       FROM wanted w JOIN template t ON t.id = w.template_id RETURNING id, key),
     variants AS (
       INSERT INTO variant (id, brand_id, template_id, locale, register, channel_class)
       SELECT copy, $1, t.id, locale || '-x-copy', register, channel_class
       FROM wanted w JOIN templates t ON t.key = w.key || '-' || w.n RETURNING id)
     INSERT INTO template_revision (id, brand_id, variant_id, n, title, blocks, keywords, samples, origin, says, words)
     SELECT revision, $1, copy, 1, r.title || ' ' || w.n, r.blocks, r.keywords, r.samples, r.origin, r.says,
       r.words || ' ' || w.n
     FROM wanted w JOIN template_revision r ON r.id = w.revision_id`,
    [brandId, SIZE],
  );
  await tx.query(
    `INSERT INTO live_revision (brand_id, variant_id, revision_id)
     SELECT r.brand_id, r.variant_id, r.id FROM template_revision r JOIN variant v ON v.id = r.variant_id
     WHERE r.brand_id = $1 AND v.locale LIKE '%-x-copy'`,
    [brandId],
  );
}
