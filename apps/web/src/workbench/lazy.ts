import { type ComponentType, type LazyExoticComponent, lazy } from "react";

// biome-ignore lint/suspicious/noExplicitAny: the props of a lazily loaded component are its loader's business
const made = new WeakMap<() => Promise<ComponentType<any>>, LazyExoticComponent<ComponentType<any>>>();

/** The component of a `load` function, loaded when it is first shown. The same function gives the same component. */
export function lazyOf<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  const known = made.get(load);
  if (known) return known;
  const component = lazy(async () => ({ default: await load() }));
  made.set(load, component);
  return component;
}
