/** A trained model as this browser keeps it: numbers made of messages, never their words. */
export interface KeptModel {
  /** The brand and the language. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** What it has learnt; see `marksOf`. */
  readonly marks: Uint32Array;
  /** In milliseconds since 1970. */
  readonly keptAt: number;
}

const NAME = "parley.suggestions";
const MODELS = "models";
/** What nobody has used for a month goes. */
const LONGEST_KEPT = 30 * 24 * 3600_000;

/** The kept model; null when there is none, or the browser keeps nothing. */
export async function keptModel(key: string): Promise<KeptModel | null> {
  const found = await within("readonly", (models) => models.get(key) as IDBRequest<KeptModel | undefined>);
  return found ?? null;
}

/** Keep a model in place of the one before it. */
export async function keepModel(model: KeptModel): Promise<void> {
  await within("readwrite", (models) => models.put(model));
}

export async function dropModel(key: string): Promise<void> {
  await within("readwrite", (models) => models.delete(key));
}

/** Forget models of brands and languages that nobody here works with any more. */
export async function dropUnused(now: number): Promise<void> {
  const all = await within("readonly", (models) => models.getAll() as IDBRequest<KeptModel[]>);
  for (const { key, keptAt } of all ?? []) if (now - keptAt > LONGEST_KEPT) await dropModel(key);
}

/** Do one thing with the kept models. A browser that refuses storage trains anew each time, and that is all. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (models: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await opened();
    const done = await answerOf(work(database.transaction(MODELS, mode).objectStore(MODELS)));
    database.close();
    return done;
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.addEventListener("upgradeneeded", () =>
    opening.result.createObjectStore(MODELS, { keyPath: "key" }),
  );
  return answerOf(opening);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
