import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** One recorded act. Rows are only ever added: the database refuses anything else. */
@ObjectType({ description: "One recorded act: who did what, when, under which policy and templates." })
@Entity({ schema: "audit", name: "event" })
export class LedgerEvent {
  @Field(() => ID) @PrimaryColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => ID, { description: "The chain it belongs to: a conversation's id, else the brand's." })
  @Column("uuid")
  streamId!: string;
  @Field(() => Int, { description: "Its place in the chain, counted from 1." })
  @Column("integer")
  streamSeq!: number;
  @Field(() => String, { description: "What was done, such as `reply.approved`." })
  @Column("text")
  action!: string;
  @Field(() => ID, { description: "The member who did it; Parley itself has an id of its own." })
  @Column("uuid")
  actorId!: string;
  @Field(() => ID, { description: "What it was done to." }) @Column("uuid") subjectId!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz") at!: Date;
  /** RFC 8785 bytes of the leaf; hashes are taken of exactly these. */
  @Column("bytea") leafBytes!: Buffer;
  /** SHA-256 of 0x00 and the leaf's bytes (RFC 6962, section 2.1). */
  @Column("bytea") leafHash!: Buffer;
  /** The leaf hash of the event before it in the chain. */
  @Column("bytea", { nullable: true }) prevLeaf!: Buffer | null;
}

/** The erasable part of an event: AES-256-GCM under the data subject's own key. */
@Entity({ schema: "audit", name: "payload" })
export class LedgerPayload {
  @PrimaryColumn("uuid") eventId!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") dataSubjectId!: string;
  @Column("bytea") nonce!: Buffer;
  @Column("bytea") ciphertext!: Buffer;
}

/** A data subject's key, wrapped by the workspace's key. Deleting the row erases the person from the ledger. */
@Entity({ schema: "audit", name: "subject_key" })
export class SubjectKey {
  @PrimaryColumn("uuid") dataSubjectId!: string;
  @Column("uuid") brandId!: string;
  @Column("bytea") wrapped!: Buffer;
}
