import DataLoader from "dataloader";
import { In, type ObjectLiteral } from "typeorm";
import type { EntityClass, Load, ManyBy, Read } from "./context.ts";

/** Batches of one request; `clear` forgets what was loaded, so that fields read after a write see it. */
export function loads(read: Read): { readonly load: Omit<Load, "words">; readonly clear: () => void } {
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const loader = (key: string, make: () => DataLoader<string, unknown>) => {
    const known = loaders.get(key) ?? make();
    loaders.set(key, known);
    return known;
  };
  return {
    clear: () => loaders.clear(),
    load: {
      one: (entity, id) =>
        loader(`one ${entity.name}`, () => byId(read, entity) as DataLoader<string, unknown>).load(
          id,
        ) as never,
      many: (entity, by) =>
        loader(
          `many ${entity.name} ${by.column} ${by.orderBy}`,
          () => byColumn(read, entity, by) as DataLoader<string, unknown>,
        ).load(by.value) as never,
    },
  };
}

const byId = <T extends ObjectLiteral & { id: string }>(read: Read, entity: EntityClass<T>) =>
  new DataLoader<string, T | null>(async (ids) => {
    const rows = await read((db) => db.find(entity, { where: { id: In([...ids]) } as never }));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

const byColumn = <T extends ObjectLiteral>(read: Read, entity: EntityClass<T>, by: ManyBy<T>) =>
  new DataLoader<string, readonly T[]>(async (values) => {
    const rows = await read((db) =>
      db.find(entity, {
        where: { [by.column]: In([...values]) } as never,
        order: { [by.orderBy]: "ASC" } as never,
      }),
    );
    return values.map((value) => rows.filter((row) => row[by.column] === value));
  });
