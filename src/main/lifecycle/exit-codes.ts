/** What the app's exit codes mean. 3 to 9 belong to the commands around it (scripts/). */
export const exitCodes = {
  /** All went well; also when a second start handed over to the running one. */
  ok: 0,
  /** Something failed that nobody foresaw. */
  unexpected: 1,
  /** A flag or a value on the command line was not understood. */
  badCommandLine: 2,
  /** The data folder can be neither made nor read; one that can only be read opens, and says so. */
  dataFolderUnusable: 10,
} as const;
