import type { CSSProperties } from "react";
import { hueOf, initialsOf, type Persona } from "./wall.ts";

/** A round sign of a person or a brand; the name stands beside it. */
export function Avatar({ persona, brand = false }: { readonly persona: Persona; readonly brand?: boolean }) {
  return (
    <span
      className={`net-avatar${brand ? " net-avatar--brand" : ""}`}
      style={{ "--hue": hueOf(persona.handle) } as CSSProperties}
      aria-hidden="true"
    >
      {initialsOf(persona)}
    </span>
  );
}
