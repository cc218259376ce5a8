declare module "virtual:icons" {
  /** Address of the icon sprite. */
  const url: string;
  export default url;
}
