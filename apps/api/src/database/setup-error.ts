/** Why Parley cannot start with the database or the settings it was given. The words are in `cli.json`. */
export type SetupCode =
  | "data_folder_not_a_folder"
  | "data_folder_not_writable"
  | "database_binaries_missing"
  | "database_user_missing"
  | "database_folder_owner"
  | "database_folder_closed"
  | "database_folder_foreign"
  | "database_folder_incomplete"
  | "database_other_version"
  | "database_init_failed"
  | "database_start_failed"
  | "database_stop_failed"
  | "database_url_invalid"
  | "database_url_no_password"
  | "database_down"
  | "database_login_refused"
  | "database_unreachable"
  | "database_missing"
  | "database_too_old"
  | "database_not_utf8"
  | "database_not_owner"
  | "database_no_createrole"
  | "database_roles_taken"
  | "database_role_too_strong"
  | "workspace_key_unusable"
  | "port_in_use"
  | "setting_not_folder"
  | "setting_not_url"
  | "setting_not_service"
  | "setting_not_postgres"
  | "setting_not_port"
  | "setting_not_text"
  | "setting_not_switch"
  | "setting_not_choice"
  | "setting_not_duration"
  | "setting_demo_open"
  | "setting_idle_over_life"
  | "setting_provider_incomplete"
  | "setting_provider_open";

export type Details = Readonly<Record<string, string | number>>;

/** A fault of the installation that its administrator can repair: printed as a sentence, exit code 1. */
export class SetupError extends Error {
  override name = "SetupError";
  constructor(
    readonly code: SetupCode,
    readonly details: Details = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}

/** What the database tells the terminal while it starts, fails and comes back. The words are in `cli.json`. */
export type SayCode =
  | "database_creating"
  | "database_created"
  | "database_moved"
  | "database_programs_copied"
  | "database_user_created"
  | "database_adopted"
  | "database_starting"
  | "database_started"
  | "database_recovering"
  | "database_waiting"
  | "database_gone"
  | "database_down_still"
  | "database_back"
  | "database_left_running"
  | "database_stopped";

/** Tells whoever runs Parley what happens; `app/` turns the code into words or a log line. */
export type Say = (code: SayCode, details?: Details) => void;
