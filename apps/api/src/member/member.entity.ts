import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";
import type { Ability, Role } from "../base/viewer.ts";

export const RoleName = graphqlEnum(
  "Role",
  { agent: "agent", reviewer: "reviewer", localiser: "localiser", lead: "lead", admin: "admin" },
  "What a member does in a brand.",
);

@ObjectType({ description: "A person who signs in." })
@Entity("member")
export class Member {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("text") email!: string;
  @Field(() => String) @Column("text") name!: string;
  /** Argon2id in PHC form; none for members who cannot sign in with a password. */
  @Column("text", { nullable: true }) passwordHash!: string | null;
  @Field(() => String, { description: "BCP 47 tag of the language the workbench speaks to them." })
  @Column("text")
  locale!: string;
  @Column("boolean", { default: true }) active!: boolean;
}

/** A role a member holds in a brand. */
@Entity("role")
export class MemberRole {
  @PrimaryColumn("uuid") memberId!: string;
  @PrimaryColumn("uuid") brandId!: string;
  @PrimaryColumn("text") role!: Role;
}

/** Somebody who held a role in a brand and holds none now. */
@Entity("former_member")
export class FormerMember {
  @PrimaryColumn("uuid") brandId!: string;
  @PrimaryColumn("uuid") memberId!: string;
}

/** A signed-in browser. Only the hash of its cookie is stored. */
@Entity("session")
export class Session {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("bytea") tokenHash!: Buffer;
  @Column("uuid") memberId!: string;
  @CreateDateColumn({ type: "timestamptz" }) createdAt!: Date;
  @Column("timestamptz") lastSeenAt!: Date;
  @Column("timestamptz", { nullable: true }) revokedAt!: Date | null;
  @Column("text") userAgent!: string;
  @Column("timestamptz", { default: () => "now()" }) rotatedAt!: Date;
}

/** Only its hash is stored. */
@ObjectType({ description: "A program's key to the API, limited to scopes and a time." })
@Entity("api_token")
export class ApiToken {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("bytea") tokenHash!: Buffer;
  @Column("uuid") memberId!: string;
  @Field(() => String) @Column("text") name!: string;
  @Field(() => [String], { description: "What it may do, as abilities." })
  @Column("text", { array: true })
  scopes!: Ability[];
  @Field(() => GraphQLISODateTime) @CreateDateColumn({ type: "timestamptz" }) createdAt!: Date;
  @Field(() => GraphQLISODateTime) @Column("timestamptz") expiresAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  revokedAt!: Date | null;
}
