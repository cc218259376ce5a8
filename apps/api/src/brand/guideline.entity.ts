import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@ObjectType({ description: "A brand's published community privacy rules in one language." })
@Entity("guideline")
export class Guideline {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String, { description: "BCP 47 tag." }) @Column("text") locale!: string;
  @Field(() => String) @Column("text") body!: string;
  @Field(() => String, { nullable: true, description: "Where it is published." })
  @Column("text", { nullable: true })
  url!: string | null;
}
