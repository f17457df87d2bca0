/** Only the user may look into folders that the store makes. */
export const folderMode = 0o700;
/** The acts of the recent past, in the local folder. */
export const journalFile = 'acts.journal';
/** On which computer a data folder is in use, while it is. */
export const lockFile = '.evenkeel.lock';
