import { Column, Entity, PrimaryColumn } from "typeorm";

/** Opening times of one day as minutes after midnight, `[from, to)`; `to` past 1440 runs into the next day. */
export type Shift = readonly [from: number, to: number];

/** A brand's opening calendar. */
@Entity("hours")
export class Hours {
  @PrimaryColumn("uuid") brandId!: string;
  /** IANA time zone. */
  @Column("text") zone!: string;
  /** Shifts by weekday, Monday first. */
  @Column("jsonb") week!: readonly (readonly Shift[])[];
  /** Dates (`2026-12-25`) on which nobody is there. */
  @Column("jsonb") holidays!: readonly string[];
}
