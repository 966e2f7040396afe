/** What a row of a table can state, with the fields that a column can hold. */
export interface RecordKind {
  record: string;
  fields: readonly string[];
}

/** A format that the server reads. */
export interface Format {
  name: string;
  extensions: readonly string[];
  brings: readonly string[];
  isTable: boolean;
}

/** What can be imported at all. */
export interface Formats {
  formats: readonly Format[];
  records: readonly RecordKind[];
  mostBytes: number;
  mostFiles: number;
}

/** The head of a table, with what its columns seem to mean. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  record: string;
  fields: Readonly<Record<string, string>>;
  isMapped: boolean;
}

/** What a first look at a file told; without a format it is not read, and why says the reason. */
export interface StagedFile {
  name: string;
  size: number;
  format: string;
  why: string;
  table: Table | null;
}

/** Files that wait at the server for their import. */
export interface Staged {
  token: string;
  expiresAt: string;
  files: readonly StagedFile[];
}

/** Something in a file that was skipped, changed or guessed. */
export interface ImportWarning {
  file: string;
  line: number;
  field: string;
  message: string;
}

/** What an import changes, or would change. */
export interface Report {
  importRun: string;
  dryRun: boolean;
  format: string;
  files: number;
  counts: Readonly<Record<string, number>>;
  created: number;
  updated: number;
  unchanged: number;
  kinds: readonly { kind: string; created: number; updated: number; unchanged: number }[];
  warnings: readonly ImportWarning[];
  warningCount: number;
}

/** How far an import is: bytes while it reads, records while it publishes. */
export interface Progress {
  phase: string;
  done: number;
  total: number;
  percent: number;
  what: string;
}

/** What a person says about the columns of one file. */
export interface TableSaid {
  file: string;
  record: string;
  columns: Readonly<Record<string, string>>;
  keepsRest: boolean;
}

/** What a person says about an upload before it is imported. */
export interface Settings {
  tables: readonly TableSaid[];
  build: string;
  environment: string;
  release: string;
  cycle: string;
}

/** Why something was not imported, in the words of the server. */
export interface Refusal {
  code: string;
  message: string;
  field: readonly string[];
  file: string;
  line: number;
}

/** What a look at uploaded files tells: the change set, or why there is none yet. */
export interface Preview {
  staged: Staged;
  report: Report | null;
  error: Refusal | null;
}
