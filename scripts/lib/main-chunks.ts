/** What a bundler says of a module's own imports; null of one that stays outside, such as Electron. */
interface Imports {
  readonly importedIds: readonly string[];
}

/** Asks the bundler about a module. */
interface Modules {
  getModuleInfo(id: string): Imports | null;
}

/**
 * Names the file that a module of main is built into: one for all that the start reads, instead of
 * one for each set of modules that happen to be wanted together, of which there are fifty. Looking
 * for a file and reading it takes longer than what stands in most of them. What needs Electron is
 * not in it: the store's thread reads it, too, and has no Electron.
 * @param entry the module that main begins with
 */
export function mainChunkNames(entry: string): (id: string, modules: Modules) => string | null {
  let atStart: ReadonlySet<string> | null = null;
  return (id, modules) => {
    atStart ??= reachedFrom(entry, modules);
    if (!atStart.has(id)) return null;
    return reachedFrom(id, modules).has('electron') ? null : 'ground';
  };
}

/** The module, and all that it imports before it runs. */
function reachedFrom(entry: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set hands out what is added while one goes through it.
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}
